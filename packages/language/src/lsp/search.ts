/** Looking for names and titles by what somebody has typed of them, also among hundreds of thousands. */
import type { Cascade, OkrFile } from '@okr-language/core';
import { nameOf, nodesOf, titleOf } from './nodes.ts';

/** Whether the letters stand in the text in this order, others between them. */
export function comesInOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Objectives from which on letters are looked for only in one piece: so a file can be ruled out as a whole. */
const LARGE = 2000;

/** What is looked for in a project, in small letters, with what is known of its files so far. */
export class Search {
  readonly letters: string;
  readonly #cascade: Cascade;
  readonly #isLarge: boolean;
  readonly #files = new Map<string, boolean>();

  constructor(cascade: Cascade, typed: string) {
    this.letters = typed.toLowerCase();
    this.#cascade = cascade;
    this.#isLarge = cascade.objectives.length > LARGE;
  }

  /** Whether a text in small letters fits. */
  fits(text: string): boolean {
    return this.#isLarge ? text.includes(this.letters) : comesInOrder(this.letters, text);
  }

  /** False where no name and no title in a file can fit. */
  mayBeIn(uri: string): boolean {
    if (!this.#isLarge || this.letters === '') return true;
    let known = this.#files.get(uri);
    if (known === undefined) {
      const file = this.#cascade.files.get(uri);
      known = file !== undefined && wordsOf(file).includes(this.letters);
      this.#files.set(uri, known);
    }
    return known;
  }
}

/** Files stay the same objects while their text does, so only what was edited is gathered again. */
const words = new WeakMap<OkrFile, string>();

/** All names and titles of a file in small letters. */
function wordsOf(file: OkrFile): string {
  let all = words.get(file);
  if (all === undefined) {
    const found: string[] = [];
    for (const node of nodesOf(file)) found.push(nameOf(node)?.text ?? '', titleOf(node)?.text ?? '');
    all = found.join('\n').toLowerCase();
    words.set(file, all);
  }
  return all;
}
