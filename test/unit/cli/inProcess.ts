/** `okr check` in this process, where what it keeps and reads can be looked at. */
import { readArguments } from '../../../packages/cli/src/arguments.ts';
import { check } from '../../../packages/cli/src/check.ts';
import type { Outcome } from './okr.ts';

/** On 15 August 2026, in the folder `cwd`. */
export async function checkInProcess(cwd: string, args: readonly string[]): Promise<Outcome> {
  const date = '2026-08-15';
  const invocation = readArguments(['check', ...args], { OKR_TODAY: date });
  if (invocation.command !== 'check') throw new Error('This is no check.');
  let [out, err] = ['', ''];
  const code = await check(invocation, {
    cwd,
    environment: {},
    columns: null,
    date,
    out: (text) => {
      out += text;
    },
    taken: async () => {},
    say: (line) => {
      err += `${line}\n`;
    },
    status: null,
    interrupted: () => Promise.reject(new Error('nobody asks')),
  });
  return { code, out, err };
}
