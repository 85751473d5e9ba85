import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { figuresFile, figuresModule, measuredFigures } from '../../scripts/accuracy/figures.ts';
import { ownRows, ownRuleRows, rowsBy } from '../../scripts/accuracy/rows.ts';
import { scoresOf } from '../../scripts/accuracy/scores.ts';
import { root } from '../../scripts/root.ts';

const rows = ownRows();
const ruleRows = ownRuleRows();
const figures = measuredFigures();

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
      const halves = rowsBy('us')
        .filter((row) => row.kind === kind && (row.half === 'tune' || row.half === 'hold'))
        .map(({ half }) => half);
      expect(halves.every((half, index) => half === (index % 2 ? 'hold' : 'tune'))).toBe(true);
    }
    const others = rowsBy('others');
    const held = others.filter(({ half }) => half === 'hold').length;
    expect(Math.abs(held - others.filter(({ half }) => half === 'tune').length)).toBeLessThan(10);
  });

  it('are there for every rule that reads sentences, at least 20 that it should report', () => {
    for (const { meta } of rules.filter(({ meta }) => meta.english)) {
      const all = figures.get(meta.name)?.all;
      expect((all?.right ?? 0) + (all?.missed ?? 0), meta.name).toBeGreaterThanOrEqual(20);
    }
  });

  it('of one rule are about half to be reported, and held back by halves', () => {
    const names = new Set(rules.map(({ meta }) => meta.name));
    expect(new Set(ruleRows.map(({ id }) => id)).size).toBe(ruleRows.length);
    for (const rule of new Set(ruleRows.map((row) => row.rule))) {
      expect(names).toContain(rule);
      for (const is of [true, false]) {
        const some = ruleRows.filter((row) => row.rule === rule && row.is === is);
        expect(some.length, rule).toBeGreaterThanOrEqual(20);
        expect(some.every(({ half }, index) => half === (index % 2 ? 'hold' : 'tune'))).toBe(true);
      }
    }
  });
});

describe('the figures on the pages of the rules', () => {
  it('are what the rules do now: if not, run npm run accuracy and npm run generate', () => {
    expect(readFileSync(join(root, figuresFile), 'utf8')).toBe(figuresModule(figures));
  });
});

/**
 * A little below what was measured last, on the texts by those who mended the rules. Raise them when the reader gets better; where one is missed, a
 * change made the reading of English worse.
 */
const floors: readonly (readonly [name: string, precision: number, recall: number])[] = [
  ['jargon', 0.99, 0.99],
  ['kr-ambiguous-metric', 0.99, 0.99],
  ['kr-binary', 0.99, 0.89],
  ['kr-compound', 0.99, 0.96],
  ['kr-direction-mismatch', 0.99, 0.92],
  ['kr-internal-name', 0.99, 0.87],
  ['kr-output-metric', 0.99, 0.95],
  ['kr-percent-complete', 0.99, 0.95],
  ['kr-relative-target', 0.99, 0.88],
  ['kr-text-value-drift', 0.99, 0.87],
  ['kr-vague-quantifier', 0.99, 0.99],
  ['kr-vanity-metric', 0.99, 0.99],
  ['objective-bare-metric', 0.99, 0.99],
  ['objective-compound', 0.99, 0.99],
  ['objective-solution-first', 0.99, 0.96],
  ['pay-coupling', 0.99, 0.88],
  ['placeholder-text', 0.99, 0.96],
  ['business-as-usual', 0.97, 0.88],
  ['kr-activity-volume', 0.99, 0.92],
  ['kr-activity', 0.92, 0.91],
  ['kr-no-number', 0.97, 0.99],
  ['objective-has-metric', 0.97, 0.94],
  ['objective-is-task', 0.94, 0.96],
  ['objective-vague', 0.99, 0.93],
  ['read: measure', 0.99, 0.98],
  ['read: baseline', 0.99, 0.91],
  ['read: deadline', 0.96, 0.96],
  ['read: other language', 0.99, 0.98],
  ['verdict: bad key result', 0.97, 0.97],
  ['verdict: bad objective', 0.98, 0.96],
];

/** The same on the texts by others, which are harder: half of their key results count work. */
const floorsOfOthers: typeof floors = [
  ['kr-activity-volume', 0.98, 0.77],
  ['kr-activity', 0.9, 0.7],
  ['kr-no-number', 0.98, 0.98],
  ['objective-has-metric', 0.99, 0.91],
  ['objective-is-task', 0.99, 0.8],
  ['objective-vague', 0.99, 0.73],
  ['read: measure', 0.99, 0.99],
  ['read: baseline', 0.99, 0.91],
  ['read: deadline', 0.97, 0.95],
  ['verdict: bad key result', 0.99, 0.87],
  ['verdict: bad objective', 0.99, 0.92],
];

describe.each([
  { writers: 'us', floors, ofRules: ruleRows },
  { writers: 'others', floors: floorsOfOthers, ofRules: [] },
] as const)('how well English is read, in texts by $writers', ({ writers, floors, ofRules }) => {
  const scores = new Map(scoresOf(rowsBy(writers), ofRules).map((score) => [score.name, score]));

  it.each(floors)('%s: precision of at least %d, recall of at least %d', (name, precision, recall) => {
    const score = scores.get(name);
    expect(score?.precision, 'precision').toBeGreaterThanOrEqual(precision);
    expect(score?.recall, 'recall').toBeGreaterThanOrEqual(recall);
  });
});
