import type { Amount } from '../amounts/amount.ts';
import { sameDimension } from '../amounts/compare.ts';
import { knownUnit } from '../amounts/units.ts';
import type { MeasureForm } from '../model/file.ts';
import type { Span } from '../model/span.ts';
import { lowerAt, type Parts, partsOfSentence, tokenAt } from './context.ts';
import { coverageOf } from './coverage.ts';
import { type DeadlineSpot, deadlineAbroad, deadlineOf, isTimeOfThings } from './deadline.ts';
import { factorOf } from './factors.ts';
import { type Quantity, quantitiesOf } from './figures.ts';
import {
  boundBehind,
  changeOf,
  directionBefore,
  isAside,
  isCountOfThings,
  isRange,
  isStartingValue,
  isTimeLimit,
  type LeadIn,
  leadInOf,
  rhythmFrom,
  rhythmTo,
  wayOf,
} from './frames.ts';
import { rememberingLast } from './memory.ts';
import { referenceOf } from './reference.ts';
import type { SentenceBaseline, SentenceMeasure, SentenceReading } from './sentence.ts';

/** Most sentences beside fields state neither: one object serves them all. */
const nothing = {
  english: { measure: null, deadline: null, language: 'english' },
  other: { measure: null, deadline: null, language: 'other' },
} as const satisfies Record<SentenceReading['language'], SentenceReading>;

/**
 * Reads what a quoted sentence states: the measure with its baseline, and the deadline. Spans count from the sentence's
 * first character. Of a very long text only the first `LONGEST_SENTENCE` characters (2,000) are read.
 *
 * The steps: take the sentence apart (`tokens`, `numerals`), find the dates (`context`), the deadline (`deadline`), the
 * figures that measure something (`figures`), and what stands around them (`frames`, `reference`, `coverage`).
 * In other languages than English only what needs no words is read: figures, arrows and comparison signs.
 *
 * `isMeasured`: the figures stand in fields, and the sentence names what is measured. Then `within 30 days` is a part of that name.
 */
export function readSentence(text: string, isMeasured = false): SentenceReading {
  const parts = partsOfSentence(text);
  const { language } = parts;
  const found = deadlineIn(parts);
  const deadline = found && isMeasured && isTimeOfThings(parts, found) ? null : found;
  const measure = measureOf(parts);
  if (!measure && !deadline) return nothing[language];
  return {
    measure,
    deadline: deadline && { text: textOf(parts, deadline), span: spanOf(parts, deadline) },
    language,
  };
}

/** Whether a reading is one that `readSentence` gives where nothing is stated. */
export function statesNothing(reading: SentenceReading): boolean {
  return reading === nothing.english || reading === nothing.other;
}

function deadlineIn(parts: Parts): DeadlineSpot | null {
  return parts.language === 'english' ? deadlineOf(parts) : deadlineAbroad(parts);
}

function spanOf(parts: Parts, { start, next }: { start: number; next: number }): Span {
  return { start: parts.tokens[start]?.start ?? 0, end: parts.tokens[next - 1]?.end ?? 0 };
}

function textOf(parts: Parts, spot: { start: number; next: number }): string {
  const { start, end } = spanOf(parts, spot);
  return parts.text.slice(start, end);
}

/** The measure that a sentence states, from figures, then factors (`double`), then coverage (`all branches`). */
export const measureOf: (parts: Parts) => SentenceMeasure | null = rememberingLast(findMeasure);

function findMeasure(parts: Parts): SentenceMeasure | null {
  const deadline = deadlineIn(parts);
  const all = quantitiesOf(parts);
  const quantities = deadline ? all.filter(({ at }) => at < deadline.start || at >= deadline.next) : all;
  if (quantities.length > 0) return measureOfFigures(parts, quantities);
  const rhythm = measureOfRhythm(parts);
  if (rhythm) return rhythm;
  const factor = factorOf(parts);
  if (factor)
    return {
      form: factor.form,
      baseline: referenceBaseline(parts),
      target: factor.amount,
      low: null,
      span: factor.amount.span,
    };
  const coverage = coverageOf(parts);
  if (!coverage) return null;
  const token = parts.tokens[coverage.at];
  const span = { start: token?.start ?? 0, end: token?.end ?? 0 };
  const target = {
    value: coverage.percent,
    unit: percent,
    text: parts.text.slice(span.start, span.end),
    signed: false,
    span,
  };
  return {
    form: coverage.percent === 0 ? 'at-most' : 'to',
    baseline: referenceBaseline(parts),
    target,
    low: null,
    span,
  };
}

