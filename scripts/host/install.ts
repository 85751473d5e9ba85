/**
 * Installs the VS Code that runs as a server. It is a complete VS Code (workbench, extension host, webviews) in an npm package;
 * at some 600 MB it is kept out of the ordinary `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../root.ts';

const wanted = join(root, 'test', 'host');
const installed = join(root, '.vscode-test', 'host');
const marker = join(installed, 'installed');
const codeServer = join(installed, 'node_modules', 'code-server');
const vscode = join(codeServer, 'lib', 'vscode');

export interface Host {
  /** Starts VS Code's own server; knows the flags that tests need. */
  readonly serverMain: string;
  /** The folder of the extension host's files. */
  readonly vscode: string;
}

/** Returns once the embedded VS Code stands in `.vscode-test/host`; takes some 20 seconds and 255 MB of download the first time. */
export function ensureHost(say: (line: string) => void = console.error): Host {
  const lock = readFileSync(join(wanted, 'package-lock.json'));
  const fingerprint = createHash('sha256').update(lock).digest('hex');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== fingerprint) {
    say('Installing an embedded VS Code into .vscode-test/host (255 MB, only this once) …');
    rmSync(installed, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(wanted, file), join(installed, file));
    // The install scripts would compile native parts; VS Code runs without them.
    npm(installed, ['ci', '--ignore-scripts']);
    // The package has these two lists of its own, with files in them that npm cannot take by `ci`.
    npm(vscode, ['install', '--omit=dev', '--ignore-scripts']);
    npm(join(vscode, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
    writeFileSync(marker, fingerprint);
  }
  return { vscode, serverMain: join(vscode, 'out', 'server-main.js') };
}

function npm(folder: string, args: readonly string[]): void {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const run = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path },
  });
  if (run.status !== 0) {
    throw new Error(
      `The embedded VS Code could not be installed: npm ${args[0]} in ${folder} failed.\n${run.stderr ?? run.error}`,
    );
  }
}

if (import.meta.main) console.log(ensureHost().serverMain);
