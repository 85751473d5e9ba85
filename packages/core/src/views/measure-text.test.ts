import { expect, it } from 'vitest';
import type { Amount } from '../amounts/amount.ts';
import { parseAmount } from '../amounts/parse.ts';
import type { Measure } from '../cascade/cascade.ts';
import { measureText } from './measure-text.ts';

function amount(text: string | undefined): Amount | null {
  return text === undefined ? null : parseAmount(text);
}

function shown(form: Measure['form'], target?: string, baseline?: string, more: Partial<Measure> = {}): string {
  return measureText({
    form,
    target: amount(target),
    baseline: amount(baseline),
    baselinePeriod: null,
    baselineUnknown: false,
    low: null,
    source: 'clause',
    baselineSource: null,
    place: { uri: 'a.okr', span: { start: 0, end: 0 } },
    ...more,
  });
}

it.each([
  [shown('from-to', '4.4 of 5', '3.9 of 5'), '3.9 → 4.4 of 5'],
  [shown('from-to', '36 hours', '6 days'), '6 days → 36 hours'],
  [shown('from-to', '45%', '31%'), '31% → 45%'],
  [shown('from-to', '$20M', '$10M'), '$10M → $20M'],
  [shown('to', '12%'), '→ 12%'],
  [shown('down', '25%', '410'), 'down 25% from 410'],
  [shown('up', '20%', undefined, { baselinePeriod: 'last year' }), 'up 20% (last year)'],
  [shown('at-least', '99.9%'), 'at least 99.9%'],
  [shown('between', '3%', undefined, { low: amount('1%') }), 'between 1% and 3%'],
  [shown('yes-no'), 'yes/no'],
  [shown('from-to'), '→ …'],
])('%s', (text, expected) => expect(text).toBe(expected));
