import { checkProject } from '@okr-language/core';
import { expect, test } from 'vitest';
import { acme, project, textIn } from '../testing/kit.ts';
import { codeLenses } from './code-lens.ts';
import { inlayHints } from './inlay-hints.ts';
import { semanticTokens, semanticTokensLegend } from './semantic-tokens.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

const goals = `okrs for support in 2026-Q3 {
    objective trust "Trust" {
        supports acme.loyalty
        kr csat "Rating" from 3 to 4 { owner liam }
        kr "Cut answers that take over a day from 9% to 4% by end of August"
    }
}
checkin 2026-08-14 for support in 2026-Q3 { trust.csat 3.5 }
`;

test('hints show what was read and who owns what names nobody', () => {
  const files = project({ 'b.okr': goals, 'org.okr': acme });
  expect(inlayHints(files, whole).map(({ label }) => label)).toEqual(['owner maya', 'from 9% to 4% by 2026-08-31']);
  expect(inlayHints(files, { start: { line: 0, character: 0 }, end: { line: 1, character: 99 } })).toHaveLength(1);
});

test('lenses tell how far each objective has come', () => {
  const files = project({ 'b.okr': goals, 'org.okr': acme });
  const [lens] = codeLenses(files, 'okr.showCascade');
  expect(lens?.command?.title).toMatch(/^25% reached · /);
  expect(lens?.range.start).toEqual({ line: 1, character: 4 });
});

test('the lens of an objective that nothing measures claims no progress, as the cascade does', () => {
  const files = project({ 'b.okr': 'okrs for acme in 2026-Q3 { objective "Trust" }', 'org.okr': acme });
  const [lens] = codeLenses(files);
  expect(lens?.command?.title).toMatch(/^progress cannot be told · /);
});

test('lenses tell strength with its weakest dimension where it is asked for and the findings are at hand', () => {
  const files = project({ 'b.okr': goals, 'org.okr': acme });
  const withFindings = { ...files, findings: () => checkProject(files.cascade) };
  const titleOf = ([lens]: ReturnType<typeof codeLenses>) => lens?.command?.title ?? '';
  expect(titleOf(codeLenses(withFindings, '', { strength: true }))).toMatch(
    / · strength \d+, [a-z ,]+, weakest [a-z]+ \d+$/,
  );
  for (const quiet of [codeLenses(withFindings), codeLenses(files, '', { strength: true })]) {
    expect(titleOf(quiet)).not.toContain('strength');
  }
});

test('names are coloured by what they stand for', () => {
  const files = project({ 'b.okr': goals, 'org.okr': acme });
  const { data } = semanticTokens(files);
  const seen: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const range = { start: { line, character }, end: { line, character: character + length } };
    seen.push(`${textIn(files.text, range)} ${semanticTokensLegend.tokenTypes[type]}${modifiers ? '!' : ''}`);
  }
  expect(seen).toEqual([
    'support namespace',
    '2026-Q3 event',
    'trust class!',
    'acme namespace',
    'loyalty class',
    'csat property!',
    'liam variable',
    'support namespace',
    '2026-Q3 event',
    'trust class',
    'csat property',
  ]);
});
