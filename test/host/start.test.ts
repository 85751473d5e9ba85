/** `npm start -- --no-open`: one line with an address, a VS Code behind it, and nothing left when it is interrupted. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { firstExample } from '../../scripts/examples.ts';
import { startBrowser, webviewIn } from '../../scripts/host/browser.ts';
import { root } from '../../scripts/root.ts';
import { writtenDown } from './window.ts';

const folder = mkdtempSync(join(tmpdir(), 'okr-start-test-'));
let start: ChildProcess;
let said = '';
let address = '';

beforeAll(async () => {
  start = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--no-open'], { cwd: root });
  start.stdout?.on('data', (data) => {
    said += data;
  });
  let ended = false;
  start.once('exit', () => {
    ended = true;
  });
  await vi.waitUntil(() => ended || said.endsWith('\n'), { timeout: 170_000, interval: 100 });
  address = /^Open (http:\/\/127\.0\.0\.1:\d+\/\S*)\n$/.exec(said)?.[1] ?? '';
});
afterAll(() => {
  start?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

it('says nothing but the address', () => {
  expect(said).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/\S*\n$/);
});

it('the address shows an example with its findings and the cascade beside it, and asks nobody else for anything', async () => {
  const browser = await startBrowser({ profileFolder: join(folder, 'profile') });
  const elsewhere: string[] = [];
  browser.on('requestfailed', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await page
    .locator('.tab', { hasText: basename(firstExample) })
    .first()
    .waitFor();
  // A newcomer sees all three at once: what is wrong, what is weak, and what is only worth a thought.
  for (const kind of ['error', 'warning', 'info']) await page.locator(`.squiggly-${kind}`).first().waitFor();
  const row = (title: string) => webviewIn(page).locator('[role=treeitem]', { hasText: title }).first();
  await row('Vans and workshop').waitFor();
  await row('Time from call to repair').locator('.findings').waitFor();
  expect(elsewhere).toEqual([]);

  // A reload of the page shows what was open, and not only the file that the address names.
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'pedalhaus.okr' }).dblclick();
  await page.locator('.tab', { hasText: 'pedalhaus.okr' }).waitFor();
  await writtenDown(page);
  await page.reload();
  await page.locator('.tab', { hasText: basename(firstExample) }).waitFor();
  await page.locator('.tab', { hasText: 'pedalhaus.okr' }).waitFor();
  await row('Vans and workshop').waitFor();
  expect(await page.locator('.tab', { hasText: 'OKR Cascade' }).count()).toBe(1);
  await browser.close();
});

it('ends when it is interrupted, and leaves no process behind', async () => {
  const ended = new Promise((resolve) => start.once('exit', resolve));
  start.kill('SIGTERM');
  await ended;
  const port = new URL(address).port;
  const refused = await fetch(`http://127.0.0.1:${port}/`).then(
    () => false,
    () => true,
  );
  expect(refused).toBe(true);
  const processes = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
  expect(
    processes.split('\n').filter((line) => line.includes('okr-start-') && line.includes('server-main.js')),
  ).toEqual([]);
});
