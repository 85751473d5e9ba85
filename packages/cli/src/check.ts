import type { CheckFormat, FailOn, Invocation } from './arguments.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { prepare } from './prepare.ts';
import { writeGithub } from './report/github.ts';
import { writeJson } from './report/json.ts';
import { writePretty } from './report/pretty.ts';
import { makeReport, type Report } from './report/report.ts';
import { writeSarif } from './report/sarif.ts';
import { paintFor } from './terminal/paint.ts';

type CheckInvocation = Extract<Invocation, { command: 'check' }>;

export async function check(invocation: CheckInvocation, around: Surroundings): Promise<ExitCode> {
  const { reading, today } = await prepare(invocation, around);
  const report = makeReport(reading, today, around.cwd);
  around.out(write(invocation.format, report, invocation.color, around));
  if (reading.troubles.length > 0 || report.unreadable) return 2;
  const tooMany = invocation.maxWarnings !== null && report.counts.warning > invocation.maxWarnings;
  return tooMany || fails(report, invocation.failOn) ? 1 : 0;
}

function write(format: CheckFormat, report: Report, color: boolean | null, around: Surroundings): string {
  switch (format) {
    case 'pretty': {
      const { columns, environment } = around;
      return writePretty(report, {
        columns,
        paint: paintFor({ asked: color, environment, isTerminal: columns !== null }),
      });
    }
    case 'json':
      return writeJson(report);
    case 'sarif':
      return writeSarif(report);
    case 'github':
      return writeGithub(report);
  }
}

function fails({ counts }: Report, level: FailOn): boolean {
  switch (level) {
    case 'never':
      return false;
    case 'error':
      return counts.error > 0;
    case 'warning':
      return counts.error + counts.warning > 0;
    case 'info':
      return counts.error + counts.warning + counts.information > 0;
  }
}
