import { dirname, sep } from 'node:path';
import { readTextFile } from '@okr-language/files';
import { formatted, isConfigFile } from '@okr-language/language';
import type { Invocation } from './arguments.ts';
import { chooseFiles } from './choosing.ts';
import { sayOfConfig } from './configs.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { sayPartly } from './partly.ts';
import { shownPath } from './paths.ts';
import { replaceText } from './replace.ts';
import { count, noGoalsLine } from './report/group.ts';
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
  const unknown: string[] = [];
  for (const [uri, { path, problem }] of unreachable) {
    if (!chosen.has(uri)) continue;
    sayOf(path, problem.message);
    if (isConfigFile(uri)) unknown.push(path);
  }
  const goals: string[] = [];
  for (const [uri, path] of files) {
    if (!chosen.has(uri)) continue;
    if (!isConfigFile(uri)) goals.push(path);
    else if (!sayOfConfig(await readTextFile(path), around)) unknown.push(path);
  }
  for (const path of unknown) sayOf(path, mayLeaveOut);
  const isUnknown = (path: string) => unknown.some((config) => path.startsWith(dirname(config) + sep));
  const paths = goals.filter((path) => !isUnknown(path)).sort();
  const partly: string[] = [];
  let changed = 0;
  let alike = 0;
  for (const path of paths) {
    const { text, problem } = await readTextFile(path);
    // Written back, what could not be read would be lost for good.
    if (problem !== null) sayOf(path, problem.message);
    if (text === null || problem !== null) continue;
    const { text: neat, isPartial } = formatted(text);
    if (isPartial) partly.push(path);
    const trouble = neat === text || invocation.check ? null : await replaceText(path, neat);
    if (neat === text) {
      alike++;
    } else if (trouble === null) {
      changed++;
      around.out(`${safeLine(shownPath(path, around.cwd))}\n`);
    } else {
      sayOf(path, `This file could not be written${trouble}, so it stays as it was.`);
    }
  }
  sayPartly(partly, invocation.check ? 'is left as it is' : 'was left as it is', around);
  if (changed > 0) around.say(summary(changed, paths.length, invocation.check));
  else if (alike > 0) around.say(`Nothing to change in ${count(alike, 'file', 'files')}.`);
  else if (!failed) around.say(noGoalsLine(chosen.size > 0));
  if (failed) return 2;
  return invocation.check && changed > 0 ? 1 : 0;
}

const mayLeaveOut =
  'As this cannot be read, nobody knows which files it leaves out, so none in its folder is written. Mend it first.';

function summary(changed: number, all: number, check: boolean): string {
  const files = count(all, 'file', 'files');
  return check ? `${changed} of ${files} would change; okr fmt writes them.` : `Wrote ${changed} of ${files}.`;
}
