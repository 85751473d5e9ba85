/** Ways to spoil a text: pieces cut out, said twice, swapped, thrown in, or the text broken off. */
import { keywordsByPlace } from '@okr-language/language/testing';
import fc from 'fast-check';

const delimiters = [
  '{',
  '}',
  '"',
  '“',
  '”',
  '/*',
  '*/',
  '//',
  '///',
  '.',
  ',',
  ':',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '\\"',
  '`',
  '#',
  '%',
  '-',
  '(',
  '[',
  '<',
  '|',
  '/',
  ' ',
  '\t',
];
const strange = [
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u009b',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200e',
  '\u2060',
  '\ufeff',
  '\ufffd',
  '\ud83d',
  '\udc00',
  '\u00e9',
  'e\u0301',
  '👩‍👩‍👧',
  '𝒳',
  '目标',
  'ﬀ',
  '１２',
];
const values = [
  '99999999999999999999999',
  '1e308',
  '-0',
  '0',
  '.5',
  '1,2,3',
  '9'.repeat(400),
  '2024-02-29',
  '2023-02-29',
  '9999-12-31',
  '0000-00-00',
  '275760-09-13',
  '__proto__',
  'constructor',
  'okr-ignore',
  'yes/no',
  'within 999999999 months',
  'https://a.example/',
];

/** As git leaves them in a file. */
const linesOfGit = ['\n<<<<<<< HEAD\n', '\n||||||| 1f2e3d4\n', '\n=======\n', '\n>>>>>>> other\n'];

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...delimiters) },
  { weight: 3, arbitrary: fc.constantFrom(...keywords()).map((word) => ` ${word} `) },
  { weight: 2, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.constantFrom(...linesOfGit) },
  { weight: 2, arbitrary: fc.constantFrom(...values).map((word) => ` ${word} `) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

function keywords(): readonly string[] {
  return [...new Set([...keywordsByPlace().values()].flatMap(({ lines, header }) => [...lines, ...header]))];
}

type Spoil = (text: string) => string;

/** A place in a text of any length. */
const at = (text: string, n: number): number => n % (text.length + 1);

const cut = fc.tuple(fc.nat(), fc.nat(40)).map(
  ([n, length]): Spoil =>
    (text) =>
      text.slice(0, at(text, n)) + text.slice(at(text, n) + length),
);
const insert = fc.tuple(fc.nat(), pieces).map(
  ([n, piece]): Spoil =>
    (text) =>
      text.slice(0, at(text, n)) + piece + text.slice(at(text, n)),
);
const repeat = fc.tuple(fc.nat(), fc.nat(60), fc.integer({ min: 1, max: 5 })).map(
  ([n, length, times]): Spoil =>
    (text) => {
      const from = at(text, n);
      return text.slice(0, from) + text.slice(from, from + length).repeat(times) + text.slice(from);
    },
);
const swap = fc.tuple(fc.nat(), fc.nat(30), fc.nat(30)).map(
  ([n, one, two]): Spoil =>
    (text) => {
      const from = at(text, n);
      const middle = from + one;
      return (
        text.slice(0, from) + text.slice(middle, middle + two) + text.slice(from, middle) + text.slice(middle + two)
      );
    },
);
const lineAway = fc.nat().map(
  (n): Spoil =>
    (text) => {
      const lines = text.split('\n');
      return lines.filter((_, i) => i !== n % lines.length).join('\n');
    },
);
const breakOff = fc.nat().map(
  (n): Spoil =>
    (text) =>
      text.slice(0, at(text, n)),
);

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 4, arbitrary: insert },
  { weight: 3, arbitrary: cut },
  { weight: 2, arbitrary: repeat },
  { weight: 2, arbitrary: swap },
  { weight: 2, arbitrary: lineAway },
  { weight: 1, arbitrary: breakOff },
);

/** Texts with up to `most` faults; each failure shrinks to few of them. */
export function spoilt(texts: fc.Arbitrary<string>, most = 6): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(spoil, { maxLength: most }))
    .map(([text, faults]) => faults.reduce((now, fault) => fault(now), text));
}

/** Bytes of which some were changed, lost or added. */
export function spoiltBytes(texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const encodings = fc.constantFrom<(text: string) => Uint8Array>(
    (text) => Buffer.from(text, 'utf8'),
    (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf8')]),
    (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]).swap16(),
    (text) => Buffer.from(text, 'latin1'),
  );
  const change = fc.tuple(fc.nat(), fc.nat(8), fc.uint8Array({ maxLength: 4 }));
  return fc.tuple(texts, encodings, fc.array(change, { maxLength: 4 })).map(([text, encode, changes]) =>
    changes.reduce<Uint8Array>((bytes, [n, lost, added]) => {
      const from = n % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from + lost)]);
    }, encode(text)),
  );
}

/** Text that looks like the language here and there. */
export const soup: fc.Arbitrary<string> = fc.array(pieces, { maxLength: 60 }).map((found) => found.join(''));
