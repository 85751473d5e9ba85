/** What is kept between two runs makes no difference to what they say, whatever becomes of files and cache in between. */
import { deepStrictEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { edited, edits, files } from '../../../packages/language/src/slices/testing/projects.ts';
import { checkInProcess } from '../../unit/cli/inProcess.ts';
import type { Suite } from '../suite.ts';
import { RealFolder } from '../worlds/folder.ts';

const run = (folder: RealFolder, ...args: readonly string[]) => checkInProcess(join(folder.root, 'project'), args);

/** What happens between two runs besides an edit. */
const mishap = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'none' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('config' as const),
      text: fc.constantFrom('{}', '{ "extends": "strict" }', '{ "ignore": ["file1.okr"] }', '{'),
    }),
  },
);
type Mishap = typeof mishap extends fc.Arbitrary<infer T> ? T : never;

function befall(folder: RealFolder, what: Mishap): void {
  if (what.kind === 'config') folder.write('project/okr.config.json', what.text);
  const cache = join(folder.root, 'cache');
  const kept = existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : [];
  if (what.kind === 'swap') {
    const [first, second] = kept.map((path) => readFileSync(path));
    if (kept[0] && kept[1] && first && second) {
      writeFileSync(kept[0], second);
      writeFileSync(kept[1], first);
    }
  }
  for (const path of kept) {
    const bytes = readFileSync(path);
    if (bytes.length === 0) continue;
    if (what.kind === 'cut') truncateSync(path, what.at % bytes.length);
    if (what.kind !== 'flip') continue;
    const at = what.at % bytes.length;
    bytes[at] = (bytes[at] as number) ^ (1 << what.bit);
    writeFileSync(path, bytes);
  }
}

const formats = fc.constantFrom('json', 'compact', 'pretty', 'sarif', 'junit');
let steps = 0;

/** Sources that are not built keep nothing: they are given a version while this runs. */
async function asBuilt(work: () => Promise<void>): Promise<void> {
  const world = globalThis as { __FINGERPRINT__?: string };
  world.__FINGERPRINT__ = 'as in these tests';
  try {
    await work();
  } finally {
    delete world.__FINGERPRINT__;
  }
}

export const cache: Suite = {
  name: 'cache',
  holds: 'with a cache `okr check` says byte for byte what it says without, after any edit and any damage',
  shortRuns: 20,
  property: () =>
    fc.asyncProperty(files, fc.array(fc.tuple(edits, mishap, formats), { maxLength: 4 }), (texts, changes) =>
      asBuilt(async () => {
        const folder = new RealFolder();
        const cached = (...args: readonly string[]) => run(folder, '--cache', '../cache', ...args);
        try {
          let now: (string | null)[] = [...texts];
          for (const [i, text] of texts.entries()) folder.write(`project/file${i}.okr`, text);
          await cached();
          for (const [some, what, format] of changes) {
            for (const change of some) {
              const at = change.file % now.length;
              const known = now.filter((text) => text !== null);
              const text = edited(now[at] ?? '', change, known);
              now = now.with(at, text);
              if (text === null) folder.remove(`project/file${at}.okr`);
              else folder.write(`project/file${at}.okr`, text);
              steps++;
            }
            befall(folder, what);
            const expected = await run(folder, '--no-cache', '--format', format);
            deepStrictEqual(await cached('--format', format), expected);
            deepStrictEqual(await cached('--format', format), expected);
          }
        } finally {
          folder.end();
        }
      }),
    ),
  steps: () => steps,
};
