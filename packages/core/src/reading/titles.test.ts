import { expect, test } from 'vitest';
import { activityOf } from './activity.ts';
import { keepingIn } from './keeping.ts';
import { readKeyResult } from './key-results.ts';
import { readObjective } from './objectives.ts';
import { payIn } from './pay.ts';
import { placeholderIn } from './placeholders.ts';
import { readSentence } from './read.ts';
import * as sentences from './sentences.testdata.ts';
import { isPlain, readTitle } from './titles.ts';
import { objectiveMeasure } from './wording.ts';

const all = [
  ...Object.values(sentences).flat(),
  'Help desk rating',
  'Zufriedenheit der Nutzer',
  'Customer ratings (TBD)',
  'Bonus paid when the goal is met',
  'Maintain the quality of our service',
];

test('a title states what its sentence states', () => {
  for (const title of all)
    for (const of of ['objective', 'keyResult', 'measured'] as const)
      expect(readTitle(title, of), title).toStrictEqual(readSentence(title, of === 'measured'));
});

test.each([
  ['objective', 'Guests come back because they love it here'],
  ['measured', 'Help desk rating'],
  ['keyResult', 'Help desk rating'],
  ['measured', 'Zufriedenheit der Nutzer'],
  // the fields say how far it goes, so that it is no mere work
  ['measured', 'Publish articles'],
] as const)('plain: %s "%s"', (of, title) => {
  expect(isPlain(readTitle(title, of))).toBe(true);
});

test.each([
  ['objective', 'Improve quality'],
  ['objective', 'Launch the new website'],
  ['objective', 'Maintain the quality of our service'],
  ['keyResult', 'Publish articles'],
  ['measured', 'Attract more first-time buyers'],
  ['measured', 'Increase sign-ups'],
  ['measured', 'Help desk rating from 3.9 to 4.4'],
  ['measured', 'Help desk rating (TBD)'],
  ['measured', 'Help desk rating by end of August'],
  ['objective', 'Everybody earns the full bonus'],
] as const)('not plain: %s "%s"', (of, title) => {
  expect(isPlain(readTitle(title, of))).toBe(false);
});

test('of a plain title rules have nothing to say', () => {
  let plain = 0;
  for (const title of all) {
    if (isPlain(readTitle(title, 'objective'))) {
      plain++;
      expect(Object.values(readObjective(title)), title).toEqual([null, null, null, null]);
      expect([objectiveMeasure(title), keepingIn(title, 'objective'), placeholderIn(title), payIn(title)]).toEqual(
        none,
      );
    }
    for (const of of ['keyResult', 'measured'] as const) {
      if (!isPlain(readTitle(title, of))) continue;
      plain++;
      const measured = of === 'measured';
      expect(new Set(Object.values(readKeyResult(title))), title).toEqual(new Set([null]));
      expect(measured ? null : activityOf(title), title).toBeNull();
      expect([null, keepingIn(title, 'keyResult', measured), placeholderIn(title), payIn(title)]).toEqual(none);
    }
  }
  expect(plain).toBeGreaterThan(100);
});

const none = [null, null, null, null];
