import { beforeEach, expect, it } from 'vitest';
import { Pace } from './pace.ts';

let now = 0;
let pace: Pace;

beforeEach(() => {
  now = 1_000;
  pace = new Pace(() => now);
});

/** The moments at which a turn of 8 ms came, while a key is pressed every so many milliseconds. */
function turns(everyMs: number, forMs: number): readonly number[] {
  const begun = now;
  const came: number[] = [];
  let key = now;
  while (now < begun + forMs) {
    if (now >= key) {
      pace.typed();
      key += everyMs;
    }
    if (pace.wait() === 0) {
      came.push(now - begun);
      now += 8;
      pace.worked();
    } else {
      now += Math.min(pace.wait(), Math.max(1, key - now));
    }
  }
  return came;
}

it('gives every turn where nobody types', () => {
  expect(pace.wait()).toBe(0);
  pace.worked();
  expect(pace.wait()).toBe(0);
});

it('waits until the typing rests', () => {
  pace.typed();
  expect(pace.wait()).toBe(300);
  now += 300;
  expect(pace.wait()).toBe(0);
  pace.typed();
  pace.rested();
  expect(pace.wait()).toBe(0);
});

it('gives small turns, and not more than a seventh of the time, where the typing never rests', () => {
  const came = turns(120, 13_000);
  expect(came[0]).toBeGreaterThanOrEqual(3_000);
  expect(came[0]).toBeLessThan(3_100);
  expect(came.length).toBeGreaterThan(100);
  expect(came.length * 8).toBeLessThan(10_000 / 7);
});

it('waits anew after each rest', () => {
  turns(120, 5_000);
  now += 400;
  expect(pace.wait()).toBe(0);
  const [first] = turns(120, 5_000);
  expect(first).toBeGreaterThanOrEqual(2_900);
});
