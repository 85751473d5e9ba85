import { expect, it } from 'vitest';
import { isArticle, isEnglish, mayBeginDate } from './lexicon/classes.ts';
import { readSentence } from './read.ts';
import { wordOf } from './words.ts';

it('a word is compared in small letters, with a straight apostrophe', () => {
  expect(wordOf('QUARTER’s').lower).toBe("quarter's");
});

it.each([
  ['The', isArticle | isEnglish | mayBeginDate],
  ['Q3', mayBeginDate],
  ["quarter's", mayBeginDate],
  ['Umsatz', 0],
])('%s is in its classes', (word, classes) => {
  expect(wordOf(word).classes & (isArticle | isEnglish | mayBeginDate)).toBe(classes);
});

it('means the same after any number of other words', () => {
  const sentence = 'Raise the share of repaired bikes from 12% to 40% by the end of the quarter';
  const before = readSentence(sentence);
  for (let i = 0; i < 50_000; i++) wordOf(`word${i}`);
  expect(wordOf('The')).toMatchObject({ lower: 'the', classes: wordOf('the').classes });
  expect(readSentence(`${sentence}.`).measure).toEqual(before.measure);
  expect(readSentence(sentence)).toEqual(before);
});

it('words of one number are told apart, and many of them are no slower', () => {
  // `Aa` and `BB` make the same number, and so do all words of these
  const words = Array.from({ length: 2 ** 12 }, (_, n) =>
    n.toString(2).padStart(12, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
  );
  for (const word of [...words, ...words]) expect(wordOf(word).lower).toBe(word.toLowerCase());
});
