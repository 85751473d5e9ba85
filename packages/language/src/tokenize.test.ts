import { expect, test } from 'vitest';
import { VALID } from './testing/valid.ts';
import { tokenize } from './tokenize.ts';

const cut = (text: string): readonly string[] =>
  tokenize(text).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

test('a keyword is one only where it is read as one', () => {
  expect(cut('team up "Up" in to { lead lead }')).toEqual([
    'keyword team',
    'name up',
    'string "Up"',
    'keyword in',
    'name to',
    'punctuation {',
    'keyword lead',
    'name lead',
    'punctuation }',
  ]);
});

test('figures, units, dates and tags', () => {
  expect(
    cut(
      'okrs for a in 2026-Q3 { #north objective o { kr "K" from USD 10M to 4.2 of 5 orders per week by 31 August 2026 } }',
    ).slice(4),
  ).toEqual([
    'date 2026-Q3',
    'punctuation {',
    'tag #north',
    'keyword objective',
    'name o',
    'punctuation {',
    'keyword kr',
    'string "K"',
    'keyword from',
    'number USD 10M',
    'keyword to',
    'number 4.2',
    'keyword of',
    'number 5',
    'unit orders',
    'keyword per',
    'name week',
    'keyword by',
    'date 31 August 2026',
    'punctuation }',
    'punctuation }',
  ]);
});

test('comments, braces that fit nowhere and strange characters are among them', () => {
  expect(cut('/// doc\n} team a // end\n@@ /* block */')).toEqual([
    'docComment /// doc',
    'punctuation }',
    'keyword team',
    'name a',
    'comment // end',
    'unknown @@',
    'comment /* block */',
  ]);
});

test('nothing between the tokens of a file but blanks', () => {
  let rest = '';
  let end = 0;
  for (const { span } of tokenize(VALID)) {
    rest += VALID.slice(end, span.start);
    end = span.end;
  }
  expect((rest + VALID.slice(end)).trim()).toBe('');
});
