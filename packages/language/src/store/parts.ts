/** The small things that statements are made of. */
import {
  type Amount,
  type Cadence,
  type Guardrail,
  type Initiative,
  isPlain,
  type Kpi,
  type MeasureClause,
  type MeasureForm,
  type Name,
  plainReadings,
  type Quoted,
  type Reference,
  type SentenceBaseline,
  type SentenceDeadline,
  type SentenceMeasure,
  type SentenceReading,
  type Span,
  type Support,
  type Unit,
  type UnitKind,
  type WrittenAmbition,
  type WrittenDate,
  type WrittenNumber,
  type WrittenReading,
} from '@okr-language/core';
import type { Reader, Writer } from './bytes.ts';
import { asName, asSearched } from './letters.ts';
import { list, maybe, oneOf, type Part, text } from './part.ts';

export const span: Part<Span> = {
  write: (to, value) => to.span(value),
  read: (from) => from.span(),
};

/** Names, quoted texts and dates are all a text with its place, which is most often longer by so many letters. */
const textWithin = (more: number, use = 0): Part<{ readonly text: string; readonly span: Span }> => ({
  write(to, value) {
    to.text(value.text, use);
    to.spanAsLong(value.span, value.text.length + more);
  },
  read(from) {
    const text = from.text();
    return { text, span: from.spanAsLong(text.length + more) };
  },
});
const textWithPlace = textWithin(0);
const quotationMarks = 2;
/** A name of something that is declared elsewhere. */
const name: Part<Name> = textWithin(0, asName);
const quoted: Part<Quoted> = textWithin(quotationMarks);
const date: Part<WrittenDate> = textWithPlace;

export const maybeText = maybe(text);
export const maybeSpan = maybe(span);
export const maybeName = maybe(name);
/** What is declared here, by its name and title: people look for it by pieces of these, and for what has an owner or a tag. */
export const maybeOwnName = maybe(textWithin(0, asName | asSearched));
export const maybeTitle = maybe(textWithin(quotationMarks, asSearched));
export const owners = list(textWithin(0, asName | asSearched));
export const tags = list(textWithin(0, asSearched));
export const maybeQuoted = maybe(quoted);
export const maybeDate = maybe(date);
const names = list(name);
export const quotedTexts = list(quoted);

/** Most references take the room of their segments and their cycle. */
export const reference: Part<Reference> = {
  write(to, { segments, cycle, span: own }) {
    names.write(to, segments);
    maybeName.write(to, cycle);
    spanLike.write(to, own, spanOfPath(segments, cycle));
  },
  read(from) {
    const segments = names.read(from);
    const cycle = maybeName.read(from);
    return { segments, cycle, span: spanLike.read(from, spanOfPath(segments, cycle)) };
  },
};

/** Null where there is nothing in it. */
function spanOfPath(segments: readonly Name[], cycle: Name | null): Span | null {
  const first = segments[0];
  const last = cycle ?? segments[segments.length - 1];
  if (!first || !last || first === last) return first?.span ?? null;
  return { start: first.span.start, end: last.span.end };
}

/** A span that most often is the same as another one, and is then that one. */
const spanLike = {
  write(to: Writer, own: Span, other: Span | null): void {
    const isSame = other !== null && own.start === other.start && own.end === other.end;
    to.flag(isSame);
    if (!isSame) to.span(own);
  },
  read: (from: Reader, other: Span | null): Span => (from.flag() && other ? other : from.span()),
};

export const references = list(reference);
export const maybeReference = maybe(reference);

const number: Part<WrittenNumber> = {
  write(to, value) {
    to.number(value.value);
    to.span(value.span);
  },
  read: (from) => ({ value: from.number(), span: from.span() }),
};
export const maybeNumber = maybe(number);

/** A word of a few with its place. */
export function wordWithPlace<T extends string>(
  ...words: readonly T[]
): Part<{ readonly value: T; readonly span: Span }> {
  const word = oneOf(...words);
  return {
    write(to, value) {
      word.write(to, value.value);
      to.span(value.span);
    },
    read: (from) => ({ value: word.read(from), span: from.span() }),
  };
}

export const maybeAmbition: Part<WrittenAmbition | null> = maybe(wordWithPlace('committed', 'aspirational'));

