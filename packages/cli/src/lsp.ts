import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatIsoDay } from '@okr-language/core';
import type { Invocation } from './arguments.ts';
import type { ExitCode, Surroundings } from './output.ts';

type LspInvocation = Extract<Invocation, { command: 'lsp' }>;

/** Starts the built language server in this process; it reads `--stdio` and OKR_TODAY itself and ends the process when told to. */
export async function lsp({ today }: LspInvocation, around: Surroundings): Promise<ExitCode> {
  const bundle = join(__dirname, '..', '..', 'server', 'dist', 'server.cjs');
  if (!existsSync(bundle)) {
    around.say('The language server is not built yet: run "npm run build" in the project folder once, then try again.');
    return 2;
  }
  if (today !== null) process.env['OKR_TODAY'] = formatIsoDay(today);
  require(bundle);
  return 0;
}
