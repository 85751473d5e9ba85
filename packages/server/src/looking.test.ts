import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Looking } from './looking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks at once, and for the next reasons together once more after a while', async () => {
  let looks = 0;
  const looking = new Looking(async () => void looks++, 3_000);
  looking.soon();
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(1);
  for (let i = 0; i < 10; i++) looking.soon();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(2);
});

it('looks again for what comes while it looks', async () => {
  let looks = 0;
  const looking: Looking = new Looking(async () => {
    if (looks++ === 0) looking.soon();
  }, 3_000);
  looking.soon();
  await vi.advanceTimersByTimeAsync(3_100);
  expect(looks).toBe(2);
});
