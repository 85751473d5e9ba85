/**
 * What comes before everything else: a fresh clone has no dependencies and perhaps an older Node. Plain JavaScript that Node 20 runs
 * with nothing installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** Installs the dependencies when they are missing or not those of package-lock.json. Ends the process when that fails. */
export function installDependencies() {
  if (dependenciesStand()) return;
  console.error('Installing what the project needs (npm ci, about half a minute the first time) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: pathWithoutModules() },
  });
  if (npm.status !== 0) stop('npm ci failed; the reason stands above.');
}

/**
 * Carries on in `script` under a Node that is new enough, and ends with its exit code.
 * @param {string} script path from the root of the checkout
 */
export function carryOn(script) {
  const node = newNode();
  const child = spawn(node, [join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [dirname(node), join(modules, '.bin'), pathWithoutModules()].join(delimiter) },
  });
  // A Ctrl-C in a terminal reaches the child by itself; it decides when all is tidied up.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** npm notes what it has installed; that must cover everything of package-lock.json that is not meant for other platforms. */
function dependenciesStand() {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.startsWith('node_modules/') || entry.link || !isForHere(entry)) return true;
    return installed[place]?.version === entry.version && existsSync(join(root, place, 'package.json'));
  });
}

/** What is optional is there only on the systems that it names; what asks for a certain C library is left for npm to decide. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && !libc;
}

/** The Node that came with the dependencies, else the one that runs this. */
function newNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(modules, `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(brought)) return brought;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  stop(
    `Please install Node 22.18 or newer (this is ${process.versions.node}): for this platform the project brings none along.`,
  );
}

function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(modules)).join(delimiter);
}

/** @returns {never} */
function stop(reason) {
  console.error(reason);
  process.exit(1);
}
