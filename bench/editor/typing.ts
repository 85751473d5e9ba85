/** Types into a real VS Code and measures inside its page: from the moment a key is pressed to the moment a squiggle has changed. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** One key that brings or removes a finding. */
export interface Keystroke {
  /** When the key was pressed, in milliseconds since 1970. */
  readonly pressedAt: number;
  /** From the key to the changed squiggle in the page, in milliseconds. */
  readonly squiggle: number;
  /** From the key to the first picture that shows it. */
  readonly painted: number;
  /** Whether the files of the folder were still being read when the key was pressed. */
  readonly reading: boolean;
}

/** What is measured inside the page. */
interface Probe {
  pressed: number;
  reading: boolean;
  /** What is waited for; null where nothing is. */
  wanted: { readonly isMarked: boolean; readonly done: (keystroke: Keystroke) => void } | null;
  /** Resolves when it has come. */
  came: Promise<Keystroke> | null;
}

declare global {
  interface Window {
    okrProbe: Probe;
  }
}

/** Looks for the error squiggle on the line of the cursor. */
function watch(): void {
  const probe: Probe = { pressed: 0, reading: false, wanted: null, came: null };
  window.okrProbe = probe;
  const isMarked = () => {
    const line = document.querySelector('.active-line-number')?.getBoundingClientRect();
    const marks = [...document.querySelectorAll('.editor-instance .squiggly-error')];
    return marks.some((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return line !== undefined && top < line.bottom && bottom > line.top;
    });
  };
  const look = () => {
    if (probe.wanted === null || probe.pressed === 0 || isMarked() !== probe.wanted.isMarked) return;
    const { done } = probe.wanted;
    const { pressed, reading } = probe;
    probe.wanted = null;
    const squiggle = performance.now() - pressed;
    const pressedAt = performance.timeOrigin + pressed;
    requestAnimationFrame(() =>
      setTimeout(() => done({ pressedAt, squiggle, painted: performance.now() - pressed, reading })),
    );
  };
  addEventListener(
    'keydown',
    () => {
      probe.reading = (document.querySelector('[id*="okr.status"]')?.textContent ?? '').includes('reading');
      probe.pressed = performance.now();
    },
    true,
  );
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style'],
  });
}

/** A squiggle that has not come or gone by then never will. */
const patience = 120_000;

export class Typist {
  readonly #page: Page;
  #next = 'Backspace';

  private constructor(page: Page) {
    this.#page = page;
  }

  /** The cursor stands behind a digit without which the error on its line goes, and with which it comes. */
  static async at(page: Page, line: number, column: number): Promise<Typist> {
    await page.keyboard.press('Control+KeyG');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type(`${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.locator('.squiggly-error').first().waitFor();
    await page.evaluate(watch);
    return new Typist(page);
  }

  /** Presses the next key and waits for what it changes: without the digit there is no error, with it there is. */
  async press(digit: string): Promise<Keystroke> {
    const key = this.#next;
    const isMarked = key === digit;
    this.#next = isMarked ? 'Backspace' : digit;
    // Armed before the key is pressed: a key may overtake a question to the page.
    await this.#page.evaluate(
      ({ isMarked, patience }) => {
        const probe = window.okrProbe;
        probe.pressed = 0;
        probe.came = new Promise((resolve, reject) => {
          probe.wanted = { isMarked, done: resolve };
          setTimeout(() => reject(new Error('The squiggle did not change.')), patience);
        });
        probe.came.catch(() => {});
      },
      { isMarked, patience },
    );
    await this.#page.keyboard.press(key);
    return (await this.#page.evaluate(() => window.okrProbe.came)) as Keystroke;
  }
}
