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

export const reference: Part<Reference> = {
  write(to, value) {
    names.write(to, value.segments);
    maybeName.write(to, value.cycle);
    to.span(value.span);
  },
  read: (from) => ({ segments: names.read(from), cycle: maybeName.read(from), span: from.span() }),
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

const unit: Part<Unit> = {
  write(to, value) {
    unitKind.write(to, value.kind);
    to.text(value.name);
    maybeAny.write(to, value.outOf);
    maybeText.write(to, value.per);
  },
  read: (from) => ({
    kind: unitKind.read(from),
    name: from.text(),
    outOf: maybeAny.read(from),
    per: maybeText.read(from),
  }),
};

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
    to.span(value.span);
  },
  read: (from) => ({ reference: reference.read(from), weight: maybeNumber.read(from), span: from.span() }),
};
export const supports = list(support);

/** Yes, no or an amount, in one byte more than the amount. */
const maybeValue = maybe<Amount | boolean>({
  write(to, value) {
    to.byte(value === true ? 1 : value === false ? 2 : 0);
    if (typeof value !== 'boolean') amount.write(to, value);
  },
  read(from) {
    const kind = from.byte();
    return kind === 0 ? amount.read(from) : kind === 1;
  },
});

export const readings = list<WrittenReading>({
  write(to, value) {
    maybeReference.write(to, value.target);
    maybeDate.write(to, value.date);
    maybeValue.write(to, value.value);
    maybeSpan.write(to, value.valueSpan);
    maybeNumber.write(to, value.confidence);
    maybeQuoted.write(to, value.note);
    to.span(value.span);
  },
  read: (from) => ({
    target: maybeReference.read(from),
    date: maybeDate.read(from),
    value: maybeValue.read(from),
    valueSpan: maybeSpan.read(from),
    confidence: maybeNumber.read(from),
    note: maybeQuoted.read(from),
    span: from.span(),
  }),
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
