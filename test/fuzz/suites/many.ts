/** Time by number: very many of one kind in a file, at n and at four times n, in the engine as it runs in the server. */
import { parseIsoDay } from '@okr-language/core';
import { OkrWorkspace } from '@okr-language/language';
import fc from 'fast-check';
import { manyOfAKind } from '../generate/many.ts';
import type { Suite } from '../suite.ts';
import { expectLinear } from '../time.ts';

const today = parseIsoDay('2026-08-15') as number;

/** Reads files, settles them and notes what the cascade needs of them. */
function settle(texts: readonly string[]): void {
  const workspace = new OkrWorkspace({ today, folders: ['file:///w'], trees: true });
  workspace.treeOf('file:///w/');
  for (const [i, text] of texts.entries()) workspace.set(`file:///w/${i}.okr`, text);
  workspace.settle();
}

export const many: Suite = {
  name: 'many',
  holds: 'four times as many of one kind take no more than some four times as long to check',
  shortRuns: 12,
  property: () =>
    fc.property(fc.constantFrom(...Object.keys(manyOfAKind)), fc.integer({ min: 100, max: 1000 }), (kind, size) => {
      expectLinear((count) => settle([manyOfAKind[kind]?.(count) ?? []].flat()), size);
    }),
};
