import { describe, expect, it } from 'vitest';
import { inColor, paintFor, plain } from './paint.ts';
import { safeJson, safeLine, safeText } from './safe.ts';
import { fitTo, widthOf } from './width.ts';

describe('text from files in a terminal', () => {
  it('cannot steer it', () => {
    expect(safeText('\u001b[31mred\u001b]0;title\u0007')).toBe('␛[31mred␛]0;title␇');
    expect(safeText('a\u009b31mb\u007f')).toBe('a\uFFFD31mb␡');
    expect(safeText('\u202egnp.exe')).toBe('\uFFFDgnp.exe');
  });

  it('stays as it is in any language', () => {
    const text = 'Grüße, 目标, أهداف 🎯, naïve';
    expect(safeText(text)).toBe(text);
  });

  it('is the same again when it is read from JSON', () => {
    const data = { title: '\u001b[31m\u009b2J\u202e\u007f\ud800 "目标"\n' };
    const written = safeJson(data);
    expect(written).toContain('\\u001b[31m\\u009b2J\\u202e\\u007f\\ud800');
    expect(written).toContain('目标');
    expect(JSON.parse(written)).toEqual(data);
  });

  it('stays on one line', () => {
    expect(safeLine('one\r\n  two\u2028three')).toBe('one two three');
  });
});

describe('the width of text', () => {
  it.each([
    ['plain', 5],
    ['目标', 4],
    ['한국', 4],
    ['ｆｕｌｌ', 8],
    ['e\u0301te\u0301', 3],
    ['🎯', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['', 0],
  ])('%s', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is what cutting goes by', () => {
    expect(fitTo('abcdef', 6)).toBe('abcdef');
    expect(fitTo('abcdefg', 6)).toBe('abcde…');
    expect(fitTo('目标目标', 5)).toBe('目标…');
    expect(fitTo('目标目标', 4)).toBe('目…');
  });
});

describe('colours', () => {
  const asked = (color: boolean | null, environment = {}, isTerminal = false) =>
    paintFor({ asked: color, environment, isTerminal });

  it('are used where somebody looks', () => {
    expect(asked(null, {}, true)).toBe(inColor);
    expect(asked(null)).toBe(plain);
    expect(asked(null, { TERM: 'dumb' }, true)).toBe(plain);
  });

  it('follow NO_COLOR and FORCE_COLOR, and the option before both', () => {
    expect(asked(null, { NO_COLOR: '1' }, true)).toBe(plain);
    expect(asked(null, { NO_COLOR: '' }, true)).toBe(inColor);
    expect(asked(null, { FORCE_COLOR: '1' })).toBe(inColor);
    expect(asked(true, { NO_COLOR: '1' })).toBe(inColor);
    expect(asked(false, { FORCE_COLOR: '1' }, true)).toBe(plain);
  });
});
