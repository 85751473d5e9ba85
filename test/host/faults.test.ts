/** A person opens goals with faults: sees them marked, reads why, and lets the editor mend one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from './pictures.ts';
import { VsCode } from './window.ts';

const file = 'faults/goals.okr';
let code: VsCode;
let statusAtFirst: string | null;
let statusMended: string | null;

beforeAll(async () => {
  code = await VsCode.open({ file });
});
afterAll(() => code?.close());

/** One-based place of a piece of text in the file. */
function placeOf(text: string): { line: number; column: number } {
  const lines = readFileSync(join(code.workspace, file), 'utf8').split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  return { line: line + 1, column: (lines[line]?.indexOf(text) ?? 0) + 1 };
}

it('faults are underlined, and pointing at one says what, why and what to do', async () => {
  await code.squiggles().first().waitFor();
  await expect.poll(() => code.status().textContent(), { timeout: 30_000 }).toMatch(/\d error/);
  statusAtFirst = await code.status().textContent();
  // Lenses move the lines below them when they come, and the editor takes back what it shows of a line that moves.
  await code.page.locator('.codelens-decoration:visible').first().waitFor();
  const { line, column } = placeOf('Happier visitors');
  await code.goTo(line, column + 2);
  await code.lightBulb();
  await code.command('Show or Focus Hover');
  const message = code.page.locator('.monaco-hover .hover-row', { hasText: 'kr-no-number' }).first();
  await message.waitFor();
  expect(await message.textContent()).toMatch(/no number\..+nobody can tell.+Say from where to where/);
  await picture(code.page, 'findings');
  await code.page.keyboard.press('Escape');
});

it('the light bulb mends a slip of the pen', async () => {
  const wrong = 'supports museum.magnett';
  const { line, column } = placeOf(wrong);
  await code.goTo(line, column + wrong.length - 2);
  await (await code.lightBulb()).click();
  const menu = code.page.locator('.action-widget').first();
  await menu.locator('.action').first().waitFor();
  await picture(code.page, 'quick-fix');
  await code.page.keyboard.press('Enter');
  await menu.waitFor({ state: 'hidden' });
  const mended = async () => !(await code.textInSight()).includes(wrong);
  await expect.poll(mended, { timeout: 30_000 }).toBe(true);
  await picture(code.page, 'quick-fix-applied');
});

it('a checker that is killed comes back, knows what was not saved, and says so in a sentence', async () => {
  // On the disk the slip still stands.
  await expect.poll(() => code.status().textContent(), { timeout: 30_000 }).not.toBe(statusAtFirst);
  statusMended = await code.status().textContent();
  code.signalChecker('SIGKILL');
  await code.page.locator('.notification-toast', { hasText: 'is starting again' }).waitFor();
  expect(await code.page.locator('.notification-toast').count()).toBe(1);
  await picture(code.page, 'started-again');
  await expect.poll(() => code.status().textContent(), { timeout: 30_000 }).toBe(statusMended);
  await code.page.keyboard.press('Control+KeyZ');
  await expect.poll(() => code.status().textContent(), { timeout: 30_000 }).toBe(statusAtFirst);
});

it('a checker that hangs is started again when somebody asks for it', async () => {
  code.signalChecker('SIGSTOP');
  await code.command('OKR: Start the Checker Again');
  await code.goTo(1, 1);
  await code.page.keyboard.press('Control+KeyY');
  await expect.poll(() => code.status().textContent(), { timeout: 30_000 }).toBe(statusMended);
});
