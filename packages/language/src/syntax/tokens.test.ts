import { describe, expect, it } from 'vitest';
import { parseOkr } from '../parse.ts';
import { VALID } from '../testing/valid.ts';
import { tokenize } from '../tokenize.ts';
import { CLOSE, END, ID, OPEN } from './kinds.ts';
import { HOLE, Tokens } from './tokens.ts';

describe('tokens in columns', () => {
  it('grow with the text, and behind the last one there is nothing', () => {
    const tokens = new Tokens(0);
    for (let i = 0; i < 10_000; i++) tokens.push(ID, i, i + 1, 0);
    expect([tokens.count, tokens.starts[9_999], tokens.kinds[10_000], tokens.kinds[10_003]]).toEqual([
      10_000,
      9_999,
      END,
      END,
    ]);
  });

  it('leave nothing behind for the next text', () => {
    const tokens = new Tokens();
    for (let i = 0; i < 5; i++) tokens.push(OPEN, i, i + 1, 1);
    tokens.clear().push(CLOSE, 7, 8, 0);
    expect([tokens.count, ...tokens.kinds.slice(0, 4)]).toEqual([1, CLOSE, END, END, END]);
  });

  it('leave nothing behind for the next text when there were very many', () => {
    const tokens = new Tokens();
    for (let i = 0; i < 1_100_000; i++) tokens.push(OPEN, i, i + 1, 1);
    tokens.clear().push(CLOSE, 7, 8, 0);
    expect([tokens.count, ...tokens.kinds.slice(0, 4)]).toEqual([1, CLOSE, END, END, END]);
  });

  it('close up where one was taken back', () => {
    const tokens = new Tokens();
    tokens.push(OPEN, 0, 1, 0);
    tokens.push(HOLE, 1, 1, 0);
    tokens.push(CLOSE, 2, 3, 0);
    tokens.removeHoles();
    expect([tokens.count, tokens.kinds[1], tokens.starts[1], tokens.kinds[2]]).toEqual([2, CLOSE, 2, END]);
  });
});

it('a file is read the same whatever was read before it', () => {
  const spoilt = VALID.replaceAll('}', '').replaceAll(' by ', ' by by { ');
  const texts = ['', 'kr', '{', VALID, spoilt, VALID.slice(0, 700), `${VALID}\n${spoilt}`, '// okr-ignore x: y'];
  const first = texts.map((text) => parseOkr('a.okr', text));
  for (const before of texts) {
    for (const [i, text] of texts.entries()) {
      parseOkr('b.okr', before);
      expect(parseOkr('a.okr', text)).toEqual(first[i]);
    }
  }
});

describe('figures', () => {
  it.each([
    ['from 4.2 to 8%', ['4.2', '8%']],
    ['from 4.2 % to 8 €', ['4.2 %', '8 €']],
    ['from 4 $ to 1,200}', ['4 $', '1,200']],
    ['from 5k to 3.', ['5k', '3']],
    ['from .5 to 1_000\n', ['.5', '1_000']],
    ['from 42 towns to 7\u00a0% ', ['42', '7\u00a0%']],
  ])('%s', (text, figures) => {
    const found = tokenize(text).filter(({ kind }) => kind === 'number');
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(figures);
  });

  it.each(['31.8.2026', '2026-08-31', '2026-Q3'])('%s is a date', (text) => {
    expect(tokenize(`by ${text}`).at(-1)?.kind).toBe('date');
  });
});
