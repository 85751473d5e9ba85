/**
 * Answers to questions about the whole project. Each is kept with the keys that it follows from: when one of these changes it is worked out
 * again, and whoever asked looks again only where the answer is another now.
 */
import { questionMark } from './keys.ts';
import type { Table } from './table.ts';

/** Works an answer out, and names every key that it looks at. */
export type Work<T> = (look: (key: string) => void) => T;

interface Answer {
  readonly work: Work<unknown>;
  value: unknown;
}

export class Answers {
  readonly #table: Table;
  readonly #known = new Map<string, Answer>();
  /** Questions whose answers may be others by now. */
  readonly #stale = new Set<string>();

  constructor(table: Table) {
    this.#table = table;
  }

  /**
   * The answer to a question, of which there is one for everybody; whoever asks looks at the key by which it is read. Answers are plain data. Where some
   * are in doubt, `news` comes first.
   */
  ask<T>(question: string, look: (key: string) => void, work: Work<T>): T {
    const key = questionMark + question;
    look(key);
    let answer = this.#known.get(key);
    if (!answer) {
      answer = { work, value: null };
      this.#known.set(key, answer);
      this.#work(key, answer);
    }
    return answer.value as T;
  }

  /** Something that an answer follows from has changed. */
  doubt(question: string): void {
    this.#stale.add(question);
  }

  /** Works out again what is in doubt, and names the questions with other answers. Those that nobody reads are forgotten. */
  *news(): Generator<string> {
    for (const question of this.#stale) {
      this.#stale.delete(question);
      const answer = this.#known.get(question);
      if (!answer) continue;
      if (!this.#table.isRead(question)) {
        this.#forget(question);
        continue;
      }
      const before = JSON.stringify(answer.value);
      this.#work(question, answer);
      if (JSON.stringify(answer.value) !== before) yield question;
    }
  }

  clear(): void {
    for (const question of this.#known.keys()) this.#forget(question);
    this.#stale.clear();
  }

  #work(question: string, answer: Answer): void {
    const keys = new Set<string>();
    answer.value = answer.work((key) => keys.add(key));
    this.#table.look(question, keys);
  }

  #forget(question: string): void {
    this.#table.look(question, []);
    this.#known.delete(question);
  }
}

export function isQuestion(reader: string): boolean {
  return reader.startsWith(questionMark);
}
