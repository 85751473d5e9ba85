/** Long results are written piece by piece: as one text they would take memory for all of it, and from half a gigabyte on there is no such text. */
import type { Surroundings } from './output.ts';
import { safeJson } from './terminal/safe.ts';

const lotLength = 64 * 1024;

/** Small pieces are written together, and none is made before the reader has taken those before it. */
export async function print(pieces: Iterable<string>, around: Pick<Surroundings, 'out' | 'taken'>): Promise<void> {
  let lot = '';
  for (const piece of pieces) {
    lot += piece;
    if (lot.length < lotLength) continue;
    around.out(lot);
    lot = '';
    await around.taken();
  }
  if (lot !== '') around.out(lot);
}

export interface JsonOptions {
  /** Names under which lists stand that may be long, or whatever else can be gone through: each item is made when its turn comes. */
  readonly lists: readonly string[];
  /** What is written in place of a value. */
  readonly shown?: (value: unknown) => unknown;
}

/** What is begun and not ended. */
interface Open {
  readonly parts: Iterator<readonly [name: string | null, value: unknown]>;
  readonly end: '}' | ']';
  isEmpty: boolean;
}

/** What lies deeper is indented no further: the text would grow with the square of the depth. */
const deepestIndent = 40;

/** The same text as `safeJson` makes of the data, and a line break. Without recursion down to the last of the lists: there may be as many as one likes. */
export function* jsonInPieces(data: unknown, { lists, shown }: JsonOptions): Generator<string> {
  const names = new Set(lists);
  const replacer = shown && ((_name: string, value: unknown) => shown(value));
  const open: Open[] = [];
  const lineBreak = () => `\n${'  '.repeat(Math.min(open.length, deepestIndent))}`;
  const begin = (parts: Open['parts'], end: Open['end']) => {
    open.push({ parts, end, isEmpty: true });
    return end === '}' ? '{' : '[';
  };
  const textOf = (name: string | null, value: unknown): string => {
    if (name !== null && names.has(name) && isIterable(value)) return begin(unnamed(value), ']');
    const whole = shown ? shown(value) : value;
    if (isObject(whole) && Object.keys(whole).some((key) => names.has(key))) {
      return begin(Object.entries(whole)[Symbol.iterator](), '}');
    }
    return safeJson(whole, replacer).replaceAll('\n', lineBreak());
  };
  yield textOf(null, data);
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const next = last.parts.next();
    if (next.done) {
      open.pop();
      yield last.isEmpty ? last.end : lineBreak() + last.end;
      continue;
    }
    const [name, value] = next.value;
    if (value === undefined) continue;
    const before = (last.isEmpty ? '' : ',') + lineBreak() + (name === null ? '' : `${JSON.stringify(name)}: `);
    last.isEmpty = false;
    yield before + textOf(name, value);
  }
  yield '\n';
}

function* unnamed(items: Iterable<unknown>): Generator<readonly [null, unknown]> {
  for (const item of items) yield [null, item];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

/** What `show` makes of the items, of each when its turn comes. */
export function* each<Item, Shown>(items: Iterable<Item>, show: (item: Item) => Shown): Generator<Shown> {
  for (const item of items) yield show(item);
}
