import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount } from '../amounts/amount.ts';
import { parseAmount } from '../amounts/parse.ts';
import type { MeasureForm } from '../model/file.ts';
import { type MeasuredAlong, reachedBy, scoreOf } from './progress.ts';

function amount(text: string): Amount {
  const read = parseAmount(text);
  if (!read) throw new Error(`${text} is no amount`);
  return read;
}

interface Written {
  readonly from?: string;
  readonly goal?: string;
  readonly low?: string;
}

function measure(form: MeasureForm, { from, goal, low }: Written): MeasuredAlong {
  const of = (text: string | undefined) => (text === undefined ? null : amount(text));
  return { form, baseline: of(from), target: of(goal), low: of(low) };
}

function raw(form: MeasureForm, written: Written, reading: string): number {
  const reached = reachedBy(measure(form, written), amount(reading));
  if (reached.kind === 'unmeasurable') throw new Error(reached.why);
  return reached.raw;
}

function why(form: MeasureForm, written: Written, reading: string | boolean): string {
  const reached = reachedBy(measure(form, written), typeof reading === 'boolean' ? reading : amount(reading));
  return reached.kind === 'unmeasurable' ? reached.why : `reached ${reached.raw}`;
}

describe('from A to B', () => {
  it.each([
    ['31%', '45%', '38%', 0.5],
    ['3.9 of 5', '4.4 of 5', '4.1 of 5', 0.4],
    ['40%', '3 of 5', '50%', 0.5],
    ['40%', '80%', '3 of 5', 0.5],
    ['6 days', '36 hours', '3.5 days', 2.5 / 4.5],
    ['9', '4 days', '6', 0.6],
    ['$10M', '$20M', '$12.5m', 0.25],
    ['-10', '10', '0', 0.5],
    ['-10%', '-20%', '-15%', 0.5],
    ['0', '5', '1', 0.2],
    ['410', '300', '450', -40 / 110],
    ['10', '20', '25', 1.5],
  ])('%s → %s at %s is %d', (from, goal, reading, expected) => {
    expect(raw('from-to', { from, goal }, reading)).toBeCloseTo(expected, 10);
  });

  it('says that there is no way to go where the start is the target', () => {
    expect(why('from-to', { from: '5', goal: '5' }, '5')).toContain('the same');
  });

  it('does not compare what counts in different things', () => {
    expect(why('from-to', { from: '5 days', goal: '20%' }, '3 days')).toContain('do not count in the same unit');
    expect(why('from-to', { from: '5 days', goal: '2 days' }, '40%')).toContain('cannot be compared');
    expect(why('from-to', { from: '$5', goal: '$9' }, '€7')).toContain('cannot be compared');
    expect(why('from-to', { from: '5', goal: '9' }, true)).toContain('a figure is needed');
  });
});

describe('to B', () => {
  it('counts from zero', () => expect(raw('to', { goal: '12%' }, '3%')).toBe(0.25));
  it('counts from a start that the sentence gave', () => expect(raw('to', { from: '10', goal: '20' }, '15')).toBe(0.5));
  it('is there at zero when zero is the target, and not before', () => {
    expect(raw('to', { goal: '0' }, '0')).toBe(1);
    expect(raw('to', { goal: '0' }, '3')).toBe(0);
  });
});

