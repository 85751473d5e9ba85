import type { Amount } from '../amounts/amount.ts';
import { sameDimension } from '../amounts/compare.ts';
import type { MeasureClause, Quoted } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import type { SentenceMeasure, SentenceReading } from '../reading/sentence.ts';
import type { Measure } from './cascade.ts';
import { placeInTitle } from './titles.ts';

interface Measured {
  readonly measure: MeasureClause | null;
  readonly title: Quoted | null;
  readonly reading?: SentenceReading | null;
  readonly span: Span;
}

/** The measure of a key result, guardrail or KPI: its clause, with what the clause leaves open from the sentence; else the sentence's. */
export function measureOf(goal: Measured, uri: string): Measure | null {
  const said = goal.reading?.measure ?? null;
  if (goal.measure) return fromClause(goal.measure, said, goal, uri);
  return said && fromSentence(said, goal, uri);
}

function fromClause(clause: MeasureClause, said: SentenceMeasure | null, goal: Measured, uri: string): Measure {
  const own = {
    form: clause.form,
    baseline: clause.baseline,
    baselinePeriod: null,
    baselineUnknown: clause.baselineUnknown,
    target: clause.target,
    low: clause.low,
    source: 'clause',
    baselineSource: clause.baseline ? 'clause' : null,
    place: { uri, span: clause.span },
  } satisfies Measure;
  const target = clause.form === 'from-to' && !clause.target ? targetFrom(said, clause) : null;
  if (said && target) {
    const low = said.low && inFile(said.low, goal.title);
    const form = said.form === 'to' ? 'from-to' : said.form;
    return {
      ...own,
      form,
      target: inFile(target, goal.title),
      low,
      source: 'sentence',
      place: placeOf(said, goal, uri),
    };
  }
  if (clause.form === 'yes-no' || clause.baseline || clause.baselineUnknown || !said?.baseline) return own;
  if (said.baseline.kind === 'period')
    return { ...own, baselinePeriod: said.baseline.text, baselineSource: 'sentence' };
  const baseline = inFile(said.baseline.amount, goal.title);
  return startsThere(baseline, clause) ? { ...own, baseline, baselineSource: 'sentence' } : own;
}

/** The target in the sentence for a clause that says only where it starts; null where it counts in something else. */
function targetFrom(said: SentenceMeasure | null, { baseline }: MeasureClause): Amount | null {
  if (!said?.target || said.form === 'yes-no') return null;
  const isChange = said.form === 'up' || said.form === 'down';
  return !baseline || isChange || sameDimension(baseline.unit, said.target.unit) ? said.target : null;
}

/** Whether a starting value from the sentence speaks of the same thing as the clause. A change in percent goes with any start. */
function startsThere(baseline: Amount, { form, target }: MeasureClause): boolean {
  return !target || form === 'up' || form === 'down' || sameDimension(baseline.unit, target.unit);
}

function fromSentence(said: SentenceMeasure, goal: Measured, uri: string): Measure {
  const { baseline, target, low } = said;
  return {
    form: said.form,
    baseline: baseline?.kind === 'amount' ? inFile(baseline.amount, goal.title) : null,
    baselinePeriod: baseline?.kind === 'period' ? baseline.text : null,
    baselineUnknown: false,
    target: target && inFile(target, goal.title),
    low: low && inFile(low, goal.title),
    source: 'sentence',
    baselineSource: baseline ? 'sentence' : null,
    place: placeOf(said, goal, uri),
  };
}

function placeOf(said: SentenceMeasure, { title, span }: Measured, uri: string): Measure['place'] {
  return { uri, span: title ? placeInTitle(title, said.span) : span };
}

/** Amounts of a sentence count from its first character; in the cascade every place is one in the file. */
function inFile(amount: Amount, title: Quoted | null): Amount {
  return title ? { ...amount, span: placeInTitle(title, amount.span) } : amount;
}
