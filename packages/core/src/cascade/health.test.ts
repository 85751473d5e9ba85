import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../config/config.ts';
import type { Ambition } from '../model/file.ts';
import { type Pace, paceHealth } from './health.ts';

const health = (value: number, expected: number, ambition: Ambition = 'committed') =>
  paceHealth({ value, expected, ambition }, defaultConfig);

describe('progress against time', () => {
  it('is on track up to 10 points behind, at risk up to 25', () => {
    expect(health(0.35, 0.45)).toBe('onTrack');
    expect(health(0.349, 0.45)).toBe('atRisk');
    expect(health(0.2, 0.45)).toBe('atRisk');
    expect(health(0.199, 0.45)).toBe('offTrack');
    expect(health(0.9, 0.1)).toBe('onTrack');
  });

  it('takes 0.7 for a good end of an aspirational goal, once its time is over', () => {
    expect(health(0.7, 1, 'aspirational')).toBe('onTrack');
    expect(health(0.69, 1, 'aspirational')).toBe('offTrack');
    expect(health(0.7, 0.99, 'aspirational')).toBe('offTrack');
    expect(health(0.7, 1)).toBe('offTrack');
  });

  it('follows the thresholds of the configuration', () => {
    const strict = { ...defaultConfig, onTrackWithin: 0, atRiskWithin: 0.05 };
    expect(paceHealth({ value: 0.44, expected: 0.45, ambition: 'committed' }, strict)).toBe('atRisk');
    expect(paceHealth({ value: 0.39, expected: 0.45, ambition: 'committed' }, strict)).toBe('offTrack');
  });

  it('never gets worse with more progress', () => {
    const rank = { offTrack: 0, atRisk: 1, onTrack: 2 };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const ambition = fc.constantFrom<Ambition>('committed', 'aspirational');
    fc.assert(
      fc.property(share, share, share, ambition, (x, y, expected, how) => {
        const of = (value: number) =>
          rank[paceHealth({ value, expected, ambition: how } satisfies Pace, defaultConfig)];
        return of(Math.min(x, y)) <= of(Math.max(x, y));
      }),
    );
  });
});
