import type { Severity } from '@okr-language/core';
import type { FailOn, Invocation } from './arguments.ts';
import { judge, readBaseline } from './baseline/file.ts';
import { checkSources } from './checking.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { prepare } from './prepare.ts';
import { writeCompact } from './report/compact.ts';
import { writeGithub } from './report/github.ts';
import { writeJson } from './report/json.ts';
import { writeJunit } from './report/junit.ts';
import { writeMarkdown } from './report/markdown.ts';
import { writePretty } from './report/pretty.ts';
import { makeReport, type Report } from './report/report.ts';
import { writeSarif } from './report/sarif.ts';
import { writeSummary } from './report/summary.ts';
import { paintFor } from './terminal/paint.ts';

type CheckInvocation = Extract<Invocation, { command: 'check' }>;

export async function check(invocation: CheckInvocation, around: Surroundings): Promise<ExitCode> {
  const baseline =
    invocation.baseline === null ? null : await readBaseline(invocation.baseline, invocation.updateBaseline, around);
  if (invocation.baseline !== null && baseline === null) return 2;
  const { sources, options, today } = await prepare(invocation, around);
  const needsCascades = baseline !== null || invocation.format === 'sarif';
  const checked = await checkSources(sources, { ...options, needsCascades });
  const whole = makeReport(checked, today, around.cwd);
  const report = baseline === null ? whole : await judge(whole, baseline, invocation.updateBaseline, around);
  if (report === null) return 2;
  around.out(write(invocation, report, around));
  await checked.keep();
  if (sources.choice.troubles.length > 0 || report.unreadable) return 2;
  const tooMany = invocation.maxWarnings !== null && report.counts.warning > invocation.maxWarnings;
  return tooMany || fails(report, invocation.failOn) ? 1 : 0;
}

function write({ format, color, failOn, summary }: CheckInvocation, report: Report, around: Surroundings): string {
  switch (format) {
    case 'pretty': {
      const { columns, environment } = around;
      const paint = paintFor({ asked: color, environment, isTerminal: columns !== null });
      return summary ? writeSummary(report, paint) : writePretty(report, { columns, paint });
    }
    case 'json':
      return writeJson(report);
    case 'sarif':
      return writeSarif(report);
    case 'github':
      return writeGithub(report);
    case 'compact':
      return writeCompact(report);
    case 'junit':
      return writeJunit(report, (finding) => isAtLeast(finding.severity, failOn));
    case 'markdown':
      return writeMarkdown(report);
  }
}

function fails({ findings }: Report, level: FailOn): boolean {
  return findings.some(({ finding }) => isAtLeast(finding.severity, level));
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
