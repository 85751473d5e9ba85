/** Profiles of a readable build: how much of the time each part of the program takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../packages/core/src/index.ts';
import { bundle } from '../bundle.ts';
import { work } from '../paths.ts';

export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A profile of a program that `buildReadable` made, and where that lies. */
export interface Profiled {
  readonly profile: Profile;
  readonly program: string;
}

/** One file of readable code, in which a comment before each module says where it comes from. */
export async function buildReadable(entry: string, name: string): Promise<string> {
  const outfile = join(work, 'readable', name);
  await bundle(entry, outfile, {
    minify: false,
    define: { __VERSION__: '"0.0.0"' },
    // where the reader of files lies is asked only of a program that has one beside it
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return outfile;
}

/**
 * The parts that are told apart. `text` is all that has to do with the words of titles: the sentence reader, what rules share to ask it, and
 * every rule that reads English from its beginning to its end. `slices` chooses what belongs to a file, `store` makes files into bytes and back.
 */
export type Part =
  | 'text'
  | 'syntax'
  | 'lowering'
  | 'cascade'
  | 'rules'
  | 'slices'
  | 'store'
  | 'engine'
  | 'command'
  | 'node';

const englishRules = rules
  .filter(({ meta }) => meta.english)
  .map(({ meta }) => `core/src/rules/catalogue/${meta.name}`);
const textual = ['core/src/reading/', 'core/src/rules/wording.', 'core/src/rules/texts.', ...englishRules];
const places: readonly (readonly [string, Part])[] = [
  ['language/src/syntax/', 'syntax'],
  ['language/src/lower/', 'lowering'],
  ['language/src/parse.', 'syntax'],
  ['language/src/slices/', 'slices'],
  ['language/src/store/', 'store'],
  ['language/src/', 'engine'],
  ['indexer/src/', 'engine'],
  ['core/src/rules/', 'rules'],
  ['core/src/', 'cascade'],
  ['cli/src/', 'command'],
  ['files/src/', 'command'],
  ['server/src/', 'command'],
];

/** For each node of a profile it and those that called it, from the inside out. */
export function stacksOf({ nodes }: Profile): (id: number) => readonly number[] {
  const callers = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  return (id) => {
    const stack: number[] = [];
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) stack.push(at);
    return stack;
  };
}

/**
 * How much of all time each part took. What a part calls belongs to it; time for collecting garbage belongs to whatever ran before. Amounts and
 * dates belong to whoever reads them.
 */
export function sharesOf({ profile, program }: Profiled): ReadonlyMap<Part, number> {
  const modules = modulesByLine(readFileSync(program, 'utf8'));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const stackOf = stacksOf(profile);
  const moduleOf = (id: number): string => {
    const { url, lineNumber } = (nodes.get(id) as Profile['nodes'][number]).callFrame;
    return url.endsWith(program) ? (modules[lineNumber] ?? '') : '';
  };
  const parts = new Map<number, Part>();
  const partOf = (id: number): Part => {
    let part = parts.get(id);
    if (part === undefined) {
      part = partOfStack(stackOf(id).map(moduleOf));
      parts.set(id, part);
    }
    return part;
  };
  const times = new Map<Part, number>();
  let all = 0;
  let last: Part = 'node';
  profile.samples.forEach((id, i) => {
    const name = nodes.get(id)?.callFrame.functionName;
    if (name === '(idle)') return;
    if (name !== '(garbage collector)') last = partOf(id);
    const time = profile.timeDeltas[i] as number;
    times.set(last, (times.get(last) ?? 0) + time);
    all += time;
  });
  return new Map([...times].map(([part, time]) => [part, time / all]));
}

/** `stack` from the inside out. */
function partOfStack(stack: readonly string[]): Part {
  if (stack.some((module) => textual.some((place) => module.includes(place)))) return 'text';
  for (const module of stack) {
    // Amounts and dates are read by many.
    if (module.includes('core/src/amounts/') || module.includes('core/src/dates/')) continue;
    const found = places.find(([place]) => module.includes(place));
    if (found) return found[1];
  }
  return 'node';
}

function modulesByLine(text: string): readonly string[] {
  let module = '';
  return text.split('\n').map((line) => {
    module = /^\/\/ (\S+\.(?:ts|js|mjs|cjs|json))$/.exec(line)?.[1] ?? module;
    return module;
  });
}
