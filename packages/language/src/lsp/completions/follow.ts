/** What may still follow in a statement, by the words that it holds already. */
import { prompts } from '@okr-language/core';
import type { Item } from '../outline/outline.ts';

/** Clauses that may stand once. */
export const once: ReadonlySet<string> = new Set([
  ...[
    'owner',
    'draft',
    'committed',
    'aspirational',
    'by',
    'weight',
    'carried',
    'standalone',
    'source',
    'leading',
    'lagging',
  ],
  ...['status', 'lead', 'checkins', 'reviews'],
]);

export const hasMeasure: ReadonlySet<string> = new Set(['kr', 'guardrail', 'kpi']);

/** Clauses without which a block cannot stand, in their order. */
export const required: ReadonlyMap<string, readonly string[]> = new Map([
  ['okrs', ['for', 'in']],
  ['checkin', ['for', 'in']],
  ['closing', ['for', 'in']],
]);

/** Measure words that may still follow: a start where there is a goal, a goal where there is a start. */
export function measureTails(item: Item): readonly string[] {
  const has = (...words: readonly string[]) => words.some((word) => item.clauses.has(word));
  if (has('yes/no')) return [];
  const hasStart = has('from', 'baseline');
  if (has('to', 'up', 'down', 'at', 'between')) return hasStart ? [] : ['from', 'baseline'];
  return hasStart ? ['to', 'up', 'down', 'at', 'between'] : [];
}

export const referenceTails: ReadonlyMap<string, readonly string[]> = new Map([
  ['supports', ['in', 'weight']],
  ['depends', ['in']],
  ['carried', ['in']],
  ['for', ['in']],
]);

export const titleTemplates: ReadonlyMap<string, string> = new Map([
  ['kr', `"<1:${prompts.measured}>" from <2:0> to <3:0>`],
  ['objective', `"<1:${prompts.aim}>" {\n\t$0\n}`],
  ['initiative', `"<1:${prompts.work}>" for <2:keyResult>`],
  ['guardrail', `"<1:${prompts.limit}>" at most <2:0>`],
  ['kpi', `"<1:${prompts.watched}>" of <2:unit> at most <3:0>`],
  ['cycle', '"<1:Title>" from <2:2026-01-01> to <3:2026-12-31>'],
  ['company', `"<1:${prompts.company}>"`],
  ...(['department', 'team', 'person'] as const).map((word): [string, string] => [
    word,
    `"<1:${prompts.unit}>" in <2:unit>`,
  ]),
]);
