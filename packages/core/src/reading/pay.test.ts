import { expect, test } from 'vitest';
import { payIn } from './pay.ts';

test.each([
  'Reach 45% repeat purchases to earn the full bonus',
  'Tie the yearly bonus to our OKRs',
  'Link key results to salary',
  'Bonus is paid if the goals are met',
  'Counts towards the performance rating',
])('%s', (title) => {
  expect(payIn(title)).not.toBeNull();
});

test.each([
  'Pay gap between men and women from 9% to 2%',
  'Customers who pay on time from 80% to 95%',
  'Rating in the app store from 4.1 to 4.6',
  'Seasonal promotion brings 400 new guests',
  'Link every invoice to an order',
  'Salary reviews finished in May',
  'Bonus chapters read by 40% of listeners',
  '',
])('nothing about it: "%s"', (title) => {
  expect(payIn(title)).toBeNull();
});
