/** The ARIA tree by keyboard alone. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { type View, ViewServer } from './page.ts';

let server: ViewServer;
let view: View;

beforeAll(async () => {
  server = await ViewServer.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  view = await server.open();
  await view.showTree(acme(), acmeFindings);
});
afterEach(async () => {
  expect(view.errors).toEqual([]);
  await server.closePages();
});

/** Puts the keyboard on the first row. */
async function enterTree(): Promise<void> {
  await view.page.getByRole('textbox').focus();
  await view.press('ArrowDown');
}

describe('a tree by keyboard', () => {
  it('has one tab stop, at its first row', async () => {
    expect(await view.page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
    await enterTree();
    expect(await view.focused()).toBe('Acme Retail');
  });

  it('goes up and down, to the ends and not beyond', async () => {
    await enterTree();
    await view.press('ArrowDown', 'ArrowDown');
    expect(await view.focused()).toBe('Repeat purchase rate');
    await view.press('ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(await view.focused()).toBe('Acme Retail');
    await view.press('End', 'ArrowDown');
    expect(await view.focused()).toBe('Find our place in the company');
    await view.press('Home');
    expect(await view.focused()).toBe('Acme Retail');
  });

  it('opens and closes with right and left, and goes to the child and to the parent', async () => {
    await enterTree();
    await view.press('ArrowRight');
    expect(await view.focused()).toMatch(/^Become the shop/);
    await view.press('ArrowLeft');
    await expect.poll(() => view.row(/^Objective: Become the shop/).getAttribute('aria-expanded')).toBe('false');
    expect(await view.titles()).not.toContain('Repeat purchase rate');
    await view.press('ArrowLeft');
    expect(await view.focused()).toBe('Acme Retail');
    await view.press('ArrowRight', 'ArrowRight');
    expect(await view.row(/^Objective: Become the shop/).getAttribute('aria-expanded')).toBe('true');
    await view.press('ArrowRight');
    expect(await view.focused()).toBe('Repeat purchase rate');
  });

  it('opens all siblings with *', async () => {
    await enterTree();
    await view.press('ArrowLeft', '*');
    expect(await view.titles()).toContain('Customer Support');
  });

  it('follows typed letters to a title', async () => {
    await enterTree();
    await view.press('n', 'e', 't');
    expect(await view.focused()).toBe('Net promoter score');
  });

  it('stays where it is when no title begins with the letters', async () => {
    await enterTree();
    await view.press('End', 'z', 'q');
    expect(await view.focused()).toBe('Find our place in the company');
  });

  it('opens the text with Enter', async () => {
    await enterTree();
    await view.press('ArrowDown', 'Enter');
    const [opened] = await view.posted('open');
    expect(opened).toMatchObject({ uri: 'file:///acme/goals.okr', preserveFocus: false, character: 2 });
  });

  it('shows and hides the explanation with Space, and tells it to a screen reader', async () => {
    await enterTree();
    await view.press('ArrowDown', 'ArrowDown', 'Space');
    const row = view.row(/^Key result: Repeat purchase rate/);
    const explanation = view.page.locator('#explanation');
    expect(await explanation.textContent()).toContain('Measured by the last reading');
    expect(await row.getAttribute('aria-describedby')).toBe('explanation');
    await view.press('Space');
    expect(await explanation.count()).toBe(0);
    expect(await row.getAttribute('aria-describedby')).toBeNull();
  });

  it('reaches the links of the explanation with Tab, follows them, and comes back with Escape', async () => {
    await enterTree();
    await view.press('n', 'e', 't', 'ArrowUp', 'Space', 'Tab');
    expect(await view.page.evaluate(() => document.activeElement?.textContent)).toBe('7 Aug');
    await view.press('Escape');
    expect(await view.focused()).toBe('Repeat purchase rate');
    await view.page.locator('.explanation .link', { hasText: 'Earn back customer trust' }).focus();
    await view.press('Enter');
    expect(await view.focused()).toMatch(/^Earn back customer trust/);
  });

  it('clears the filter with Escape and keeps its row', async () => {
    await view.page.getByRole('textbox').fill('phone menu');
    await view.press('ArrowDown', 'End');
    expect(await view.focused()).toBe('Replace the phone menu');
    await view.press('Escape');
    expect(await view.page.getByRole('textbox').inputValue()).toBe('');
    expect(await view.titles()).toContain('Net promoter score');
    expect(await view.focused()).not.toBeNull();
  });

  it('closes with Escape what is open beneath the row first, and then clears the filter', async () => {
    await view.page.getByRole('textbox').fill('phone menu');
    await view.press('ArrowDown', 'End', 'Space', 'Escape');
    expect(await view.page.locator('#explanation').count()).toBe(0);
    expect(await view.page.getByRole('textbox').inputValue()).toBe('phone menu');
    await view.press('Escape');
    expect(await view.page.getByRole('textbox').inputValue()).toBe('');
  });

  it('takes the keyboard when the editor hands it over, and goes to the row where it was', async () => {
    await enterTree();
    await view.press('ArrowDown');
    await view.page.getByRole('textbox').focus();
    await view.send({ type: 'focus' });
    expect(await view.focused()).toMatch(/^Become the shop/);
  });

  it('leaves keys with Ctrl, Alt or Cmd to the editor', async () => {
    await enterTree();
    await view.press('Control+ArrowDown', 'Alt+End');
    expect(await view.focused()).toBe('Acme Retail');
  });
});

describe('what a screen reader hears', () => {
  it('names kind, progress, health, owner, age, links and findings', async () => {
    expect(
      await view
        .row(/^Objective: Earn back/)
        .locator('.spoken')
        .textContent(),
    ).toBe(
      'Objective: Earn back customer trust so that buyers return, 47%, on track, owner Maya Ortiz, last reading 1 day ago, ' +
        'supports Repeat purchase rate and Let people try us once, supported by 1 goal',
    );
    expect(
      await view
        .row(/Reduce refund turnaround/)
        .locator('.spoken')
        .textContent(),
    ).toContain('no news, due 31 Aug, 1 warning');
  });

  it('tells level, place among siblings and whether a row is open', async () => {
    const row = view.row(/^Customer Support/);
    const attributes = await row.evaluate((element) =>
      ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) => element.getAttribute(name)),
    );
    expect(attributes).toEqual(['2', '2', '4', 'true']);
    expect(await view.row(/^Key result: Net promoter score/).getAttribute('aria-expanded')).toBeNull();
  });
});
