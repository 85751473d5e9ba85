/**
 * The labelled sets that the project is measured with lie beside the repository, where they lie at all; they are not part
 * of it. Written as `.okr`, each of their texts must be read without a fault and unchanged.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseOkr } from './parse.ts';

const corpus = new URL('../../../../shared/corpus/dev_sets.jsonl', import.meta.url);
const isThere = existsSync(corpus);

if (isThere) test('the sets of the corpus are read', readsAll);
else test('the corpus is not beside this checkout: nothing to read', () => expect(isThere).toBe(false));

function readsAll(): void {
  const sets = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly objective: string; readonly key_results: readonly string[] });
  const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  const text = sets
    .map(
      ({ objective, key_results }) =>
        `okrs for a in FY26 {\nobjective ${quote(objective)} {\n${key_results.map((each) => `kr ${quote(each)}\n`).join('')}}\n}\n`,
    )
    .join('');
  const { problems, statements } = parseOkr('', text);
  expect(problems).toEqual([]);
  const read = statements.map((set) =>
    set.kind === 'okrs'
      ? set.objectives.map(({ title, keyResults }) => [title?.text, ...keyResults.map((each) => each.title?.text)])
      : [],
  );
  expect(read).toEqual(sets.map(({ objective, key_results }) => [[objective, ...key_results]]));
}
