/** What is found does not depend on the memory that there is: whether everything is looked at as it is, or as bytes and part by part. */
import { join } from 'node:path';
import { parseIsoDay } from '@okr-language/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkSources } from '../../../packages/cli/src/checking.ts';
import { findSources } from '../../../packages/cli/src/sources.ts';
import { edited, edits, files } from '../../../packages/language/src/slices/testing/projects.ts';
import { Folder } from './okr.ts';

beforeAll(() => {
  // Sources that are not built keep nothing.
  vi.stubGlobal('__FINGERPRINT__', 'as in these tests');
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const today = parseIsoDay('2026-08-15') ?? 0;

/** What is found, how it was found, and what is kept of it. */
async function look(folder: Folder, memory: number, cache: string | null) {
  const options = { cwd: join(folder.path, 'project'), today, cache, memory, needsCascades: false };
  const sources = await findSources([], options);
  const checked = await checkSources(sources, options);
  const found = [...checked.files];
  const again = [...checked.files];
  await checked.keep();
  return { found, again };
}

describe('okr check with little memory', { timeout: 120_000 }, () => {
  it('finds what it finds with much, also with what was kept by the other way', async () => {
    await fc.assert(
      fc.asyncProperty(files, edits, fc.boolean(), async (texts, changes, isCrampedFirst) => {
        using folder = new Folder({ 'project/okr.config.json': '{}' });
        const write = (index: number, text: string) => folder.write(`project/${index}.okr`, text);
        for (const [index, text] of texts.entries()) write(index, text);
        const memories = isCrampedFirst ? [0, 1e9] : [1e9, 0];
        const kept = join(folder.path, 'cache');
        for (const edit of [null, ...changes.slice(0, 2)]) {
          if (edit !== null) write(edit.file, edited(texts[edit.file] ?? '', edit, texts) ?? '');
          const [first, second] = [
            await look(folder, memories[0] as number, null),
            await look(folder, memories[1] as number, null),
          ];
          expect(first.again).toEqual(first.found);
          expect(second.found).toEqual(first.found);
          for (const memory of memories) expect((await look(folder, memory, kept)).found).toEqual(first.found);
          memories.reverse();
        }
      }),
      { numRuns: 15 },
    );
  });
});
