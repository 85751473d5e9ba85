/** Files for tests, written as plain calls. Places are counted up, so that what is made later stands later. */

import type { Amount } from '../amounts/amount.ts';
import { parseAmount } from '../amounts/parse.ts';
import type {
  CheckinBlock,
  Closing,
  CycleDeclaration,
  KeyResult,
  Kpi,
  MeasureClause,
  MeasureForm,
  Name,
  Objective,
  OkrFile,
  OkrSet,
  Quoted,
  Reference,
  Statement,
  UnitDeclaration,
  UnitLevel,
  WrittenDate,
  WrittenReading,
} from '../model/file.ts';
import type { Span } from '../model/span.ts';

let offset = 0;

function next(length = 1): Span {
  offset += length + 1;
  return { start: offset - length - 1, end: offset - 1 };
}

export const name = (text: string): Name => ({ text, span: next(text.length) });
export const quoted = (text: string): Quoted => ({ text, span: next(text.length + 2) });
export const date = (text: string): WrittenDate => ({ text, span: next(text.length) });

/** `acme.loyalty in FY26` */
export function path(text: string): Reference {
  const [dotted = '', cycle] = text.split(' in ');
  const segments = dotted.split('.').map(name);
  const span = { start: segments[0]?.span.start ?? 0, end: segments.at(-1)?.span.end ?? 0 };
  return { segments, cycle: cycle === undefined ? null : name(cycle), span };
}

export function amount(text: string): Amount {
  const read = parseAmount(text);
  if (!read) throw new Error(`not an amount: ${text}`);
  return read;
}

/** `from 3.9 of 5 to 4.4 of 5`, `up 20% from 1400`, `between 1% and 3%`, `at least 99.9%`, `yes/no` */
export function measure(text: string): MeasureClause {
  const forms: readonly [RegExp, MeasureForm][] = [
    [/^from (?<baseline>.+) to (?<target>.+)$/, 'from-to'],
    [/^(?:baseline (?<unknown>unknown) )?to (?<target>.+)$/, 'to'],
    [/^up (?<target>.+?)(?: from (?<baseline>.+))?$/, 'up'],
    [/^down (?<target>.+?)(?: from (?<baseline>.+))?$/, 'down'],
    [/^at least (?<target>.+?)(?: from (?<baseline>.+))?$/, 'at-least'],
    [/^at most (?<target>.+?)(?: from (?<baseline>.+))?$/, 'at-most'],
    [/^between (?<low>.+) and (?<target>.+?)(?: from (?<baseline>.+))?$/, 'between'],
    [/^yes\/no$/, 'yes-no'],
  ];
  for (const [pattern, form] of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const of = (part: string) => (found.groups?.[part] === undefined ? null : amount(found.groups[part]));
    const baselineUnknown = found.groups?.['unknown'] !== undefined;
    return { form, baseline: of('baseline'), baselineUnknown, target: of('target'), low: of('low'), span: next(9) };
  }
  throw new Error(`not a measure: ${text}`);
}

const written = () => ({ span: next(), doc: null });

export function cycle(id: string, from: string, to: string): CycleDeclaration {
  return {
    kind: 'cycle',
    name: name(id),
    title: null,
    from: date(from),
    to: date(to),
    checkins: null,
    reviews: null,
    ...written(),
  };
}

export function unit(level: UnitLevel, id: string, parent?: string, lead?: string): UnitDeclaration {
  return {
    kind: 'unit',
    level,
    name: name(id),
    title: quoted(id.toUpperCase()),
    parent: parent === undefined ? null : name(parent),
    lead: lead === undefined ? null : name(lead),
    ...written(),
  };
}

export function okrs(
  of: string,
  inCycle: string,
  objectives: readonly Objective[],
  more: Partial<OkrSet> = {},
): OkrSet {
  return {
    kind: 'okrs',
    unit: name(of),
    cycle: name(inCycle),
    draft: null,
    owners: [],
    ambition: null,
    tags: [],
    objectives,
    initiatives: [],
    guardrails: [],
    ...written(),
    ...more,
  };
}

export function objective(
  id: string | null,
  keyResults: readonly KeyResult[],
  more: Partial<Objective> & { readonly to?: readonly string[] } = {},
): Objective {
  const { to = [], ...rest } = more;
  return {
    kind: 'objective',
    name: id === null ? null : name(id),
    title: quoted(`Objective ${id ?? ''}`),
    draft: null,
    owners: [],
    ambition: null,
    deadline: null,
    weight: null,
    supports: to.map((text) => ({ reference: path(text), weight: null, span: next() })),
    dependsOn: [],
    carriedFrom: null,
    standalone: null,
    tags: [],
    links: [],
    keyResults,
    initiatives: [],
    guardrails: [],
    reading: null,
    ...written(),
    ...rest,
  };
}

export function kr(id: string | null, clause: string | null, more: Partial<KeyResult> = {}): KeyResult {
  return {
    kind: 'keyResult',
    name: id === null ? null : name(id),
    title: quoted(`Key result ${id ?? ''}`),
    measure: clause === null ? null : measure(clause),
    deadline: null,
    owners: [],
    ambition: null,
    weight: null,
    indicator: null,
    supports: [],
    dependsOn: [],
    carriedFrom: null,
    source: null,
    links: [],
    tags: [],
    initiatives: [],
    readings: [],
    reading: null,
    ...written(),
    ...more,
  };
}

/** A reading; `yes` and `no` are answers. */
export function reading(target: string | null, value: string, more: Partial<WrittenReading> = {}): WrittenReading {
  return {
    target: target === null ? null : path(target),
    date: null,
    value: value === 'yes' || value === 'no' ? value === 'yes' : amount(value),
    valueSpan: next(value.length),
    confidence: null,
    note: null,
    span: next(),
    ...more,
  };
}

export function checkin(
  on: string,
  of: string,
  inCycle: string,
  values: Readonly<Record<string, string>>,
): CheckinBlock {
  return {
    kind: 'checkin',
    date: date(on),
    unit: name(of),
    cycle: name(inCycle),
    readings: Object.entries(values).map(([target, value]) => reading(target, value)),
    ...written(),
  };
}

export function closing(of: string, inCycle: string, scores: Readonly<Record<string, number>>): Closing {
  return {
    kind: 'closing',
    unit: name(of),
    cycle: name(inCycle),
    on: date('2026-10-08'),
    entries: Object.entries(scores).map(([target, value]) => ({
      target: path(target),
      score: { value, span: next() },
      decision: null,
      learned: null,
      span: next(),
    })),
    ...written(),
  };
}

export function kpi(id: string, of: string, clause: string): Kpi {
  return {
    kind: 'kpi',
    name: name(id),
    title: quoted(id),
    unit: name(of),
    measure: measure(clause),
    owners: [],
    source: null,
    links: [],
    readings: [],
    ...written(),
  };
}

export function filesOf(statements: Readonly<Record<string, readonly Statement[]>>): ReadonlyMap<string, OkrFile> {
  return new Map(
    Object.entries(statements).map(([uri, list]) => [
      uri,
      { uri, lineStarts: [0], length: offset, statements: list, problems: [], suppressions: [] },
    ]),
  );
}
