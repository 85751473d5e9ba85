/** What stands there when there is no tree to show. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { acme } from './fixtures/acme.ts';
import { tree, unit } from './fixtures/rows.ts';
import { ViewServer } from './page.ts';

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
afterEach(() => server.closePages());

it('shows lines of a skeleton until the first tree comes', async () => {
  const view = await server.open();
  expect(await view.page.getByRole('status', { name: 'Reading the goals' }).isVisible()).toBe(true);
  await view.showTree(acme());
  expect(await view.page.getByRole('status', { name: 'Reading the goals' }).count()).toBe(0);
});

it('marks the tree as waiting while it is read again', async () => {
  const view = await server.open();
  await view.showTree(acme());
  await view.send({ type: 'loading' });
  expect(await view.page.getByRole('tree').getAttribute('aria-busy')).toBe('true');
  await view.showTree(acme());
  expect(await view.page.getByRole('tree').getAttribute('aria-busy')).toBeNull();
});

it('offers to write the first objective where there is none', async () => {
  const view = await server.open();
  await view.send({ type: 'empty' });
  await view.page.getByRole('button', { name: 'Write your first objective' }).click();
  expect(await view.posted('createFirst')).toHaveLength(1);
});

it('says the same of units without goals, and gives way to the first goal', async () => {
  const view = await server.open();
  await view.showTree(tree([unit('acme', 'Acme Retail', 'company', [])]));
  expect(await view.page.getByRole('button', { name: 'Write your first objective' }).isVisible()).toBe(true);
  await view.showTree(acme());
  expect(await view.titles()).toContain('Acme Retail');
});

const broken = {
  type: 'error',
  what: 'The settings of this project cannot be read.',
  todo: 'Mend the file; the view follows by itself.',
  where: { uri: 'file:///acme/okr.config.json', line: 3, character: 7, label: 'okr.config.json, line 4' },
};

it('says what is wrong, where, and what to do', async () => {
  const view = await server.open();
  await view.send(broken);
  const alert = view.page.getByRole('alert');
  expect(await alert.textContent()).toBe(
    'The settings of this project cannot be read.okr.config.json, line 4Mend the file; the view follows by itself.',
  );
  await alert.getByRole('button').click();
  expect(await view.posted('open')).toEqual([
    { type: 'open', uri: 'file:///acme/okr.config.json', line: 3, character: 7, preserveFocus: false },
  ]);
});

it('leaves the last tree in sight beneath what went wrong, until a new one comes', async () => {
  const view = await server.open();
  await view.showTree(acme());
  await view.send(broken);
  expect(await view.page.getByRole('alert').isVisible()).toBe(true);
  expect(await view.titles()).toContain('Acme Retail');
  await view.showTree(acme());
  expect(await view.page.getByRole('alert').count()).toBe(0);
});
