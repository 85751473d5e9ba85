/**
 * Patterns for paths: `*` and `?` stay within a name, `**` stands for any folders, `[a-z]` and `[!a-z]` for one character, `{a,b}` for one
 * of several texts. All else stands for itself.
 *
 * A pattern comes from the configuration of a folder that may be anybody's, so it is no regular expression: it becomes states that are all
 * followed at once, and takes time by its length times that of the path, whatever it says.
 */
import { plainPattern } from '@okr-language/core';

interface State {
  /** Whether a character leads on from here; null where none is needed. */
  readonly takes: ((character: string) => boolean) | null;
  readonly next: number[];
}

export interface Glob {
  readonly states: readonly State[];
  readonly start: number;
  readonly end: number;
}

const isAny = () => true;
const isOfName = (character: string) => character !== '/';

export function globOf(pattern: string): Glob {
  return new Compiler([...plainPattern(pattern)]).compile();
}

/** Whether a pattern stands for the path or for a folder that the path lies in. */
export function matchesOrHolds({ states, start, end }: Glob, path: string): boolean {
  let now = followed(states, [start]);
  for (const character of path.normalize('NFC')) {
    if (character === '/' && now.has(end)) return true;
    const next: number[] = [];
    for (const index of now) {
      const state = states[index] as State;
      if (state.takes?.(character)) next.push(...state.next);
    }
    now = followed(states, next);
    if (now.size === 0) return false;
  }
  return now.has(end);
}

/** The states and all that are reached from them without a character. */
function followed(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>(from);
  for (const index of reached) {
    const { takes, next } = states[index] as State;
    if (takes === null) for (const other of next) reached.add(other); // a set goes on to what joins it meanwhile
  }
  return reached;
}

class Compiler {
  readonly #characters: readonly string[];
  readonly #states: State[] = [];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  compile(): Glob {
    const start = this.#state(null);
    let end = start;
    while (this.#at < this.#characters.length) end = this.#piece(end, false);
    return { states: this.#states, start, end };
  }

  #state(takes: State['takes']): number {
    return this.#states.push({ takes, next: [] }) - 1;
  }

  #lead(from: number, to: number): number {
    (this.#states[from] as State).next.push(to);
    return to;
  }

  /** A state behind one character. */
  #one(from: number, takes: (character: string) => boolean): number {
    return this.#lead(this.#lead(from, this.#state(takes)), this.#state(null));
  }

  /** A state behind any number of such characters. */
  #many(from: number, takes: (character: string) => boolean): number {
    const loop = this.#lead(from, this.#state(null));
    this.#lead(this.#one(loop, takes), loop);
    return this.#lead(loop, this.#state(null));
  }

  #peek(ahead = 0): string | undefined {
    return this.#characters[this.#at + ahead];
  }

  /** Reads one piece of the pattern; gives the state behind it. */
  #piece(from: number, inBraces: boolean): number {
    const character = this.#characters[this.#at++] as string;
    switch (character) {
      case '?':
        return this.#one(from, isOfName);
      case '*':
        return this.#star(from);
      case '[':
        return this.#class(from);
      case '{':
        return this.#braces(from);
      case '/':
        return this.#slash(from, inBraces);
      default:
        return this.#one(from, (other) => other === character);
    }
  }

  #star(from: number): number {
    const begins = this.#at === 1 || this.#peek(-2) === '/';
    let stars = 1;
    while (this.#peek() === '*') {
      this.#at++;
      stars++;
    }
    if (stars !== 2 || !begins) return this.#many(from, isOfName);
    if (this.#peek() === undefined) return this.#many(from, isAny);
    if (this.#peek() !== '/') return this.#many(from, isOfName);
    this.#at++;
    const end = this.#lead(from, this.#state(null)); // `**/` may stand for nothing
    this.#lead(
      this.#one(this.#many(from, isAny), (other) => other === '/'),
      end,
    );
    return end;
  }

  /** `a/**` at the end stands for `a` too. */
  #slash(from: number, inBraces: boolean): number {
    const behind = this.#one(from, (other) => other === '/');
    const rest = this.#characters.slice(this.#at, this.#at + 3).join('');
    if (rest !== '**' || inBraces) return behind;
    const end = this.#piece(behind, false);
    this.#lead(from, end);
    return end;
  }

  /** `[a-z]`; a bracket that is not closed stands for itself. */
  #class(from: number): number {
    const isNot = this.#peek() === '!' || this.#peek() === '^';
    const first = this.#at + (isNot ? 1 : 0);
    const close = this.#characters.indexOf(']', first + 1);
    if (close < 0) return this.#one(from, (other) => other === '[');
    const members = this.#characters.slice(first, close);
    this.#at = close + 1;
    const holds = (other: string) => members.some((member, i) => member === other || inRange(members, i, other));
    return this.#one(from, (other) => other !== '/' && holds(other) !== isNot);
  }

  /** `{a,b}`; a brace that is not closed stands for itself. */
  #braces(from: number): number {
    if (!this.#isClosed()) return this.#one(from, (other) => other === '{');
    const end = this.#state(null);
    let branch = this.#lead(from, this.#state(null));
    while (this.#peek() !== '}') {
      if (this.#peek() === ',') {
        this.#at++;
        this.#lead(branch, end);
        branch = this.#lead(from, this.#state(null));
      } else branch = this.#piece(branch, true);
    }
    this.#at++;
    return this.#lead(branch, end);
  }

  #isClosed(): boolean {
    let depth = 1;
    for (let at = this.#at; at < this.#characters.length && depth > 0; at++) {
      if (this.#characters[at] === '{') depth++;
      else if (this.#characters[at] === '}') depth--;
    }
    return depth === 0;
  }
}

function inRange(members: readonly string[], at: number, character: string): boolean {
  const [first, dash, last] = members.slice(at, at + 3);
  return first !== undefined && last !== undefined && dash === '-' && first <= character && character <= last;
}
