/** A person works with the text on the left and the cascade on the right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from './pictures.ts';
import { VsCode } from './window.ts';

const file = 'startup/pedalhaus.okr';
let code: VsCode;

beforeAll(async () => {
  code = await VsCode.open({
    file,
    settings: { 'okr.cascade.openAtStart': true },
    viewport: { width: 1400, height: 800 },
  });
});
afterAll(() => code?.close());

function row(title: string): Locator {
  return code.cascade().locator('[role=treeitem]', { hasText: title }).first();
}

/** One-based. */
function lineOf(text: string): number {
  return (
    readFileSync(join(code.workspace, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

async function barOf(title: string): Promise<number> {
  return Number(
    await row(title)
      .locator('.fill')
      .evaluate((fill) => (fill as HTMLElement).style.getPropertyValue('--value')),
  );
}

async function undoUntil(fine: (text: string) => boolean): Promise<void> {
  for (let tries = 0; tries < 20 && !fine(await code.textInSight()); tries++) {
    await code.page.keyboard.press('Control+KeyZ');
    await code.page.waitForTimeout(200);
  }
  expect(fine(await code.textInSight())).toBe(true);
}

it('the cascade stands beside the text', async () => {
  await row('Vans and workshop').waitFor();
  await row('Riders who book a second visit').waitFor();
});

it('a click in the cascade moves the cursor in the text', async () => {
  await row('Repairs finished at the first visit').locator('.title').click();
  const line = lineOf('Repairs finished at the first visit');
  await expect.poll(() => code.cursorLine(), { timeout: 30_000 }).toBe(line);
  await picture(code.page, 'cascade-click');
});

it('the cursor in the text finds its row in the cascade', async () => {
  await code.focusText();
  await code.goTo(lineOf('Booking takes less thought'), 10);
  const chosen = code.cascade().locator('[role=treeitem][aria-selected=true]');
  await expect.poll(() => chosen.first().textContent(), { timeout: 30_000 }).toContain('Booking takes less thought');
});

it('after "supports " the goals of the units above are proposed', async () => {
  await code.focusText();
  await code.goTo(lineOf('supports pedalhaus.habit weight 2'), 9);
  await code.page.keyboard.press('Shift+End');
  await code.page.keyboard.type('supports ');
  const proposals = code.page.locator('.suggest-widget.visible .monaco-list-row');
  await proposals.first().waitFor();
  expect(await proposals.first().textContent()).toContain('pedalhaus.habit');
  await picture(code.page, 'completion');
  await code.page.keyboard.press('Escape');
  await undoUntil((text) => text.includes('supports pedalhaus.habit weight 2'));
});

it('a weak key result is underlined in the text and counted in the cascade', async () => {
  const weak = 'Make riders happier';
  await code.focusText();
  // The line below the last key result is empty.
  await code.goTo(lineOf('kr cash') + 1, 1);
  await code.page.keyboard.insertText(`        kr "${weak}"`);
  await code.squiggles().first().waitFor();
  await row(weak).locator('.findings').waitFor();
  await expect.poll(() => row(weak).getAttribute('aria-selected')).toBe('true');
  await picture(code.page, 'cascade-beside-text');
  await undoUntil((text) => !text.includes(weak));
});

it('an edit of a reading moves the bar while it is typed', async () => {
  const before = await barOf('Riders who book a second visit');
  const text = readFileSync(join(code.workspace, file), 'utf8').split('\n');
  const readings = text.flatMap((line, at) => (/^\s*habit\.repeat\s/.test(line) ? [at + 1] : []));
  const line = readings.at(-1) ?? 0;
  const reading = /\d+%/.exec(text[line - 1] ?? '');
  await code.focusText();
  await code.goTo(line, (reading?.index ?? 0) + 1);
  await code.page.keyboard.press('Delete');
  await code.page.keyboard.press('Delete');
  await code.page.keyboard.type('33');
  await expect.poll(() => barOf('Riders who book a second visit'), { timeout: 30_000 }).toBeGreaterThan(before);
  await picture(code.page, 'live');
});

it('the cascade is there again after a reload, as it was left', async () => {
  await row('Vans and workshop').locator('.twistie').click();
  await row('Repairs finished at the first visit').waitFor({ state: 'hidden' });
  await code.reload();
  await row('Vans and workshop').waitFor();
  await row('App and bookings').waitFor();
  expect(await row('Repairs finished at the first visit').count()).toBe(0);
  expect(await code.page.locator('.tab', { hasText: 'OKR Cascade' }).count()).toBe(1);
});

it('the side panel shows the same', async () => {
  await code.page.locator('.tab', { hasText: 'OKR Cascade' }).getByRole('button', { name: 'Close' }).click();
  await code.page.locator('.activitybar a[aria-label="OKR"]').click();
  await row('Vans and workshop').waitFor();
  await picture(code.page, 'side-panel');
});
