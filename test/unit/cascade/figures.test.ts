import { describe, expect, it } from 'vitest';
import { cascadeOf, keyResult, objective } from './project.ts';

/** Key results of one objective, and their readings. */
function project(keyResults: string, readings: string) {
  return cascadeOf(`cycle c from 2026-01-01 to 2026-04-11 
    company acme okrs for acme in c { objective o "O" { ${keyResults} } }
    checkin 2026-02-20 for acme in c { ${readings} }`);
}
const at = (text: string, today: string) => cascadeOf(text, { today });

describe('an objective', () => {
  it('is the weighted mean of its key results', () => {
    const cascade = project('kr a "A" to 10 { weight 3 } kr b "B" to 10', 'o.a 10 o.b 5');
    expect(objective(cascade, 'acme/c/o').progress).toMatchObject({ state: 'rolledUp', value: 0.875, raw: null });
  });
  it('counts a key result without news, or without a measure, as 0', () => {
    const cascade = project('kr a "A" to 10 kr b "B" to 10 kr c "Make people happy"', 'o.a 9');
    expect(objective(cascade, 'acme/c/o').progress.value).toBeCloseTo(0.3);
    expect(keyResult(cascade, 'acme/c/o/b').progress).toMatchObject({ state: 'noNews', value: 0, raw: null });
    expect(keyResult(cascade, 'acme/c/o/c').progress).toMatchObject({ state: 'unmeasurable', value: 0 });
  });
  it('counts all key results alike where all weigh nothing', () => {
    const cascade = project('kr a "A" to 10 { weight 0 } kr b "B" to 10 { weight 0 }', 'o.a 10');
    expect(objective(cascade, 'acme/c/o').progress.value).toBe(0.5);
  });
  it('without key results has nothing to tell', () => {
    const { progress, health } = objective(project('', ''), 'acme/c/o');
    expect(progress).toMatchObject({ state: 'unmeasurable', value: 0 });
    expect(progress.explanation.summary).toBe('It counts 0%, because it has no key results yet.');
    expect(health.state).toBe('noNews');
  });
});

describe('a set', () => {
  it('is the weighted mean of its objectives, over all its blocks', () => {
    const cascade =
      cascadeOf(`okrs for a in 2026-Q3 { objective x "X" { weight 3 kr k "K" to 10 { checkin 2026-08-14 10 } } }
      okrs for a in 2026-Q3 { objective y "Y" { kr k "K" to 10 { checkin 2026-08-14 5 } } }`);
    expect(cascade.sets.get('a/2026-Q3')?.progress.value).toBe(0.875);
  });
  it('without objectives has nothing to tell', () => {
    const set = cascadeOf('okrs for a in 2026-Q3 { }').sets.get('a/2026-Q3');
    expect(set?.progress).toMatchObject({ state: 'unmeasurable', value: 0 });
    expect(set?.health.state).toBe('noNews');
  });
});

describe('scores and raw figures', () => {
  it('scores are cut to 0…1, the raw figure stays', () => {
    const cascade = project('kr a "A" from 10 to 20 kr b "B" from 10 to 20', 'o.a 25 o.b 8');
    expect(keyResult(cascade, 'acme/c/o/a').progress).toMatchObject({ value: 1, raw: 1.5 });
    expect(keyResult(cascade, 'acme/c/o/b').progress).toMatchObject({ value: 0, raw: -0.2 });
  });
});

describe('alignment', () => {
  it('never moves a number by itself', () => {
    const alone = 'okrs for acme in 2026-Q3 { objective o "O" { kr k "K" to 10 { checkin 2026-08-14 4 } } }';
    const helped = `${alone} team t in acme okrs for t in 2026-Q3 { objective p "P" { supports acme.o weight 5, acme.o.k kr k "K" to 10 { checkin 2026-08-14 10 } } }`;
    const before = objective(cascadeOf(alone), 'acme/2026-Q3/o');
    const after = objective(cascadeOf(helped), 'acme/2026-Q3/o');
    expect(after.progress.value).toBe(before.progress.value);
    expect(after.health.state).toBe(before.health.state);
    expect(after.supportedBy).toHaveLength(2);
  });
});

