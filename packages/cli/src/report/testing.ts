import { type Finding, type Fix, lineStartsOf, positionAt, type Severity } from '@okr-language/core';
import type { Report, ReportedFinding } from './report.ts';

export interface Sample {
  readonly file: string;
  readonly text: string;
  /** The stretch that is marked; it stands once in the text. */
  readonly mark: string;
  readonly severity?: Severity;
  readonly rule?: string;
  readonly what?: string;
  readonly root?: string;
  /** What a safe fix writes in place of the mark; unless given there is none. */
  readonly mended?: string;
}

/** A report as `makeReport` would make it of these findings. */
export function sampleReport(samples: readonly Sample[], fileCount = samples.length): Report {
  const texts = new Map(samples.map((sample) => [uriOfSample(sample), sample.text]));
  const findings = samples.map(reported);
  const fixes = new Map(findings.map(({ finding }, index) => [finding, fixOf(samples[index], finding)]));
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  return {
    today: '2026-08-15',
    roots: [...new Set(findings.map(({ root }) => root))],
    fileCount,
    files: [...new Set(samples.map(({ file }) => file))],
    safeFixes: ({ finding }) => fixes.get(finding) ?? [],
    findings,
    counts,
    errorsElsewhere: [],
    accepted: null,
    unreadable: [],
    troubles: [],
    goalOf: () => null,
    texts: { text: (uri) => texts.get(uri) ?? null, lineStarts: (uri) => lineStartsOf(texts.get(uri) ?? '') },
  };
}

function uriOfSample({ root = 'file:///plans/', file }: Sample): string {
  return root + encodeURI(file).replaceAll('#', '%23');
}

function fixOf(sample: Sample | undefined, { uri, span }: Finding): readonly Fix[] {
  if (sample?.mended === undefined) return [];
  return [{ title: 'Mend it', kind: 'safe', preferred: true, edits: [{ uri, span, text: sample.mended }] }];
}

function reported(sample: Sample): ReportedFinding {
  const {
    text,
    mark,
    root = 'file:///plans/',
    severity = 'error',
    rule = 'kr-no-number',
    what = 'This is wrong.',
  } = sample;
  const start = text.indexOf(mark);
  const span = { start, end: start + mark.length };
  const uri = uriOfSample(sample);
  const message = { what, why: 'It matters.', todo: 'Mend it.' };
  const finding: Finding = { rule, severity, uri, span, message, related: [], data: null };
  const lines = lineStartsOf(text);
  return {
    finding,
    root,
    file: sample.file,
    start: positionAt(lines, span.start),
    end: positionAt(lines, span.end),
    related: [],
  };
}
