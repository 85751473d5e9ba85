import type { Explanation } from './cascade.ts';

/** An explanation that is put into words when somebody asks for it: most are never shown. */
export function explainLater(words: () => string, parts: () => readonly string[] = noParts): Explanation {
  return new LateExplanation(words, parts);
}

class LateExplanation implements Explanation {
  readonly #words: () => string;
  readonly #parts: () => readonly string[];

  constructor(words: () => string, parts: () => readonly string[]) {
    this.#words = words;
    this.#parts = parts;
  }

  get summary(): string {
    return this.#words();
  }

  get parts(): readonly string[] {
    return this.#parts();
  }

  toJSON(): Explanation {
    return { summary: this.summary, parts: this.parts };
  }
}

function noParts(): readonly string[] {
  return [];
}
