import { ruleAddress, type Severity, textOf } from '@okr-language/core';
import { safeText } from '../terminal/safe.ts';
import { byFile } from './group.ts';
import type { Report, ReportedFinding } from './report.ts';

/**
 * JUnit's XML, as test reports of pipelines take it: a suite for each file, a case for each finding. A finding that counts is a
 * failure, any other is skipped; the files without findings come last and have one case each, which passes.
 */
export function* junitPieces(report: Report, counts: (severity: Severity) => boolean): Generator<string> {
  const withFindings = new Set<string>();
  for (const { file } of report.findings) withFindings.add(file);
  const clean = report.files.filter((file) => !withFindings.has(file));
  const severities = Object.keys(report.counts) as Severity[];
  const failures = severities.filter(counts).reduce((sum, severity) => sum + report.counts[severity], 0);
  const { troubles } = report;
  const tests = report.findings.length + clean.length + troubles.length;
  const totals = attributes({ name: 'okr check', tests, failures, errors: troubles.length });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n`;
  for (const [file, findings] of byFile(report.findings)) yield suite(file, findings, counts);
  for (const file of clean) yield suite(file, [], counts);
  if (troubles.length > 0) yield notChecked(troubles);
  yield '</testsuites>\n';
}

function suite(file: string, findings: readonly ReportedFinding[], counts: (severity: Severity) => boolean): string {
  const failures = findings.filter(({ finding }) => counts(finding.severity)).length;
  const totals = {
    name: file,
    tests: Math.max(1, findings.length),
    failures,
    errors: 0,
    skipped: findings.length - failures,
  };
  const cases =
    findings.length === 0
      ? [`    <testcase ${attributes({ classname: file, name: 'nothing found', file })}/>`]
      : findings.flatMap((reported) => testcase(reported, counts(reported.finding.severity)));
  return `${[`  <testsuite ${attributes(totals)}>`, ...cases, '  </testsuite>'].join('\n')}\n`;
}

/** What was named and could not be checked is no finding, but must not look as if all were well. */
function notChecked(troubles: readonly string[]): string {
  const name = 'not checked';
  const totals = attributes({ name, tests: troubles.length, failures: 0, errors: troubles.length, skipped: 0 });
  const cases = troubles.map((message, index) => {
    const head = attributes({ classname: name, name: `path ${index + 1}` });
    return `    <testcase ${head}>\n      <error ${attributes({ message })}/>\n    </testcase>\n`;
  });
  return `  <testsuite ${totals}>\n${cases.join('')}  </testsuite>\n`;
}

function testcase({ finding, file, start }: ReportedFinding, isFailure: boolean): readonly string[] {
  const line = start.line + 1;
  const place = `${line}:${start.character + 1}`;
  const head = attributes({ classname: file, name: `${finding.rule} at ${place}`, file, line });
  const message = textOf(finding.message);
  const about = `${file}:${place} ${finding.severity}\n${message}\n${ruleAddress(finding.rule)}`;
  const body = isFailure
    ? `<failure ${attributes({ message, type: finding.severity })}>${escaped(about)}</failure>`
    : `<skipped ${attributes({ message: `${finding.severity}: ${message}` })}/>`;
  return [`    <testcase ${head}>`, `      ${body}`, '    </testcase>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value)).replace(/\s/g, ' ')}"`)
    .join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 takes no control characters and no halves of surrogate pairs, not even as references. */
function escaped(text: string): string {
  return safeText(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
