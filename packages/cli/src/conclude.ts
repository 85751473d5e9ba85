/** From what was found to what is said about it, and to the exit code. */
import type { Severity } from '@okr-language/core';
import type { FailOn, Invocation } from './arguments.ts';
import type { Baseline } from './baseline/apply.ts';
import { judge, readBaseline } from './baseline/file.ts';
import type { Checked } from './checking.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { print } from './pieces.ts';
import { compactPieces } from './report/compact.ts';
import { githubPieces } from './report/github.ts';
import { isEmpty, noGoalsLine } from './report/group.ts';
import { jsonPieces } from './report/json.ts';
import { junitPieces } from './report/junit.ts';
import { markdownPieces } from './report/markdown.ts';
import { prettyPieces } from './report/pretty.ts';
import { isComplete, makeReport, type Report } from './report/report.ts';
import { repositoriesOf } from './report/repository.ts';
import { sarifPieces } from './report/sarif.ts';
import { writeSummary } from './report/summary.ts';
import { paintFor } from './terminal/paint.ts';

type CheckInvocation = Extract<Invocation, { command: 'check' }>;

/** Whether the report of a run needs more than its findings: the cascades that they were found in. */
export function needsCascades({ format, baseline }: CheckInvocation): boolean {
  return baseline !== null || format === 'sarif';
}

export interface Run {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Null where none was asked for. */
  readonly baseline: Baseline | null;
  /** Called when nothing more will be worked out, before anything is said. */
  readonly onReady?: () => void;
}

export async function conclude(
  invocation: CheckInvocation,
  checked: Checked,
  { today, baseline, onReady }: Run,
  around: Surroundings,
): Promise<ExitCode> {
  const whole = makeReport(checked, today, around.cwd);
  onReady?.();
  const report = baseline === null ? whole : await judge(whole, baseline, invocation.updateBaseline, around);
  if (report === null) return 2;
  if (report.fileCount === 0 && report.findings.length === 0) sayNothing(invocation, report, around);
  // What is wrong with the paths is said by then, and that is all there is.
  const isAllSaid = isEmpty(report) && report.troubles.length > 0 && invocation.format === 'pretty';
  if (!isAllSaid) await print(piecesOf(invocation, report, around), around);
  sayElsewhere(report, around);
  if (!isComplete(report)) return 2;
  const tooMany = invocation.maxWarnings !== null && report.counts.warning > invocation.maxWarnings;
  return tooMany || fails(report, invocation.failOn) ? 1 : 0;
}

/** A line a finding and no finding: that looks like all is well, also where a folder was named that has moved. */
function sayNothing({ format }: CheckInvocation, report: Report, around: Surroundings): void {
  const isSilent = format === 'compact' || format === 'github';
  if (isSilent && report.troubles.length === 0) around.say(noGoalsLine(!isEmpty(report)));
}

/** What was changed may have broken what stands in a file that did not change, such as a link to a goal with another name. */
function sayElsewhere({ errorsElsewhere: { length } }: Report, around: Surroundings): void {
  if (length === 0) return;
  const errors = length === 1 ? 'is 1 error' : `are ${length} errors`;
  around.say(`There ${errors} in files of the project that were not named: check the whole project to see them.`);
}

/** The baseline that was asked for; `unusable` where it cannot be read, which has been said by then. */
export async function baselineOf(
  { baseline, updateBaseline }: CheckInvocation,
  around: Surroundings,
): Promise<Baseline | null | 'unusable'> {
  return baseline === null ? null : ((await readBaseline(baseline, updateBaseline, around)) ?? 'unusable');
}

function* piecesOf({ format, color, failOn, summary }: CheckInvocation, report: Report, around: Surroundings) {
  switch (format) {
    case 'pretty': {
      const { columns, environment } = around;
      const paint = paintFor({ asked: color, environment, isTerminal: columns !== null });
      if (summary) yield writeSummary(report, paint);
      else yield* prettyPieces(report, { columns, paint });
      break;
    }
    case 'json':
      yield* jsonPieces(report);
      break;
    case 'sarif':
      yield* sarifPieces(report, repositoriesOf(report.roots, around.cwd));
      break;
    case 'github':
      yield* githubPieces(report, around.environment['GITHUB_WORKSPACE'] || null);
      break;
    case 'compact':
      yield* compactPieces(report);
      break;
    case 'junit':
      yield* junitPieces(report, (severity) => isAtLeast(severity, failOn));
      break;
    case 'markdown':
      yield* markdownPieces(report);
      break;
  }
}

function fails({ counts }: Report, level: FailOn): boolean {
  return (Object.keys(counts) as Severity[]).some((severity) => counts[severity] > 0 && isAtLeast(severity, level));
}

/** Whether a finding of this severity counts. */
function isAtLeast(severity: Severity, level: FailOn): boolean {
  switch (level) {
    case 'never':
      return false;
    case 'error':
      return severity === 'error';
    case 'warning':
      return severity === 'error' || severity === 'warning';
    case 'info':
      return severity !== 'hint';
  }
}
