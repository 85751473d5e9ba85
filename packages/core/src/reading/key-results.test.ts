import { describe, expect, test } from 'vitest';
import { type KeyResultWording, readKeyResult } from './key-results.ts';

const said = (title: string, part: Exclude<keyof KeyResultWording, 'direction'>) => {
  const span = readKeyResult(title)[part];
  return span && title.slice(span.start, span.end);
};

test.each([
  ['vague', 'Attract more first-time buyers', 'more'],
  ['vague', 'Shorten the queue significantly', 'significantly'],
  ['vague', 'Visit several schools', 'several'],
  ['output', 'Story points for each sprint up to 45', 'Story points'],
  ['output', '12 features shipped', 'features shipped'],
  ['vanity', 'Grow page views by 40%', 'page views'],
  ['vanity', 'Reach 3,000 followers', 'followers'],
  ['ambiguous', 'Reach 1 million users', 'users'],
  ['ambiguous', 'Revenue from $2m to $3m', 'Revenue'],
  ['joint', 'Raise the rating from 3.9 to 4.4 and cut the wait from 6 to 2 hours', 'and'],
  ['joint', 'Repeat purchases from 31% to 45% and returns from 12% to 8%', 'and'],
  ['vague', 'Almost all buses on time', 'Almost all'],
  ['vague', 'Reduce scrap as much as possible', 'as much as possible'],
  ['vague', 'A noticeable drop in absences', 'noticeable drop'],
  ['output', 'Number of inspections carried out', 'inspections carried'],
  ['output', 'Newsletters sent: 24', 'Newsletters sent'],
  ['vanity', 'Double the number of followers', 'followers'],
  ['ambiguous', 'Double our user base', 'base'],
  ['joint', 'Reduce scrap to 2% while lifting output to 900 units a day', 'while'],
  ['joint', 'Lower cost per hire to €3,000 as well as time to hire to 25 days', 'as well as'],
  ['joint', '80% of pupils pass maths and 75% pass physics', 'and'],
  ['internal', 'Phase 3 finished', 'Phase 3'],
  ['internal', 'Launch Phoenix 2.0', 'Phoenix 2.0'],
  ['internal', 'Release v4 of the till', 'v4'],
  ['internal', 'Finish Project Heron', 'Project Heron'],
] as const)('%s: %s', (part, title, words) => {
  expect(said(title, part)).toBe(words);
});

test.each([
  ['vague', 'No more than 3 complaints'],
  ['vague', 'More than 40 guests'],
  ['output', 'Reduce the lines of code from 90,000 to 40,000'],
  ['output', 'Fewer commits reverted'],
  ['vanity', 'Downloads that end in a first order from 3% to 9%'],
  ['vanity', 'Reduce page views for each order'],
  ['vanity', 'Views on pay rises heard in 12 branches'],
  ['vanity', 'Market shares from 10% to 14%'],
  ['output', '90% of tickets closed within a day'],
  ['output', 'Orders shipped within a day from 70% to 95%'],
  ['joint', 'Readmissions within 7 and 30 days no higher than 5%'],
  ['joint', 'Hire 4 engineers and 2 designers'],
  ['internal', 'Publish the results of phase 3'],
  ['vague', 'At most 3 complaints'],
  ['ambiguous', 'Users who come back within 7 days from 12% to 20%'],
  ['ambiguous', 'Sales from regional makers from 6% to 20%'],
  ['ambiguous', 'Monthly recurring revenue from $2m to $3m'],
  ['ambiguous', 'Have 80% of customers renew'],
  ['joint', 'Between 5 and 10 applicants for every post'],
  ['joint', 'Stage 12 readings, 3 workshops and 1 premiere'],
  ['joint', 'Research and development costs from 9% to 7%'],
  ['internal', 'Release v4 so that a sale takes ten seconds'],
  ['internal', 'Move 90% of shops to v4'],
  ['vague', 'Mehr Kundinnen und Kunden gewinnen'],
] as const)('no %s: %s', (part, title) => {
  expect(said(title, part)).toBeNull();
});

describe('direction', () => {
  test.each([
    ['Increase repeat purchases', 'up'],
    ['Reduce complaints from 120 to 300', 'down'],
    ['Cut the wait', 'down'],
    ['Cut waiting time from 20 to 45 minutes', 'down'],
    ['Raise trust by cutting complaints from 300 to 120', 'down'],
    ['Double the number of apprentices', 'up'],
    ['More repeat bookings', 'up'],
  ])('%s', (title, way) => {
    expect(readKeyResult(title).direction?.way).toBe(way);
  });

  test.each([
    'Raise our rank among shops',
    'Lower barriers: applications from rural schools from 40 to 90',
    'Increase the reduction of waste',
    'Improve response time from 9 to 4 hours',
  ])('left open: %s', (title) => {
    expect(readKeyResult(title).direction).toBeNull();
  });
});
