/**
 * Behaves like the desktop VS Code when it runs a test suite: takes the same arguments, runs the suite in the extension host of the
 * embedded VS Code and ends with the suite's exit code. 70: the extension host died; 124: it took too long; 130: interrupted.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { readArguments } from './arguments.ts';
import { addressOf, remoteFile, startBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const hostDied = 70;
const tookTooLong = 124;
const interrupted = 130;
const patience = Number(process.env['OKR_HOST_TIMEOUT_MS'] ?? 240_000);

const asked = readArguments(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'okr-host-'));
let server: RunningServer | undefined;
let browser: BrowserContext | undefined;
let ending = false;

async function finish(code: number, reason?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (reason) console.error(reason);
  // Tidying up may fail or hang; what the suite said stands all the same.
  await Promise.race([browser?.close().catch(() => {}), new Promise((done) => setTimeout(done, 5000))]);
  await server?.stop().catch(() => {});
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch {
    console.error(`${folder} could not be removed.`);
  }
  process.exit(code);
}

/** VS Code reports a crashed extension host as success; its server's log tells the truth. */
function deathOfExtensionHost(logFile: string): string | undefined {
  const ends = readFileSync(logFile, 'utf8').matchAll(/Extension Host Process exited with code: (\S+), signal: (\w+)/g);
  return [...ends].find(([, code, signal]) => code !== '0' || signal !== 'null')?.[0];
}

async function suiteEnded(code: number): Promise<void> {
  await new Promise((done) => setTimeout(done, 200));
  const death = server && deathOfExtensionHost(server.logFile);
  if (death) await finish(hostDied, death);
  else await finish(code);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void finish(interrupted));
setTimeout(() => void finish(tookTooLong, `Nothing came of it within ${patience / 1000} s.`), patience).unref();

try {
  const settingsFile = asked.userData && join(asked.userData, 'User', 'settings.json');
  const settings = settingsFile && existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : {};
  const extensionsFolder = asked.extensions ? { extensionsFolder: asked.extensions } : {};
  [server, browser] = await Promise.all([
    startServer({ dataFolder: join(folder, 'server'), settings, automated: true, ...extensionsFolder }),
    startBrowser({ profileFolder: join(folder, 'browser') }),
  ]);
  const { port } = server;
  void server.ended.then(() => finish(hostDied, 'The embedded VS Code ended by itself.'));
  await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://127.0.0.1:${port}` });
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  for (const path of asked.developed) payload.push(['extensionDevelopmentPath', remoteFile(port, resolve(path))]);
  if (asked.tests) payload.push(['extensionTestsPath', remoteFile(port, resolve(asked.tests))]);
  if (asked.withoutOthers) payload.push(['disableExtensions', 'true']);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', (code: number) => void suiteEnded(code));
  page.on('crash', () => void finish(hostDied, 'The page of VS Code crashed.'));
  page.on('close', () => void finish(hostDied, 'The page of VS Code was closed.'));
  await page.goto(addressOf(port, { open: asked.open ? resolve(asked.open) : null, payload }));
} catch (problem) {
  await finish(1, String(problem));
}
