import { type Finding, ruleAddress, textOf } from '@okr-language/core';
import { safeText } from '../terminal/safe.ts';
import { byFile } from './group.ts';
import type { Report, ReportedFinding } from './report.ts';

/**
 * JUnit's XML, as test reports of pipelines take it: a suite for each file, a case for each finding. A finding that counts is a
 * failure, any other is skipped; a file without findings has one case that passes.
 */
export function writeJunit(report: Report, counts: (finding: Finding) => boolean): string {
  const groups = new Map(byFile(report.findings));
  const files = [...new Set([...report.files, ...groups.keys()])].sort();
  let failures = 0;
  for (const { finding } of report.findings) if (counts(finding)) failures++;
  const suites = files.map((file) => suite(file, groups.get(file) ?? [], counts));
  const clean = files.filter((file) => !groups.has(file)).length;
  const totals = attributes({ name: 'okr check', tests: report.findings.length + clean, failures, errors: 0 });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(
  file: string,
  findings: readonly ReportedFinding[],
  counts: (finding: Finding) => boolean,
): readonly string[] {
  const failures = findings.filter(({ finding }) => counts(finding)).length;
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
      : findings.flatMap((reported) => testcase(reported, counts(reported.finding)));
  return [`  <testsuite ${attributes(totals)}>`, ...cases, '  </testsuite>'];
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
