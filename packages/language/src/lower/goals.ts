import {
  type Guardrail,
  type Initiative,
  type KeyResult,
  type Kpi,
  type Objective,
  type OkrSet,
  type Quoted,
  readTitle,
  type SentenceReading,
  type TitleOf,
} from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, type NodeOfEach } from '../syntax/tree.ts';
import { type Clause, Clauses } from './clauses.ts';
import { added, fitted } from './lists.ts';
import type { Source } from './source.ts';

const SET = cellsOf<ast.OkrSet>('OkrSet');
const OBJECTIVE = cellsOf<ast.Objective>('Objective');
const KEY_RESULT = cellsOf<ast.KeyResult>('KeyResult');
const INITIATIVE = cellsOf<ast.Initiative>('Initiative');
const GUARDRAIL = cellsOf<ast.Guardrail>('Guardrail');
const KPI = cellsOf<ast.Kpi>('Kpi');

type Nesting = NodeOfEach<ast.Objective | ast.KeyResult | ast.Initiative | ast.Guardrail>;
type Part = Clause | Nesting;

/** Sorts what stands in the first line and in the block of a statement. Whoever has taken what it wants is `done` with it. */
function sorted(source: Source, header: Part, lines: Part): Clauses {
  const found = Clauses.empty();
  for (let part = header; part !== NONE; part = source.tree.next(part)) sort(source, part, found);
  for (let part = lines; part !== NONE; part = source.tree.next(part)) sort(source, part, found);
  return found;
}

function sort(source: Source, part: Part, into: Clauses): void {
  switch (source.tree.typeOf(part)) {
    case 'Objective':
      into.objectives = added(into.objectives, objective(source, part as NodeOf<ast.Objective>));
      return;
    case 'KeyResult':
      into.keyResults = added(into.keyResults, keyResult(source, part as NodeOf<ast.KeyResult>));
      return;
    case 'Initiative':
      into.initiatives = added(into.initiatives, initiative(source, part as NodeOf<ast.Initiative>));
      return;
    case 'Guardrail':
      into.guardrails = added(into.guardrails, guardrail(source, part as NodeOf<ast.Guardrail>));
      return;
    default:
      into.add(source, part as Clause);
  }
}

/** The title of a statement, also where it stands behind the measure. */
function titleOf(source: Source, title: number, header: NodeOf<{ readonly $type: string }>): number {
  return title === NONE && header !== NONE ? source.titleBehind(header) : title;
}

const examples = {
  Objective: 'objective "Earn back customer trust"',
  KeyResult: 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
  Initiative: 'initiative "Replace the phone menu"',
  Guardrail: 'guardrail "Refund rate" at most 4%',
};

function reading(title: Quoted | null, of: TitleOf): SentenceReading | null {
  return title === null ? null : readTitle(title.text, of);
}

export function okrSet(source: Source, node: NodeOf<ast.OkrSet>): OkrSet {
  const { tree } = source;
  const clauses = sorted(source, NONE as Part, tree.at(node, SET.clauses));
  const made: OkrSet = {
    kind: 'okrs',
    span: source.spanOf(node),
    doc: source.doc(node),
    unit: source.name(tree.at(node, SET.unit)),
    cycle: source.name(tree.at(node, SET.cycle)),
    draft: clauses.draft,
    owners: clauses.owners,
    ambition: clauses.ambition,
    tags: clauses.tags,
    objectives: fitted(clauses.objectives),
    initiatives: clauses.initiatives,
    guardrails: clauses.guardrails,
  };
  clauses.done();
  return made;
}

