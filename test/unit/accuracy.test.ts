import { describe, expect, it } from 'vitest';
import { ownRows } from '../../scripts/accuracy/rows.ts';
import { scoresOf } from '../../scripts/accuracy/scores.ts';

const rows = ownRows();

describe('the labelled texts', () => {
  it('are many, all different, and half good, half bad', () => {
    expect(rows.filter(({ kind }) => kind === 'kr').length).toBeGreaterThanOrEqual(280);
    expect(rows.filter(({ kind }) => kind === 'objective').length).toBeGreaterThanOrEqual(140);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(rows.length);
    const judged = rows.filter(({ verdict }) => verdict !== null);
    const bad = judged.filter(({ verdict }) => verdict === 'bad').length / judged.length;
    expect(bad).toBeGreaterThan(0.45);
    expect(bad).toBeLessThan(0.6);
  });

  it('say why they are bad, and nothing else', () => {
    expect(rows.filter(({ verdict, reasons }) => (verdict === 'bad') !== reasons.length > 0)).toEqual([]);
  });

  it('are held back, one by one', () => {
    for (const kind of ['kr', 'objective']) {
      const halves = rows.filter((row) => row.kind === kind && row.half !== 'blind').map(({ half }) => half);
      expect(halves.every((half, index) => half === (index % 2 ? 'hold' : 'tune'))).toBe(true);
    }
  });
});

/**
 * A little below what was measured last, on both halves together. Raise them when the reader gets better; where one is missed, a change
 * made the reading of English worse.
 */
const floors: readonly (readonly [name: string, precision: number, recall: number])[] = [
  ['kr-no-number', 0.97, 0.99],
  ['kr-activity', 0.97, 0.95],
  ['kr-activity-volume', 0.99, 0.86],
  ['objective-has-metric', 0.99, 0.98],
  ['objective-is-task', 0.96, 0.93],
  ['objective-vague', 0.99, 0.74],
  ['business-as-usual', 0.95, 0.87],
  ['read: measure', 0.99, 0.98],
  ['read: baseline', 0.99, 0.94],
  ['read: deadline', 0.99, 0.96],
  ['read: other language', 0.99, 0.94],
  ['verdict: bad key result', 0.95, 0.97],
  ['verdict: bad objective', 0.98, 0.94],
];

describe('how well English is read', () => {
  const scores = new Map(scoresOf(rows).map((score) => [score.name, score]));

  it.each(floors)('%s: precision of at least %d, recall of at least %d', (name, precision, recall) => {
    const score = scores.get(name);
    expect(score?.precision, 'precision').toBeGreaterThanOrEqual(precision);
    expect(score?.recall, 'recall').toBeGreaterThanOrEqual(recall);
  });
});
