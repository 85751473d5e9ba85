/** Precision and recall of the rules that read English, and of the sentence reader, on labelled texts. */
import { type OptionValue, rules } from '@okr-language/core';
import type { Row, RuleRow } from './rows.ts';
import { readRows, type Said, type Settings } from './said.ts';

export interface Score {
  readonly name: string;
  /** True positives, false positives, false negatives, true negatives. */
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  /** 0…1; null where nothing was said (precision) or nothing was there to be said (recall). */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly row: Pick<Row, 'id' | 'text'> & { readonly fields?: string };
  /** True where it was said and is not so, false where it is so and was not said. */
  readonly said: boolean;
  /** What the product reports about its wording. */
  readonly rules: readonly string[];
}

/** One question that labels answer: on which rows it is asked, what is right, and what the product says. */
interface Question {
  readonly name: string;
  asks(row: Row): boolean;
  truth(row: Row): boolean;
  said(said: Said): boolean;
}

/** Rules about how a text is worded or measured; owners, dates, links and counts are not what a verdict judges. */
const aboutWording = /^(kr|objective)-|^(business-as-usual|jargon|placeholder-text)$/;
const notJudged = new Set(['kr-missing-baseline', 'kr-relative-target', 'kr-no-evidence', 'kr-missing-target']);

const isKeyResult = (row: Row) => row.kind === 'kr';
const isObjective = (row: Row) => row.kind === 'objective';
/** Where nobody says which language a text is in, it is taken for English, as nearly all of them are. */
const isEnglish = (row: Row) => row.language === 'en' || row.language === null;
/** Rules about English words have nothing to say in another language. */
const isJudged = (row: Row) => row.verdict !== null || !isEnglish(row);
const is = (row: Row, reason: string) => isEnglish(row) && row.reasons.includes(reason);

/** What each rule that reads English is to find. A rule without an entry has no labels, and is listed as such. */
const truths: Readonly<Record<string, Pick<Question, 'asks' | 'truth'>>> = {
  'kr-no-number': { asks: isKeyResult, truth: (row) => isEnglish(row) && !row.has_measure },
  'kr-activity': {
    asks: (row) => isKeyResult(row) && isJudged(row),
    truth: (row) => is(row, 'activity') && !row.has_measure,
  },
  'kr-activity-volume': {
    asks: (row) => isKeyResult(row) && isJudged(row),
    truth: (row) => is(row, 'activity') && row.has_measure,
  },
  // A figure is a figure in every language, so a measured text in another one is neither right nor wrong here.
  'objective-has-metric': {
    asks: (row) => isObjective(row) && (isEnglish(row) || !row.has_measure),
    truth: (row) => row.has_measure,
  },
  'objective-is-task': { asks: (row) => isObjective(row) && isJudged(row), truth: (row) => is(row, 'activity') },
  'objective-vague': { asks: (row) => isObjective(row) && isJudged(row), truth: (row) => is(row, 'vague') },
  'business-as-usual': { asks: isJudged, truth: (row) => is(row, 'business-as-usual') },
};

/** Rules that report the same flaw between them, one of them for each text: what the other reports is no miss. */
const inPlaceOf: Readonly<Record<string, string>> = {
  'objective-vague': 'objective-bare-metric',
  'objective-bare-metric': 'objective-vague',
  'objective-solution-first': 'objective-is-task',
  'kr-output-metric': 'kr-activity-volume',
  'kr-activity-volume': 'kr-output-metric',
};

/** Options under which a rule is measured that asks for more than it usually does. */
const measuredWith: Readonly<Record<string, Readonly<Record<string, OptionValue>>>> = {
  'kr-relative-target': { sentences: true },
};

/** The options under which a rule is measured, where they are not the usual ones. */
export function optionsOf(rule: string): Readonly<Record<string, OptionValue>> | undefined {
  return measuredWith[rule];
}

function englishRules(): readonly string[] {
  return rules.filter(({ meta }) => meta.english).map(({ meta }) => meta.name);
}

