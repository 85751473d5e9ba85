/** Types into a real VS Code and measures inside its page: from the moment a key is pressed to the moment a squiggle has changed. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** One key that brings or removes a finding. */
export interface Keystroke {
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
  done: ((keystroke: Keystroke) => void) | null;
}

declare global {
  interface Window {
    okrProbe: Probe;
  }
}

/** The error squiggle on the line of the cursor; there is only one line with the cursor in it. */
function watch(): void {
  const probe: Probe = { pressed: 0, reading: false, done: null };
  window.okrProbe = probe;
  const isMarked = () => {
    const line = document.querySelector('.active-line-number')?.getBoundingClientRect();
    if (!line) return null;
    const marks = [...document.querySelectorAll('.editor-instance .squiggly-error')];
    return marks.some((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top < line.bottom && bottom > line.top;
    });
  };
  let before: boolean | null = null;
  addEventListener(
    'keydown',
    () => {
      before = isMarked();
      probe.reading = (document.querySelector('[id*="okr.status"]')?.textContent ?? '').includes('reading');
      probe.pressed = performance.now();
    },
    true,
  );
  new MutationObserver(() => {
    if (probe.done === null || isMarked() === before) return;
    const { done, pressed, reading } = probe;
    probe.done = null;
    const squiggle = performance.now() - pressed;
    requestAnimationFrame(() => setTimeout(() => done({ squiggle, painted: performance.now() - pressed, reading })));
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style'] });
}

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

  /** Presses the next key and waits for what it changes. */
  async press(digit: string): Promise<Keystroke> {
    const key = this.#next;
    this.#next = key === 'Backspace' ? digit : 'Backspace';
    const changed = this.#page.evaluate(
      () =>
        new Promise<Keystroke>((resolve) => {
          window.okrProbe.done = resolve;
        }),
    );
    await this.#page.keyboard.press(key);
    return changed;
  }
}
