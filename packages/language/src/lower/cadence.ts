import type { Cadence } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import type { Read } from '../syntax/node.ts';
import type { Source } from './source.ts';

/** The longest gap in days that keeps the rhythm. */
const DAYS: Readonly<Record<string, number>> = { daily: 1, weekly: 7, biweekly: 14, monthly: 31, quarterly: 92 };
const PERIODS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** `weekly`, `every 2 weeks`; null where it is half-typed or its period is not known. */
export function cadence(source: Source, node: Read<ast.Cadence> | undefined): Cadence | null {
  if (!node) return null;
  const span = source.spanOf(node);
  const text = source.text.slice(span.start, span.end);
  if (node.word !== undefined) return { text, days: DAYS[source.word(node.word)] as number, span };
  if (node.period === undefined) return null;
  const days = PERIODS[source.word(node.period).replace(/s$/, '')];
  const count = node.count === undefined ? 1 : (source.number(node.count)?.value ?? 0);
  if (days !== undefined && count >= 1) return { text, days: Math.round(days * count), span };
  source.complain(
    'syntax-error',
    `\`${text}\` is not a rhythm. Write daily, weekly, biweekly, monthly, quarterly, or for example \`every 2 weeks\`.`,
    span,
  );
  return null;
}
