/** The statements of a file. */
import type {
  CheckinBlock,
  Closing,
  ClosingEntry,
  CycleDeclaration,
  OkrSet,
  Statement,
  UnitDeclaration,
  UnitLevel,
} from '@okr-language/core';
import { objectives } from './goals.ts';
import { list, maybe, oneOf, type Part } from './part.ts';
import {
  guardrails,
  initiatives,
  kpi,
  maybeAmbition,
  maybeCadence,
  maybeDate,
  maybeName,
  maybeNumber,
  maybeOwnName,
  maybeQuoted,
  maybeSpan,
  maybeText,
  maybeTitle,
  owners,
  readings,
  reference,
  tags,
  wordWithPlace,
} from './parts.ts';

const cycle: Part<CycleDeclaration> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeDate.write(to, value.from);
    maybeDate.write(to, value.to);
    maybeCadence.write(to, value.checkins);
    maybeCadence.write(to, value.reviews);
  },
  read: (from) => ({
    kind: 'cycle',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    from: maybeDate.read(from),
    to: maybeDate.read(from),
    checkins: maybeCadence.read(from),
    reviews: maybeCadence.read(from),
  }),
};

const level = oneOf<UnitLevel>('company', 'department', 'team', 'person');

const unit: Part<UnitDeclaration> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    level.write(to, value.level);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeName.write(to, value.parent);
    maybeName.write(to, value.lead);
  },
  read: (from) => ({
    kind: 'unit',
    span: from.span(),
    doc: maybeText.read(from),
    level: level.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    parent: maybeName.read(from),
    lead: maybeName.read(from),
  }),
};

const okrs: Part<OkrSet> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.unit);
    maybeName.write(to, value.cycle);
    maybeSpan.write(to, value.draft);
    owners.write(to, value.owners);
    maybeAmbition.write(to, value.ambition);
    tags.write(to, value.tags);
    objectives.write(to, value.objectives);
    initiatives.write(to, value.initiatives);
    guardrails.write(to, value.guardrails);
  },
  read: (from) => ({
    kind: 'okrs',
    span: from.span(),
    doc: maybeText.read(from),
    unit: maybeOwnName.read(from),
    cycle: maybeName.read(from),
    draft: maybeSpan.read(from),
    owners: owners.read(from),
    ambition: maybeAmbition.read(from),
    tags: tags.read(from),
    objectives: objectives.read(from),
    initiatives: initiatives.read(from),
    guardrails: guardrails.read(from),
  }),
};

const checkin: Part<CheckinBlock> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeDate.write(to, value.date);
    maybeName.write(to, value.unit);
    maybeName.write(to, value.cycle);
    readings.write(to, value.readings);
  },
  read: (from) => ({
    kind: 'checkin',
    span: from.span(),
    doc: maybeText.read(from),
    date: maybeDate.read(from),
    unit: maybeName.read(from),
    cycle: maybeName.read(from),
    readings: readings.read(from),
  }),
};

const maybeDecision = maybe(wordWithPlace('keep', 'modify', 'defer', 'abandon'));

const entries = list<ClosingEntry>({
  write(to, value) {
    reference.write(to, value.target);
    maybeNumber.write(to, value.score);
    maybeDecision.write(to, value.decision);
    maybeQuoted.write(to, value.learned);
    to.span(value.span);
  },
  read: (from) => ({
    target: reference.read(from),
    score: maybeNumber.read(from),
    decision: maybeDecision.read(from),
    learned: maybeQuoted.read(from),
    span: from.span(),
  }),
});

const closing: Part<Closing> = {
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeName.write(to, value.unit);
    maybeName.write(to, value.cycle);
    maybeDate.write(to, value.on);
    entries.write(to, value.entries);
  },
  read: (from) => ({
    kind: 'closing',
    span: from.span(),
    doc: maybeText.read(from),
    unit: maybeName.read(from),
    cycle: maybeName.read(from),
    on: maybeDate.read(from),
    entries: entries.read(from),
  }),
};

const kinds = oneOf<Statement['kind']>('cycle', 'unit', 'okrs', 'kpi', 'checkin', 'closing');
const parts: { readonly [K in Statement['kind']]: Part<Extract<Statement, { kind: K }>> } = {
  cycle,
  unit,
  okrs,
  kpi,
  checkin,
  closing,
};

export const statements = list<Statement>({
  write(to, value) {
    kinds.write(to, value.kind);
    (parts[value.kind] as Part<Statement>).write(to, value);
  },
  read: (from) => parts[kinds.read(from)].read(from),
});