describe('up and down by a share', () => {
  it.each([
    ['up', '20%', '1400 per month', '1540 per month', 0.5],
    ['down', '25%', '410', '307.5', 1],
    ['down', '25%', '410', '388', 22 / 102.5],
    ['down', '25%', '410', '-12%', 0.48],
    ['down', '25%', '410', '+5%', -0.2],
    ['up', '20%', '31%', '34.1%', 0.5],
    ['up', '20%', '31%', '+10%', 0.5],
    ['up', '2x', '100', '150', 0.5],
    ['up', '2x', '100', '1.5x', 0.5],
    ['down', '2x', '100', '75', 0.5],
  ] as const)('%s %s from %s at %s is %d', (form, goal, from, reading, expected) => {
    expect(raw(form, { goal, from }, reading)).toBeCloseTo(expected, 10);
  });

  it('without a start understands a signed change and nothing else', () => {
    expect(raw('up', { goal: '20%' }, '+5%')).toBe(0.25);
    expect(why('up', { goal: '20%' }, '1500')).toContain('+20%');
    expect(why('down', { goal: '20%' }, '5%')).toContain('-20%');
  });

  it('does not guess whether a percentage without sign is a level or a change', () => {
    expect(why('down', { goal: '25%', from: '410' }, '12%')).toContain('could be a level or a change');
  });

  it('tells nothing of a share of zero, or of no change', () => {
    expect(why('up', { goal: '20%', from: '0' }, '5')).toContain('zero');
    expect(why('up', { goal: '0%', from: '10' }, '5')).toContain('changes nothing');
  });
});

describe('up and down by an amount', () => {
  it.each([
    ['up', '20', '100', '110', 0.5],
    ['down', '2 days', '6 days', '120 hours', 0.5],
    ['up', '9pp', '31%', '34%', 1 / 3],
    ['up', '9pp', '31%', '+3pp', 1 / 3],
    ['up', '20', '-10', '-5', 0.25],
  ] as const)('%s %s from %s at %s is %d', (form, goal, from, reading, expected) => {
    expect(raw(form, { goal, from }, reading)).toBeCloseTo(expected, 10);
  });

  it('without a start understands a signed change', () => {
    expect(raw('up', { goal: '9pp' }, '+3pp')).toBeCloseTo(1 / 3);
    expect(why('up', { goal: '20' }, '110')).toContain('starting value');
  });
});

describe('limits', () => {
  it.each([
    ['at-least', '99.9%', undefined, '99.95%', 1],
    ['at-least', '99.9%', undefined, '99.9%', 1],
    ['at-least', '80', undefined, '60', 0.75],
    ['at-least', '80', '40', '60', 0.5],
    ['at-least', '80', '90', '60', 0.75],
    ['at-least', '-5', undefined, '-10', 0],
    ['at-least', '0', undefined, '-10', 0],
    ['at-most', '4%', undefined, '3%', 1],
    ['at-most', '4%', undefined, '8%', 0.5],
    ['at-most', '4%', '10%', '7%', 0.5],
    ['at-most', '4%', '3%', '8%', 0.5],
    ['at-most', '0', undefined, '2', 0],
    ['at-most', '0', '10', '5', 0.5],
  ] as const)('%s %s (from %s) at %s is %d', (form, goal, from, reading, expected) => {
    expect(raw(form, from === undefined ? { goal } : { goal, from }, reading)).toBeCloseTo(expected, 10);
  });
});

describe('between L and H', () => {
  const range = { low: '1%', goal: '3%' };
  it('is 1 inside, both edges included, in whichever order they are written', () => {
    for (const reading of ['1%', '2%', '3%']) expect(raw('between', range, reading)).toBe(1);
    expect(raw('between', { low: '3%', goal: '1%' }, '2%')).toBe(1);
  });
  it('is 0 outside without a start', () => expect(raw('between', range, '3.5%')).toBe(0));
  it('counts from a start to the nearer edge', () => {
    expect(raw('between', { ...range, from: '7%' }, '5%')).toBe(0.5);
    expect(raw('between', { ...range, from: '0%' }, '0.5%')).toBe(0.5);
  });
  it('is 0 where the reading shot past the range', () => {
    expect(raw('between', { ...range, from: '7%' }, '0.5%')).toBe(0);
  });
  it('is 0 outside when it began inside', () => expect(raw('between', { ...range, from: '2%' }, '4%')).toBe(0));
});

