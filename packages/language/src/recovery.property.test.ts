/**
 * The promise of the language: a half-typed line never hides what stands around it. A valid file is spoilt in one
 * statement, in many ways and at any point, and all the others must still be read, in their place.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOkr } from './parse.ts';
import { type Part, partsOf, spansIn } from './testing/kit.ts';
import { VALID } from './testing/valid.ts';
import { tokenize } from './tokenize.ts';

type Where = 'in its place' | 'anywhere';
const RUNS = { numRuns: 400 };

const junk = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '"',
          '.',
          ',',
          '/',
          '#',
          '5',
          '5%',
          'from',
          'to',
          'by',
          'in',
          'owner',
          'supports',
          'weight',
          'x',
          '2026-08-31',
          ' ',
          '\n',
        ),
        { maxLength: 6 },
      )
      .map((words) => words.join(' ')),
  )
  // a comment hides what it holds, and a block that is closed and another one opened is a reading of its own
  .filter((text) => !text.includes('/*') && !text.includes('\0') && !/\}.*\{/s.test(text));

/** Where nothing is indented, a statement that could stand at two levels may land at the other one. */
describe.each<readonly [string, string, Where]>([
  ['indented', VALID, 'in its place'],
  ['not indented', VALID.replace(/^ +/gm, ''), 'anywhere'],
])('in a file that is %s', (_, valid, place) => {
  const parts: readonly Part[] = partsOf(parseOkr('', valid).statements);
  const part = fc.constantFrom(...parts);

  /** All statements but the spoilt one and those inside it must still be there: on the same path, or at least somewhere. */
  function expectOthers(spoilt: Part, text: string, where: Where): void {
    const seen = (label: string): string => (where === 'anywhere' ? label.slice(label.lastIndexOf('/')) : label);
    const read = new Set(partsOf(parseOkr('', text).statements).map(({ label }) => seen(label)));
    const others = parts.filter(({ start, end }) => start < spoilt.start || end > spoilt.end);
    const lost = others.map(({ label }) => label).filter((label) => !read.has(seen(label)));
    if (lost.length > 0) throw new Error(`Lost:\n${lost.join('\n')}\n\nin:\n${text}`);
  }

  test('which is valid before it is spoilt', () => {
    expect(parseOkr('', valid).problems).toEqual([]);
    expect(parts.length).toBeGreaterThan(30);
  });

  test('a statement that ends early hides nothing', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(part, fc.nat(), (spoilt, n) => {
        const at = spoilt.start + (n % (spoilt.end - spoilt.start + 1));
        expectOthers(spoilt, valid.slice(0, at) + valid.slice(spoilt.end), place);
      }),
      RUNS,
    );
  });

  test('a first line that ends early hides nothing', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(part, fc.nat(), (spoilt, n) => {
        const newLine = valid.indexOf('\n', spoilt.start);
        const end = Math.min(newLine < 0 ? spoilt.end : newLine, spoilt.end);
        const at = spoilt.start + (n % (end - spoilt.start + 1));
        expectOthers(spoilt, valid.slice(0, at) + valid.slice(end), place);
      }),
      RUNS,
    );
  });

  test('junk in a statement hides nothing, though braces in it may move what follows', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(part, fc.nat(), fc.nat(12), junk, (spoilt, n, length, text) => {
        const at = spoilt.start + (n % (spoilt.end - spoilt.start + 1));
        const end = Math.min(at + length, spoilt.end);
        expectOthers(spoilt, valid.slice(0, at) + text + valid.slice(end), 'anywhere');
      }),
      RUNS,
    );
  });
});

/** Text that looks like the language here and there. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...new Set(tokenize(VALID).map(({ span }) => VALID.slice(span.start, span.end)))),
      fc.constantFrom(' ', '\n', '\r\n', '\t', '///', '/*', '*/', '"', '\\', '`', '\u2028', '\ufeff', '𝒳'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')));

test('any text is read without an exception, and every place lies within it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(soup, (text) => {
      const file = parseOkr('', text);
      for (const { start, end } of spansIn([file.statements, file.problems, file.suppressions])) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { message } of file.problems) expect(message).not.toBe('');
    }),
    RUNS,
  );
});

test('the tokens of any text stand in its order with nothing but blanks between them', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(soup, (text) => {
      let end = 0;
      for (const { span } of [...tokenize(text), { span: { start: text.length, end: text.length } }]) {
        expect(text.slice(end, span.start)).toMatch(/^[\s\u200b\u200e\u200f\u2060\ufeff\u0085]*$/);
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
    }),
    RUNS,
  );
});
