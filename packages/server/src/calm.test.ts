import { expect, it } from 'vitest';
import { Calm } from './calm.ts';

const wanted = () => false;
const long = () => new Promise((resolve) => setTimeout(() => resolve('done'), 40));

it('does short work at once, also while somebody types', async () => {
  const calm = new Calm(() => performance.now());
  expect(await calm.whenCalm(() => 1, wanted)).toBe(1);
  expect(await calm.whenCalm(() => 2, wanted)).toBe(2);
});

it('lets long work wait until the typing rests', async () => {
  const typedAt = performance.now();
  const calm = new Calm(() => typedAt);
  await calm.whenCalm(long, wanted);
  expect(await calm.whenCalm(long, wanted)).toBe('done');
  expect(performance.now() - typedAt).toBeGreaterThan(500);
});

it('lets long work wait too that was broken off', async () => {
  const typedAt = performance.now();
  const calm = new Calm(() => typedAt);
  const brokenOff = () => long().then(() => Promise.reject(new Error('no longer wanted')));
  await expect(calm.whenCalm(brokenOff, wanted)).rejects.toThrow('no longer wanted');
  expect(await calm.whenCalm(long, wanted)).toBe('done');
  expect(performance.now() - typedAt).toBeGreaterThan(500);
});

it('leaves work alone that nobody wants any more', async () => {
  const calm = new Calm(() => performance.now());
  await calm.whenCalm(long, wanted);
  let done = false;
  const work = () => {
    done = true;
  };
  expect(await calm.whenCalm(work, () => true)).toBe(null);
  expect(done).toBe(false);
});
