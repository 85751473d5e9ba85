import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from './amount.ts';
import { formatAmount } from './format.ts';
import { parseAmount } from './parse.ts';
import { scanAmount } from './scan.ts';

/** Time of our own work, so that a busy machine does not look like a slow reader. */
const cpuMs = () => process.cpuUsage().user / 1000;

const read = (text: string) => {
  const amount = parseAmount(text);
  if (!amount) return null;
  const { kind, name, outOf, per } = amount.unit;
  return [
    amount.value,
    kind,
    name,
    ...(outOf === null ? [] : [`of ${outOf}`]),
    ...(per === null ? [] : [`per ${per}`]),
  ].join(' ');
};

describe('parseAmount', () => {
  test.each([
    ['72', '72 number '],
    ['8%', '8 percent %'],
    ['99.95 %', '99.95 percent %'],
    ['9 per cent', '9 percent %'],
    ['$10M', '10000000 currency USD'],
    ['€1.2m', '1200000 currency EUR'],
    ['USD 10M', '10000000 currency USD'],
    ['10M€', '10000000 currency EUR'],
    ['£3M', '3000000 currency GBP'],
    ['R$ 5k', '5000 currency BRL'],
    ['10 million dollars', '10000000 currency USD'],
    ['10k', '10000 number '],
    ['1.5bn', '1500000000 number '],
    ['1,000,000', '1000000 number '],
    ['10,00,000', '1000000 number '],
    ['1_000', '1000 number '],
    ['.5', '0.5 number '],
    ['4.2 of 5', '4.2 number  of 5'],
    ['4.2/5', '4.2 number  of 5'],
    ['4.2 out of 5', '4.2 number  of 5'],
    ['12 of 20 stores', '12 word stores of 20'],
    ['2x', '2 multiple x'],
    ['200 ms', '200 duration ms'],
    ['1,400ms', '1400 duration ms'],
    ['5 days', '5 duration day'],
    ['96h', '96 duration hour'],
    ['3 weeks', '3 duration week'],
    ['20 per month', '20 number  per month'],
    ['60/week', '60 number  per week'],
    ['6 hours/week', '6 duration hour per week'],
    ['5x/week', '5 word times per week'],
    ['2 times per month', '2 word times per month'],
    ['1400 orders per month', '1400 word orders per month'],
    ['12 "story-free sprints"', '12 word story-free sprints'],
    ['900MB', '900 word MB'],
    ['7 Aufträge', '7 word Aufträge'],
    ['-12%', '-12 percent %'],
    ['−12%', '-12 percent %'],
    ['+9pp', '9 points pp'],
    ['6 percentage points', '6 points pp'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['', 'abc', '1,5', '24/7', '12abc', '30th', '3D', '$', '10 of', '5 apples 3', '50 of 100%', '1 2', '%'])(
    'no amount: "%s"',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  test.each(['0.1', '0.07', '4.35', '999999999999.9', '123456789012.345678', '007', '1.10', '33.3%', '0%'])(
    'plain figures have exactly the value they are written with: %s',
    (text) => expect(parseAmount(text)?.value).toBe(Number(text.replace('%', ''))),
  );

  test('hundreds of digits are no number to compute with', () => {
    expect(scanAmount('9'.repeat(400), 0)).toBeNull();
    expect(scanAmount(`${'9'.repeat(300)} trillion`, 0)).toBeNull();
  });

  test('a written sign makes it a change', () => {
    expect(['+25%', '-12%', '25%'].map((text) => parseAmount(text)?.signed)).toEqual([true, true, false]);
  });

  test('keeps the text and places it by the offset', () => {
    expect(parseAmount('$10M', 40)).toMatchObject({ text: '$10M', span: { start: 40, end: 44 } });
  });

  test('reads each amount by itself, whatever was read before with the same words behind it', () => {
    for (const text of [
      '3 of 5',
      '7 of 5',
      '5 of 5',
      '0.5 of 0.8',
      '1 of 0.8',
      '2k of 5',
      '0.002k of 5',
      '3k USD',
      '1.5k USD',
    ]) {
      const again = [parseAmount(text), parseAmount(text)];
      expect(again[1]).toEqual(again[0]);
    }
    expect(parseAmount('3 of 5')).toMatchObject({ value: 3, unit: { kind: 'number', outOf: 5 } });
    expect(parseAmount('7 of 5')).toBeNull();
    expect(parseAmount('0.5 of 0.8')).toMatchObject({ value: 0.5, unit: { outOf: 0.8 } });
    expect(parseAmount('1 of 0.8')).toBeNull();
    expect(parseAmount('0.002k of 5')).toMatchObject({ value: 2, unit: { outOf: 5 } });
    expect(parseAmount('1.5k USD', 7)).toEqual({
      value: 1500,
      unit: { kind: 'currency', name: 'USD', outOf: null, per: null },
      text: '1.5k USD',
      signed: false,
      span: { start: 7, end: 15 },
    });
  });

  test('never throws and takes no long time on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const amount = parseAmount(text);
        if (amount) expect(Number.isFinite(amount.value)).toBe(true);
      }),
    );
    const before = cpuMs();
    for (const piece of ['1,', '1_', '9', ' ', '1,000', '$', '%']) parseAmount(piece.repeat(1_000_000));
    expect(cpuMs() - before).toBeLessThan(1000);
  });
});

test('what formatAmount writes, parseAmount reads back', () => {
  const units = fc.constantFrom<Unit>(
    { kind: 'number', name: '', outOf: null, per: null },
    { kind: 'number', name: '', outOf: 1e7, per: null },
    { kind: 'number', name: '', outOf: null, per: 'order' },
    { kind: 'percent', name: '%', outOf: null, per: 'week' },
    { kind: 'points', name: 'pp', outOf: null, per: null },
    { kind: 'currency', name: 'USD', outOf: null, per: null },
    { kind: 'currency', name: 'CHF', outOf: null, per: 'month' },
    { kind: 'duration', name: 'ms', outOf: null, per: null },
    { kind: 'duration', name: 'day', outOf: null, per: 'order' },
    { kind: 'multiple', name: 'x', outOf: null, per: null },
    { kind: 'word', name: 'orders', outOf: null, per: 'month' },
    { kind: 'word', name: 'times', outOf: null, per: 'week' },
    { kind: 'word', name: 'story-free sprints', outOf: null, per: null },
  );
  const values = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100);
  fc.assert(
    fc.property(values, units, (value, unit) => {
      const amount = { value, unit, signed: value < 0 };
      expect(parseAmount(formatAmount(amount))).toMatchObject(amount);
    }),
  );
});
