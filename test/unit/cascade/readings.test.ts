import { formatIsoDay, isClosed, isSetClosed, type Reading, type SetNode } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf, keyResult, targets } from './project.ts';

const goals = `
company acme
team support in acme
okrs for acme in 2026 { objective year "Year" { kr money "Revenue" from $1M to $2M } }
okrs for support in 2026-Q3 {
  objective trust "Trust" {
    kr csat "Rating" from 3 to 5
    kr audit "Audit passed" yes/no
    guardrail refunds "Refund rate" at most 4%
  }
  guardrail calls "Calls" at most 100
  guardrail churn
}
kpi churn "Monthly churn" of acme at most 2%
`;

const texts = (readings: readonly Reading[]) =>
  readings.map(({ day, value }) => `${formatIsoDay(day)} ${typeof value === 'boolean' ? value : value.text}`);

describe('check-ins', () => {
  it('name their targets as seen from the unit and cycle of the block', () => {
    const cascade = cascadeOf(`${goals} checkin 2026-08-14 for support in 2026-Q3 {
      trust.csat 4  support.trust.audit yes  acme.year.money $1.5M  trust.refunds 3%  calls 90  churn 1.8%  csat 4  trust 5 }`);
    expect(targets(cascade, 'reading')).toEqual({
      'trust.csat': 'support/2026-Q3/trust/csat',
      'support.trust.audit': 'support/2026-Q3/trust/audit',
      'acme.year.money': 'acme/2026/year/money',
      'trust.refunds': 'guardrail:support/2026-Q3/trust/refunds',
      calls: 'guardrail:support/2026-Q3/calls',
      churn: 'kpi:/churn',
      csat: 'unknown at 0',
      trust: 'wrong-kind at 0',
    });
    expect(keyResult(cascade, 'acme/2026/year/money').progress.value).toBe(0.5);
    expect(keyResult(cascade, 'support/2026-Q3/trust/audit').progress.value).toBe(1);
  });

  it('come in the order of their days, wherever they stand', () => {
    const cascade = cascadeOf({
      'a.okr': 'checkin 2026-08-14 for support in 2026-Q3 { trust.csat 4 }',
      'b.okr': goals,
      'c.okr': 'checkin 2026-08-07 for support in 2026-Q3 { trust.csat 3.5 confidence 60% "slow" }',
    });
    const { readings } = keyResult(cascade, 'support/2026-Q3/trust/csat');
    expect(texts(readings)).toEqual(['2026-08-07 3.5', '2026-08-14 4']);
    expect(readings[0]).toMatchObject({ confidence: 0.6, note: 'slow', place: { uri: 'c.okr' } });
  });

  it('of two on one day the later place counts', () => {
    const day = 'checkin 2026-08-14 for support in 2026-Q3';
    const cascade = cascadeOf({
      'b.okr': `${goals} ${day} { trust.csat 4 }`,
      'a.okr': `${day} { trust.csat 5 trust.csat 3.5 }`,
    });
    const csat = keyResult(cascade, 'support/2026-Q3/trust/csat');
    expect(texts(csat.readings)).toEqual(['2026-08-14 5', '2026-08-14 3.5', '2026-08-14 4']);
    expect(csat.progress.value).toBe(0.5);
  });

  it('may stand in the key result itself', () => {
    const cascade = cascadeOf(`okrs for a in 2026-Q3 { objective o "O" { kr k "K" from 0 to 10 {
      checkin 2026-08-10 5 confidence 70% "half" checkin 2026-08-03 2 } } }
      checkin 2026-08-05 for a in 2026-Q3 { o.k 3 }`);
    expect(texts(keyResult(cascade, 'a/2026-Q3/o/k').readings)).toEqual([
      '2026-08-03 2',
      '2026-08-05 3',
      '2026-08-10 5',
    ]);
  });

  it('after the day asked for are kept and do not count yet', () => {
    const text = `${goals} checkin 2026-08-10 for support in 2026-Q3 { trust.csat 4 } checkin 2026-08-20 for support in 2026-Q3 { trust.csat 5 }`;
    expect(keyResult(cascadeOf(text), 'support/2026-Q3/trust/csat').readings).toHaveLength(2);
    expect(keyResult(cascadeOf(text), 'support/2026-Q3/trust/csat').progress.value).toBe(0.5);
    expect(keyResult(cascadeOf(text, { today: '2026-08-20' }), 'support/2026-Q3/trust/csat').progress.value).toBe(1);
    expect(keyResult(cascadeOf(text, { today: '2026-08-09' }), 'support/2026-Q3/trust/csat').progress.state).toBe(
      'noNews',
    );
  });

  it('of a unit that is not there change nothing and are kept as references', () => {
    const cascade = cascadeOf('checkin 2026-08-14 for nobody in 2026-Q3 { trust.csat 4 }');
    expect(cascade.checkins).toHaveLength(1);
    expect(targets(cascade, 'reading')).toEqual({ 'trust.csat': 'unknown at 0' });
  });
});

