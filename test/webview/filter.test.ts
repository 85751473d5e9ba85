/** Cycles, filters and totals. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { type View, ViewServer } from './page.ts';

let server: ViewServer;
let view: View;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  view = await server.open({ height: 1200 });
  await view.showTree(acme(), acmeFindings);
});
afterEach(async () => {
  expect(view.errors).toEqual([]);
  await server.closePages();
});

const search = () => view.page.getByRole('textbox', { name: 'Filter goals by their words' });

it('begins with the cycle that began last and shows what encloses it', async () => {
  const cycles = view.page.getByRole('combobox', { name: 'Cycle' });
  expect(await cycles.inputValue()).toBe('2026-Q3');
  expect(await cycles.locator('option').allTextContents()).toEqual([
    '2026-Q3',
    '2026-Q2',
    'Fiscal year 2026',
    'All cycles',
  ]);
  const titles = await view.titles();
  expect(titles).toContain('Repeat purchase rate');
  expect(titles).not.toContain('Be talked about in three cities');
});

it('shows another cycle, and all of them as sets of their own', async () => {
  const cycles = view.page.getByRole('combobox', { name: 'Cycle' });
  await cycles.selectOption('2026-Q2');
  expect(await view.titles()).toContain('Be talked about in three cities');
  expect(await view.titles()).not.toContain('Help desk rating');
  await cycles.selectOption({ label: 'All cycles' });
  expect(await view.row(/^Goals for 2026-Q2, closed/).count()).toBe(1);
  expect(await view.row(/^Goals for 2026-Q3/).count()).toBe(1);
});

it('keeps what matches, what lies above it, and says how much that is', async () => {
  await search().fill('RATING help');
  expect(await view.titles()).toEqual([
    'Acme Retail',
    'Customer Support',
    'Earn back customer trust so that buyers return',
    'Help desk rating',
  ]);
  await expect.poll(() => view.page.getByRole('status').textContent()).toBe('1 objective shown');
});

it('finds the goals of a cycle by its name or title, and none by its bare figures', async () => {
  await search().fill('fiscal');
  expect(await view.titles()).toEqual([
    'Acme Retail',
    'Become the shop people come back to, so that growth no longer depends on ads',
    'Repeat purchase rate',
    'Net promoter score',
  ]);
  await search().fill('2026-q3 earn');
  expect(await view.titles()).toContain('Help desk rating');
  await search().fill('2026');
  expect(await view.page.getByRole('button', { name: 'Show all goals' }).isVisible()).toBe(true);
});

it('says of a unit without goals in which cycle it has none', async () => {
  const spoken = (row: RegExp) => view.row(row).locator('.spoken').textContent();
  expect(await spoken(/^Legal/)).toBe('Legal, team, no goals in 2026-Q3');
  await view.page.getByRole('combobox', { name: 'Cycle' }).selectOption('FY26');
  expect(await spoken(/^Growth/)).toBe('Growth, team, no goals in Fiscal year 2026');
  await view.page.getByRole('combobox', { name: 'Cycle' }).selectOption('*');
  expect(await spoken(/^Legal/)).toBe('Legal, team, no goals');
});

it('keeps room for the cycle beside units with long titles', async () => {
  const [company] = acme().roots;
  if (!company) throw new Error('no company');
  const title = 'The department with the very longest of all titles in the company';
  await view.page.setViewportSize({ width: 760, height: 700 });
  await view.showTree({ ...acme(), roots: [{ ...company, title }] });
  const cycle = view.page.getByRole('combobox', { name: 'Cycle' });
  expect((await cycle.boundingBox())?.width).toBeGreaterThan(110);
  const end = (await view.page.locator('.filters').boundingBox()) ?? { x: 0, width: 0 };
  expect(end.x + end.width).toBeLessThanOrEqual(760);
});

it('finds what is folded away', async () => {
  await search().fill('phone menu');
  expect((await view.titles()).at(-1)).toBe('Replace the phone menu');
});

it('shows an objective that matches with all its key results', async () => {
  await search().fill('earn back');
  expect(await view.titles()).toContain('Customers who write twice');
});

it('shows one unit with all that is below it', async () => {
  await view.page.getByRole('combobox', { name: 'Unit' }).selectOption('support');
  const titles = await view.titles();
  expect(titles).toContain('Make the first answer the last one needed');
  expect(titles).toContain('Tidy the warehouse racks');
  expect(titles).not.toContain('Growth');
  expect(titles).not.toContain('Repeat purchase rate');
});

it('shows what one person owns', async () => {
  await view.page.getByRole('combobox', { name: 'Owner' }).selectOption('aiko');
  expect((await view.titles()).filter((title) => !/^(Acme|Customer Support|Growth|Unaligned)/.test(title))).toEqual([
    'Earn back customer trust so that buyers return',
    'Customers who write twice',
    'Help desk availability',
    '1 guardrail, 1 initiative',
    'Train every region',
    'Open the north',
  ]);
});

it('counts objectives by health, and each count is a filter', async () => {
  const off = view.page.getByRole('button', { name: '2 Off track' });
  expect(await off.getAttribute('aria-pressed')).toBe('false');
  await off.click();
  expect(await off.getAttribute('aria-pressed')).toBe('true');
  const objectives = await view.page.locator('.row.objective .title').allTextContents();
  expect(objectives).toEqual(['Make the first answer the last one needed', 'Tidy the warehouse racks']);
  await view.page.getByRole('button', { name: '3 On track' }).click();
  expect(await view.page.locator('.row.objective').count()).toBe(5);
  await view.page.getByRole('button', { name: 'Clear all filters' }).click();
  expect(await view.page.locator('.row.objective').count()).toBe(7);
});

it('shows only the unaligned, and only what has findings', async () => {
  await view.page.getByRole('button', { name: '2 unaligned' }).click();
  expect(await view.titles()).toEqual([
    'Unaligned',
    'Open the north',
    'Tidy the warehouse racks',
    'Racks with a label',
  ]);
  await view.page.getByRole('button', { name: '2 To look at' }).click();
  expect(await view.titles()).toEqual(['Unaligned', 'Open the north']);
});

it('lists an unaligned goal once, with its reason, and points to it from its unit', async () => {
  expect((await view.titles()).filter((title) => title === 'Open the north')).toHaveLength(1);
  expect(
    await view
      .row(/^Objective: Open the north/)
      .locator('.spoken')
      .textContent(),
  ).toContain('Growth, pilot for one quarter');
  expect(
    await view
      .row(/^Objective: Tidy/)
      .locator('.spoken')
      .textContent(),
  ).toContain('Customer Support, supports nothing');
  await view.row('1 unaligned goal, shown below').first().click();
  expect(await view.focused()).toBe('Tidy the warehouse racks');
});

it('says so when nothing is left, and offers the way back', async () => {
  await search().fill('no such words anywhere');
  await view.page.getByRole('button', { name: 'Show all goals' }).click();
  expect(await view.titles()).toContain('Acme Retail');
  expect(await view.page.getByRole('button', { name: 'Show all goals' }).isVisible()).toBe(false);
});

it('counts findings beside the title', async () => {
  expect(
    await view
      .row(/^Objective: Open the north/)
      .locator('.findings')
      .textContent(),
  ).toBe('2');
  expect(
    await view
      .row(/^Objective: Open the north/)
      .locator('.spoken')
      .textContent(),
  ).toContain('1 error and 1 warning');
});

it('offers the projects where there are several', async () => {
  expect(await view.page.getByRole('combobox', { name: 'Project' }).isVisible()).toBe(false);
  await view.send({
    type: 'tree',
    tree: acme(),
    wanted: null,
    findings: {},
    root: 'file:///a',
    projects: ['file:///a', 'file:///b%20c'],
  });
  const projects = view.page.getByRole('combobox', { name: 'Project' });
  await projects.selectOption({ label: 'b c' });
  expect(await view.posted('project')).toEqual([{ type: 'project', root: 'file:///b%20c' }]);
});

it('lets go of a unit and an owner that another project does not have', async () => {
  const [unit, owner] = ['Unit', 'Owner'].map((name) => view.page.getByRole('combobox', { name }));
  await unit?.selectOption('support');
  await owner?.selectOption('maya');
  await search().fill('o');
  const [company] = acme().roots;
  if (!company) throw new Error('no company');
  const other = { ...acme(), roots: [{ ...company, units: company.units.filter(({ name }) => name !== 'support') }] };
  const projects = ['file:///acme', 'file:///other'];
  await view.send({ type: 'tree', tree: other, wanted: null, findings: {}, root: 'file:///other', projects });
  expect([await unit?.inputValue(), await owner?.inputValue()]).toEqual(['', 'maya']);
  expect(await search().inputValue()).toBe('o');
});

it('names a unit that is gone, as long as it is filtered by', async () => {
  const unit = view.page.getByRole('combobox', { name: 'Unit' });
  await unit.selectOption('support');
  const [company] = acme().roots;
  if (!company) throw new Error('no company');
  await view.showTree({ ...acme(), roots: [{ ...company, units: [] }] });
  expect(await unit.locator('option:checked').textContent()).toBe('support');
});
