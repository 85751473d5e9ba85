import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Surroundings } from '../output.ts';
import { replaceText } from '../replace.ts';
import { count } from '../report/group.ts';
import type { Report } from '../report/report.ts';
import { safeLine } from '../terminal/safe.ts';
import { type Baseline, updated, withoutAccepted } from './apply.ts';
import { type BaselineEntry, parseBaseline, writeBaseline } from './entries.ts';

/** Reads the baseline; says what is wrong and gives null where it cannot be used. One that is yet to be written is empty. */
export async function readBaseline(name: string, update: boolean, around: Surroundings): Promise<Baseline | null> {
  const path = resolve(around.cwd, name);
  const baseline = { path, name, folder: dirname(path) };
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && update) return { ...baseline, entries: [] };
    const wayOut = isMissing ? ': --update-baseline writes it.' : ', so nothing was checked.';
    around.say(safeLine(`The baseline "${name}" ${isMissing ? 'is not there' : 'could not be read'}${wayOut}`));
    return null;
  }
  const entries = parseBaseline(text);
  if (entries !== null) return { ...baseline, entries };
  around.say(safeLine(`"${name}" is no baseline that this version of okr can read, so it stays as it is.`));
  return null;
}

/**
 * Takes what was accepted out of the report; with `update`, accepts all that is found. Says on standard error what was written and
 * what is no longer found. Null where the baseline could not be written.
 */
export async function judge(
  report: Report,
  baseline: Baseline,
  update: boolean,
  around: Surroundings,
): Promise<Report | null> {
  const here = { cwd: around.cwd, exists: mayBeThere };
  if (!update) {
    const judged = withoutAccepted(report, baseline, here);
    for (const line of staleLines(judged.stale, baseline.name)) around.say(safeLine(line));
    return judged.report;
  }
  const entries = updated(report, baseline, here);
  const trouble = await replaceText(baseline.path, writeBaseline(entries));
  if (trouble !== null) {
    around.say(safeLine(`The baseline "${baseline.name}" could not be written${trouble}.`));
    return null;
  }
  const total = entries.reduce((sum, entry) => sum + entry.count, 0);
  around.say(safeLine(`Wrote ${baseline.name}: ${count(total, 'finding is', 'findings are')} accepted.`));
  return withoutAccepted(report, { ...baseline, entries }, here).report;
}

/** Not so only where the system says so: what lies in a folder that may not be entered is still there. */
function mayBeThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

const shownStale = 5;

function staleLines(stale: readonly BaselineEntry[], name: string): readonly string[] {
  if (stale.length === 0) return [];
  const total = stale.reduce((sum, entry) => sum + entry.count, 0);
  const lines = stale.slice(0, shownStale).map(({ file, rule, goal }) => `  ${file}: ${rule}${goal && ` in ${goal}`}`);
  if (stale.length > shownStale) lines.push(`  … and ${stale.length - shownStale} more`);
  const found = `${count(total, 'accepted finding is', 'accepted findings are')} no longer found`;
  return [`${found}; --update-baseline takes ${total === 1 ? 'it' : 'them'} out of ${name}:`, ...lines];
}
