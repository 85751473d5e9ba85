/** Amounts, dates and cycles. */
import {
  addMonths,
  calendarCycle,
  formatAmount,
  formatIsoDay,
  parseAmount,
  parseIsoDay,
  resolveDate,
  sameDimension,
  toBase,
} from '@okr-language/core';
import fc from 'fast-check';
import { spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

const amounts = fc.constantFrom(
  '72',
  '8%',
  '-12%',
  '$10M',
  'USD 10M',
  '€1.2m',
  '1,000,000',
  '10k',
  '4.2 of 5',
  '2x',
  '200 ms',
  '5 days',
  '36h',
  '20 per month',
  '5x/week',
  '12 "story-free sprints"',
  '9pp',
  '6 percentage points',
  '3 lakh',
  '₹5 crore',
  '.5',
  '1_000',
  '−3',
  '30 000',
  '10 out of 12',
  '100 req/s',
);
const dates = fc.constantFrom(
  '2026-08-31',
  '2024-02-29',
  '2026-09',
  '2026',
  'end of August',
  'by 31 August 2026',
  'Aug 31, 2026',
  '31.8.2026',
  '29 Feb',
  'Q3',
  'end of Q3 2026',
  'H2',
  'FY26',
  'this quarter',
  'next month',
  'within six weeks',
  'within 3 months',
  'mid-September',
  'year end',
  'week 53',
  '2026-W53',
  "Christmas '26",
  'end of next year',
);
const cycles = fc.constantFrom(
  '2026',
  '2026-Q3',
  '2026-H2',
  '2026-09',
  '0000',
  '9999-12',
  '9999',
  '2026-Q5',
  '2026-13',
);
const day = fc.integer({ min: -800_000, max: 2_932_896 });
const range = fc.option(fc.tuple(day, fc.nat(800)).map(([first, length]) => ({ first, last: first + length })));

function checkAmount(text: string, other: string): void {
  const amount = parseAmount(text, 7);
  if (!amount) return;
  if (amount.text !== text || amount.span.start !== 7 || amount.span.end !== 7 + text.length)
    throw new Error('The amount is not the whole text.');
  if (!Number.isFinite(amount.value)) throw new Error(`The value is ${amount.value}.`);
  if (!Number.isFinite(toBase(amount)) || formatAmount(amount) === '')
    throw new Error('It cannot be computed with or shown.');
  const second = parseAmount(other);
  if (second && sameDimension(amount.unit, second.unit) !== sameDimension(second.unit, amount.unit))
    throw new Error('Which of two comes first must not matter.');
}

export const amountTexts: Suite = {
  name: 'amounts',
  holds: 'any text is an amount with a finite value or none, in time',
  shortRuns: 400,
  property: () =>
    fc.property(fc.oneof(spoilt(amounts, 3), fc.string({ unit: 'binary' })), amounts, (text, other) => {
      expectSoon(text.length, () => checkAmount(text, other));
    }),
};

function checkDay(found: number | null): void {
  if (found === null) return;
  if (!Number.isInteger(found)) throw new Error(`The day is ${found}.`);
  const written = formatIsoDay(found);
  if (/^\d{4}-/.test(written) && parseIsoDay(written) !== found)
    throw new Error(`${written} is read back as another day.`);
}

export const dateTexts: Suite = {
  name: 'dates',
  holds: 'any text is a day that can be written down or none, whatever the cycle, in time',
  shortRuns: 400,
  property: () =>
    fc.property(
      fc.oneof(spoilt(dates, 3), fc.string({ unit: 'binary' })),
      range,
      spoilt(cycles, 2),
      day,
      fc.integer({ min: -5_000, max: 5_000 }),
      (text, cycle, name, from, months) => {
        expectSoon(text.length, () => {
          checkDay(resolveDate(text, cycle));
          checkDay(parseIsoDay(text));
          const named = calendarCycle(name);
          if (named && named.first > named.last) throw new Error(`${name} ends before it begins.`);
          checkDay(named?.first ?? null);
          checkDay(named?.last ?? null);
          checkDay(addMonths(from, months));
        });
      },
    ),
};
