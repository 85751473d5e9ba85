/** What is said of the chosen row beneath it, and where a row has no room for it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { keyResult, objective, progress, set, tree, unit } from './fixtures/rows.ts';
import { type View, ViewServer } from './page.ts';

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
afterEach(() => server.closePages());

const long = 'Become the hospital where nobody in the whole of the region waits longer than an hour to be seen';

async function explained(row: RegExp, shown = acme(), findings = acmeFindings): Promise<View> {
  const view = await server.open({ width: 300 });
  await view.showTree(shown, findings);
  await view.row(row).focus();
  await view.press('Space');
  return view;
}

const saying = (explanation: string, value = 0) => {
  const csat = keyResult('acme/2026-Q3/a/b', 'Waiting', { progress: progress(value, 'offTrack', { explanation }) });
  const goals = [objective('acme/2026-Q3/a', long, { keyResults: [csat], ambitionFrom: 'from the settings' })];
  return tree([unit('acme', 'Acme', 'company', [set('acme', '2026-Q3', goals)])]);
};

it('a title that is cut in its row is there in whole: in the details, and under the pointer', async () => {
  const view = await explained(/^Objective: Become the hospital/, saying(''));
  expect(await view.page.locator('#explanation .whole-title').textContent()).toBe(long);
  expect(
    await view
      .row(/^Objective: Become the hospital/)
      .locator('.name')
      .getAttribute('title'),
  ).toBe(long);
});

it.each([
  ['-10% = 23% on 31 July, so it counts 0%. It is off track.', 0],
  ['It counts 0%, because there is no reading yet.', 0],
  ['47% is the mean of 5 key results.', 0.47],
])('says its figure once: %s', async (explanation, value) => {
  const view = await explained(/^Key result: Waiting/, saying(explanation, value));
  expect(await view.page.locator('#explanation .sentence').textContent()).toBe(explanation);
  expect(await view.page.locator('#explanation .sentence strong').count()).toBe(1);
});

it('puts the figure in front of a sentence that does not say it', async () => {
  const view = await explained(
    /^Key result: Waiting/,
    saying('The last reading says 4. 30% of the time has gone.', 0.3),
  );
  expect(await view.page.locator('#explanation .sentence').textContent()).toMatch(/^30% The last reading/);
});

it('says where a kind was inherited from', async () => {
  const view = await explained(/^Objective: Become the hospital/, saying(''));
  expect(await view.page.locator('#explanation .facts').textContent()).toContain('committed (from the settings)');
});

it('a unit that shares its row with its set shows what is found in the set: in the row, spoken, in the details', async () => {
  const findings = { 'support/2026-Q3': { errors: 0, warnings: 1, others: 0 } };
  const view = await explained(/^Customer Support/, acme(), findings);
  const row = view.row(/^Customer Support/);
  expect(await row.locator('.findings').textContent()).toBe('1');
  expect(await row.locator('.spoken').textContent()).toMatch(/1 warning$/);
  expect(await view.page.locator('#explanation .facts').textContent()).toBe('To look at1 warning');
  await view.page.getByRole('button', { name: '1 To look at' }).click();
  expect(await view.titles()).toEqual(['Acme Retail', 'Customer Support']);
});

it('no label is broken, however long what stands behind it is', async () => {
  const owner = { name: 'x', title: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3), inherited: null };
  const goals = [objective('acme/2026-Q3/a', 'Trust', { owners: [owner] })];
  const view = await explained(
    /^Objective: Trust/,
    tree([unit('acme', 'Acme', 'company', [set('acme', '2026-Q3', goals)])]),
  );
  const label = view.page.locator('#explanation dt', { hasText: 'Owner' });
  expect((await label.boundingBox())?.height).toBeLessThan(24);
});
