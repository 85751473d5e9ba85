import { expect, it } from 'vitest';
import { Revival, tooManyEnds } from './revival.ts';

const minute = 60_000;

it('starts a checker again that ends now and then', () => {
  const revival = new Revival();
  for (let hour = 0; hour < 20; hour++) expect(revival.isWorthwhile(hour * 60 * minute)).toBe(true);
});

it('gives up when it ends again and again, until a person wants it to be tried again', () => {
  const revival = new Revival();
  for (let end = 1; end < tooManyEnds; end++) expect(revival.isWorthwhile(end)).toBe(true);
  expect(revival.isWorthwhile(tooManyEnds)).toBe(false);
  expect(revival.isWorthwhile(tooManyEnds + 1)).toBe(false);
  revival.forget();
  expect(revival.isWorthwhile(tooManyEnds + 2)).toBe(true);
});

it('counts only what was not long ago', () => {
  const revival = new Revival();
  for (let end = 1; end < tooManyEnds; end++) revival.isWorthwhile(end);
  expect(revival.isWorthwhile(4 * minute)).toBe(true);
});
