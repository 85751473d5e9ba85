import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { each, jsonInPieces, print } from './pieces.ts';
import { safeJson } from './terminal/safe.ts';
import { oneText } from './testing.ts';

const lists = ['a', 'b'];

describe('JSON in pieces', () => {
  it('is the same text as in one, whatever stands where lists may stand', () => {
    const data = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constant('\u001b[31m\u202e\n'),
        fc.constant(undefined),
        fc.array(
          tie('value').filter((value) => value !== undefined),
          { maxLength: 3 },
        ),
        fc.dictionary(fc.constantFrom('a', 'b', 'c', '"'), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(
        data.filter((value) => value !== undefined),
        (value) => {
          expect(oneText(jsonInPieces(value, { lists }))).toBe(`${safeJson(value)}\n`);
        },
      ),
    );
  });

  it('writes something else in place of a value wherever that stands', () => {
    const shown = (value: unknown) => (value === 1 ? { one: true } : value);
    const data = { a: [1, { b: [1] }], c: { d: [1] } };
    expect(oneText(jsonInPieces(data, { lists, shown }))).toBe(`${safeJson(data, (_, value) => shown(value))}\n`);
  });

  it('makes each item when its turn comes', () => {
    let made = 0;
    const items = each([1, 2, 3], (number) => {
      made++;
      return number;
    });
    const pieces = jsonInPieces({ a: items }, { lists });
    expect([pieces.next().value, pieces.next().value, made]).toEqual(['{', '\n  "a": [', 0]);
    expect([pieces.next().value, made]).toEqual(['\n    1', 1]);
  });

  it('is for lists within lists as long as they are many, and needs no stack for them', () => {
    const length = (deep: number) => {
      let data: unknown = { a: [] };
      for (let at = 0; at < deep; at++) data = { name: 'x', a: [data] };
      return oneText(jsonInPieces(data, { lists })).length;
    };
    expect(length(40_000)).toBeLessThan(2.1 * length(20_000));
  });
});

describe('small pieces', () => {
  it('are written together', async () => {
    const out: string[] = [];
    const pieces = Array.from({ length: 100_000 }, () => 'abc');
    await print(pieces, { out: (text) => out.push(text), taken: async () => {} });
    expect(out.join('')).toBe('abc'.repeat(100_000));
    expect(out.length).toBeLessThan(10);
  });

  it('are not made before the reader has taken those before: else all of them wait in memory', async () => {
    let [waiting, most] = [0, 0];
    const out = (text: string) => {
      waiting += text.length;
      most = Math.max(most, waiting);
    };
    const taken = async () => {
      await setTimeout(1);
      waiting = 0;
    };
    const pieces = Array.from({ length: 1_000 }, () => 'abc'.repeat(1_000));
    await print(pieces, { out, taken });
    expect(most).toBeLessThan(100_000);
  });
});
