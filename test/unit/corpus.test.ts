import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityOf, leadingVerb, objectiveMeasure, readSentence } from '@okr-language/core';
import { describe, expect, test } from 'vitest';

/**
 * Holds the sentence reader against labelled OKR texts. They are no part of the project: they lie beside the checkout where somebody
 * has them, and elsewhere nothing is measured here.
 */
const folder = join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(join(folder, 'dev_sets.jsonl'));
if (!present) console.info('corpus: no labelled texts beside the checkout, so recognition is not measured');

interface Verdict {
  readonly kind: 'kr' | 'objective';
  readonly text: string;
  readonly verdict: 'good' | 'bad';
  readonly has_measure: boolean;
  readonly has_baseline: boolean;
  readonly has_deadline: boolean;
}

interface Set_ {
  readonly key_results: readonly string[];
  readonly measures: readonly boolean[];
  readonly baselines: readonly boolean[];
  readonly deadlines: readonly boolean[];
}

interface Labelled {
  readonly text: string;
  readonly measure: boolean;
  readonly baseline: boolean;
  readonly deadline: boolean;
}

function rowsOf<T>(file: string): T[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

function score<T>(rows: readonly T[], is: (row: T) => boolean, said: (row: T) => boolean) {
  const right = rows.filter((row) => is(row) && said(row)).length;
  const precision = right / rows.filter(said).length;
  const recall = right / rows.filter(is).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe.runIf(present)('labelled texts', () => {
  const verdicts = present ? rowsOf<Verdict>('dev_verdicts.jsonl') : [];
  const single = verdicts.filter(({ kind }) => kind === 'kr');
  const inSets = (present ? rowsOf<Set_>('dev_sets.jsonl') : []).flatMap((set) =>
    set.key_results.map(
      (text, i): Labelled => ({
        text,
        measure: set.measures[i] === true,
        baseline: set.baselines[i] === true,
        deadline: set.deadlines[i] === true,
      }),
    ),
  );
  const keyResults: readonly Labelled[] = [
    ...single.map((row) => ({
      text: row.text,
      measure: row.has_measure,
      baseline: row.has_baseline,
      deadline: row.has_deadline,
    })),
    ...inSets,
  ];

  test('measure, baseline and deadline are found', () => {
    expect(
      score(
        keyResults,
        (row) => row.measure,
        ({ text }) => readSentence(text).measure !== null,
      ).f1,
    ).toBeGreaterThan(0.985);
    const hasBaseline = (text: string) => (readSentence(text).measure?.baseline ?? null) !== null;
    expect(
      score(
        keyResults,
        (row) => row.baseline,
        ({ text }) => hasBaseline(text),
      ).f1,
    ).toBeGreaterThan(0.97);
    expect(
      score(
        keyResults,
        (row) => row.deadline,
        ({ text }) => readSentence(text).deadline !== null,
      ).f1,
    ).toBeGreaterThan(0.96);
  });

  test('key results without a number are found', () => {
    const said = (text: string) => readSentence(text).language === 'english' && readSentence(text).measure === null;
    expect(
      score(
        keyResults,
        (row) => !row.measure,
        ({ text }) => said(text),
      ).f1,
    ).toBeGreaterThan(0.98);
  });

  test('objectives with a measure are found', () => {
    const objectives = verdicts.filter(({ kind }) => kind === 'objective');
    expect(
      score(
        objectives,
        (row) => row.has_measure,
        ({ text }) => objectiveMeasure(text) !== null,
      ).f1,
    ).toBeGreaterThan(0.95);
  });

  test('bad key results are told from good ones', () => {
    const said = ({ text }: Verdict) =>
      readSentence(text).measure === null || activityOf(text) !== null || leadingVerb(text)?.kind === 'keeping';
    const { precision, recall } = score(single, (row) => row.verdict === 'bad', said);
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.85);
  });
});
