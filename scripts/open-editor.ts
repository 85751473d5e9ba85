/**
 * `npm start [-- --no-open] [--port N]`: builds the extension and opens the examples in a VS Code that has it: the desktop edition
 * where its command `code` is there, else the embedded one in the browser. With `--no-open` it prints one line and serves until
 * interrupted. What is said while waiting goes to standard error.
 */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examples, examplesToday, firstExample } from './examples.ts';
import { addressOf, remoteFile } from './host/browser.ts';
import { calmSettings, installExtension, startServer } from './host/server.ts';
import { packageExtension } from './package.ts';
import { root } from './root.ts';

const say = (line: string) => console.error(line);
const settings = {
  ...calmSettings,
  // In a browser VS Code saves by itself; the examples should not change because somebody tried something.
  'files.autoSave': 'off',
  // The text and the cascade share the window.
  'editor.minimap.enabled': false,
  'okr.cascade.openAtStart': true,
  // The address names the file that greets; without this, a reload of the page would show that one and forget all others.
  'window.restoreWindows': 'preserve',
};
const env = { OKR_TODAY: examplesToday };

function options(): { open: boolean; port: number } {
  try {
    const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes a number from 0 to 65535.');
    return { open: values['no-open'] !== true, port };
  } catch (problem) {
    say(`${problem instanceof Error ? problem.message : problem}\nUse: npm start [-- --no-open] [--port N]`);
    process.exit(2);
  }
}

async function build(): Promise<string> {
  say('Building the extension …');
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (run.status !== 0) throw new Error('The extension could not be built; the reason stands above.');
  return packageExtension();
}

/** Whether a desktop VS Code can be started from here. */
function hasDesktop(): boolean {
  return runCode(['--version'], { stdio: 'ignore' }) === 0;
}

function runCode(args: readonly string[], more: SpawnOptions): number | null {
  return spawnSync('code', [...args], { ...more, shell: process.platform === 'win32' }).status;
}

/** With a profile of its own: nothing of it stays behind in the user's editor. */
function openDesktop(vsix: string): void {
  const profile = join(root, '.vscode-test', 'desktop');
  mkdirSync(join(profile, 'User'), { recursive: true });
  writeFileSync(join(profile, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const own = ['--user-data-dir', profile, '--extensions-dir', join(profile, 'extensions')];
  say('Opening VS Code …');
  runCode([...own, '--install-extension', vsix, '--force'], { stdio: ['ignore', 2, 2] });
  runCode([...own, '--new-window', examples, '--goto', firstExample], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
}

async function serve(vsix: string, port: number, open: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-start-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const extensionsFolder = join(folder, 'extensions');
  installExtension(vsix, folder, extensionsFolder);
  const server = await startServer({ dataFolder: folder, extensionsFolder, port, settings, env });
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      void server.stop();
    });
  }
  const payload: [string, string][] = [['openFile', remoteFile(server.port, firstExample)]];
  const address = addressOf(server.port, { open: examples, payload });
  console.log(`Open ${address}`);
  if (open) openInBrowser(address);
  say('Press Ctrl-C to stop.');
  await server.ended;
  if (!interrupted) throw new Error('The embedded VS Code ended by itself.');
}

/** Best effort: the address has been printed. */
function openInBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open'];
  if (!command) return;
  const browser = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => say('No browser could be opened from here: please open the address above.'));
  browser.unref();
}

try {
  const { open, port } = options();
  const vsix = await build();
  if (open && hasDesktop()) openDesktop(vsix);
  else await serve(vsix, port, open);
  process.exit(0);
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
}
