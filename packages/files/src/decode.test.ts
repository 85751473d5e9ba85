import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

describe('bytes as text', () => {
  it('reads UTF-8, with or without a mark at its beginning', () => {
    expect(decodeText(bytes('objective "Zoë 目标"'))).toEqual({ text: 'objective "Zoë 目标"', problem: null });
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'kr'))).toEqual({ text: 'kr', problem: null });
    expect(decodeText(bytes())).toEqual({ text: '', problem: null });
  });

  it('reads UTF-16 of either order where it is marked', () => {
    const text = 'team 北 "Нóвый"\r\n';
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const big = Buffer.from(little).swap16();
    expect(decodeText(little)).toEqual({ text, problem: null });
    expect(decodeText(big)).toEqual({ text, problem: null });
  });

  it('keeps what can be read where some bytes are no UTF-8, and says where', () => {
    const { text, problem } = decodeText(bytes('team a\nteam caf', [0xe9], ' "C"\n'));
    expect(text).toBe('team a\nteam caf\uFFFD "C"\n');
    expect(problem?.code).toBe('not-text');
    expect(problem?.message).toContain('line 2');
  });

  it('takes nothing with a NUL for text, UTF-16 without a mark included', () => {
    expect(decodeText(bytes('team', [0], 'x'))).toMatchObject({ text: null, problem: { code: 'not-text' } });
    expect(decodeText(Buffer.from('team', 'utf16le')).text).toBeNull();
    expect(decodeText(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13])).text).toBeNull();
  });
});