export const maybeCadence: Part<Cadence | null> = maybe({
  write(to, value) {
    to.text(value.text);
    to.number(value.days);
    to.span(value.span);
  },
  read: (from) => ({ text: from.text(), days: from.number(), span: from.span() }),
});

const unitKind = oneOf<UnitKind>('number', 'percent', 'points', 'currency', 'duration', 'multiple', 'word');
const maybeAny = maybe<number>({ write: (to, value) => to.number(value), read: (from) => from.number() });

/** All that a file counts in is most often less than ten things. */
const mostUnits = 100;

/** What was counted in before is only pointed at, and is one thing for all amounts that count in it. */
const unit: Part<Unit> = {
  write(to, value) {
    const known = placeOf(value, to.units);
    to.count(known + 1);
    if (known >= 0) return;
    unitKind.write(to, value.kind);
    to.text(value.name);
    maybeAny.write(to, value.outOf);
    maybeText.write(to, value.per);
    if (to.units.length < mostUnits) to.units.push(value);
  },
  read(from) {
    const number = from.count();
    if (number > 0) {
      const known = from.units[number - 1];
      if (!known) throw new RangeError('The bytes of a file name a unit that is not there.');
      return known;
    }
    const value: Unit = {
      kind: unitKind.read(from),
      name: from.text(),
      outOf: maybeAny.read(from),
      per: maybeText.read(from),
    };
    if (from.units.length < mostUnits) from.units.push(value);
    return value;
  },
};

function placeOf(unit: Unit, units: readonly Unit[]): number {
  // Nearly all units are those that all amounts share: the very same object.
  const shared = units.indexOf(unit);
  if (shared >= 0) return shared;
  const { kind, name, outOf, per } = unit;
  for (let i = 0; i < units.length; i++) {
    const one = units[i];
    if (one?.kind === kind && one.name === name && one.outOf === outOf && one.per === per) return i;
  }
  return -1;
}

export const amount: Part<Amount> = {
  write(to, value) {
    to.number(value.value);
    unit.write(to, value.unit);
    to.text(value.text);
    to.flag(value.signed);
    to.spanAsLong(value.span, value.text.length);
  },
  read(from) {
    const value = from.number();
    const inUnit = unit.read(from);
    const text = from.text();
    return { value, unit: inUnit, text, signed: from.flag(), span: from.spanAsLong(text.length) };
  },
};
const maybeAmount = maybe(amount);

const form = oneOf<MeasureForm>('from-to', 'to', 'up', 'down', 'at-least', 'at-most', 'between', 'yes-no');

export const maybeMeasure: Part<MeasureClause | null> = maybe({
  write(to, value) {
    form.write(to, value.form);
    maybeAmount.write(to, value.baseline);
    to.flag(value.baselineUnknown);
    maybeAmount.write(to, value.target);
    maybeAmount.write(to, value.low);
    to.span(value.span);
  },
  read: (from) => ({
    form: form.read(from),
    baseline: maybeAmount.read(from),
    baselineUnknown: from.flag(),
    target: maybeAmount.read(from),
    low: maybeAmount.read(from),
    span: from.span(),
  }),
});

const sentenceBaseline: Part<SentenceBaseline> = {
  write(to, value) {
    to.flag(value.kind === 'amount');
    if (value.kind === 'amount') amount.write(to, value.amount);
    else textWithPlace.write(to, value);
  },
  read: (from) =>
    from.flag() ? { kind: 'amount', amount: amount.read(from) } : { kind: 'period', ...textWithPlace.read(from) },
};
const maybeSentenceBaseline = maybe(sentenceBaseline);

const maybeSentenceMeasure: Part<SentenceMeasure | null> = maybe({
  write(to, value) {
    form.write(to, value.form);
    maybeSentenceBaseline.write(to, value.baseline);
    maybeAmount.write(to, value.target);
    maybeAmount.write(to, value.low);
    to.span(value.span);
  },
  read: (from) => ({
    form: form.read(from),
    baseline: maybeSentenceBaseline.read(from),
    target: maybeAmount.read(from),
    low: maybeAmount.read(from),
    span: from.span(),
  }),
});

const maybeSentenceDeadline: Part<SentenceDeadline | null> = maybe(textWithPlace);
const language = oneOf<SentenceReading['language']>('english', 'other');
/** What a plain title states is nothing, in one of two languages: then that is all that is kept. */
const plain = oneOf<SentenceReading['language'] | 'no'>('no', 'english', 'other');

