/** The strength of an objective in the panel beneath its row: with its dimensions, or not at all. */
import { dimensions, type StrengthFigure } from '@okr-language/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isCascadeTree } from '../../packages/webview/src/tree-shape.ts';
import { objective, set, tree, unit } from './fixtures/rows.ts';
import { ViewServer } from './page.ts';

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());

const strength: StrengthFigure = {
  value: 78,
  word: 'sound',
  summary: 'Strength: 78, sound. Weakest: measurability 55 (“NPS”: It has no start).',
  dimensions: dimensions.map((dimension) => ({
    dimension,
    value: dimension === 'cadence' ? null : dimension === 'measurability' ? 55 : 90,
    text: dimension === 'cadence' ? 'Not judged. It is a draft.' : `Why ${dimension} is so.`,
  })),
};

function treeWith(more: object) {
  const row = objective('acme/2026-Q3/trust', 'Earn back trust', more);
  return tree([unit('acme', 'Acme', 'company', [set('acme', '2026-Q3', [row])])]);
}

async function explained(more: object) {
  const view = await server.open();
  await view.showTree(treeWith(more));
  await view.row(/^Objective: Earn back trust/).click({ position: { x: 120, y: 12 } });
  return { view, box: view.page.locator('#explanation') };
}

it('is one line, and all seven dimensions with their reasons', async () => {
  const { view, box } = await explained({ strength });
  expect(await box.locator('.strength').textContent()).toBe(strength.summary);
  expect(await box.locator('.dimensions dt').allTextContents()).toEqual(
    strength.dimensions.map(({ dimension, value }) => `${dimension} ${value ?? '–'}`),
  );
  expect(await box.locator('.dimensions dd').allTextContents()).toEqual(strength.dimensions.map(({ text }) => text));
  expect(view.errors).toEqual([]);
});

it('is left out where the tree has none', async () => {
  const { box } = await explained({});
  expect(await box.count()).toBe(1);
  expect(await box.locator('.strength, .dimensions').count()).toBe(0);
});

it('is refused in another shape', () => {
  expect(isCascadeTree(treeWith({ strength }))).toBe(true);
  expect(isCascadeTree(treeWith({}))).toBe(true);
  for (const wrong of [78, null, { value: 78 }, { ...strength, word: 'fine' }, { ...strength, dimensions: [{}] }]) {
    expect(isCascadeTree(treeWith({ strength: wrong }))).toBe(false);
  }
});
