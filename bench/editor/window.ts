/** A real VS Code with the packaged extension, open on a made-up company. */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf, remoteFile, startBrowser } from '../../scripts/host/browser.ts';
import { installExtension, startServer } from '../../scripts/host/server.ts';
import { generate } from '../generate.ts';
import { withProbe } from '../workspace/edits.ts';
import { today } from '../workspace/invent.ts';

const noteEdits = join(import.meta.dirname, 'note-edits.cjs');

export interface Window {
  readonly page: Page;
  /** Where the digit stands that decides about a finding: one-based line, and the column behind it. */
  readonly line: number;
  readonly column: number;
  /** The hot file. */
  readonly hot: string;
  /** Where the server notes when edits come and findings go. */
  readonly notes: string;
  /** When the page was called, on the clock of `performance.now()`. */
  readonly begun: number;
  close(): Promise<void>;
}

/** Opens the hot file, to which a tenth of all others link. `cascade` also opens the cascade beside the text. */
export async function openWindow(vsix: string, files: number, cascade: boolean): Promise<Window> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-bench-editor-'));
  const workspace = join(folder, 'company');
  const { paths } = generate(files, 'okr', workspace);
  const hot = join(workspace, paths[0] as string);
  const { text, place } = withProbe(readFileSync(hot, 'utf8'));
  writeFileSync(hot, text);
  const dataFolder = join(folder, 'server');
  const extensionsFolder = join(folder, 'extensions');
  const notes = join(folder, 'edits');
  mkdirSync(dataFolder, { recursive: true });
  installExtension(vsix, dataFolder, extensionsFolder);
  letServerNote(extensionsFolder);
  const [server, browser] = await Promise.all([
    startServer({
      dataFolder,
      extensionsFolder,
      env: { OKR_TODAY: today, OKR_EDITS_TO: notes },
      settings: { 'files.autoSave': 'off', 'okr.cascade.openAtStart': cascade },
    }),
    startBrowser({ profileFolder: join(folder, 'browser') }),
  ]);
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(300_000);
  const begun = performance.now();
  await page.goto(addressOf(server.port, { open: workspace, payload: [['openFile', remoteFile(server.port, hot)]] }));
  await page.locator('.monaco-editor .view-line').first().waitFor();
  return {
    page,
    line: place.line + 1,
    column: place.character + 2,
    hot,
    notes,
    begun,
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** What is measured is the packaged extension, but for one line: an editor hands no options of Node on to those it starts. */
function letServerNote(extensionsFolder: string): void {
  const server = globSync(join(extensionsFolder, '*/dist/server.cjs'))[0];
  if (server === undefined) throw new Error(`no server in ${extensionsFolder}`);
  writeFileSync(server, `require(${JSON.stringify(noteEdits)});\n${readFileSync(server, 'utf8')}`);
}