describe('where a goal should stand today', () => {
  const text = `cycle c from 2026-01-01 to 2026-04-11 okrs for a in c { objective o "O" {
    kr all "All" to 10 kr half "Half" to 10 by 2026-02-20 { weight 3 } } }`;
  const expected = (today: string) => {
    const cascade = at(text, today);
    return ['a/c/o/all', 'a/c/o/half'].map((id) => keyResult(cascade, id).progress.expected);
  };
  it('runs from the first day of the cycle to the deadline', () => {
    expect(expected('2026-01-01')).toEqual([0, 0]);
    expect(expected('2026-01-26')).toEqual([0.25, 0.5]);
    expect(expected('2026-02-20')).toEqual([0.5, 1]);
    expect(expected('2026-04-11')).toEqual([1, 1]);
  });
  it('is 0 before the cycle and 1 after it', () => {
    expect(expected('2025-06-01')).toEqual([0, 0]);
    expect(expected('2027-06-01')).toEqual([1, 1]);
  });
  it('of an objective is the weighted mean of its key results', () => {
    expect(objective(at(text, '2026-01-26'), 'a/c/o').progress.expected).toBeCloseTo((0.25 + 3 * 0.5) / 4);
  });
  it('is unknown without dates', () => {
    const cascade = cascadeOf('okrs for a in someday { objective o "O" { kr k "K" to 10 { checkin 2026-08-14 1 } } }');
    expect(keyResult(cascade, 'a/someday/o/k')).toMatchObject({
      progress: { expected: null },
      health: { state: 'onTrack' },
    });
    expect(objective(cascade, 'a/someday/o').progress.expected).toBeNull();
  });
});

describe('explanations', () => {
  const said = (id: string, text: string, today = '2026-08-10') => {
    const { progress, health } = cascadeOf(text, { today }).goals.get(id) ?? {};
    return `${progress?.explanation.summary} ${health?.explanation.summary}`;
  };
  const set = (keyResults: string) => `okrs for a in 2026-Q3 { objective o "O" { ${keyResults} } }`;

  it('of an objective tell the mean, its parts, and the time passed', () => {
    const text = set(
      'kr a "Rating" to 10 { checkin 2026-08-09 5 } kr b "Answers" to 10 { checkin 2026-08-09 4 } kr c "Calls" to 10',
    );
    expect(said('a/2026-Q3/o', text)).toBe(
      '30% = mean of 3 key results. 44% of the quarter has passed, so it is at risk.',
    );
    const { parts } = objective(cascadeOf(text, { today: '2026-08-10' }), 'a/2026-Q3/o').progress.explanation;
    expect(parts).toEqual(['Rating 50%', 'Answers 40%', 'Calls 0%, no news']);
  });
  it('of a key result tell the reading and the way', () => {
    expect(
      said('a/2026-Q3/o/k', set('kr k "K" from 6 days to 36 hours by 2026-08-31 { checkin 2026-08-09 3.4 days }')),
    ).toBe(
      '58% = 3.4 days on 2026-08-09 on the way from 6 days to 36 hours. 66% of its time has passed, so it is on track.',
    );
    expect(said('a/2026-Q3/o/k', set('kr k "K" down 25% from 410 { checkin 2026-08-09 388 }'))).toContain(
      '21% = 388 on 2026-08-09 on the way from 410 to 307.5.',
    );
    expect(said('a/2026-Q3/o/k', set('kr k "K" up 20% { checkin 2026-08-09 +25% }'))).toBe(
      '125% = a change of +25% on 2026-08-09 out of up 20%, so it counts 100%. The target is reached.',
    );
    expect(said('a/2026-Q3/o/k', set('kr k "K" at least 99.9% { checkin 2026-08-09 99.95% }'))).toContain(
      '100% = 99.95% on 2026-08-09 keeps at least 99.9%.',
    );
  });
  it('say why a figure cannot be told', () => {
    expect(said('a/2026-Q3/o/k', set('kr k "K" from 5 days to 2 days { checkin 2026-08-09 40% }'))).toBe(
      'It counts 0%, because the reading 40% cannot be compared with 2 days. Its readings do not tell how far it is.',
    );
  });
  it('call 100% only what is whole', () => {
    expect(said('a/2026-Q3/o/k', set('kr k "K" to 1000 { checkin 2026-08-09 999 }'))).toContain('99% = 999');
  });
});
