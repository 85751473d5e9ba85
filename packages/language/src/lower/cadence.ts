import type { Cadence } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf } from '../syntax/tree.ts';
import type { Source } from './source.ts';

const CADENCE = cellsOf<ast.Cadence>('Cadence');

/** The longest gap in days that keeps the rhythm. */
const DAYS: Readonly<Record<string, number>> = { daily: 1, weekly: 7, biweekly: 14, monthly: 31, quarterly: 92 };
const PERIODS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** `weekly`, `every 2 weeks`; null where it is half-typed or its period is not known. */
export function cadence(source: Source, node: NodeOf<ast.Cadence>): Cadence | null {
  if (node === NONE) return null;
  const { tree } = source;
  const span = source.spanOf(node);
  const text = source.text.slice(span.start, span.end);
  const word = tree.at(node, CADENCE.word);
  if (word !== NONE) return { text, days: DAYS[source.word(word)] as number, span };
  const period = tree.at(node, CADENCE.period);
  if (period === NONE) return null;
  const days = PERIODS[source.word(period).replace(/s$/, '')];
  const count = tree.at(node, CADENCE.count);
  const times = count === NONE ? 1 : (source.number(count)?.value ?? 0);
  if (days !== undefined && times >= 1) return { text, days: Math.round(days * times), span };
  source.complain(
    'syntax-error',
    `\`${text}\` is not a rhythm. Write daily, weekly, biweekly, monthly, quarterly, or for example \`every 2 weeks\`.`,
    span,
  );
  return null;
}
