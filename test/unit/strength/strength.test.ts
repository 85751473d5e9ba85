/** The strength score: what gives and takes points, and that every figure is the sum of what is shown. */
import {
  adviceFor,
  buildCascade,
  type Cascade,
  checkProject,
  type Dimension,
  defaultConfig,
  dimensionInWords,
  dimensions,
  type Finding,
  mainLineOf,
  parseIsoDay,
  rules,
  type Strength,
  type StrengthLine,
  strengthInWords,
  strengthOf,
  strengthOfObjective,
  strengthWord,
  verdictInWords,
  weakestOf,
} from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const organisation = `company acme "Acme Retail"
team support "Customer Support" in acme { lead maya }
person maya "Maya Ortiz" in support
okrs for acme in 2026 { owner maya committed objective loyalty "Become the shop that people come back to" { } }
`;

const strong = `okrs for support in 2026-Q3 {
    objective trust "Earn back the trust of those who call us, so that they stay" {
        owner maya
        aspirational
        supports acme.loyalty
        kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5
        kr again "Calls about the same matter" from 30% to 12%
    }
}
checkin 2026-08-13 for support in 2026-Q3 { trust.csat 4.1 of 5 confidence 70% trust.again 22% confidence 60% }
`;

const weak = `okrs for support in 2026-Q3 {
    objective trust "Improve support" {
        kr csat "Be nicer"
        kr again "Calls about the same matter" to 12%
    }
}
`;

function cascadeOf(text: string, today = '2026-08-15'): Cascade {
  const files = { 'org.okr': organisation, 'a.okr': text };
  const parsed = new Map(Object.entries(files).map(([uri, one]) => [uri, parseOkr(uri, one)]));
  return buildCascade(parsed, defaultConfig, parseIsoDay(today) ?? 0);
}

function judged(text: string, today?: string): Strength {
  const cascade = cascadeOf(text, today);
  const strength = strengthOf(cascade, checkProject(cascade)).objectives.get('support/2026-Q3/trust');
  if (!strength) throw new Error('no objective trust');
  return strength;
}

function of(strength: Strength, dimension: Dimension) {
  const found = strength.dimensions.find((one) => one.dimension === dimension);
  if (!found) throw new Error(`no ${dimension}`);
  return found;
}

const textsOf = (lines: readonly StrengthLine[]) => lines.map(({ text }) => text);

