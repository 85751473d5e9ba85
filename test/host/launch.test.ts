/** The stand-in for VS Code must never call a run good that was not: tried with suites that fail, crash and hang. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureHost } from '../../scripts/host/install.ts';
import { root } from '../../scripts/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'okr-launch-test-'));

beforeAll(() => {
  ensureHost();
  const manifest = { name: 'empty', publisher: 'nobody', version: '0.0.1', engines: { vscode: '^1.91.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function exitCodeOf(name: string, run: string, env: Record<string, string> = {}): Promise<number | null> {
  const suite = join(folder, `${name}.cjs`);
  writeFileSync(suite, `exports.run = async () => { ${run} };`);
  const args = [folder, `--extensionDevelopmentPath=${folder}`, `--extensionTestsPath=${suite}`];
  const launcher = spawn(join(root, 'scripts/host/vscode'), args, {
    env: { ...process.env, OKR_NODE: process.execPath, ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => launcher.once('exit', resolve));
}

const never = 'await new Promise(() => {});';

it.concurrent.each([
  ['passes', '', {}, 0],
  ['fails', 'throw new Error("no");', {}, 1],
  ['crashes', `process.kill(process.pid, "SIGSEGV"); ${never}`, {}, 70],
  ['hangs', never, { OKR_HOST_TIMEOUT_MS: '20000' }, 124],
])('a suite that %s ends with its own code', async (name, run, env, code) => {
  expect(await exitCodeOf(name, run, env)).toBe(code);
});
