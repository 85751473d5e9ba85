import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeighted, rollUpInto, usableWeight } from './rollup.ts';

interface Part {
  readonly value: number | null;
  readonly weight: number;
}

/** Of both figures, which here are the same; null where it is not known. */
function weightedMean(parts: readonly Part[]): number | null {
  const value = Float64Array.from(parts, (part) => part.value ?? Number.NaN);
  const weight = Float64Array.from(parts, (part) => usableWeight(part.weight));
  const whole = { value: new Float64Array(1), expected: new Float64Array(1), weight: new Float64Array(1) };
  const by = { first: Int32Array.of(0, parts.length), parts: Int32Array.from(parts, (_, i) => i) };
  rollUpInto(whole, { value, expected: value.slice(), weight }, by, 0);
  expect(whole.expected).toEqual(whole.value);
  const [mean = Number.NaN] = whole.value;
  return Number.isNaN(mean) ? null : mean;
}

describe('the weighted mean', () => {
  it('counts each part as often as its weight says', () => {
    expect(
      weightedMean([
        { value: 1, weight: 3 },
        { value: 0, weight: 1 },
      ]),
    ).toBe(0.75);
  });
  it('leaves out what weighs nothing', () => {
    expect(
      weightedMean([
        { value: 1, weight: 0 },
        { value: 0.5, weight: 2 },
      ]),
    ).toBe(0.5);
  });
  it('counts all alike where nothing weighs anything', () => {
    expect(
      weightedMean([
        { value: 1, weight: 0 },
        { value: 0.5, weight: 0 },
      ]),
    ).toBe(0.75);
  });
  it('takes no notice of weights that are no weights', () => {
    const odd = [Number.NaN, -3, Number.POSITIVE_INFINITY].map((weight) => ({ value: 1, weight }));
    expect(weightedMean([...odd, { value: 0.25, weight: 1 }])).toBe(0.25);
  });
  it.each([Number.MIN_VALUE, 1e-300, 1e300, Number.MAX_VALUE])(
    'is the same however small or large all weights are: %d',
    (weight) => {
      expect(
        weightedMean([
          { value: 0.2, weight },
          { value: 0.4, weight },
        ]),
      ).toBeCloseTo(0.3, 12);
    },
  );
  it('is not known of nothing', () => {
    expect(weightedMean([])).toBeNull();
    expect(weightedMean([{ value: null, weight: 3 }])).toBeNull();
  });
  it('leaves out parts without a value, whatever they weigh', () => {
    expect(
      weightedMean([
        { value: null, weight: 9 },
        { value: 0.5, weight: 0 },
        { value: 1, weight: 0 },
      ]),
    ).toBe(0.75);
  });

  const part = fc.record({
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.double({ min: 0, noNaN: true }),
  });
  const parts = fc.array(part, { minLength: 1, maxLength: 12 });

  it('lies between the least and the greatest part', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const mean = weightedMean(list) ?? -1;
        const values = list.map(({ value }) => value);
        return mean >= Math.min(...values) - 1e-12 && mean <= Math.max(...values) + 1e-12;
      }),
    );
  });
  it('stays when all weights grow alike', () => {
    const small = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(small, { minLength: 1 }), fc.integer({ min: 1, max: 1000 }), (list, factor) => {
        const scaled = list.map(({ value, weight }) => ({ value, weight: weight * factor }));
        return Math.abs((weightedMean(list) ?? -1) - (weightedMean(scaled) ?? -1)) < 1e-9;
      }),
    );
  });
});

it('is called weighted only where some parts count more', () => {
  expect(isWeighted([{ weight: 2 }, { weight: 2 }])).toBe(false);
  expect(isWeighted([{ weight: 2 }, { weight: 1 }])).toBe(true);
});