export const maybeSentence: Part<SentenceReading | null> = maybe({
  write(to, value) {
    plain.write(to, isPlain(value) ? value.language : 'no');
    if (isPlain(value)) return;
    maybeSentenceMeasure.write(to, value.measure);
    maybeSentenceDeadline.write(to, value.deadline);
    language.write(to, value.language);
  },
  read(from) {
    const of = plain.read(from);
    if (of !== 'no') return plainReadings[of];
    return {
      measure: maybeSentenceMeasure.read(from),
      deadline: maybeSentenceDeadline.read(from),
      language: language.read(from),
    };
  },
});

const support: Part<Support> = {
  write(to, value) {
    reference.write(to, value.reference);
    maybeNumber.write(to, value.weight);
    spanLike.write(to, value.span, value.reference.span);
  },
  read(from) {
    const path = reference.read(from);
    return { reference: path, weight: maybeNumber.read(from), span: spanLike.read(from, path.span) };
  },
};
export const supports = list(support);

/** Nothing, an amount, yes or no. */
const noValue = 0;
const anAmount = 1;
const yes = 2;
const no = 3;

const maybeValue: Part<Amount | boolean | null> = {
  write(to, value) {
    to.byte(value === null ? noValue : value === true ? yes : value === false ? no : anAmount);
    if (value !== null && typeof value !== 'boolean') amount.write(to, value);
  },
  read(from) {
    const kind = from.byte();
    return kind === noValue ? null : kind === anAmount ? amount.read(from) : kind === yes;
  },
};

/** An amount stands where it says itself. */
function spanOfValue(value: Amount | boolean | null): Span | null {
  return value === null || typeof value === 'boolean' ? null : value.span;
}

export const readings = list<WrittenReading>({
  write(to, value) {
    maybeReference.write(to, value.target);
    maybeDate.write(to, value.date);
    maybeValue.write(to, value.value);
    to.flag(value.valueSpan !== null);
    if (value.valueSpan) spanLike.write(to, value.valueSpan, spanOfValue(value.value));
    maybeNumber.write(to, value.confidence);
    maybeQuoted.write(to, value.note);
    to.span(value.span);
  },
  read(from) {
    const target = maybeReference.read(from);
    const date = maybeDate.read(from);
    const value = maybeValue.read(from);
    return {
      target,
      date,
      value,
      valueSpan: from.flag() ? spanLike.read(from, spanOfValue(value)) : null,
      confidence: maybeNumber.read(from),
      note: maybeQuoted.read(from),
      span: from.span(),
    };
  },
});

const maybeStatus = maybe(wordWithPlace('todo', 'doing', 'done', 'dropped'));

export const initiatives = list<Initiative>({
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    references.write(to, value.for);
    owners.write(to, value.owners);
    maybeStatus.write(to, value.status);
    maybeDate.write(to, value.deadline);
    quotedTexts.write(to, value.links);
    tags.write(to, value.tags);
  },
  read: (from) => ({
    kind: 'initiative',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    for: references.read(from),
    owners: owners.read(from),
    status: maybeStatus.read(from),
    deadline: maybeDate.read(from),
    links: quotedTexts.read(from),
    tags: tags.read(from),
  }),
});

export const guardrails = list<Guardrail>({
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeMeasure.write(to, value.measure);
    owners.write(to, value.owners);
    maybeQuoted.write(to, value.source);
    readings.write(to, value.readings);
  },
  read: (from) => ({
    kind: 'guardrail',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    measure: maybeMeasure.read(from),
    owners: owners.read(from),
    source: maybeQuoted.read(from),
    readings: readings.read(from),
  }),
});

export const kpi: Part<Kpi> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeName.write(to, value.unit);
    maybeMeasure.write(to, value.measure);
    owners.write(to, value.owners);
    maybeQuoted.write(to, value.source);
    quotedTexts.write(to, value.links);
    readings.write(to, value.readings);
  },
  read: (from) => ({
    kind: 'kpi',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    unit: maybeName.read(from),
    measure: maybeMeasure.read(from),
    owners: owners.read(from),
    source: maybeQuoted.read(from),
    links: quotedTexts.read(from),
    readings: readings.read(from),
  }),
};
