import { expect, test } from 'vitest';
import { tellsNothing } from './glance.ts';
import { payIn } from './pay.ts';
import { placeholderIn } from './placeholders.ts';
import { readSentence, statesNothing } from './read.ts';
import * as sentences from './sentences.testdata.ts';
import { noKeyResultText, readKeyResultText } from './titles.ts';

const all = Object.values(sentences).flat();
/** All sentences without their figures and signs: many of them say nothing any more. */
const bare = all.map((sentence) => sentence.replace(/[^A-Za-z -]/g, '').replace(/\s+/g, ' '));

test.each([
  'Parcels sent from the nearest depot',
  'First-time buyers that return, whoever they are',
  'Lessons recommended by a friend',
  'Problems solved at the first contact',
])('one look shows that `%s` says nothing', (title) => expect(tellsNothing(title)).toBe(true));

test.each([
  'Parcels sent in 2 days',
  'Raise loyalty',
  'Maintain loyalty',
  'More loyalty',
  'Bookings of this week',
  'Bookings in the first fortnight',
  'Zufriedenheit der Nutzer',
  'Quality of X',
])('`%s` may say something', (title) => expect(tellsNothing(title)).toBe(false));

test('what one look shows is what reading finds', () => {
  const silent = [...all, ...bare].filter(tellsNothing);
  expect(silent.length).toBeGreaterThan(50);
  for (const title of silent) {
    expect(statesNothing(readSentence(title)), title).toBe(true);
    expect(readKeyResultText(title, true), title).toBe(noKeyResultText);
    expect(placeholderIn(title) ?? payIn(title), title).toBeNull();
  }
});
