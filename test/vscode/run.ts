/**
 * Runs the suite against the packaged extension in a real VS Code: the desktop edition where there is a screen, else the embedded one.
 * `VSCODE_EXECUTABLE` decides it otherwise. The first argument names the file for `{ passed, failed }`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { examplesToday } from '../../scripts/examples.ts';
import { root } from '../../scripts/root.ts';
import { readZip } from '../../scripts/zip.ts';
import type { Report } from './suite/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'okr-vscode-'));
const here = join(root, 'test', 'vscode');
const output = join(folder, 'output.txt');
const done = join(folder, 'done.json');

/** What a person who installs the package gets. */
function unpackedExtension(): string {
  for (const [name, content] of readZip(readFileSync(join(root, 'dist', 'okr-language.vsix')))) {
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return join(folder, 'extension');
}

/** A copy, since the suite edits it. */
function workspace(): string {
  const target = join(folder, 'workspace');
  cpSync(join(here, 'workspace'), target, { recursive: true });
  cpSync(join(root, 'examples', 'faults'), join(target, 'faults'), { recursive: true });
  return target;
}

async function bundledSuite(): Promise<string> {
  const outfile = join(folder, 'suite.cjs');
  const entryPoints = [join(here, 'suite', 'index.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

function executable(): { vscodeExecutablePath?: string } {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return { vscodeExecutablePath: named };
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  return hasScreen ? {} : { vscodeExecutablePath: join(root, 'scripts', 'host', 'vscode') };
}

/** What the suite writes never reaches our output by itself, so its file is read as it grows. */
function followOutput(): () => void {
  writeFileSync(output, '');
  let shown = 0;
  const show = () => {
    const text = readFileSync(output, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  const timer = setInterval(show, 200);
  return () => {
    clearInterval(timer);
    show();
  };
}

let ended = true;
const stopFollowing = followOutput();
try {
  await runTests({
    ...executable(),
    extensionDevelopmentPath: unpackedExtension(),
    extensionTestsPath: await bundledSuite(),
    launchArgs: [workspace(), '--disable-extensions'],
    extensionTestsEnv: {
      OKR_TEST_OUTPUT: output,
      OKR_TEST_DONE: done,
      OKR_TODAY: examplesToday,
      OKR_NODE: process.execPath,
    },
  });
} catch (problem) {
  ended = false;
  console.error(problem instanceof Error ? problem.message : problem);
}
stopFollowing();

// A crashed VS Code can end with 0; only a suite that came to its end writes this.
const report: Report = existsSync(done) ? JSON.parse(readFileSync(done, 'utf8')) : { passed: 0, failed: 0 };
const fine = ended && report.passed > 0 && report.failed === 0;
const failed = fine ? 0 : Math.max(1, report.failed);
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify({ passed: report.passed, failed }));
rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
process.exit(fine ? 0 : 1);