describe('yes/no', () => {
  it('is 1 or 0, and understands no figures', () => {
    expect(reachedBy(measure('yes-no', {}), true)).toMatchObject({ raw: 1 });
    expect(reachedBy(measure('yes-no', {}), false)).toMatchObject({ raw: 0 });
    expect(why('yes-no', {}, '80%')).toContain('yes or no');
  });
});

it('says what is missing of a half-typed measure', () => {
  expect(why('from-to', { from: '5' }, '6')).toContain('target is missing');
  expect(why('between', { goal: '5' }, '6')).toContain('only one edge');
});

describe('for every form', () => {
  const figure = fc
    .double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true })
    .map((x) => Math.round(x * 8) / 8);
  const bare = (value: number): Amount => ({
    value,
    unit: { kind: 'number', name: '', outOf: null, per: null },
    text: String(value),
    signed: false,
    span: { start: 0, end: 0 },
  });
  const inUnit = (value: number, name: string): Amount => ({
    ...bare(value),
    unit: { kind: 'duration', name, outOf: null, per: null },
  });
  const numeric: readonly MeasureForm[] = ['from-to', 'to', 'up', 'down', 'at-least', 'at-most', 'between'];
  const along = fc.record({
    form: fc.constantFrom(...numeric),
    baseline: fc.option(figure.map(bare)),
    target: figure.map(bare),
    low: figure.map(bare),
  });
  const score = (of: MeasuredAlong, value: Amount) => {
    const reached = reachedBy(of, value);
    return reached.kind === 'reached' ? scoreOf(reached.raw) : null;
  };

  it('a score lies in 0…1', () => {
    fc.assert(
      fc.property(along, figure, (of, value) => {
        const found = score(of, bare(value));
        return found === null || (found >= 0 && found <= 1);
      }),
    );
  });

  it('a reading nearer to the target never scores less', () => {
    fc.assert(
      fc.property(along, figure, figure, (of, x, y) => {
        const direction = directionOf(of);
        if (direction === null) return true;
        const [less, more] = x < y ? [x, y] : [y, x];
        const [far, near] = direction > 0 ? [less, more] : [more, less];
        // Beyond the target of a range it would leave it on the other side.
        if (of.form === 'between' && !staysBefore(of, near)) return true;
        const [a, b] = [score(of, bare(far)), score(of, bare(near))];
        return a === null || b === null || a <= b + 1e-9;
      }),
      { numRuns: 500 },
    );
  });

  it('days and hours tell the same', () => {
    fc.assert(
      fc.property(along, figure, (of, value) => {
        const inDays = (part: Amount | null) => part && inUnit(part.value, 'day');
        const inHours = (part: Amount | null) => part && inUnit(part.value * 24, 'hour');
        const days = { ...of, baseline: inDays(of.baseline), target: inDays(of.target), low: inDays(of.low) };
        const hours = { ...of, baseline: inDays(of.baseline), target: inHours(of.target), low: inHours(of.low) };
        const [a, b] = [score(days, inUnit(value * 24, 'hour')), score(hours, inUnit(value, 'day'))];
        return a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6);
      }),
    );
  });

  /** Which way is better: 1 up, -1 down, null where the measure does not say. */
  function directionOf({ form, baseline, target, low }: MeasuredAlong): number | null {
    const goal = target?.value ?? 0;
    const from = baseline?.value ?? null;
    switch (form) {
      case 'up':
      case 'at-least':
        return 1;
      case 'down':
      case 'at-most':
        return -1;
      case 'between': {
        if (from === null) return null;
        const [l, h] = [Math.min(goal, low?.value ?? 0), Math.max(goal, low?.value ?? 0)];
        return from < l ? 1 : from > h ? -1 : null;
      }
      default:
        return Math.sign(goal - (from ?? 0)) || null;
    }
  }

  function staysBefore({ baseline, target, low }: MeasuredAlong, value: number): boolean {
    const edges = [target?.value ?? 0, low?.value ?? 0];
    return (baseline?.value ?? 0) < Math.min(...edges) ? value <= Math.max(...edges) : value >= Math.min(...edges);
  }
});
