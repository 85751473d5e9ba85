/**
 * `npm test [-- --only units,vscode]`: everything that must hold, cheapest first. A stage that fails does not stop those after it; the
 * last line says how much passed, and the exit code whether all did.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly what: string;
  run(): Count;
}

const folder = mkdtempSync(join(tmpdir(), 'okr-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const summary: string[] = [];
/** Told again at the end: between thousands of lines nobody finds what failed, and where only the end is kept nobody can. */
const failures: string[] = [];

const stages: readonly Stage[] = [
  { name: 'build', what: 'The bundles build', run: () => command('scripts/build.mjs') },
  {
    name: 'package',
    what: 'The extension packs, small and with nothing strange in it',
    run: () => command('scripts/package.ts'),
  },
  {
    name: 'lint',
    what: 'Style and formatting',
    run: () => command('node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  },
  { name: 'types', what: 'Types of every package', run: () => command('scripts/typecheck.ts') },
  {
    name: 'generated',
    what: 'Generated files are those that the sources give',
    run: () => command('scripts/check-generated.ts'),
  },
  vitest('units', 'Units, properties and the architecture'),
  vitest('protocol', 'The bundled language server and command, from outside'),
  vitest('webview', 'The cascade view in Chromium'),
  { name: 'vscode', what: 'The packaged extension in a real VS Code', run: () => counted('test/vscode/run.ts') },
  vitest('host', 'The packaged extension as a person sees it'),
];

function chosen(): readonly Stage[] {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(
      `npm test [-- --only NAME,NAME]\n\n${stages.map(({ name, what }) => `${name.padEnd(10)} ${what}`).join('\n')}`,
    );
    process.exit(0);
  }
  if (values.only === undefined) return stages;
  const names = values.only.split(',');
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". These are: ${stages.map((stage) => stage.name).join(', ')}.`);
    process.exit(2);
  }
  return stages.filter((stage) => names.includes(stage.name));
}

/** Runs a script under this Node and says whether it ended well. */
function ends(script: string, args: readonly string[]): boolean {
  return (
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
  );
}

/** A script that counts as one. */
function command(script: string, ...args: string[]): Count {
  return ends(script, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A script that writes `{ passed, failed }` into the file that it is told. No file, or success without a test, is a failure. */
function counted(script: string): Count {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const fine = ends(script, [report]);
  return honest(fine, read<Count>(report));
}

/** One of the projects of vitest.config.ts. */
function vitest(project: string, what: string): Stage {
  return {
    name: project,
    what,
    run() {
      const report = join(folder, `${project}.json`);
      const args = [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ];
      const fine = ends('node_modules/vitest/vitest.mjs', args);
      const result = read<VitestReport>(report);
      if (result) failures.push(...failuresIn(result));
      return honest(fine, result && { passed: result.numPassedTests, failed: result.numFailedTests });
    },
  };
}

/** What is read of the report that vitest writes. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Lines of a failure that are told again at the end. */
const linesAgain = 12;

/** Each test that failed, and each file that could not even be run, with the first lines of why. */
function failuresIn({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message === '' ? [] : [told(file, message)];
    return failed.map(({ fullName, failureMessages }) => told(`${file} > ${fullName}`, failureMessages.join('\n')));
  });
}

function told(what: string, why: string): string {
  return [`✗ ${what}`, ...why.split('\n').slice(0, linesAgain)].join('\n    ');
}

function honest(fine: boolean, count: Count | null): Count {
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  if (fine && passed > 0) return { passed, failed };
  return { passed, failed: Math.max(failed, 1) };
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

let passed = 0;
let failed = 0;
for (const stage of chosen()) {
  console.log(`\n── ${stage.name}: ${stage.what}`);
  const begun = performance.now();
  const count = stage.run();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  summary.push(
    `${count.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(10)} ${count.passed} passed, ${count.failed} failed in ${seconds} s`,
  );
  passed += count.passed;
  failed += count.failed;
}
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`);
console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
