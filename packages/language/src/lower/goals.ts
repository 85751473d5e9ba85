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
import type { Source } from './source.ts';

interface Nested {
  readonly clauses: Clauses;
  readonly objectives: Objective[];
  readonly keyResults: KeyResult[];
  readonly initiatives: Initiative[];
  readonly guardrails: Guardrail[];
}

type Part = Clause | ReadEach<ast.Objective | ast.KeyResult | ast.Initiative | ast.Guardrail>;

/** Whether neither the name nor the title of a statement is there. */
function isBare(part: Part): part is Exclude<Part, Clause> {
  return part.$type in examples && 'title' in part && part.name === undefined && part.title === undefined;
}

/** Sorts the lines of a block: statements that stand in it, and clauses. */
function nested(source: Source, ...parts: readonly (readonly Part[] | undefined)[]): Nested {
  const found: Nested = {
    clauses: new Clauses(source),
    objectives: [],
    keyResults: [],
    initiatives: [],
    guardrails: [],
  };
  for (const list of parts) {
    for (const part of list ?? []) {
      if (isBare(part)) source.reportBare(part, examples[part.$type]);
      if (part.$type === 'Objective') found.objectives.push(objective(source, part));
      else if (part.$type === 'KeyResult') found.keyResults.push(keyResult(source, part));
      else if (part.$type === 'Initiative') found.initiatives.push(initiative(source, part));
      else if (part.$type === 'Guardrail') found.guardrails.push(guardrail(source, part));
      else found.clauses.add(part);
    }
  }
  return found;
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
  const { clauses, objectives, initiatives, guardrails } = nested(source, node.clauses);
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
