import { buildCascade, checkProject, treeOf } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { none as noneBuilt } from '../../../packages/core/src/cascade/building.ts';
import { none as noneWritten } from '../../../packages/language/src/lower/lists.ts';
import { cases } from '../../../packages/language/src/slices/testing/cases.ts';

it('adds nothing to the empty lists that all goals share, whatever is read, linked, checked and shown', () => {
  for (const { texts, config, today } of fc.sample(cases, { numRuns: 100, seed: 1 })) {
    const files = new Map(texts.map((text, i) => [`${i}.okr`, parseOkr(`${i}.okr`, text)]));
    const cascade = buildCascade(files, config, today);
    treeOf(cascade, checkProject(cascade));
  }
  expect(noneBuilt()).toEqual([]);
  expect(noneWritten()).toEqual([]);
});
