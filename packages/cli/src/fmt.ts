import { readTextFile } from '@okr-language/files';
import { formatText, isConfigFile } from '@okr-language/language';
import type { Invocation } from './arguments.ts';
import { chooseFiles } from './choosing.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { replaceText } from './replace.ts';
import { safeLine } from './terminal/safe.ts';

type FmtInvocation = Extract<Invocation, { command: 'fmt' }>;

export async function fmt(invocation: FmtInvocation, around: Surroundings): Promise<ExitCode> {
  const { files, unreachable, chosen, troubles, notes } = await chooseFiles(invocation.paths, around.cwd);
  for (const line of [...troubles, ...notes]) around.say(safeLine(line));
  let failed = troubles.length > 0;
  const sayOf = (path: string, what: string) => {
    around.say(`${safeLine(shownPath(path, around.cwd))}: ${what}`);
    failed = true;
  };
  for (const [uri, { path, problem }] of unreachable) if (chosen.has(uri)) sayOf(path, problem.message);
  const paths = [...files].filter(([uri]) => chosen.has(uri) && !isConfigFile(uri)).map(([, path]) => path);
  let changed = 0;
  for (const path of paths.sort()) {
    const { text, problem } = await readTextFile(path);
    // Written back, what could not be read would be lost for good.
    if (problem !== null) sayOf(path, problem.message);
    if (text === null || problem !== null) continue;
    const formatted = formatText(text);
    if (formatted === text) continue;
    const trouble = invocation.check ? null : await replaceText(path, formatted);
    if (trouble === null) {
      changed++;
      around.out(`${safeLine(shownPath(path, around.cwd))}\n`);
    } else {
      sayOf(path, `This file could not be written${trouble}, so it stays as it was.`);
    }
  }
  around.say(summary(changed, paths.length, invocation.check));
  if (failed) return 2;
  return invocation.check && changed > 0 ? 1 : 0;
}

function summary(changed: number, all: number, check: boolean): string {
  const files = all === 1 ? '1 file' : `${all} files`;
  if (changed === 0) return `Nothing to change in ${files}.`;
  return check ? `${changed} of ${files} would change; okr fmt writes them.` : `Wrote ${changed} of ${files}.`;
}
