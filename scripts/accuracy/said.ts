/** What the product says about each labelled text, by the same engine that the editor and the command line use. */
import { type OptionValue, parseIsoDay, readSentence } from '@okr-language/core';
import { OkrWorkspace } from '@okr-language/language';
import type { Row } from './rows.ts';

export interface Said {
  /** Rules that report something at the text, hints left out: a hint never says "bad". */
  readonly rules: readonly string[];
  readonly measure: boolean;
  readonly baseline: boolean;
  readonly deadline: boolean;
  readonly english: boolean;
}

/** The figures must not change from one day to the next. */
const today = parseIsoDay('2026-08-15') ?? 0;

/** What is read: a labelled text, and for a key result the fields behind it. */
type Text = Pick<Row, 'id' | 'kind' | 'text'> & { readonly fields?: string };

/** Settings of rules as `okr.config.json` has them. */
export type Settings = Readonly<
  Record<string, readonly [level: string, options: Readonly<Record<string, OptionValue>>]>
>;

/**
 * Reads every row in a unit and a file of its own, so that no row changes what is said about another.
 * The other texts around a row are the same for all and draw no finding on the row's line.
 */
export function readRows(rows: readonly Text[], settings: Settings = {}): ReadonlyMap<string, Said> {
  const workspace = new OkrWorkspace({ today, folders: ['file:///accuracy'] });
  workspace.set('file:///accuracy/okr.config.json', JSON.stringify({ rules: settings }));
  const units = rows.map((_, index) => `team ${unitName(index)} "Team ${index}" in corp`);
  workspace.set('file:///accuracy/org.okr', ['company corp "Corp"', ...units, ''].join('\n'));
  rows.forEach((row, index) => {
    workspace.set(addressOf(index), fileOf(row, index));
  });

  const project = workspace.projectOf(addressOf(0));
  const keyResults = new Map(project?.cascade.keyResults.map((node) => [node.uri, node]));
  return new Map(
    rows.map((row, index) => {
      const uri = addressOf(index);
      const keyResult = row.kind === 'kr' ? keyResults.get(uri) : undefined;
      const [start = 0, end = 0] = workspace.lineStarts(uri).slice(row.kind === 'kr' ? 2 : 1);
      const rules = workspace
        .findings(uri)
        .filter(({ severity, span }) => severity !== 'hint' && span.start >= start && span.start < end)
        .map(({ rule }) => rule);
      return [
        row.id,
        {
          rules,
          measure: keyResult?.measure != null,
          baseline: keyResult?.measure != null && hasBaseline(keyResult.measure),
          deadline: keyResult?.deadline?.source === 'stated',
          english: readSentence(row.text).language === 'english',
        },
      ];
    }),
  );
}

function hasBaseline(measure: { readonly baseline: unknown; readonly baselinePeriod: string | null }): boolean {
  return measure.baseline !== null || measure.baselinePeriod !== null;
}

function unitName(index: number): string {
  return `team-${index}`;
}

function addressOf(index: number): string {
  return `file:///accuracy/rows/${index}.okr`;
}

/** The row stands on the third line where it is a key result, and on the second where it is an objective. */
function fileOf(row: Text, index: number): string {
  const [objective, keyResults] =
    row.kind === 'kr'
      ? ['Give the people we serve a reason to come back', [`${quoted(row.text)} ${row.fields ?? ''}`.trimEnd()]]
      : [row.text, ['"Return visits from 31% to 45%"', '"Complaints from 120 to 40 a month"']];
  return [
    `okrs for ${unitName(index)} in 2026-Q3 {`,
    `    objective ${quoted(objective)} {`,
    ...keyResults.map((keyResult) => `        kr ${keyResult}`),
    '    }',
    '}',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\s+/g, ' ')}"`;
}
