/** A view that lives with the text: updates, the cursor, reloads. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { type View, ViewServer } from './page.ts';

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
afterEach(() => server.closePages());

async function opened(options: Parameters<ViewServer['open']>[0] = {}): Promise<View> {
  const view = await server.open(options);
  await view.showTree(acme(), acmeFindings);
  return view;
}

const helpDesk = /^Key result: Help desk rating/;

it('asks for the tree as soon as it listens', async () => {
  const view = await server.open();
  expect(await view.posted()).toEqual([{ type: 'ready' }]);
});

it('shows a new figure in the same row, which keeps focus, selection and explanation', async () => {
  const view = await opened();
  await view.row(helpDesk).click({ position: { x: 120, y: 12 } });
  const row = await view.row(helpDesk).elementHandle();
  await view.showTree(acme({ csat: 0.9 }), acmeFindings);
  expect(await row?.evaluate((element) => element.isConnected && document.activeElement === element)).toBe(true);
  expect(await row?.textContent()).toContain('90%, on track');
  expect(await row?.getAttribute('aria-selected')).toBe('true');
  expect(await row?.$eval('.fill', (fill) => (fill as HTMLElement).style.getPropertyValue('--value'))).toBe('0.9000');
  expect(await view.page.locator('#explanation strong').textContent()).toBe('90%');
});

it('keeps what was opened and closed, and the filter', async () => {
  const view = await opened();
  await view.row(/^Acme Retail/).focus();
  await view.press('ArrowDown', 'ArrowLeft');
  await view.page.getByRole('textbox').fill('o');
  await view.showTree(acme({ csat: 0.5 }));
  expect(await view.page.getByRole('textbox').inputValue()).toBe('o');
  await view.page.getByRole('textbox').fill('');
  expect(await view.row(/^Objective: Become the shop/).getAttribute('aria-expanded')).toBe('false');
});

it('keeps the row at the top of the panel where it is when rows come in above', async () => {
  const view = await opened({ height: 300 });
  const row = view.row(/^Objective: Let people try us/);
  await view.page.locator('.scroller').evaluate((tree) => tree.scrollTo(0, 400));
  await expect.poll(() => row.count()).toBe(1);
  const before = await row.boundingBox();
  await view.showTree(acme({ extraTeams: 12 }));
  expect((await row.boundingBox())?.y).toBe(before?.y);
});

it('gives the focus to the nearest row above when its own row goes', async () => {
  const view = await opened();
  await view.row(helpDesk).focus();
  await view.press('ArrowDown', 'ArrowUp');
  await view.showTree(acme({ withoutTrust: true }));
  expect(await view.focused()).not.toBeNull();
  expect(await view.page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
});

it('knows a goal again whose title is being typed', async () => {
  const view = await server.open();
  const nameless = (title: string) => {
    const tree = acme({ trustTitle: title });
    const text = JSON.stringify(tree).replaceAll('support/2026-Q3/trust', `support/2026-Q3/~${title}`);
    return JSON.parse(text);
  };
  const before = nameless('Earn trus');
  await view.showTree(before);
  await view.row(/^Objective: Earn trus/).focus();
  await view.press('ArrowLeft');
  await view.showTree({
    ...before,
    roots: JSON.parse(JSON.stringify(before.roots).replaceAll('Earn trus', 'Earn trust')),
  });
  expect(await view.focused()).toBe('Earn trust');
  expect(await view.row(/^Objective: Earn trust/).getAttribute('aria-expanded')).toBe('false');
  expect(await view.row(/^Objective: Earn trust/).getAttribute('aria-selected')).toBe('true');
});

it('shows the row of the cursor: opens what hides it, scrolls, and leaves the focus alone', async () => {
  const view = await opened({ height: 300 });
  await view.row(/^Acme Retail/).focus();
  await view.press('ArrowLeft');
  await view.page.getByRole('textbox').focus();
  const keyResult = acme().roots[0]?.units[0]?.units[0]?.sets[0]?.objectives[0]?.keyResults[0];
  const tree = acme();
  const target = tree.roots[0]?.units[0]?.units[0]?.sets[0]?.objectives[0]?.keyResults[0];
  expect(target?.title).toBe(keyResult?.title);
  await view.showTree(tree);
  await view.send({ type: 'reveal', uri: target?.place.uri, offset: (target?.place.start ?? 0) + 5 });
  const row = view.row(/^Key result: Cases solved/);
  expect(await row.getAttribute('aria-selected')).toBe('true');
  expect((await row.boundingBox())?.y).toBeLessThan(300);
  expect(await view.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});

it('chooses the key result whose reading the cursor is in', async () => {
  const view = await server.open();
  const tree = acme();
  const [repeat] = tree.roots[0]?.sets[0]?.objectives[0]?.keyResults ?? [];
  const place = repeat?.readings.at(-1)?.place;
  await view.showTree(tree);
  await view.send({ type: 'reveal', uri: place?.uri, offset: (place?.start ?? 0) + 1 });
  expect(await view.row(/^Key result: Repeat purchase rate/).getAttribute('aria-selected')).toBe('true');
});

it('turns to the cycle of the cursor', async () => {
  const view = await server.open();
  const tree = acme();
  const old = tree.roots[0]?.units[1]?.sets[1]?.objectives[0];
  await view.send({ type: 'reveal', uri: old?.place.uri, offset: (old?.place.start ?? 0) + 1 });
  await view.showTree(tree);
  expect(await view.page.getByRole('combobox', { name: 'Cycle' }).inputValue()).toBe('2026-Q2');
  expect(await view.row(/^Objective: Be talked about/).getAttribute('aria-selected')).toBe('true');
});

it('opens the text at the row that is pressed, and leaves the keyboard in the view', async () => {
  const view = await opened();
  await view.row(helpDesk).click({ position: { x: 120, y: 12 } });
  expect(await view.posted('open')).toMatchObject([{ preserveFocus: true, character: 2 }]);
  expect(await view.focused()).toBe('Help desk rating');
  expect(await view.page.locator('#explanation').textContent()).toContain('4.1 of 5 on the way');
});

it('goes to the other end of a link even where a filter and a closed row hide it', async () => {
  const view = await opened();
  await view.page.getByRole('textbox').fill('earn back');
  await view.row(/^Objective: Earn back/).click({ position: { x: 150, y: 12 } });
  await view.page.locator('.explanation .link', { hasText: 'Repeat purchase rate' }).click();
  expect(await view.focused()).toBe('Repeat purchase rate');
  expect(await view.page.getByRole('textbox').inputValue()).toBe('');
});

it('comes back from a reload as it was left', async () => {
  const first = await opened({ height: 400 });
  await first.page.getByRole('combobox', { name: 'Cycle' }).selectOption('*');
  await first.row(helpDesk).click({ position: { x: 140, y: 12 } });
  await first.page.getByRole('button', { name: /On track/ }).click();
  await first.page.locator('.scroller').evaluate((tree) => tree.scrollTo(0, 60));
  await expect.poll(async () => JSON.stringify(await first.saved())).toContain('"scroll":60');
  const saved = await first.saved();
  expect(JSON.stringify(saved)).not.toContain('Maya');

  const second = await opened({ height: 400, saved });
  expect(await second.page.getByRole('combobox', { name: 'Cycle' }).inputValue()).toBe('*');
  expect(await second.row(helpDesk).getAttribute('aria-selected')).toBe('true');
  expect(await second.page.locator('#explanation').count()).toBe(1);
  expect(await second.page.getByRole('button', { name: /On track/ }).getAttribute('aria-pressed')).toBe('true');
  expect(await second.page.locator('.scroller').evaluate((tree) => tree.scrollTop)).toBe(60);
});

it('starts afresh from a saved state of another make', async () => {
  const view = await opened({ saved: { version: 1, ui: { cycle: 7, opened: 'all' } } });
  expect(await view.titles()).toContain('Help desk rating');
  expect(view.errors).toEqual([]);
});
