import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

describe('progress', () => {
  it('shows nothing of what is quick, then a line now and then, and takes it away', () => {
    const shown: string[] = [];
    let now = 50;
    const progress = new Progress(
      (line) => shown.push(line),
      () => now,
    );
    for (; now < 2_000; now += 10) progress.tell('Reading', now, 12_000);
    progress.end();
    expect(shown[0]).toBe('Reading 1,050 of 12,000 files');
    expect(shown.at(-1)).toBe('');
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.length).toBeLessThan(13);
  });

  it('leaves a terminal alone where there was nothing to show, and does without one', () => {
    const shown: string[] = [];
    const progress = new Progress((line) => shown.push(line));
    progress.tell('Reading', 1, 2);
    progress.end();
    expect(shown).toEqual([]);
    const blind = new Progress(null, () => 0);
    expect(() => blind.tell('Reading', 1, 2)).not.toThrow();
  });
});
