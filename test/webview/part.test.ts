/** A company too large to be handed over: the view shows what is there and asks for what the reader opens or looks for. */
import { parseIsoDay, type TreeWanted } from '@okr-language/core';
import { OkrWorkspace } from '@okr-language/language';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type View, ViewServer } from './page.ts';

const root = 'file:///acme/';

function block(unit: string, parent: string | null): string {
  const goals = [0, 1, 2].map(
    (i) =>
      `objective goal-${i} "Goal ${i} of ${unit}" { ${parent ? `supports ${parent}.goal-${i}` : ''} kr first "Visits" from 1 to 2 }`,
  );
  return `okrs for ${unit} in 2026-Q3 {\n${goals.join('\n')}\n}\n`;
}

const workspace = new OkrWorkspace({ today: parseIsoDay('2026-08-15') as number, folders: [root], trees: true });
let server: ViewServer;

beforeAll(async () => {
  workspace.set(`${root}acme.okr`, `company acme "Acme"\n${block('acme', null)}`, null, false);
  for (let i = 0; i < 10; i++) {
    workspace.set(
      `${root}area-${i}.okr`,
      `department area-${i} "Area ${i}" in acme\n${block(`area-${i}`, 'acme')}`,
      null,
      false,
    );
  }
  for (let i = 0; i < 240; i++) {
    const area = `area-${i % 10}`;
    workspace.set(
      `${root}team-${i}.okr`,
      `team team-${i} "Team ${i}" in ${area}\n${block(`team-${i}`, area)}`,
      null,
      false,
    );
  }
  workspace.settle();
  server = await ViewServer.start();
});
afterAll(() => server.stop());
afterEach(() => server.closePages());

async function show(
  view: View,
  wanted: TreeWanted = { cycle: null, open: [], filter: null },
  objectives: number | null = null,
): Promise<void> {
  const answer = await workspace.treeOf(root)?.answer(
    wanted,
    null,
    (uri) => workspace.findings(uri),
    async () => {},
  );
  const { part } = answer?.tree ?? {};
  if (!answer || !part) throw new Error('no tree');
  const totals = objectives === null ? part.totals : { ...part.totals, objectives };
  await view.showTree({ ...answer.tree, part: { ...part, totals } }, answer.findings, wanted);
}

/** What the view asked for last; waits until it has asked so often. */
async function asked(view: View, times: number): Promise<TreeWanted> {
  await expect.poll(async () => (await view.posted('wanted')).length).toBe(times);
  return (await view.posted('wanted')).at(-1)?.['wanted'] as TreeWanted;
}

it('shows a few rows folded, and how many goals there are', async () => {
  const view = await server.open();
  await show(view);
  expect(await view.posted('wanted')).toEqual([]);
  expect(await view.row(/^Area 3/).getAttribute('aria-expanded')).toBe('false');
  expect(await view.row(/^Area 3/).getAttribute('aria-setsize')).toBe('13');
  expect(await view.page.getByText('753 objectives').count()).toBe(1);
  expect(await view.page.locator('[role=treeitem]').count()).toBeLessThan(20);
  expect(view.errors).toEqual([]);
});

it('counts a large company so that the number can be read', async () => {
  const view = await server.open();
  await show(view, undefined, 12_565);
  expect(await view.page.getByText('12,565 objectives', { exact: true }).count()).toBe(1);
});

it('asks for what is in a row when it is opened, by key or pointer, and then shows it', async () => {
  const view = await server.open({ height: 1400 });
  await show(view);
  await view.row(/^Area 3/).focus();
  await view.press('ArrowRight');
  const wanted = await asked(view, 1);
  expect(wanted).toEqual({ cycle: null, open: ['~unit/area-3'], filter: null });
  await show(view, wanted);
  expect(await view.focused()).toBe('Area 3');
  const area = view.row(/^Area 3/);
  expect(await area.getAttribute('aria-expanded')).toBe('true');
  await view.press('ArrowRight');
  expect(await view.focused()).toBe('Goal 0 of area-3');
  const team = view.row(/^Team 13,/);
  expect(await team.getAttribute('aria-level')).toBe('3');
  expect(await team.getAttribute('aria-setsize')).toBe('27');
  await team.locator('.twistie').click();
  expect((await asked(view, 2)).open).toEqual(['~unit/area-3', '~unit/team-13']);
  expect(view.errors).toEqual([]);
});

it('lets the server look for words, and shows what it finds with all that leads to it', async () => {
  const view = await server.open();
  await show(view);
  await view.page.getByRole('textbox').fill('goal 2 team-117');
  const wanted = await asked(view, 1);
  expect(wanted.filter?.text).toBe('goal 2 team-117');
  await show(view, wanted);
  expect(await view.titles()).toEqual(['Acme', 'Area 7', 'Team 117', 'Goal 2 of team-117']);
  await view.page.getByRole('textbox').fill('');
  expect((await asked(view, 2)).filter).toBeNull();
});

it('gives no verdict before the answer is there, and then says how many there are', async () => {
  const view = await server.open();
  await show(view);
  const spoken = view.page.locator('.spoken[role=status]');
  await view.page.getByRole('textbox').fill('goal 2 team-117');
  const wanted = await asked(view, 1);
  await expect.poll(() => spoken.textContent()).toBe('Searching');
  // What somebody typed meanwhile brings up a tree that answers an earlier question.
  await show(view);
  expect(await view.page.getByText('Searching all goals…').isVisible()).toBe(true);
  expect(await view.page.getByText('No goal answers these filters.').isVisible()).toBe(false);
  expect(await view.page.getByText('0 objectives').count()).toBe(0);
  await show(view, wanted);
  expect(await view.page.getByText('1 objective', { exact: true }).count()).toBe(1);
  expect(await view.page.getByText('Searching all goals…').isVisible()).toBe(false);
  await expect.poll(() => spoken.textContent()).toBe('1 objective shown');
  await view.page.getByRole('textbox').fill('nothing like it');
  await show(view, await asked(view, 2));
  expect(await view.page.getByText('No goal answers these filters.').isVisible()).toBe(true);
  await expect.poll(() => spoken.textContent()).toBe('0 objectives shown');
});

it('says that not everything fits where very much is found', async () => {
  const view = await server.open();
  await show(view);
  await view.page.getByRole('textbox').fill('goal');
  await show(view, await asked(view, 1));
  await view.row(/^Acme/).focus();
  await view.press('End');
  await expect.poll(() => view.focused()).toBe('Not everything fits here');
});

it('follows a link to a goal that is not there yet', async () => {
  const view = await server.open({ height: 1400 });
  await show(view);
  await view.row(/^Area 3/).focus();
  await view.press('ArrowRight');
  await show(view, await asked(view, 1));
  await view.press('ArrowRight', ' ');
  const links = view.page.locator('#explanation button', { hasText: 'Goal 0 of team-103' });
  await links.first().click();
  const wanted = await asked(view, 2);
  expect(wanted.open).toContain('team-103/2026-Q3');
  await show(view, wanted);
  expect(await view.focused()).toBe('Goal 0 of team-103');
});
