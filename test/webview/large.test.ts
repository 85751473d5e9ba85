/** Twenty thousand objectives with eighty thousand key results must not freeze the panel. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.ts';
import type { largeTree } from './fixtures/large.ts';
import { type View, ViewServer } from './page.ts';

declare global {
  interface Window {
    large: { largeTree: typeof largeTree };
  }
}

let server: ViewServer;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());

/**
 * How long each may take, in parts of the time that the page needs only to read the same tree from its JSON: a yardstick that is slow
 * where the machine is slow or busy. A view that put all rows into the page, or compared each with each, would be far beyond.
 */
const limits = { tree: 4, filter: 1, jump: 0.2 };

/** The tree is made in the page: its way through the debugger would take longer than all the rest. */
async function bringTreeMaker(view: View): Promise<void> {
  const built = await build({
    entryPoints: [join(root, 'test/webview/fixtures/large.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'large',
    footer: { js: 'window.large = large;' },
    write: false,
  });
  await view.page.evaluate(built.outputFiles[0]?.text ?? '');
}

/** From the arrival of the message to the frame that shows it. */
function timeTree(view: View, moved: number): Promise<number> {
  return view.page.evaluate(async (figure) => {
    const tree = window.large.largeTree(20_000, figure);
    const text = JSON.stringify({ type: 'tree', tree, wanted: null, findings: {}, root: 'file:///a', projects: [] });
    const shown = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    window.postMessage(text, '*');
    await shown;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return Math.round(performance.now() - window.records.arrived);
  }, moved);
}

/** The yardstick. */
function timeParse(view: View): Promise<number> {
  return view.page.evaluate(() => {
    const text = JSON.stringify(window.large.largeTree(20_000, 0));
    const from = performance.now();
    JSON.parse(text);
    return Math.round(performance.now() - from);
  });
}

function timeFilter(view: View, text: string): Promise<number> {
  return view.page.evaluate(async (value) => {
    const search = document.querySelector('.search') as HTMLInputElement;
    const from = performance.now();
    search.value = value;
    search.dispatchEvent(new Event('input'));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return Math.round(performance.now() - from);
  }, text);
}

/** Forty jumps through the whole tree, in order of what they took. */
function timeScroll(view: View): Promise<number[]> {
  return view.page.evaluate(async () => {
    const scroller = document.querySelector('.scroller') as HTMLElement;
    const times: number[] = [];
    for (let step = 1; step <= 40; step++) {
      const from = performance.now();
      scroller.scrollTop = (scroller.scrollHeight / 41) * step;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(Math.round(performance.now() - from));
    }
    return times.sort((a, b) => a - b);
  });
}

it('shows, updates, filters and scrolls 20,000 objectives without freezing', { timeout: 240_000 }, async () => {
  const view = await server.open({ width: 560, height: 800 });
  await bringTreeMaker(view);
  const trees: number[] = [];
  for (const moved of [0, 0.3, 0.6]) trees.push(await timeTree(view, moved));
  const yardstick = Math.max(await timeParse(view), await timeParse(view));
  const filters: number[] = [];
  for (const text of ['team 7', 'team 77', 'team 777']) filters.push(await timeFilter(view, text));
  expect(await view.titles()).toContain('Goal 3 of team 777, so that somebody is better off');
  await timeFilter(view, '');
  const jumps = await timeScroll(view);
  const median = jumps[20] ?? 0;
  const figures = { yardstick, trees, filters, jump: median, slowestJump: jumps.at(-1) };
  console.log('20,000 objectives, milliseconds:', JSON.stringify(figures));
  expect(await view.page.locator('[role=treeitem]').count()).toBeLessThan(80);
  expect(Math.min(...trees) / yardstick).toBeLessThan(limits.tree);
  expect(Math.min(...filters) / yardstick).toBeLessThan(limits.filter);
  expect(median / yardstick).toBeLessThan(limits.jump);

  await view.page.locator('[role=treeitem]').last().focus();
  await view.press('End');
  expect(await view.focused()).toBe('Goal 4 of team 3999, so that somebody is better off');
  expect(await view.page.locator('[role=treeitem]:focus').getAttribute('aria-posinset')).toBe('5');
  expect(view.errors).toEqual([]);
});