describe('an objective', () => {
  it('that lacks nothing is strong in every dimension, and says why', () => {
    const strength = judged(strong);
    expect(strength).toMatchObject({ value: 100, word: 'strong' });
    expect(strength.dimensions.map(({ value }) => value)).toEqual([100, 100, 100, 100, 100, 100, 100]);
    for (const { holds } of strength.dimensions) expect(holds).not.toEqual([]);
  });

  it('tells each lack in its dimension, with what to do', () => {
    const strength = judged(weak);
    expect(strength.word).toBe('needs work');
    expect(textsOf(of(strength, 'measurability').lines)).toEqual(
      expect.arrayContaining(['This key result has no number.', 'This key result has no starting value.']),
    );
    expect(textsOf(of(strength, 'alignment').lines).join()).toContain('support');
    expect(of(strength, 'ownership').holds).toEqual(['Maya Ortiz owns it, as the lead of the unit.']);
    expect(textsOf(of(strength, 'cadence').lines).join()).toContain('There is no check-in yet.');
    for (const { lines } of strength.dimensions) {
      for (const line of lines) expect(line.todo === '' || /[.?"`]$/.test(line.todo)).toBe(true);
    }
  });

  it('that is closed asks for nothing of its own cycle any more', () => {
    const cascade = cascadeOf(
      'okrs for acme in 2026-Q1 { objective old "Be the shop next door" { kr a "Shops" from 3 to 5 } }\nclosing for acme in 2026-Q1 on 2026-04-05 { old score 1 keep }',
    );
    const old = strengthOf(cascade, checkProject(cascade)).objectives.get('acme/2026-Q1/old') as Strength;
    expect(of(old, 'alignment').lines.map(({ todo }) => todo)).toEqual([
      expect.stringMatching(/^In the next cycle, ask/),
    ]);
  });

  it('counts what a fact and a rule both say once: the greater of the two', () => {
    const lines = of(judged(weak), 'measurability').lines.filter(({ about }) => about === 'Be nicer');
    expect(textsOf(lines)).not.toContain('This key result has no target.');
    expect(lines.find(({ rule }) => rule === 'kr-no-number')?.points).toBe(-30);
  });

  it('loses nothing for an exception that was agreed', () => {
    const one = weak.replace(/ {8}kr again.*\n/, '');
    expect(textsOf(of(judged(one), 'focus').lines)).toEqual(['This objective has only one key result.']);
    const agreed = one.replace(
      '    objective',
      '    // okr-ignore too-few-krs: one figure is enough here\n    objective',
    );
    expect(of(judged(agreed), 'focus')).toMatchObject({ value: 100, lines: [] });
    const unsaid = agreed.replace(': one figure is enough here', '');
    expect(of(judged(unsaid), 'focus').lines).not.toEqual([]);
  });

  it('without key results is not measurable and has no rhythm to judge', () => {
    const strength = judged('okrs for support in 2026-Q3 { objective trust "Earn back trust" { } }');
    expect(of(strength, 'measurability').value).toBe(0);
    expect(of(strength, 'cadence')).toMatchObject({ value: null, startText: 'It has no key results to check in.' });
  });

  test.each([
    ['is a draft', strong.replace('aspirational', 'aspirational draft'), '2026-08-15', /draft/],
    ['is closed', `${strong}closing for support in 2026-Q3 on 2026-10-02 { trust 0.7 keep }`, '2026-11-15', /closed/],
    ['has not begun', weak, '2026-06-15', /begins on 2026-07-01/],
    ['has just begun', weak, '2026-07-03', /not due yet/],
  ])('that %s is not judged by its check-ins', (_, text, today, why) => {
    const cadence = of(judged(text, today), 'cadence');
    expect(cadence.value).toBeNull();
    expect(cadence.startText).toMatch(why);
  });

  it('is judged by its check-ins also when another one of its set is closed', () => {
    const two = strong.replace('objective trust', 'objective other "Open the north" { } objective trust');
    const closed = `${two}closing for support in 2026-Q3 on 2026-08-14 { other abandon }`;
    expect(of(judged(closed, '2026-09-20'), 'cadence').value).toBeLessThan(100);
  });

  it('of a cycle that is over is judged by what was known at its end', () => {
    const late = strong.replace('2026-08-13', '2026-09-28');
    expect(of(judged(late, '2026-12-01'), 'cadence').lines.filter(({ rule }) => rule === null)).toEqual([]);
    expect(of(judged(strong, '2026-12-01'), 'cadence').value).toBeLessThan(100);
  });

  it('that stands alone for a reason is aligned, and without one nearly', () => {
    const alone = (words: string) => of(judged(strong.replace('supports acme.loyalty', words)), 'alignment').value;
    expect(alone('standalone because "a pilot"')).toBe(100);
    expect(alone('')).toBe(40);
  });

  it('is judged alone as it is judged with all others', () => {
    const cascade = cascadeOf(weak);
    const findings = checkProject(cascade);
    const all = strengthOf(cascade, findings);
    for (const objective of cascade.objectives) {
      expect(strengthOfObjective(objective, cascade, findings)).toEqual(all.objectives.get(objective.id));
    }
  });

  it('does not suffer from how far it has come', () => {
    const behind = strong.replace('trust.csat 4.1', 'trust.csat 3.9').replace('again 22%', 'again 30%');
    expect(judged(behind).value).toBe(100);
  });
});

describe('a set', () => {
  it('is the mean of its objectives, less what is found about the set itself', () => {
    const cascade = cascadeOf(`${weak}${strong.replaceAll('trust', 'again2')}`);
    const { sets, objectives } = strengthOf(cascade, checkProject(cascade));
    const set = sets.get('support/2026-Q3') as Strength;
    const own = ['trust', 'again2'].map((name) => objectives.get(`support/2026-Q3/${name}`) as Strength);
    const mean = Math.round(own.reduce((sum, one) => sum + (of(one, 'ownership').value ?? 0), 0) / 2);
    expect(of(set, 'ownership')).toMatchObject({ start: mean, startText: `The mean of 2 objectives is ${mean}.` });
  });

  it('without objectives has no figure', () => {
    const cascade = cascadeOf('okrs for support in 2026-Q3 { }');
    const strength = strengthOf(cascade, checkProject(cascade)).sets.get('support/2026-Q3');
    expect(strength).toMatchObject({ value: null, word: null });
  });
});

describe('what is said of it', () => {
  it('names the weakest dimension and what is most worth doing', () => {
    const strength = judged(weak);
    const lowest = Math.min(...strength.dimensions.flatMap(({ value }) => value ?? []));
    const weakest = weakestOf(strength);
    expect(weakest?.value).toBe(lowest);
    expect(weakest && mainLineOf(weakest)?.points).toBeLessThan(0);
    const advice = adviceFor(strength, 3);
    expect(advice.map(({ points }) => points)).toEqual(advice.map(({ points }) => points).sort((a, b) => b - a));
    expect(advice.find(({ dimension }) => dimension === 'cadence')).toMatchObject({ more: 1 });
    expect(adviceFor(judged(strong), 3)).toEqual([]);
  });

  it('says in which dimensions it needs work, so that a good mean does not puzzle', () => {
    const late = judged(strong.replace(/checkin[\s\S]*$/, ''));
    expect(verdictInWords(late)).toMatch(/^\d+, needs work in cadence$/);
    expect(verdictInWords(judged(strong))).toBe('100, strong');
    expect(strengthInWords(judged(strong))).toBe('Strength: 100, strong. Nothing takes points away.');
    expect(strengthInWords(late)).toMatch(/Weakest: cadence \d+ \(“.+”: .+, and \d+ more\)\.$/);
  });

  it('leaves out of a reason what a finding asks back', () => {
    const slipped = judged(strong.replace('        aspirational', '        aspirationl'));
    const reasons = slipped.dimensions.map(dimensionInWords).join(' ');
    expect(reasons).toContain('`aspirationl`');
    expect(reasons).not.toContain('?');
  });

  it('gives each dimension a reason, also where it is not judged', () => {
    for (const dimension of judged(weak, '2026-06-15').dimensions) expect(dimensionInWords(dimension)).toMatch(/\.$/);
    expect(dimensionInWords(of(judged(weak, '2026-06-15'), 'cadence'))).toBe(
      'Not judged. 2026-Q3 begins on 2026-07-01.',
    );
  });

  test.each([
    [100, 100, 'strong'],
    [80, 60, 'strong'],
    [79, 60, 'sound'],
    [95, 59, 'sound'],
    [60, 50, 'sound'],
    [59, 59, 'needs work'],
    [90, 49, 'needs work'],
  ])('%i with nothing below %i is %s', (whole, weakest, word) => {
    expect(strengthWord(whole, weakest)).toBe(word);
  });
});

describe('whatever is found', () => {
  const cascade = cascadeOf(`${weak}${strong.replaceAll('trust', 'other')}`);
  const length = cascade.files.get('a.okr')?.length ?? 0;
  const finding: fc.Arbitrary<Finding> = fc
    .record({
      rule: fc.constantFrom(...rules.map(({ meta }) => meta.name), 'syntax-error', 'unused-suppression', 'of-tomorrow'),
      severity: fc.constantFrom('error', 'warning', 'information', 'hint'),
      start: fc.nat({ max: length }),
      what: fc.constantFrom('This is wrong.', 'That is wrong.'),
    })
    .map(({ rule, severity, start, what }) => ({
      rule,
      severity,
      uri: 'a.okr',
      span: { start, end: start + 3 },
      message: { what, why: '', todo: '' },
      related: [],
      data: null,
    }));
  const findings = fc.array(finding, { maxLength: 25 });
  const everything = (list: readonly Finding[]) => {
    const { objectives, sets } = strengthOf(cascade, new Map([['a.okr', list]]));
    return [...objectives.values(), ...sets.values()];
  };

  it('every figure lies in 0…100 and is the sum of its lines', () => {
    fc.assert(
      fc.property(findings, (list) => {
        for (const strength of everything(list)) {
          expect(strength.dimensions.map(({ dimension }) => dimension)).toEqual(dimensions);
          const values = strength.dimensions.flatMap(({ value }) => value ?? []);
          const mean = values.length === 0 ? null : Math.round(values.reduce((a, b) => a + b, 0) / values.length);
          expect(strength.value).toBe(mean);
          for (const { value, start, lines } of strength.dimensions) {
            for (const { points } of lines) expect(points).toBeLessThan(0);
            if (value === null) continue;
            expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
            expect(value).toBe(
              Math.max(
                0,
                lines.reduce((sum, { points }) => sum + points, start),
              ),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('one finding more never raises a figure', () => {
    fc.assert(
      fc.property(findings, finding, (list, more) => {
        const before = everything(list);
        for (const [index, after] of everything([...list, more]).entries()) {
          expect(after.value ?? 0).toBeLessThanOrEqual(before[index]?.value ?? 0);
          for (const [at, { value }] of after.dimensions.entries()) {
            expect(value ?? 0).toBeLessThanOrEqual(before[index]?.dimensions[at]?.value ?? 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the order of findings does not matter', () => {
    fc.assert(
      fc.property(
        findings.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(everything(shuffled)).toEqual(everything(list));
        },
      ),
      { numRuns: 100 },
    );
  });
});
