import { buildCascade, defaultConfig, parseIsoDay, treeOf } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const whole = `cycle FY26 from 2026-01-01 to 2026-12-31 { checkins monthly }
company acme "Acme" { lead maya } team support in acme person maya in support
okrs for support in 2026-Q3 { owner maya
  objective trust "Earn trust" { aspirational supports acme.loyalty weight 2 in FY26 depends on support.calm carried from trust in 2026-Q2
    kr csat "Rating" from 3.9 of 5 to 4.4 of 5 by 2026-08-31 { weight 2 checkin 2026-08-14 4.1 of 5 confidence 70% "note" }
    kr calls "Calls" between 1% and 3%
    initiative "Menu" for csat { status doing } guardrail churn guardrail "Refunds" at most 4% } }
kpi churn "Churn" of acme at most 2%
checkin 2026-08-14 for support in 2026-Q3 { trust.csat 4.1 of 5 churn 1% }
closing for support in 2026-Q3 on 2026-10-08 { trust score 0.7 keep }`;

const today = parseIsoDay('2026-08-15') ?? Number.NaN;

function shown(text: string): string {
  const cascade = buildCascade(new Map([['a.okr', parseOkr('a.okr', text)]]), defaultConfig, today);
  for (const references of cascade.references.values())
    for (const { failure } of references) failure?.suggestions.length;
  return JSON.stringify(treeOf(cascade));
}

it('a text cut off anywhere has a cascade and a tree', () => {
  for (let end = 0; end <= whole.length; end++) expect(shown(whole.slice(0, end))).toContain('"today":"2026-08-15"');
});

it('so has a text in which words are missing, doubled or moved', () => {
  const words = whole.split(/\s+/);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (some) => {
      expect(shown(some.join(' '))).toContain('"today":"2026-08-15"');
    }),
    { numRuns: 150 },
  );
});

it('a set without unit or cycle keeps its objectives', () => {
  expect(shown('okrs for in 2026-Q3 {\n  objective o "Kept all the same" { }\n}')).toContain('Kept all the same');
  expect(shown('okrs for acme in {\n  objective o "Kept all the same" { }\n}')).toContain('Kept all the same');
});
