import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReadFile } from '@okr-language/files';
import { formatText, isConfigFile } from '@okr-language/language';
import type { Invocation } from './arguments.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { prepare, sayUnreadable } from './prepare.ts';
import { safeLine } from './terminal/safe.ts';

type FmtInvocation = Extract<Invocation, { command: 'fmt' }>;

export async function fmt(invocation: FmtInvocation, around: Surroundings): Promise<ExitCode> {
  const { reading } = await prepare(invocation, around);
  let failed = sayUnreadable(reading, around) || reading.troubles.length > 0;
  const files = [...reading.files.values()].filter(({ uri }) => reading.chosen.has(uri) && !isConfigFile(uri));
  let changed = 0;
  for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.text === null) continue;
    const name = safeLine(shownPath(file.path, around.cwd));
    // Written back, what could not be read would be lost for good.
    if (file.problem !== null) {
      around.say(`${name}: ${file.problem.message}`);
      failed = true;
      continue;
    }
    const formatted = formatText(file.text);
    if (formatted === file.text) continue;
    const trouble = invocation.check ? null : await replaceFile(file, formatted);
    if (trouble === null) {
      changed++;
      around.out(`${name}\n`);
    } else {
      around.say(`${name}: ${trouble}`);
      failed = true;
    }
  }
  around.say(summary(changed, files.length, invocation.check));
  if (failed) return 2;
  return invocation.check && changed > 0 ? 1 : 0;
}

/** Puts the new text beside the file and then in its place, so that an interruption never leaves half a file. */
async function replaceFile(file: ReadFile, text: string): Promise<string | null> {
  let beside: string | null = null;
  try {
    const path = await realpath(file.path);
    const { mode } = await stat(path);
    beside = join(dirname(path), `.okr-fmt-${randomBytes(6).toString('hex')}`);
    await writeFile(beside, text, { mode });
    await rename(beside, path);
    return null;
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code;
    return `This file could not be written${code ? ` (the system says ${code})` : ''}, so it stays as it was.`;
  }
}

function summary(changed: number, all: number, check: boolean): string {
  const files = all === 1 ? '1 file' : `${all} files`;
  if (changed === 0) return `Nothing to change in ${files}.`;
  return check ? `${changed} of ${files} would change; okr fmt writes them.` : `Wrote ${changed} of ${files}.`;
}
