/**
 * The promise of the language: a half-typed line never hides what stands around it. A valid file is spoilt in one
 * statement, in many ways and at any point, and all the others must still be read, in their place.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOkr } from './parse.ts';
import { type Part, partsOf, spansIn } from './testing/kit.ts';
import { tokenize } from './tokenize.ts';

const VALID = `/// The year.
cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly }

company mill "Mill & Sons"
team bakery "Bakery" in mill { lead ida }
team shop "Shop" in mill
person ida "Ida Berg" in bakery

okrs for mill in FY26 {
    objective bread "Bake the bread that people cross town for" {
        owner ida
        aspirational

        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps "Net promoter score" from 38 to 55 by 2026-11-30
    }
}

okrs for bakery in 2026-Q3 {
    draft
    objective trust "Earn back trust so that buyers return" {
        owner ida
        committed
        supports mill.bread.repeat weight 2, shop.smile in 2026-Q3

        kr csat "Rating" from 3.9 of 5 to 4.4 of 5 { owner ida }
        kr answer "Time from complaint to answer" from 6 days to 36 hours by 2026-08-31
        kr repeats "Customers who write twice" down 25% from 410 {
            weight 2
            checkin 2026-08-14 380 confidence 70% "Two of five regions"
        }
        kr audit "Audit passed" yes/no
        kr "Reduce refund turnaround from 9 to 4 days by end of August"

        initiative phone "Replace the phone menu" for csat { owner ida link "https://tracker.example/ABC-123" }
        guardrail refunds "Refund rate" at most 4%
    }
    objective waste "Throw nothing away" {
        kr bins "Bread in the bins" from 12% to 4%
        kr flour "Flour per loaf" at most 600 grams
    }
    guardrail churn
}

kpi churn "Monthly churn" of mill at most 2% { owner ida }

checkin 2026-08-14 for bakery in 2026-Q3 {
    trust.csat    4.1 of 5  confidence 70%  "New phone menu live"
    trust.answer  3.5 days  confidence 40%  "Backlog"
    trust.audit   no
}

okrs for shop in 2026-Q4 {
    objective smile "Make people smile" {
        kr line "Minutes in the line" from 9 to 4
        kr window "People who stop at the window" up 20% from 1400 per month
    }
}

closing for bakery in 2026-Q3 on 2026-10-08 {
    trust       score 0.7 modify learned "Cook in front of people"
    trust.csat  score 0.2 defer
}

team yard "Yard" in mill
`;

const parts: readonly Part[] = partsOf(parseOkr('', VALID).statements);

test('the file that is spoilt is valid', () => {
  expect(parseOkr('', VALID).problems).toEqual([]);
  expect(parts.length).toBeGreaterThan(30);
});

/** What must still be there: all statements but the spoilt one and those inside it. */
function others(spoilt: Part): readonly string[] {
  return parts.filter(({ start, end }) => !(start >= spoilt.start && end <= spoilt.end)).map(({ label }) => label);
}

/** `where`: the whole path of a statement must be the same, or only the statement itself: braces thrown in may move it. */
function expectOthers(spoilt: Part, text: string, where: 'in its place' | 'anywhere'): void {
  const seen = (label: string): string => (where === 'anywhere' ? label.slice(label.lastIndexOf('/')) : label);
  const read = new Set(partsOf(parseOkr('', text).statements).map(({ label }) => seen(label)));
  const lost = others(spoilt).filter((label) => !read.has(seen(label)));
  if (lost.length > 0) throw new Error(`Lost:\n${lost.join('\n')}\n\nin:\n${text}`);
}

const part = fc.constantFrom(...parts);
const RUNS = { numRuns: 600 };

test('a statement that ends early hides nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(part, fc.nat(), (spoilt, n) => {
      const at = spoilt.start + (n % (spoilt.end - spoilt.start + 1));
      expectOthers(spoilt, VALID.slice(0, at) + VALID.slice(spoilt.end), 'in its place');
    }),
    RUNS,
  );
});

test('a first line that ends early hides nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(part, fc.nat(), (spoilt, n) => {
      const newLine = VALID.indexOf('\n', spoilt.start);
      const end = Math.min(newLine < 0 ? spoilt.end : newLine, spoilt.end);
      const at = spoilt.start + (n % (end - spoilt.start + 1));
      expectOthers(spoilt, VALID.slice(0, at) + VALID.slice(end), 'in its place');
    }),
    RUNS,
  );
});

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
  .filter((text) => !text.includes('/*') && !text.includes('\0'));

test('junk in a statement hides nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(part, fc.nat(), fc.nat(12), junk, (spoilt, n, length, text) => {
      const at = spoilt.start + (n % (spoilt.end - spoilt.start + 1));
      const end = Math.min(at + length, spoilt.end);
      expectOthers(spoilt, VALID.slice(0, at) + text + VALID.slice(end), 'anywhere');
    }),
    RUNS,
  );
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
