/** axe-core in every kind of theme, narrow and wide, with a row explained; and what axe does not see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { type ThemeName, themes } from './fixtures/themes.ts';
import { type View, ViewServer } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: { rules: Record<string, { enabled: boolean }> }): Promise<AxeResults>;
}

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
afterEach(() => server.closePages());

/** What axe objects to, one line each. It is brought in through the debugger: the page's own policy would refuse it. */
async function objections(view: View, without: readonly string[] = []): Promise<string[]> {
  await view.page.evaluate(axe);
  const { violations } = await view.page.evaluate(
    (rules) => (window as unknown as { axe: Axe }).axe.run({ rules }),
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

describe.each(Object.keys(themes) as ThemeName[])('in the %s theme', (theme) => {
  it.each([300, 560, 1100])('axe finds nothing at %i pixels', async (width) => {
    const view = await server.open({ theme, width });
    await view.showTree(acme(), acmeFindings);
    expect(await objections(view)).toEqual([]);
    await view.row(/^Key result: Help desk rating/).click({ position: { x: 110, y: 12 } });
    await view.page.getByRole('button', { name: /On track/ }).click();
    expect(await objections(view)).toEqual([]);
  });

  it('axe finds nothing in what stands there without a tree', async () => {
    const view = await server.open({ theme });
    expect(await objections(view)).toEqual([]);
    await view.send({ type: 'empty' });
    expect(await objections(view)).toEqual([]);
    await view.send({ type: 'error', what: 'It is broken.', todo: 'Mend it.', where: null });
    expect(await objections(view)).toEqual([]);
  });
});

it('shows bars, paces and the chosen row in forced colours too', async () => {
  const view = await server.open({ theme: 'contrast', forcedColors: true });
  await view.showTree(acme(), acmeFindings);
  await view.row(/^Key result: Help desk rating/).click({ position: { x: 110, y: 12 } });
  const look = await view.row(/^Key result: Help desk rating/).evaluate((row) => {
    const colour = (part: string, property: string) =>
      getComputedStyle(row.querySelector(part) as Element).getPropertyValue(property);
    return {
      track: colour('.bar', 'background-color'),
      fill: colour('.fill', 'background-color'),
      pace: colour('.pace', 'background-color'),
    };
  });
  expect(look.fill).not.toBe(look.track);
  expect(look.pace).not.toBe(look.fill);
  // There the system chooses the colours, after axe has read those of the style sheet.
  expect(await objections(view, ['color-contrast'])).toEqual([]);
});

it('keeps rows inside a panel of 200 pixels', async () => {
  const view = await server.open({ width: 200 });
  await view.showTree(acme(), acmeFindings);
  const wide = await view.page.evaluate(() =>
    [...document.querySelectorAll('#cascade *')]
      .filter((part) => part.getBoundingClientRect().right > 200.5)
      .map((part) => part.className),
  );
  expect(wide).toEqual([]);
});
