import { describe, expect, test } from 'vitest';
import type { Amount } from './amount.ts';
import { sameDimension, toBase } from './compare.ts';
import { parseAmount } from './parse.ts';

const amount = (text: string) => parseAmount(text) as Amount;
const same = (a: string, b: string) => sameDimension(amount(a).unit, amount(b).unit);

describe('sameDimension', () => {
  test.each([
    ['6 days', '36 hours'],
    ['9', '4 days'],
    ['3.4MB', '700KB'],
    ['3/week', '2/day'],
    ['4.2 of 5', '4.4'],
    ['12%', '+9pp'],
    ['7%', '3 points'],
    ['1400 orders', '1 order'],
    ['$10M', 'USD 3k'],
    ['18', '20 per month'],
  ])('%s goes with %s', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['6 days', '36%'],
    ['$10M', '€10M'],
    ['3 orders', '3 refunds'],
    ['3 per order', '3 per month'],
    ['4.2 of 5', '4.2 of 10'],
    ['2x', '3%'],
    ['5 days', '5 MB'],
  ])('%s does not go with %s', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });
});

describe('toBase', () => {
  test('durations count in days', () => {
    expect(toBase(amount('36 hours'))).toBeCloseTo(1.5);
    expect(toBase(amount('2 weeks'))).toBe(14);
    expect(toBase(amount('12 months'))).toBeCloseTo(toBase(amount('1 year')));
    expect(toBase(amount('1000 ms'))).toBeCloseTo(toBase(amount('1s')));
  });

  test('rates count per day', () => {
    expect(toBase(amount('14 per week'))).toBe(2);
    expect(toBase(amount('2/day'))).toBe(2);
    expect(toBase(amount('3 per order'))).toBe(3);
  });

  test('a bare figure counts in the unit that it is compared with', () => {
    expect(toBase(amount('6'), amount('4 hours').unit)).toBeCloseTo(0.25);
    expect(toBase(amount('21'), amount('20 per week').unit)).toBe(3);
  });

  test('a share may be written in percent or out of so many', () => {
    expect(toBase(amount('3 of 5'), amount('40%').unit)).toBe(60);
    expect(toBase(amount('60%'), amount('3 of 5').unit)).toBe(3);
    expect(toBase(amount('3'), amount('40%').unit)).toBe(3);
  });

  test('data, percent and money', () => {
    expect(toBase(amount('3 GB'))).toBe(3000);
    expect(toBase(amount('8%'))).toBe(8);
    expect(toBase(amount('€1.2m'))).toBe(1_200_000);
  });
});
