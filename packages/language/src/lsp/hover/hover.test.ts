import { describe, expect, test } from 'vitest';
import { acme, project, textIn } from '../testing/kit.ts';
import { hover } from './hover.ts';
import { code, plain, withoutMarkup } from './markdown.ts';

function shown(files: string | Record<string, string>): string {
  const context = project(files);
  const result = hover(context, context.position);
  return result && typeof result.contents === 'object' && 'value' in result.contents ? result.contents.value : '';
}

const goals = (kr: string) => `okrs for support in 2026-Q3 {
    objective trust "Earn back trust" {
        /// Asked by the *help desk* itself.
        ${kr}
    }
}
checkin 2026-08-14 for support in 2026-Q3 { trust.csat 4.1 of 5 confidence 70% "ok" }`;

describe('a key result', () => {
  const card = shown({ 'a.okr': acme, 'b.okr': goals('kr cs<|>at "Help desk rating" from 3.9 of 5 to 4.4 of 5') });

  test('tells title, measure, progress, health, owner, deadline and comment', () => {
    expect(card).toContain('**Help desk rating**');
    expect(card).toContain('Measure: `from 3.9 of 5 to 4.4 of 5`');
    expect(card).toContain('Progress: **40%** · on track, 49% of the time has passed');
    expect(card).toContain('Owner: Maya Ortiz (lead of the unit)');
    expect(card).toContain('Due: 2026-09-30 (last day of the cycle)');
    expect(card).toContain('Asked by the \\*help desk\\* itself');
  });

  test('says of its objective where that should stand, and not that so much time has passed', () => {
    const text = shown({
      'a.okr': acme,
      'b.okr': goals('kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 by 2026-08-31').replace(
        'trust "',
        'tr<|>ust "',
      ),
    });
    expect(text).toContain('Progress: **40%** · ');
    expect(text).toContain('should stand at 74% today');
    expect(text).not.toContain('of the time has passed');
  });

  test('says what was read from the sentence', () => {
    const text = shown({
      'a.okr': acme,
      'b.okr': goals('kr "Reduce ref<|>und turnaround from 9 to 4 days by end of August"'),
    });
    expect(text).toContain('(read from the sentence)');
    expect(text).toContain('Due: 2026-08-31');
  });
});

test('a segment of a path tells what that segment stands for, and marks it alone', () => {
  const files = {
    'a.okr': acme,
    'b.okr': 'okrs for support in 2026-Q3 { objective x "X" { supports acme.loy<|>alty.repeat } }',
  };
  expect(shown(files)).toContain('**Become the shop people come back to**');
  const context = project(files);
  const range = hover(context, context.position)?.range;
  expect(range && textIn(context.text, range)).toBe('loyalty');
});

test('a cycle tells its days and how much of it has passed', () => {
  expect(shown({ 'a.okr': acme, 'b.okr': 'okrs for support in 2026<|>-Q3 { }' })).toContain('2026-07-01 to 2026-09-30');
  expect(shown({ 'a.okr': acme, 'b.okr': 'okrs for support in FY<|>26 { }' })).toContain('62% of its time has passed');
});

test('a unit tells its level, where it belongs and its lead', () => {
  const card = shown({ 'a.okr': acme, 'b.okr': 'okrs for sup<|>port in 2026-Q3 { }' });
  expect(card).toContain('Team in Acme Retail');
  expect(card).toContain('Lead: Maya Ortiz');
});

test.each([
  ['okrs for support in 2026-Q3 { objective x "X" { supp<|>orts acme.loyalty } }', 'helps to reach'],
  ['okrs for support in 2026-Q3 { objective x "X" { depends o<|>n acme.loyalty } }', 'must move first'],
  ['okrs for support in 2026-Q3 { objective x "X" { kr y "Y" at le<|>ast 4 } }', 'Measure'],
  ['check<|>-in 2026-08-14 for support in 2026-Q3 { }', 'Readings of one day'],
])('a keyword or clause: %s', (text, expected) => {
  expect(shown({ 'a.okr': acme, 'b.okr': text })).toContain(expected);
});

test('a keyword that is a name is shown as what it names', () => {
  expect(shown('company owner "The Owner Company"\nokrs for own<|>er in 2026-Q3 { }')).toContain(
    '**The Owner Company**',
  );
});

test('titles are text, never markup, links or HTML', () => {
  const title = '[click](command:evil) <img src=x> **bold** `code` https://evil.example $(alert) \\"x\\"';
  const card = shown(`company c "C"\nokrs for c in 2026-Q3 { objective x<|> "${title}" { } }`);
  expect(card).not.toContain('](command');
  expect(card).not.toMatch(/[^\\]<img/);
  expect(card).not.toContain('https://');
  expect(card).toContain('\\[click\\]\\(command\\:evil\\)');
});

test('what a hover shows is what is read, whatever turns the writing round', () => {
  const files = project('okrs for a in 2026-Q3 {\n    objective tru<|>st "Back \u202eto\u202c \u2067trust"\n}\n');
  const card = JSON.stringify(hover(files, files.position));
  expect(card).toContain('Back to trust');
});

test('signs of Markdown are escaped and line breaks become spaces', () => {
  expect(plain('a\n# b_c')).toBe('a \\# b\\_c');
  expect(code('a `b` c')).toBe('`` a `b` c ``');
});

test('nothing in comments and titles of nobody', () => {
  expect(shown('// owner <|>maya')).toBe('');
  expect(shown('<|>')).toBe('');
});

test('the first and the last day of a cycle are no figures', () => {
  const cycle = (edges: string) => `cycle FY26 "Fiscal year" ${edges}`;
  expect(shown(cycle('fr<|>om 2026-01-01 to 2026-12-31'))).toContain('The first day of the cycle');
  expect(shown(cycle('from 2026-01-01 t<|>o 2026-12-31'))).toContain('The last day of the cycle');
});

test('without markup a text reads as it was meant', () => {
  const text = `**${plain('A *bold* 2026-Q3')}**\n\nMeasure: ${code('from 3% to 4%')}\n\n\`\`\`okr\nowner maya\n\`\`\``;
  expect(withoutMarkup(text)).toBe('A *bold* 2026-Q3\n\nMeasure: from 3% to 4%\n\nowner maya');
});
