import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Tidying } from './tidying.ts';

let tidied = 0;
let typedAt = Number.NEGATIVE_INFINITY;
let isEarly = false;
let tidying: Tidying;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  tidied = 0;
  typedAt = Number.NEGATIVE_INFINITY;
  isEarly = false;
  tidying = new Tidying({
    typedAt: () => typedAt,
    isEarly: () => isEarly,
    tidy: () => tidied++,
  });
});
afterEach(() => {
  tidying.stop();
  vi.useRealTimers();
});

it('comes at once where nobody types, and once however often it became worthwhile', () => {
  tidying.soon();
  tidying.soon();
  vi.advanceTimersByTime(600);
  expect(tidied).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(tidied).toBe(1);
});

it('does not come while somebody pauses between words and sentences, but when they have stopped', () => {
  tidying.soon();
  for (const pause of [120, 120, 900, 120, 2_500, 120, 4_000, 120]) {
    typedAt = performance.now();
    vi.advanceTimersByTime(pause);
    expect(tidied).toBe(0);
  }
  vi.advanceTimersByTime(5_000);
  expect(tidied).toBe(1);
});

it('leaves it to the next time where it is early, and when it is stopped', () => {
  isEarly = true;
  tidying.soon();
  vi.advanceTimersByTime(60_000);
  isEarly = false;
  tidying.soon();
  tidying.stop();
  vi.advanceTimersByTime(60_000);
  expect(tidied).toBe(0);
  tidying.soon();
  vi.advanceTimersByTime(600);
  expect(tidied).toBe(1);
});
