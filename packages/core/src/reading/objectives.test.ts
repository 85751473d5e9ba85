import { describe, expect, test } from 'vitest';
import { taskIn, vagueWish } from './objectives.ts';

describe('vagueWish', () => {
  test.each([
    'Improve quality',
    'Enhance the visitor experience',
    'Expand quicker',
    'Strengthen collaboration',
    'Be more agile',
    'Do recruiting better',
    'Become better at planning',
    'Increase sales this year',
  ])('only a wish: %s', (title) => {
    expect(vagueWish(title)).toEqual({ start: 0, end: title.length });
  });

  test.each([
    'Improve quality so that nobody has to ring twice',
    'Increase pupil involvement with their choir',
    'Win back the trust of people who left',
    'Make check-in calmer and more dependable',
    'Raise awareness across the region to fill the hall',
    'Become the friendliest shop on our high street',
    'Qualität verbessern und Kunden gewinnen',
    '',
  ])('says more, or something else: "%s"', (title) => {
    expect(vagueWish(title)).toBeNull();
  });
});

describe('taskIn', () => {
  test.each([
    ['Roll out the new triage form', 'roll'],
    ['Finish the playground', 'finish'],
    ['Introduce the bed-tracking system by Q1', 'introduce'],
    ['Work on wholesale options', 'work'],
    ['release v4', 'release'],
  ])('%s', (title, verb) => {
    expect(taskIn(title)?.verb).toBe(verb);
  });

  test.each([
    'Build a playground that thrills our neighbourhood',
    'Write down the recipes so that bakers can swap shifts',
    'Launch an awesome first version',
    'Deliver memorable concerts',
    'Release the game with a community around it',
    'Improve quality',
    'Support tickets',
    '新しい製品を発売する',
  ])('no bare task: %s', (title) => {
    expect(taskIn(title)).toBeNull();
  });
});
