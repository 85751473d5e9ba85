import type { Amount } from '../amounts/amount.ts';
import { sameDimension } from '../amounts/compare.ts';
import type { MeasureClause, MeasureForm, Quoted } from '../model/file.ts';
import type { Place, Span } from '../model/span.ts';
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
  const target = clause.form === 'from-to' && !clause.target ? targetFrom(said, clause) : null;
  if (said && target) {
    return {
      form: said.form === 'to' ? 'from-to' : said.form,
      baseline: clause.baseline,
      baselinePeriod: null,
      baselineUnknown: clause.baselineUnknown,
      target: inFile(target, goal.title),
      low: said.low && inFile(said.low, goal.title),
      source: 'sentence',
      baselineSource: clause.baseline ? 'clause' : null,
      place: placeOf(said, goal, uri),
    };
  }
  const isOpen = clause.form !== 'yes-no' && !clause.baseline && !clause.baselineUnknown;
  const start = isOpen ? startFrom(said, clause, goal.title) : null;
  if (!start) return new ClauseMeasure(clause, uri);
  return {
    form: clause.form,
    ...start,
    baselineUnknown: false,
    target: clause.target,
    low: clause.low,
    source: 'clause',
    baselineSource: 'sentence',
    place: { uri, span: clause.span },
  };
}

/** A measure as its clause gives it, which is how most key results are measured: everything stands in the clause. */
class ClauseMeasure implements Measure {
  readonly clause: MeasureClause;
  readonly uri: string;

  constructor(clause: MeasureClause, uri: string) {
    this.clause = clause;
    this.uri = uri;
  }

  get form(): MeasureForm {
    return this.clause.form;
  }

  get baseline(): Amount | null {
    return this.clause.baseline;
  }

  get baselinePeriod(): null {
    return null;
  }

  get baselineUnknown(): boolean {
    return this.clause.baselineUnknown;
  }

  get target(): Amount | null {
    return this.clause.target;
  }

  get low(): Amount | null {
    return this.clause.low;
  }

  get source(): 'clause' {
    return 'clause';
  }

  get baselineSource(): 'clause' | null {
    return this.clause.baseline ? 'clause' : null;
  }

  get place(): Place {
    return { uri: this.uri, span: this.clause.span };
  }
}

/** What the sentence says of where a clause starts that does not say it; null where it says nothing of the kind. */
function startFrom(
  said: SentenceMeasure | null,
  clause: MeasureClause,
  title: Quoted | null,
): Pick<Measure, 'baseline' | 'baselinePeriod'> | null {
  if (!said?.baseline) return null;
  if (said.baseline.kind === 'period') return { baseline: null, baselinePeriod: said.baseline.text };
  const baseline = inFile(said.baseline.amount, title);
  return startsThere(baseline, clause) ? { baseline, baselinePeriod: null } : null;
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
