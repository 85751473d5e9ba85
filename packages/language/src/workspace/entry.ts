/** What is known of a file beside its meaning: the text while it is kept, else only what tells it from any other. */
import { isSame, markOf, type TextMark } from './marks.ts';
import type { DiskProblem } from './notices.ts';

export class Entry {
  /** Null where the text is not kept, or was never there. */
  readonly text: string | null;
  readonly problem: DiskProblem | null;
  #mark: TextMark | null;

  constructor(text: string | null, problem: DiskProblem | null, mark: TextMark | null = null) {
    this.text = text;
    this.problem = problem;
    this.#mark = mark;
  }

  /** Null where the file could not be read. Going through the text for it takes its time, and few ask. */
  get mark(): TextMark | null {
    if (this.text !== null) this.#mark ??= markOf(this.text);
    return this.#mark;
  }

  /** Whether the other was read just so. */
  isLike(other: Entry): boolean {
    if (this.problem?.message !== other.problem?.message) return false;
    return this.text !== null && this.text === other.text ? true : isSame(this.mark, other.mark);
  }

  /** The same without its text. */
  closed(): Entry {
    return new Entry(null, this.problem, this.mark);
  }
}
