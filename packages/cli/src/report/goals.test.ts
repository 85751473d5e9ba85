import { buildCascade, defaultConfig, parseIsoDay } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import { expect, it } from 'vitest';
import { goalFinder } from './goals.ts';

const text = `okrs for cloud in 2026-Q3 { objective trust "Trust" { kr csat "Rating" to 5 } }
checkin 2026-08-14 for cloud in 2026-Q3 { trust.csat 4 trust.right 3 }
checkin 2026-08-14 for depot in 2026-Q3 { trust.wrong 3 }
closing for cloud in 2026-Q3 on 2026-08-14 { trust keep trust.gone keep }
team cloud "Cloud"
`;
const cascade = buildCascade(
  new Map([['a.okr', parseOkr('a.okr', text)]]),
  defaultConfig,
  parseIsoDay('2026-08-15') ?? 0,
);
const at = goalFinder(cascade);

it.each([
  ['"Rating"', 'cloud/2026-Q3/trust/csat'],
  ['csat 4', 'cloud/2026-Q3/trust/csat'],
  ['right', 'cloud/2026-Q3'],
  ['wrong', 'depot/2026-Q3'],
  ['trust keep', 'cloud/2026-Q3/trust'],
  ['gone', 'cloud/2026-Q3'],
  ['team', null],
])('what is said at %s is about %s', (words, goal) => {
  expect(at('a.okr', text.indexOf(words))).toBe(goal);
});
