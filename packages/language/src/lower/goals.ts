import {
  type Guardrail,
  type Initiative,
  type KeyResult,
  type Kpi,
  type Objective,
  type OkrSet,
  type Quoted,
  readSentence,
  type SentenceReading,
} from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read, ReadEach } from '../syntax/node.ts';
import { type Clause, Clauses } from './clauses.ts';
import { added, none } from './lists.ts';
import type { Source } from './source.ts';

interface Nested {
  readonly clauses: Clauses;
  objectives: Objective[];
  keyResults: KeyResult[];
  initiatives: Initiative[];
  guardrails: Guardrail[];
}

type Nesting = ReadEach<ast.Objective | ast.KeyResult | ast.Initiative | ast.Guardrail>;
type Part = Clause | Nesting;

/** Sorts what stands in the first line and in the block of a statement: statements that stand in it, and clauses. */
function nested(source: Source, header: readonly Part[] | undefined, lines: readonly Part[] | undefined): Nested {
  const found: Nested = {
    clauses: new Clauses(source),
    objectives: none(),
    keyResults: none(),
    initiatives: none(),
    guardrails: none(),
  };
  if (header) for (const part of header) sort(source, part, found);
  if (lines) for (const part of lines) sort(source, part, found);
  return found;
}

function sort(source: Source, part: Part, into: Nested): void {
  switch (part.$type) {
    case 'Objective':
      into.objectives = added(into.objectives, objective(source, part));
      return;
    case 'KeyResult':
      into.keyResults = added(into.keyResults, keyResult(source, part));
      return;
    case 'Initiative':
      into.initiatives = added(into.initiatives, initiative(source, part));
      return;
    case 'Guardrail':
      into.guardrails = added(into.guardrails, guardrail(source, part));
      return;
    default:
      into.clauses.add(part);
  }
}

/** Reports a statement that has neither a name nor a title. */
function reportBare(source: Source, node: Nesting): void {
  if (node.name === undefined && node.title === undefined) source.reportBare(node, examples[node.$type]);
}

const examples = {
  Objective: 'objective "Earn back customer trust"',
  KeyResult: 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
  Initiative: 'initiative "Replace the phone menu"',
  Guardrail: 'guardrail "Refund rate" at most 4%',
};

function reading(title: Quoted | null): SentenceReading | null {
  return title === null ? null : readSentence(title.text);
}

export function okrSet(source: Source, node: Read<ast.OkrSet>): OkrSet {
  const { clauses, objectives, initiatives, guardrails } = nested(source, undefined, node.clauses);
  return {
    kind: 'okrs',
    unit: source.name(node.unit),
    cycle: source.name(node.cycle),
    draft: clauses.draft,
    owners: clauses.owners,
    ambition: clauses.ambition,
    tags: clauses.tags,
    objectives,
    initiatives,
    guardrails,
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function objective(source: Source, node: Read<ast.Objective>): Objective {
  reportBare(source, node);
  const { clauses, keyResults, initiatives, guardrails } = nested(source, node.header, node.clauses);
  const title = source.quoted(node.title);
  return {
    kind: 'objective',
    name: source.name(node.name),
    title,
    draft: clauses.draft,
    owners: clauses.owners,
    ambition: clauses.ambition,
    deadline: clauses.deadline,
    weight: clauses.weight,
    supports: clauses.supports,
    dependsOn: clauses.dependsOn,
    carriedFrom: clauses.carriedFrom,
    standalone: clauses.standalone,
    tags: clauses.tags,
    links: clauses.links,
    keyResults,
    initiatives,
    guardrails,
    reading: reading(title),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function keyResult(source: Source, node: Read<ast.KeyResult>): KeyResult {
  reportBare(source, node);
  const { clauses, initiatives } = nested(source, node.header, node.clauses);
  const title = source.quoted(node.title);
  return {
    kind: 'keyResult',
    name: source.name(node.name),
    title,
    measure: clauses.measure,
    deadline: clauses.deadline,
    owners: clauses.owners,
    ambition: clauses.ambition,
    weight: clauses.weight,
    indicator: clauses.indicator,
    supports: clauses.supports,
    dependsOn: clauses.dependsOn,
    carriedFrom: clauses.carriedFrom,
    source: clauses.source,
    links: clauses.links,
    tags: clauses.tags,
    initiatives,
    readings: clauses.readings,
    reading: reading(title),
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function initiative(source: Source, node: Read<ast.Initiative>): Initiative {
  reportBare(source, node);
  const { clauses } = nested(source, node.header, node.clauses);
  return {
    kind: 'initiative',
    name: source.name(node.name),
    title: source.quoted(node.title),
    for: clauses.for,
    owners: clauses.owners,
    status: clauses.status,
    deadline: clauses.deadline,
    links: clauses.links,
    tags: clauses.tags,
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

function guardrail(source: Source, node: Read<ast.Guardrail>): Guardrail {
  reportBare(source, node);
  const { clauses } = nested(source, node.header, node.clauses);
  return {
    kind: 'guardrail',
    name: source.name(node.name),
    title: source.quoted(node.title),
    measure: clauses.measure,
    owners: clauses.owners,
    source: clauses.source,
    readings: clauses.readings,
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}

export function kpi(source: Source, node: Read<ast.Kpi>): Kpi {
  const { clauses } = nested(source, node.header, node.clauses);
  return {
    kind: 'kpi',
    name: source.name(node.name),
    title: source.quoted(node.title),
    unit: clauses.unit,
    measure: clauses.measure,
    owners: clauses.owners,
    source: clauses.source,
    links: clauses.links,
    readings: clauses.readings,
    span: source.spanOf(node),
    doc: source.doc(node),
  };
}