const percent = knownUnit('%') as Amount['unit'];

function measureOfFigures(parts: Parts, quantities: readonly Quantity[]): SentenceMeasure | null {
  const leads: LeadIn[] = [];
  for (const { at } of quantities) leads.push(leadInOf(parts, at));
  const way = wayOf(parts, quantities, leads);
  if (way) {
    const [from, to] = [quantities[way.from] as Quantity, quantities[way.to] as Quantity];
    const baseline = inUnitOf(from.amount, to.amount);
    return finish(
      parts,
      'from-to',
      { kind: 'amount', amount: baseline },
      to,
      null,
      leads[Math.min(way.from, way.to)] as LeadIn,
      [from],
    );
  }
  // Of several figures words tell which one is meant.
  if (parts.language === 'other' && quantities.length > 1) return null;
  const factor = factorWithStart(parts, quantities, leads);
  if (factor) return factor;
  const start = quantities.findIndex((_, k) => isStartingValue(parts, quantities, k, leads[k] as LeadIn));
  const rest = quantities.map((_, k) => k).filter((k) => k !== start);
  const rhythm = start < 0 ? rhythmFrom(parts) : null;
  if (rest.length === 0) {
    // only where things stand now: `(currently 40)`
    const only = quantities[start] as Quantity;
    return {
      form: 'to',
      baseline: { kind: 'amount', amount: only.amount },
      target: null,
      low: null,
      span: only.amount.span,
    };
  }
  const chosen = chooseTarget(parts, quantities, leads, rest, start);
  const target = quantities[chosen] as Quantity;
  const lead = leads[chosen] as LeadIn;
  const base = start >= 0 ? (quantities[start] as Quantity) : null;
  const baseline: SentenceBaseline | null = base
    ? { kind: 'amount', amount: inUnitOf(base.amount, target.amount) }
    : rhythm
      ? { kind: 'amount', amount: rhythm.amount }
      : referenceBaseline(parts);
  const hasWay = rhythm !== null || (base !== null && sameDimension(base.amount.unit, target.amount.unit));
  const upper = quantities[chosen + 1];
  if (upper && isRange(parts, target, upper, lead)) {
    const change = lead.word === 'by' ? directionBefore(parts, target.at) : null;
    if (change) return finish(parts, change, baseline, target, null, lead, [upper]);
    return finish(parts, 'between', baseline, upper, inUnitOf(target.amount, upper.amount), lead, [target]);
  }
  return finish(parts, formOf(parts, target, lead, hasWay), baseline, target, null, lead, base ? [base] : []);
}

/** `Double referrals from 40`, `Halve complaints (currently 40)`, `Cut scrap in half from 8%`: the only figure is where the change starts. */
function factorWithStart(
  parts: Parts,
  quantities: readonly Quantity[],
  leads: readonly LeadIn[],
): SentenceMeasure | null {
  const factor = factorOf(parts);
  const [only, more] = quantities;
  const [lead] = leads;
  if (!factor || !only || more || !lead) return null;
  const isFrom = lead.word === 'from';
  if (!isFrom && !isStartingValue(parts, quantities, 0, lead)) return null;
  // `Double the orders from 5 towns` says where they come from
  const isStart = !(isFrom && isCountOfThings(parts, only.at, only.amount));
  const span = factor.amount.span;
  return {
    form: factor.form,
    baseline: isStart ? { kind: 'amount', amount: only.amount } : referenceBaseline(parts),
    target: factor.amount,
    low: null,
    span: isStart
      ? { start: Math.min(span.start, only.amount.span.start), end: Math.max(span.end, only.amount.span.end) }
      : span,
  };
}

