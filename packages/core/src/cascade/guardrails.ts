/** Health metrics: guardrails of a set or objective, and the KPIs that many of them refer to. */

import type { Day } from '../dates/day.ts';
import { formatIsoDay } from '../dates/day.ts';
import type { Guardrail } from '../model/file.ts';
import {
  append,
  type BuildingGuardrail,
  type BuildingKpi,
  type BuildingObjective,
  type BuildingSet,
} from './building.ts';
import type { Explanation, Measure, Reading } from './cascade.ts';
import { explainLater } from './explanation.ts';
import { measureInWords } from './measure-words.ts';
import { measureOf } from './measures.ts';
import { isOf } from './places.ts';
import { reachedBy } from './progress.ts';
import { inOrder, lastReadingBy, readingOf } from './readings.ts';
import type { Workings } from './workings.ts';

const unread: Explanation = { summary: '', parts: [] };

export function collectKpis(workings: Workings): void {
  for (const placed of workings.statements) {
    if (!isOf(placed, 'kpi')) continue;
    const { uri, node } = placed;
    const name = node.name?.text ?? null;
    const kpi: BuildingKpi = {
      kind: 'kpi',
      id: workings.ids.give('~kpi', name, node.title?.text ?? ''),
      name,
      title: node.title?.text ?? '',
      uri,
      node,
      unit: (node.unit && workings.units.byName.get(node.unit.text)) ?? null,
      measure: measureOf(node, uri),
      readings: node.readings.flatMap((reading) => readingOf(reading, reading.date, uri, null) ?? []),
      holds: null,
      explanation: unread,
    };
    workings.kpis.push(kpi);
    if (!node.name) continue;
    const first = workings.kpisByName.get(node.name.text);
    if (!first) workings.kpisByName.set(node.name.text, kpi);
    else if (first.node.name) {
      const place = { uri: first.uri, span: first.node.name.span };
      workings.duplicates.push({ name: node.name, uri, kind: 'kpi', first: place });
    }
  }
}

/** Whether a guardrail only names a KPI: it has neither title nor measure of its own. */
export function namesKpi(node: Guardrail): boolean {
  return node.name !== null && node.title === null && node.measure === null;
}

export function addGuardrails(
  nodes: readonly Guardrail[],
  uri: string,
  holder: BuildingSet | BuildingObjective,
  workings: Workings,
): void {
  for (const node of nodes) {
    const name = node.name?.text ?? null;
    const kpi = (namesKpi(node) && name !== null && workings.kpisByName.get(name)) || null;
    const title = node.title?.text ?? kpi?.title ?? name ?? '';
    const cycle = (holder.kind === 'set' ? holder : holder.set).cycle?.range ?? null;
    const guardrail: BuildingGuardrail = {
      kind: 'guardrail',
      id: workings.ids.give(`${holder.id}/~guardrail`, name, title),
      title,
      uri,
      node,
      in: holder,
      kpi,
      measure: kpi ? kpi.measure : measureOf(node, uri),
      readings: node.readings.flatMap((reading) => readingOf(reading, reading.date, uri, cycle) ?? []),
      holds: null,
      explanation: unread,
    };
    holder.guardrails = append(holder.guardrails, guardrail);
    workings.guardrails.push(guardrail);
  }
}

/** Puts readings in order and judges each limit by the last of them; a guardrail that names a KPI sees the KPI's readings too. */
export function judgeLimits({ kpis, guardrails, today }: Workings): void {
  for (const kpi of kpis) {
    kpi.readings = inOrder(kpi.readings);
    judge(kpi, today);
  }
  for (const guardrail of guardrails) {
    const { kpi, readings } = guardrail;
    if (!kpi) guardrail.readings = inOrder(readings);
    // Many guardrails may name one KPI: they share its list unless they have readings of their own.
    else
      guardrail.readings = readings.length > 0 ? inOrder([...readings, ...kpi.readings]) : (kpi.readings as Reading[]);
    judge(guardrail, today);
  }
}

interface Limited {
  measure: Measure | null;
  readings: Reading[];
  holds: boolean | null;
  explanation: Explanation;
}

function judge(limited: Limited, today: Day): void {
  const { measure } = limited;
  const last = lastReadingBy(limited.readings, today);
  const reached = measure && last && reachedBy(measure, last.value);
  limited.holds = reached?.kind === 'reached' ? reached.raw >= 1 : null;
  limited.explanation = explainLater(() => {
    if (!measure) return 'It has no limit to hold against.';
    const limit = measureInWords(measure);
    if (!last) return `The limit is ${limit}; there is no reading yet.`;
    const value = typeof last.value === 'boolean' ? (last.value ? 'yes' : 'no') : last.value.text;
    const said = `${value} on ${formatIsoDay(last.day)}`;
    if (reached?.kind === 'unmeasurable') return `Whether it holds cannot be told, because ${reached.why}.`;
    return limited.holds ? `${said} keeps ${limit}.` : `${said} does not keep ${limit}.`;
  });
}
