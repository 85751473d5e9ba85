/** A VS Code window with the packaged extension in it, and the few things that a person does there. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { examples, examplesToday } from '../../scripts/examples.ts';
import { addressOf, remoteFile, startBrowser, webviewIn } from '../../scripts/host/browser.ts';
import { installExtension, startServer } from '../../scripts/host/server.ts';
import { root } from '../../scripts/root.ts';

export interface Opening {
  /** Path in a copy of `examples/`. */
  readonly file: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const readable = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.hover.delay': 100,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'default',
};

/** Waits until VS Code knows after a reload what is open now: in a browser it writes that down every five seconds when nothing else goes on. */
export async function writtenDown(page: Page): Promise<void> {
  await page.waitForTimeout(8000);
}

export class VsCode {
  readonly page: Page;
  readonly workspace: string;
  readonly #close: () => Promise<void>;

  constructor(page: Page, workspace: string, close: () => Promise<void>) {
    this.page = page;
    this.workspace = workspace;
    this.#close = close;
  }

  static async open({ file, settings = {}, viewport = { width: 1280, height: 760 } }: Opening): Promise<VsCode> {
    const folder = mkdtempSync(join(tmpdir(), 'okr-window-'));
    const workspace = join(folder, 'examples');
    cpSync(examples, workspace, { recursive: true });
    const dataFolder = join(folder, 'server');
    const extensionsFolder = join(folder, 'extensions');
    mkdirSync(dataFolder, { recursive: true });
    installExtension(join(root, 'dist', 'okr-language.vsix'), dataFolder, extensionsFolder);
    const env = { OKR_TODAY: examplesToday };
    const [server, browser] = await Promise.all([
      startServer({ dataFolder, extensionsFolder, env, settings: { ...readable, ...settings } }),
      startBrowser({ profileFolder: join(folder, 'browser'), viewport }),
    ]);
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    const payload: [string, string][] = [['openFile', remoteFile(server.port, join(workspace, file))]];
    await page.goto(addressOf(server.port, { open: workspace, payload }));
    await page.locator('.monaco-editor .view-line').first().waitFor();
    // The list of files takes a third of the window, and nobody here needs it.
    await page.keyboard.press('Control+KeyB');
    return new VsCode(page, workspace, async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });
  }

  /** Closes the window and opens the folder again: what was open comes back. */
  async reload(): Promise<void> {
    await writtenDown(this.page);
    const address = new URL(this.page.url());
    address.searchParams.delete('payload');
    await this.page.goto(address.href);
  }

  /** Ends the checker of this window as a crash would, or makes it hang. */
  signalChecker(signal: 'SIGKILL' | 'SIGSTOP'): void {
    const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
    const own = stdout
      .split('\n')
      .filter((line) => line.includes(dirname(this.workspace)) && line.includes('server.cjs'));
    if (own.length !== 1) throw new Error(`This window has ${own.length} checkers.`);
    process.kill(Number.parseInt(own[0] ?? '', 10), signal);
  }

  /** What the status bar says of all OKR files. */
  status(): Locator {
    return this.page.locator('[id*="okr.status"]');
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** The text that is in sight in the editor that has the keyboard, or had it last. */
  async textInSight(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .view-line, .editor-instance .view-line')
      .allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The line of the cursor, one-based; seen in the margin even while a view has the keyboard. */
  async cursorLine(): Promise<number> {
    return Number(await this.page.locator('.editor-instance .line-numbers.active-line-number').first().textContent());
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Waits until the editor shows its light bulb beside the line of the cursor, which has to stand in something that can be mended.
   * What a click on it shows was found already. The key for it has the editor look anew, and it forgets that it was asked when it looks
   * by itself in between, or when any extension, which on a busy machine are still starting, says that it has fixes for something.
   */
  async lightBulb(): Promise<Locator> {
    const beside = () => {
      const top = (element: Element | null) => element?.getBoundingClientRect().top;
      const bulb = document.querySelector<HTMLElement>('.lightBulbWidget');
      return bulb?.checkVisibility() === true && top(bulb) === top(document.querySelector('.active-line-number'));
    };
    await this.page.waitForFunction(beside);
    return this.page.locator('.lightBulbWidget').first();
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.keyboard.type(title);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Gives the text the keyboard by a click into it. */
  async focusText(): Promise<void> {
    const box = await this.page.locator('.editor-instance .monaco-editor').first().boundingBox();
    if (!box) throw new Error('No text is in sight.');
    // The lines overlap one another in the page, so the click goes to a point and not to an element.
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  squiggles(): Locator {
    return this.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');
  }

  cascade(): FrameLocator {
    return webviewIn(this.page);
  }
}
