/** The labelled texts: the project's own, and a corpus that may lie beside the checkout. test/accuracy/README.md says how they are labelled. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

export interface Row {
  readonly id: string;
  readonly kind: 'kr' | 'objective';
  readonly text: string;
  /**
   * What is tuned on `tune` is reported on `hold`; `blind` was measured before anything was mended, and `mended` written while it was,
   * and `fresh` when most of it was done; null for the corpus, which is not divided.
   */
  readonly half: 'tune' | 'hold' | 'blind' | 'mended' | 'fresh' | null;
  /** Null where reviewers would not agree, or nobody has judged. */
  readonly verdict: 'good' | 'bad' | null;
  readonly reasons: readonly string[];
  readonly has_measure: boolean;
  readonly has_deadline: boolean;
  readonly has_baseline: boolean;
  /** ISO 639-1; everything but `en` is to be left alone by rules about English words. Null in the corpus, which does not say. */
  readonly language: string | null;
}

/** A text that is labelled for one rule alone: whether that rule should report it. */
export interface RuleRow {
  readonly id: string;
  readonly rule: string;
  readonly is: boolean;
  readonly kind: Row['kind'];
  readonly half: 'tune' | 'hold';
  readonly text: string;
  /** What stands behind the title of a key result: `from 300 to 120`. */
  readonly fields?: string;
}

/** A set of the corpus: one objective with key results, each with what it states. */
interface CorpusSet {
  readonly id: string;
  readonly key_results: readonly string[];
  readonly measures: readonly boolean[];
  readonly deadlines: readonly boolean[];
  readonly baselines: readonly boolean[];
}

const ownFolder = join(root, 'test/accuracy');
const corpusFolder = join(dirname(root), 'shared/corpus');

/** By who wrote them: those who then mended the rules, and others, who were told what the labels mean and nothing of rules or reader. */
const files = {
  us: ['key-results', 'objectives', 'blind', 'departments', 'afterwards'],
  others: ['trades', 'counted', 'everyday', 'galleries'],
} as const;

const read = new Map<keyof typeof files, readonly Row[]>();
let ownOfRules: readonly RuleRow[] | null = null;

/** Read once: what is said of a row is remembered by the row. */
export function rowsBy(writers: keyof typeof files): readonly Row[] {
  const rows = read.get(writers) ?? files[writers].flatMap((name) => linesOf<Row>(join(ownFolder, `${name}.jsonl`)));
  read.set(writers, rows);
  return rows;
}

export function ownRows(): readonly Row[] {
  return [...rowsBy('us'), ...rowsBy('others')];
}

export function ownRuleRows(): readonly RuleRow[] {
  ownOfRules ??= linesOf<RuleRow>(join(ownFolder, 'rules.jsonl'));
  return ownOfRules;
}

/** Null where no corpus lies beside the checkout. It is only ever read, never copied. */
export function corpusRows(): readonly Row[] | null {
  const verdicts = join(corpusFolder, 'dev_verdicts.jsonl');
  const sets = join(corpusFolder, 'dev_sets.jsonl');
  if (!existsSync(verdicts) || !existsSync(sets)) return null;
  return [
    ...linesOf<Omit<Row, 'half' | 'language'>>(verdicts).map((row) => ({ ...row, half: null, language: null })),
    ...linesOf<CorpusSet>(sets).flatMap(rowsOfSet),
  ];
}

function rowsOfSet(set: CorpusSet): readonly Row[] {
  return set.key_results.map((text, index) => ({
    id: `${set.id}.${index + 1}`,
    kind: 'kr',
    text,
    half: null,
    verdict: null,
    reasons: [],
    has_measure: set.measures[index] === true,
    has_deadline: set.deadlines[index] === true,
    has_baseline: set.baselines[index] === true,
    language: null,
  }));
}

function linesOf<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
