/** Health metrics: guardrails of a set or objective, and the KPIs that many of them refer to. */

import type { Guardrail } from '../model/file.ts';
import { append, type BuildingGuardrail, type BuildingKpi } from './building.ts';
import type { Explanation, Measure, Reading } from './cascade.ts';
import { type Asked, explainLater, sentence } from './explanation.ts';
import { measureInWords, readingInWords } from './measure-words.ts';
import { measureOf } from './measures.ts';
import type { BuildingObjective, BuildingSet } from './nodes.ts';
import { isOf } from './places.ts';
import { reachedBy } from './progress.ts';
import { inOrder, lastReadingBy, ownReadings } from './readings.ts';
import type { Workings } from './workings.ts';

const unread: Explanation = { summary: '', parts: [] };

export function collectKpis(workings: Workings): void {
  for (const placed of workings.statements) {
    if (!isOf(placed, 'kpi')) continue;
    const { uri, node } = placed;
    const name = node.name?.text ?? null;
    const kpi: BuildingKpi = {
      kind: 'kpi',
      id: workings.ids.give('kpi:', name, node.title?.text ?? '', workings.kpis),
      name,
      title: node.title?.text ?? '',
      uri,
      node,
      unit: (node.unit && workings.units.byName.get(node.unit.text)) ?? null,
      measure: measureOf(node, uri),
      readings: ownReadings(node.readings, uri, null, workings.days),
      holds: null,
      explanation: unread,
    };
    workings.kpis.set(kpi.id, kpi);
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
  if (nodes.length === 0) return;
  for (const node of nodes) {
    const name = node.name?.text ?? null;
    const kpi = (namesKpi(node) && name !== null && workings.kpisByName.get(name)) || null;
    const title = node.title?.text ?? kpi?.title ?? name ?? '';
    const cycle = (holder.kind === 'set' ? holder : holder.set).cycle?.range ?? null;
    const guardrail: BuildingGuardrail = {
      kind: 'guardrail',
      id: workings.ids.give(`guardrail:${holder.id}`, name, title, workings.guardrails),
      title,
      uri,
      node,
      in: holder,
      kpi,
      measure: kpi ? kpi.measure : measureOf(node, uri),
      readings: ownReadings(node.readings, uri, cycle, workings.days),
      holds: null,
      explanation: unread,
    };
    holder.guardrails = append(holder.guardrails, guardrail);
    workings.guardrails.set(guardrail.id, guardrail);
  }
}

/** Puts readings in order and judges each limit by the last of them; a guardrail that names a KPI sees the KPI's readings too. */
export function judgeLimits({ kpis, guardrails, today, config }: Workings): void {
  const asked: Asked = { today, config };
  for (const kpi of kpis.values()) {
    kpi.readings = inOrder(kpi.readings);
    judge(kpi, asked);
  }
  for (const guardrail of guardrails.values()) {
    const { kpi, readings } = guardrail;
    if (!kpi) guardrail.readings = inOrder(readings);
    // Many guardrails may name one KPI: they share its list unless they have readings of their own.
    else
      guardrail.readings = readings.length > 0 ? inOrder([...readings, ...kpi.readings]) : (kpi.readings as Reading[]);
    judge(guardrail, asked);
  }
}

interface Limited {
  readonly measure: Measure | null;
  readonly readings: readonly Reading[];
  holds: boolean | null;
  explanation: Explanation;
}

function judge(limited: Limited, asked: Asked): void {
  const last = lastReadingBy(limited.readings, asked.today);
  const reached = limited.measure && last && reachedBy(limited.measure, last.value);
  limited.holds = reached?.kind === 'reached' ? reached.raw >= 1 : null;
  limited.explanation = explainLater(explainLimit, limited, asked);
}

function explainLimit({ measure, readings, holds }: Limited, { today }: Asked): Explanation {
  if (!measure) return sentence('It has no limit to hold against.');
  const limit = measureInWords(measure);
  const last = lastReadingBy(readings, today);
  if (!last) return sentence(`The limit is ${limit}; there is no reading yet.`);
  const reached = reachedBy(measure, last.value);
  if (reached.kind === 'unmeasurable') return sentence(`Whether it holds cannot be told, because ${reached.why}.`);
  return sentence(`${readingInWords(last)} ${holds ? 'keeps' : 'does not keep'} ${limit}.`);
}