function objective(source: Source, node: NodeOf<ast.Objective>): Objective {
  const { tree } = source;
  const name = tree.at(node, OBJECTIVE.name);
  const title = tree.at(node, OBJECTIVE.title);
  if (name === NONE && title === NONE) source.reportBare(node, examples.Objective);
  const clauses = sorted(source, tree.at(node, OBJECTIVE.header), tree.at(node, OBJECTIVE.clauses));
  const quoted = source.quoted(title);
  const made: Objective = {
    kind: 'objective',
    span: source.spanOf(node),
    doc: source.doc(node),
    name: source.name(name),
    title: quoted,
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
    keyResults: fitted(clauses.keyResults),
    initiatives: clauses.initiatives,
    guardrails: clauses.guardrails,
    reading: reading(quoted, 'objective'),
  };
  clauses.done();
  return made;
}

function keyResult(source: Source, node: NodeOf<ast.KeyResult>): KeyResult {
  const { tree } = source;
  const name = tree.at(node, KEY_RESULT.name);
  const title = titleOf(source, tree.at(node, KEY_RESULT.title), tree.at(node, KEY_RESULT.header));
  if (name === NONE && title === NONE) source.reportBare(node, examples.KeyResult);
  const clauses = sorted(source, tree.at(node, KEY_RESULT.header), tree.at(node, KEY_RESULT.clauses));
  const quoted = source.quoted(title);
  const { measure } = clauses;
  const made: KeyResult = {
    kind: 'keyResult',
    span: source.spanOf(node),
    doc: source.doc(node),
    name: source.name(name),
    title: quoted,
    measure,
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
    initiatives: clauses.initiatives,
    readings: fitted(clauses.readings),
    reading: reading(quoted, measure === null ? 'keyResult' : 'measured'),
  };
  clauses.done();
  return made;
}

function initiative(source: Source, node: NodeOf<ast.Initiative>): Initiative {
  const { tree } = source;
  const name = tree.at(node, INITIATIVE.name);
  const title = tree.at(node, INITIATIVE.title);
  if (name === NONE && title === NONE) source.reportBare(node, examples.Initiative);
  const clauses = sorted(source, tree.at(node, INITIATIVE.header), tree.at(node, INITIATIVE.clauses));
  const made: Initiative = {
    kind: 'initiative',
    span: source.spanOf(node),
    doc: source.doc(node),
    name: source.name(name),
    title: source.quoted(title),
    for: clauses.for,
    owners: clauses.owners,
    status: clauses.status,
    deadline: clauses.deadline,
    links: clauses.links,
    tags: clauses.tags,
  };
  clauses.done();
  return made;
}

function guardrail(source: Source, node: NodeOf<ast.Guardrail>): Guardrail {
  const { tree } = source;
  const name = tree.at(node, GUARDRAIL.name);
  const title = titleOf(source, tree.at(node, GUARDRAIL.title), tree.at(node, GUARDRAIL.header));
  if (name === NONE && title === NONE) source.reportBare(node, examples.Guardrail);
  const clauses = sorted(source, tree.at(node, GUARDRAIL.header), tree.at(node, GUARDRAIL.clauses));
  const made: Guardrail = {
    kind: 'guardrail',
    span: source.spanOf(node),
    doc: source.doc(node),
    name: source.name(name),
    title: source.quoted(title),
    measure: clauses.measure,
    owners: clauses.owners,
    source: clauses.source,
    readings: fitted(clauses.readings),
  };
  clauses.done();
  return made;
}

export function kpi(source: Source, node: NodeOf<ast.Kpi>): Kpi {
  const { tree } = source;
  const title = titleOf(source, tree.at(node, KPI.title), tree.at(node, KPI.header));
  const clauses = sorted(source, tree.at(node, KPI.header), tree.at(node, KPI.clauses));
  const made: Kpi = {
    kind: 'kpi',
    span: source.spanOf(node),
    doc: source.doc(node),
    name: source.name(tree.at(node, KPI.name)),
    title: source.quoted(title),
    unit: clauses.unit,
    measure: clauses.measure,
    owners: clauses.owners,
    source: clauses.source,
    links: clauses.links,
    readings: fitted(clauses.readings),
  };
  clauses.done();
  return made;
}
