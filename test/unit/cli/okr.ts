/** Runs the built `okr` in temporary folders, as a person or a pipeline would. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const bin = join(root, 'packages', 'cli', 'bin', 'okr.cjs');

if (!existsSync(join(root, 'packages', 'cli', 'dist', 'okr.cjs'))) {
  throw new Error('These tests run what is built: run `npm run build` first.');
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The Node to run it with; the one that runs the tests unless given. */
  readonly node?: string;
  /** Most files that it may have open at once; Windows has no such limit. */
  readonly openFiles?: number;
}

/** The environment of the tests must not colour or date what they look at. */
const { NO_COLOR: _n, FORCE_COLOR: _f, OKR_TODAY: _t, ...inherited } = process.env;

/** Nor may what the tests read be kept where the person at this machine keeps things. */
const environment = { ...inherited, XDG_CACHE_HOME: join(tmpdir(), 'okr-tests-cache') };

export function okr(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const [command, ...rest] = limited([options.node ?? process.execPath, bin, ...args], options.openFiles);
    const child = spawn(command, rest, {
      cwd: options.cwd ?? root,
      env: { ...environment, OKR_TODAY: '2026-08-15', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** The same command; where a limit is asked for, through a shell that sets it and then becomes the program. */
function limited(command: readonly [string, ...string[]], openFiles?: number): readonly [string, ...string[]] {
  if (openFiles === undefined || process.platform === 'win32') return command;
  return ['/bin/sh', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'sh', ...command];
}

export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'okr cli-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const whole = join(this.path, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }

  okr(...args: readonly string[]): Promise<Outcome> {
    return okr(args, { cwd: this.path });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A company and a team, and in `plan.okr` goals that nothing is wrong with. */
export const organisation = `company acme "Acme Retail"
team support "Customer Support" in acme
person maya "Maya Ortiz" in support
`;

export const cleanGoals = `okrs for acme in 2026-Q3 {
    owner maya

    objective loyalty "Become the shop people come back to, so that growth needs no advertising" {
        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps "Net promoter score" from 38 to 55
    }
    objective calm "Give people their evenings back, so that good colleagues stay" {
        kr pages "Alarms outside working hours" from 40 to 5 per month
        kr leave "Colleagues who hand in their notice" from 18% to 8%
    }
    objective reach "Let people who never heard of us try us once, so that taste can do the rest" {
        kr trial "First orders from new cities" from 300 to 900
        kr recall "People who name us unprompted" from 4% to 12%
    }
}

checkin 2026-08-14 for acme in 2026-Q3 {
    loyalty.repeat 39% confidence 75% "Reminder mails work"
    loyalty.nps 47 confidence 70% "Fewer complaints"
    calm.pages 20 per month confidence 85% "Two noisy alarms are gone"
    calm.leave 13% confidence 70% "Exit talks show less overtime"
    reach.trial 600 confidence 80% "Tour in two cities"
    reach.recall 8% confidence 75% "Posters are up"
}
`;

/** One error (a key result that is reached before it begins) and no more. */
export const withError = cleanGoals.replace('from 31% to 45%', 'from 45% to 45%');
export const errorRule = 'kr-baseline-equals-target';

/** One warning (an objective without an owner) and no more. */
export const withWarning = cleanGoals.replace('    owner maya\n', '');