describe('guardrails and KPIs', () => {
  it('hold or not by their last reading, and a guardrail that names a KPI sees its readings', () => {
    const cascade = cascadeOf(`${goals} checkin 2026-08-14 for support in 2026-Q3 { trust.refunds 5% churn 1.8% }`);
    const found = cascade.guardrails.map(({ node, holds, explanation }) => [
      node.name?.text,
      holds,
      explanation.summary,
    ]);
    expect(found).toEqual([
      ['refunds', false, '5% on 2026-08-14 does not keep at most 4%.'],
      ['calls', null, 'The limit is at most 100; there is no reading yet.'],
      ['churn', true, '1.8% on 2026-08-14 keeps at most 2%.'],
    ]);
    expect(cascade.guardrails[2]).toMatchObject({ title: 'Monthly churn', kpi: cascade.kpis[0] });
    expect(cascade.kpis[0]).toMatchObject({ holds: true, unit: { name: 'acme' } });
  });
  it('a guardrail that names no KPI is a reference that fails', () => {
    const cascade = cascadeOf('okrs for a in 2026-Q3 { guardrail chrun } kpi churn "Churn" at most 2%');
    expect(targets(cascade, 'kpi')).toEqual({ chrun: 'unknown at 0' });
  });
});

describe('closing', () => {
  it('gives goals their score, and the later place counts', () => {
    const cascade = cascadeOf(
      `${goals} closing for support in 2026-Q3 on 2026-10-08 { trust score 0.7 modify learned "x" trust.csat score 0.2 defer }
      closing for support in 2026-Q3 on 2026-10-09 { trust.csat score 0.3 keep }`,
      { today: '2026-10-10' },
    );
    const set = cascade.sets.get('support/2026-Q3');
    expect(set?.closing).toBe(cascade.closings[1]);
    expect(set?.objectives[0]?.closing?.node).toMatchObject({ score: { value: 0.7 }, decision: { value: 'modify' } });
    expect(keyResult(cascade, 'support/2026-Q3/trust/csat').closing?.node.score?.value).toBe(0.3);
  });

  it('of a later day does not count yet', () => {
    const text = `${goals} closing for support in 2026-Q3 on 2026-10-08 { trust score 0.7 modify }`;
    const closed = (today: string) => {
      const set = cascadeOf(text, { today }).sets.get('support/2026-Q3');
      return [
        set?.closing?.node.entries.length,
        set && isSetClosed(set),
        set?.objectives[0]?.closing?.node.score?.value,
      ];
    };
    expect(closed('2026-10-07')).toEqual([undefined, false, undefined]);
    expect(closed('2026-10-08')).toEqual([1, true, 0.7]);
  });

  it.each([
    ['a key result', 'trust.csat score 0.6 keep', { trust: false, other: false, set: false }],
    ['one of two objectives', 'other abandon', { trust: false, other: true, set: false }],
    ['all objectives but a draft', 'trust keep other abandon', { trust: true, other: true, set: true }],
    [
      'each key result of an objective',
      'trust.csat keep trust.calls keep other keep',
      { trust: true, other: true, set: true },
    ],
  ])('of %s closes what it says, and no more', (_, entries, expected) => {
    const cascade = cascadeOf(`okrs for acme in 2026-Q3 {
      objective trust "Trust" { kr csat "Rating" to 5 kr calls "Calls" to 9 }
      objective other "Other" { kr shelf "Shelves" to 5 }
      objective later "Later" { draft }
    }
    closing for acme in 2026-Q3 on 2026-08-01 { ${entries} }`);
    const set = cascade.sets.get('acme/2026-Q3') as SetNode;
    const [trust, other] = set.objectives.map(isClosed);
    expect({ trust, other, set: isSetClosed(set) }).toEqual(expected);
  });
});
