/**
 * The built view in a real browser, served as the editor serves it: the page of the product with its content policy, one script,
 * one style sheet, and a stand-in for the editor's side of the messages.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CascadeTree, FindingCounts, TreeWanted } from '@okr-language/core';
import { cascadeHtml, contentPolicy, type HostMessage, writeHostMessage } from '@okr-language/webview';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.ts';
import { root } from '../../scripts/root.ts';
import { type ThemeName, themes } from './fixtures/themes.ts';

const nonce = 'bm9uY2VvZnRoZXRlc3Rz';

interface ViewRecords {
  posted: { type: string; [field: string]: unknown }[];
  saved: unknown;
  violations: string[];
  /** When the last message came in, before the view saw it. */
  arrived: number;
}

declare global {
  interface Window {
    records: ViewRecords;
  }
}

export interface ViewOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: ThemeName;
  /** What the editor kept of an earlier life of the view. */
  readonly saved?: unknown;
  readonly forcedColors?: boolean;
}

export class ViewServer {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #contexts = new Set<BrowserContext>();

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<ViewServer> {
    const built = await build({
      entryPoints: [join(root, 'packages/webview/src/main.ts'), join(root, 'packages/webview/src/style.css')],
      bundle: true,
      format: 'iife',
      target: 'chrome120',
      outdir: 'out',
      write: false,
    });
    const fileEnding = (ending: string) => built.outputFiles.find((file) => file.path.endsWith(ending))?.contents ?? '';
    const script = fileEnding('.js');
    const style = fileEnding('.css');
    const server = createServer((request, response) => {
      const origin = `http://${request.headers.host}`;
      const send = (type: string, content: string | Uint8Array) => {
        response.writeHead(200, { 'content-type': type, 'content-security-policy': contentPolicy(nonce, origin) });
        response.end(content);
      };
      if (request.url === '/main.js') send('text/javascript', script);
      else if (request.url === '/main.css') send('text/css', style);
      else if (request.url === '/') {
        send(
          'text/html',
          cascadeHtml({ nonce, cspSource: origin, scriptUri: `${origin}/main.js`, styleUri: `${origin}/main.css` }),
        );
      } else {
        response.writeHead(404);
        response.end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    });
    return new ViewServer(server, browser);
  }

  async open(options: ViewOptions = {}): Promise<View> {
    const context = await this.#browser.newContext({
      viewport: { width: options.width ?? 560, height: options.height ?? 760 },
      forcedColors: options.forcedColors ? 'active' : 'none',
    });
    this.#contexts.add(context);
    const page = await context.newPage();
    const theme = themes[options.theme ?? 'dark'];
    await page.addInitScript(
      ({ saved, variables, bodyClass }) => {
        const records: ViewRecords = { posted: [], saved, violations: [], arrived: 0 };
        window.records = records;
        window.addEventListener('message', () => {
          records.arrived = performance.now();
        });
        Object.assign(window, {
          acquireVsCodeApi: () => ({
            postMessage: (message: ViewRecords['posted'][number]) => records.posted.push(message),
            getState: () => records.saved,
            setState: (state: unknown) => {
              records.saved = structuredClone(state);
            },
          }),
        });
        document.addEventListener('securitypolicyviolation', (event) =>
          records.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        );
        document.addEventListener('DOMContentLoaded', () => {
          document.body.className = bodyClass;
          document.documentElement.style.setProperty('background', variables['sideBar-background'] ?? '');
          for (const [name, value] of Object.entries(variables)) {
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
          }
        });
      },
      { saved: options.saved, variables: theme.variables, bodyClass: theme.bodyClass },
    );
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
    return new View(page, errors);
  }

  /** Ends the pages of one test. */
  async closePages(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    this.#contexts.clear();
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** One page with the view, and what a reader and the editor do with it. */
export class View {
  readonly page: Page;
  /** What went wrong in the page's script. */
  readonly errors: readonly string[];

  constructor(page: Page, errors: readonly string[]) {
    this.page = page;
    this.errors = errors;
  }

  /** Sends as the editor does; takes anything, so that a test can send what it should not. */
  async send(message: HostMessage | unknown): Promise<void> {
    await this.page.evaluate((data) => {
      window.postMessage(data, '*');
      return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, message);
  }

  showTree(
    tree: CascadeTree,
    findings: Readonly<Record<string, FindingCounts>> = {},
    wanted: TreeWanted | null = null,
  ): Promise<void> {
    const projects = ['file:///acme'];
    return this.send(writeHostMessage({ type: 'tree', tree, wanted, findings, root: 'file:///acme', projects }));
  }

  async posted(type?: string): Promise<ViewRecords['posted']> {
    const posted = await this.page.evaluate(() => window.records.posted);
    return type ? posted.filter((message) => message.type === type) : posted;
  }

  saved(): Promise<unknown> {
    return this.page.evaluate(() => window.records.saved);
  }

  violations(): Promise<string[]> {
    return this.page.evaluate(() => window.records.violations);
  }

  row(name: string | RegExp) {
    return this.page.getByRole('treeitem', { name });
  }

  /** The titles of the rows in the page, from the top. */
  titles(): Promise<string[]> {
    return this.page.locator('[role=treeitem] .title').allTextContents();
  }

  /** The title of the row that has the focus; null where none has. */
  focused(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.querySelector(':scope > .line .title')?.textContent ?? null,
    );
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
