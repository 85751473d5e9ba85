/** The reader of sentences: titles as people write them, taken apart and put together at random. */
import { readSentence, rules, type SentenceReading } from '@okr-language/core';
import fc from 'fast-check';
import { spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

/** What stands in quotation marks in the examples of the rules: titles of every make. */
const titles: readonly string[] = [
  ...new Set(
    rules.flatMap(({ meta }) =>
      [...meta.examples.invalid, ...meta.examples.valid].flatMap(({ files }) =>
        (typeof files === 'string' ? [files] : Object.values(files)).flatMap((text) =>
          [...text.matchAll(/"([^"\n]+)"/g)].map((match) => match[1] ?? ''),
        ),
      ),
    ),
  ),
];
const words = [...new Set(titles.flatMap((title) => title.split(/\s+/)))];
const figures = [
  '5',
  '12%',
  '$5M',
  '€1.2m',
  '3 days',
  '1,000',
  '4.2 of 5',
  '1 in 5',
  'twice',
  'zero',
  'half',
  '2026',
  'Q3',
  'ISO 27001',
  '#1',
  'top 3',
  '24/7',
  '-',
  '–',
  '→',
  '>=',
  '<',
  '~',
  'x',
  '2x',
  '٣',
  '１２',
];
const hinges = [
  'from',
  'to',
  'by',
  'within',
  'at least',
  'at most',
  'between',
  'and',
  'of',
  'per',
  'end of',
  'this quarter',
  'next month',
  'compared with',
  'currently',
  'no',
  'all',
  'every',
  'more than',
  'up',
  'down',
  'in',
  ',',
  '(',
  ')',
  '.',
  ';',
  ':',
];

const title = fc.constantFrom(...titles);
const made = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...figures), fc.constantFrom(...hinges)), {
    maxLength: 24,
  })
  .map((found) => found.join(' '));
const sentence = fc.oneof(
  { weight: 3, arbitrary: made },
  { weight: 3, arbitrary: spoilt(title, 4) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

function check(text: string, { measure, deadline, language }: SentenceReading): void {
  const baseline = measure?.baseline ?? null;
  const stretches = [measure?.target, measure?.low, baseline?.kind === 'amount' ? baseline.amount : baseline, deadline];
  for (const part of stretches) {
    if (part && text.slice(part.span.start, part.span.end) !== part.text)
      throw new Error(`"${part.text}" does not stand at its place.`);
  }
  for (const amount of [measure?.target, measure?.low]) {
    if (amount && !Number.isFinite(amount.value)) throw new Error(`${amount.text} became ${amount.value}.`);
  }
  if (measure && !(measure.span.start >= 0 && measure.span.start < measure.span.end && measure.span.end <= text.length))
    throw new Error('The measure lies outside.');
  if (language !== 'english' && language !== 'other') throw new Error(`The language is ${language}.`);
}

export const sentences: Suite = {
  name: 'sentences',
  holds: 'any sentence is read without an exception, in time, and what was read stands where it says',
  shortRuns: 400,
  property: () =>
    fc.property(sentence, (text) => {
      expectSoon(text.length, () => {
        const reading = readSentence(text);
        check(text, reading);
        if (JSON.stringify(readSentence(text)) !== JSON.stringify(reading))
          throw new Error('Read twice, it says two things.');
      });
    }),
};
