/**
 * The browser that the webview tests, the embedded VS Code and the pictures run in. Playwright would download its own; that is
 * not possible on every machine, so the one that the system has is used.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium, Chrome or Edge: the one that `CHROMIUM` names, else one that is installed; null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...fixedPlaces].find(canRun) ?? null;
}

/** As `findChromium`; installs it first where that can be done without asking: as root on Debian or Ubuntu. */
export function ensureChromium(say: (line: string) => void = console.error): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && canRun('/usr/bin/apt-get')) {
    say('Installing Chromium from Debian (about 20 seconds) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (args: string[]) => spawnSync('/usr/bin/apt-get', args, { env, encoding: 'utf8' });
    run(['update', '-qq']);
    const install = run(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findChromium();
    if (installed) return installed;
    say(install.stderr);
  }
  throw new Error(
    'Please install Chromium, Chrome or Edge, or put the path of one into the environment variable CHROMIUM.',
  );
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
