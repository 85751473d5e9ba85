/** The browser half of the embedded VS Code: a Chromium that can reach this machine and nothing else. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { ensureChromium } from '../chromium.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP localhost 127.0.0.1 , MAP *.localhost 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export interface BrowserOptions {
  /** A folder of its own for the profile. */
  readonly profileFolder: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
}

export async function startBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const { profileFolder } = options;
  mkdirSync(join(profileFolder, 'Default'), { recursive: true });
  // A webview lives in a frame of another origin and keeps its files in a service worker: both count as third-party storage.
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profileFolder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profileFolder, {
    executablePath: ensureChromium(),
    headless: true,
    viewport: options.viewport ?? { width: 1400, height: 900 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    serviceWorkers: 'allow',
    // Whoever started the browser decides what a Ctrl-C means.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: flags,
  });
}

export interface Workbench {
  /** Absolute path of a folder or a `.code-workspace` file; null for an empty window. */
  readonly open: string | null;
  /** Pairs such as `['openFile', 'vscode-remote://…']`. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address of a VS Code window. */
export function addressOf(port: number, { open, payload = [] }: Workbench): string {
  const query = new URLSearchParams();
  if (open === null) query.set('ew', 'true');
  else query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A file or folder of this machine, as the page names it. */
export function remoteFile(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The document inside the webview that is shown; where several are shown, the `index`-th. */
export function webviewIn(page: Page, index = 0): FrameLocator {
  return page.frameLocator(`iframe.webview.ready >> nth=${index}`).frameLocator('#active-frame');
}