/** Of several figures the one that the sentence is about. */
function chooseTarget(
  parts: Parts,
  quantities: readonly Quantity[],
  leads: readonly LeadIn[],
  candidates: readonly number[],
  start: number,
): number {
  const like = start >= 0 ? (quantities[start] as Quantity).amount.unit : null;
  const comparable =
    like && like.kind !== 'number'
      ? candidates.find((k) => sameDimension((quantities[k] as Quantity).amount.unit, like))
      : undefined;
  if (comparable !== undefined) return comparable;
  const aimed = candidates.find(
    (k) => (leads[k] as LeadIn).word === 'to' && directionBefore(parts, (quantities[k] as Quantity).at) !== null,
  );
  if (aimed !== undefined) return aimed;
  // a time limit inside the metric is the target only where nothing else is: `90% answered within 24 hours`
  const outside = candidates.filter((k) => !isAside(parts, (quantities[k] as Quantity).at));
  const main = (outside.length > 0 ? outside : candidates).find((k) => !isTimeLimit(parts, quantities[k] as Quantity));
  return main ?? (candidates[0] as number);
}

function formOf(parts: Parts, target: Quantity, lead: LeadIn, hasBase: boolean): MeasureForm {
  const change = changeOf(parts, target, lead);
  if (change) return change;
  if (hasBase) return 'from-to';
  const bound = lead.bound ?? boundBehind(parts, target.at)?.bound ?? outerBound(parts);
  // `nobody waits longer than five minutes`
  const negated =
    /^(?:nobody|none|no)$/.test(lowerAt(parts, 0)) && !/^(?:less|fewer|lower|more)$/.test(lowerAt(parts, 1));
  if (bound) return bound === 'at-least' && negated ? 'at-most' : bound;
  if (target.amount.value === 0) return 'at-most';
  if (isTimeLimit(parts, target) && /^(?:in|within)$/.test(lowerAt(parts, target.at - 1))) return 'at-most';
  return lead.word === 'to' && directionBefore(parts, target.at) === 'down' ? 'at-most' : 'to';
}

/** `Maximum spoilage of 4%` */
function outerBound(parts: Parts): 'at-least' | 'at-most' | null {
  const first = lowerAt(parts, 0);
  return first === 'maximum' || first === 'max'
    ? 'at-most'
    : first === 'minimum' || first === 'min'
      ? 'at-least'
      : null;
}

function finish(
  parts: Parts,
  form: MeasureForm,
  baseline: SentenceBaseline | null,
  target: Quantity,
  low: Amount | null,
  lead: LeadIn,
  others: readonly Quantity[],
): SentenceMeasure {
  let { start, end } = target.amount.span;
  const reachTo = (span: Span | undefined) => {
    if (span === undefined) return;
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  };
  for (const { amount } of others) reachTo(amount.span);
  if (lead.bound !== null && !ways.has(lead.word)) reachTo(tokenAt(parts, lead.at + 1));
  else if (lead.bound !== null || ways.has(lead.word) || surroundings.has(lead.word)) reachTo(tokenAt(parts, lead.at));
  const behind = boundBehind(parts, target.at);
  if (behind !== null) reachTo(tokenAt(parts, behind.end));
  return { form, baseline, target: target.amount, low, span: { start, end } };
}

const ways: ReadonlySet<string> = new Set(['from', 'to', 'by']);
const surroundings: ReadonlySet<string> = new Set(['between', 'up', 'down']);

/** `from 9 to 4 days`: the bare figure counts in the other's unit; with a rhythm it may have one of its own (`one release a month to one a week`). */
function inUnitOf(amount: Amount, like: Amount): Amount {
  if (amount.unit.kind !== 'number' || amount.unit.per !== null || amount.unit.outOf !== null) return amount;
  if (like.unit.kind === 'number' && amount.value === like.value) return amount;
  return { ...amount, unit: like.unit };
}

function measureOfRhythm(parts: Parts): SentenceMeasure | null {
  const from = rhythmFrom(parts);
  const to = from && rhythmTo(parts, from.at);
  if (!from || !to) return null;
  const span = { start: from.amount.span.start, end: to.amount.span.end };
  return { form: 'from-to', baseline: { kind: 'amount', amount: from.amount }, target: to.amount, low: null, span };
}

function referenceBaseline(parts: Parts): SentenceBaseline | null {
  const spot = referenceOf(parts);
  return spot && { kind: 'period', text: textOf(parts, spot), span: spanOf(parts, spot) };
}
