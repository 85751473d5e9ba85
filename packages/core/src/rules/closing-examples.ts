import { inObjective } from './examples.ts';

/** A quarter that is over, with the last readings of its two key results (60% and 50% of their way) and its closing. */
export function closedQuarter(kind: string, ...entries: readonly string[]): string {
  const goals = inObjective(
    kind,
    'kr rating "Help desk rating" from 3.9 of 5 to 4.4 of 5 { checkin 2026-06-29 4.2 of 5 }',
    'kr twice "Customers who write twice" from 400 to 300 { checkin 2026-06-29 350 }',
  ).replace('2026-Q3', '2026-Q2');
  const closing = entries.map((entry) => `    ${entry}\n`).join('');
  return entries.length === 0 ? goals : `${goals}\nclosing for acme in 2026-Q2 on 2026-07-06 {\n${closing}}\n`;
}