function questions(): readonly Question[] {
  const ofRules = englishRules().flatMap((name) => {
    const truth = truths[name];
    return truth ? [{ name, ...truth, said: (said: Said) => said.rules.includes(name) }] : [];
  });
  const read = (name: string, truth: (row: Row) => boolean, said: (said: Said) => boolean): Question => ({
    name: `read: ${name}`,
    // Dates and starting values in other languages are not promised, figures are.
    asks: (row) => isKeyResult(row) && (isEnglish(row) || name === 'measure'),
    truth,
    said,
  });
  return [
    ...ofRules,
    read(
      'measure',
      (row) => row.has_measure,
      ({ measure }) => measure,
    ),
    read(
      'baseline',
      (row) => row.has_baseline,
      ({ baseline }) => baseline,
    ),
    read(
      'deadline',
      (row) => row.has_deadline,
      ({ deadline }) => deadline,
    ),
    {
      name: 'read: other language',
      asks: (row) => row.language !== null,
      truth: (row) => !isEnglish(row),
      said: ({ english }) => !english,
    },
    { name: 'verdict: bad key result', asks: isJudgedKeyResult, truth: isBad, said: isFaulted },
    { name: 'verdict: bad objective', asks: isJudgedObjective, truth: isBad, said: isFaulted },
    ...['activity', 'vague', 'no-number', 'business-as-usual'].map((reason) => ofReason('key result', reason)),
    ...['activity', 'vague', 'has-metric', 'business-as-usual', 'not-inspiring'].map((reason) =>
      ofReason('objective', reason),
    ),
  ];
}

const isBad = (row: Row) => row.verdict === 'bad';
const isFaulted = ({ rules: found }: Said) => found.some((id) => aboutWording.test(id) && !notJudged.has(id));
const isJudgedKeyResult = (row: Row) => isKeyResult(row) && row.verdict !== null;
/** A measured objective that its author calls good contradicts the rule about measured objectives: not judged. */
const isJudgedObjective = (row: Row) =>
  isObjective(row) && row.verdict !== null && !(row.verdict === 'good' && row.has_measure);

/** Of the texts that are bad for one reason, how many are found; only the recall says something. */
function ofReason(kind: 'key result' | 'objective', reason: string): Question {
  const asked = kind === 'objective' ? isJudgedObjective : isJudgedKeyResult;
  return {
    name: `  bad ${kind}: ${reason}`,
    asks: (row) => asked(row) && isBad(row) && row.reasons.includes(reason),
    truth: isBad,
    said: isFaulted,
  };
}

/** Of all labelled texts, and of those that are labelled for one rule alone. */
export function scoresOf(rows: readonly Row[], ruleRows: readonly RuleRow[] = []): readonly Score[] {
  const said = heard(rows);
  const ofRows = questions().map((question) => {
    const asked = rows.filter(question.asks);
    return scoreOf(
      question.name,
      asked.map((row) => answerOf(row, question.truth(row), said, question.said)),
    );
  });
  return [...ofRuleRows(ruleRows), ...ofRows];
}

function ofRuleRows(rows: readonly RuleRow[]): readonly Score[] {
  return [...new Set(rows.map(({ rule }) => rule))].sort().map((rule) => {
    const asked = rows.filter((row) => row.rule === rule);
    // A rule that is a hint, or off unless somebody turns it on, is measured as well.
    const said = heard(asked, { [rule]: ['warning', measuredWith[rule] ?? {}] });
    return scoreOf(
      rule,
      asked.map((row) => answerOf(row, row.is, said, ({ rules: found }) => found.includes(rule))),
    );
  });
}

const known = new WeakMap<object, Said>();

/** What is said of each row. A row is always read alone and with the same settings, so it is read once, however often it is counted. */
function heard(rows: readonly (Row | RuleRow)[], settings: Settings = {}): ReadonlyMap<string, Said> {
  const fresh = rows.filter((row) => !known.has(row));
  const read = readRows(fresh, settings);
  for (const row of fresh) {
    const said = read.get(row.id);
    if (said) known.set(row, said);
  }
  return new Map(rows.flatMap((row) => [[row.id, known.get(row) as Said] as const]));
}

interface Answer {
  readonly row: Miss['row'];
  readonly truth: boolean;
  readonly said: boolean;
  readonly rules: readonly string[];
}

function answerOf(
  row: Miss['row'],
  truth: boolean,
  answers: ReadonlyMap<string, Said>,
  said: (said: Said) => boolean,
): Answer {
  const found = answers.get(row.id);
  if (!found) throw new Error(`${row.id} was not read.`);
  return { row, truth, said: said(found), rules: found.rules.filter((id) => aboutWording.test(id)) };
}

function scoreOf(name: string, all: readonly Answer[]): Score {
  const sister = inPlaceOf[name];
  const answers = all.filter(({ truth, said, rules: found }) => !(truth && !said && sister && found.includes(sister)));
  const count = (truth: boolean, said: boolean) =>
    answers.filter((answer) => answer.truth === truth && answer.said === said).length;
  const [tp, fp, fn, tn] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  const misses = answers.filter(({ truth, said }) => truth !== said);
  const precision = tp + fp > 0 ? tp / (tp + fp) : null;
  const recall = tp + fn > 0 ? tp / (tp + fn) : null;
  const f1 = tp + fp + fn > 0 ? (2 * tp) / (2 * tp + fp + fn) : null;
  return { name, tp, fp, fn, tn, precision, recall, f1, misses };
}
