import type { HealthState } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf, keyResult, objective } from './project.ts';

/** A key result from 0 to 100 in a cycle of 100 days that begins on 2026-01-01; day N of it is `day(N)`. */
function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

function health(readings: Readonly<Record<number, string>>, today: number, more = '', cadence = ''): HealthState {
  const inline = Object.entries(readings).map(([number, value]) => `checkin ${day(Number(number))} ${value}`);
  const text = `cycle c from ${day(0)} to ${day(100)} { ${cadence} }
    okrs for a in c { objective o "O" { kr k "K" from 0 to 100 ${more.startsWith('by') ? more : ''} { ${more.startsWith('by') ? '' : more} ${inline.join(' ')} } } }`;
  return keyResult(cascadeOf(text, { today: day(today) }), 'a/c/o/k').health.state;
}

describe('done', () => {
  it('at 1, and it stays so however old the reading is', () => {
    expect(health({ 3: '100' }, 4)).toBe('done');
    expect(health({ 3: '100' }, 90)).toBe('done');
    expect(health({ 3: '100', 50: '99' }, 55)).not.toBe('done');
  });
});

describe('no news', () => {
  it('when none came in the first week', () => {
    expect(health({}, 6)).toBe('onTrack');
    expect(health({}, 7)).toBe('noNews');
  });
  it('not before the cycle has begun', () => expect(health({}, -20)).toBe('onTrack'));
  it('when the last reading is older than the cadence plus three days', () => {
    expect(health({ 20: '25' }, 30)).toBe('onTrack');
    expect(health({ 20: '25' }, 31)).toBe('noNews');
  });
  it('by the cadence of the cycle', () => {
    expect(health({ 20: '25' }, 35, '', 'checkins every 2 weeks')).toBe('onTrack');
    expect(health({ 20: '25' }, 38, '', 'checkins every 2 weeks')).toBe('noNews');
  });
  it('no news is due any more once the cycle is over', () => {
    expect(health({ 95: '60' }, 300)).toBe('offTrack');
    expect(health({ 80: '60' }, 300)).toBe('noNews');
  });
});

describe('against the share of time passed', () => {
  it('within 10 points, within 25, beyond', () => {
    expect(health({ 50: '40' }, 50)).toBe('onTrack');
    expect(health({ 50: '39.9' }, 50)).toBe('atRisk');
    expect(health({ 50: '25' }, 50)).toBe('atRisk');
    expect(health({ 50: '24.9' }, 50)).toBe('offTrack');
  });
  it('by its own deadline', () => {
    expect(health({ 50: '45' }, 50, `by ${day(75)}`)).toBe('atRisk');
    expect(health({ 50: '45' }, 50, `by ${day(60)}`)).toBe('offTrack');
  });
  it('an aspirational goal ends well at 0.7, a committed one at 1', () => {
    expect(health({ 100: '70' }, 100, 'aspirational')).toBe('onTrack');
    expect(health({ 100: '69' }, 100, 'aspirational')).toBe('offTrack');
    expect(health({ 100: '89' }, 100, 'committed')).toBe('atRisk');
  });
});

describe('a stated confidence under 40%', () => {
  it('makes it at risk at best', () => {
    expect(health({ 50: '60 confidence 39%' }, 50)).toBe('atRisk');
    expect(health({ 50: '60 confidence 40%' }, 50)).toBe('onTrack');
    expect(health({ 50: '10 confidence 10%' }, 50)).toBe('offTrack');
    expect(health({ 50: '100 confidence 10%' }, 50)).toBe('done');
  });
  it('of the last reading, not of an earlier one', () => {
    expect(health({ 45: '55 confidence 10%', 50: '60' }, 50)).toBe('onTrack');
  });
});

describe('all thresholds are configuration', () => {
  it('changes the health and not the figure', () => {
    const text = `okrs for a in 2026-Q3 { objective o "O" { kr k "K" from 0 to 100 { checkin 2026-07-05 5 } } }`;
    const of = (config: object) => keyResult(cascadeOf(text, { today: '2026-08-15', config }), 'a/2026-Q3/o/k');
    expect(of({}).health.state).toBe('noNews');
    expect(of({ checkinEveryDays: 60 }).health.state).toBe('offTrack');
    expect(of({ checkinEveryDays: 60, atRiskWithin: 0.5 }).health.state).toBe('atRisk');
    expect(of({ checkinEveryDays: 60, onTrackWithin: 0.5 }).health.state).toBe('onTrack');
    expect(of({ checkinEveryDays: 60, onTrackWithin: 0.5 }).progress.value).toBe(0.05);
  });
});

describe('of an objective', () => {
  function of(...values: (string | null)[]): HealthState {
    const parts = values.map(
      (value, i) => `kr k${i} "K" to 100 { ${value === null ? '' : `checkin ${day(50)} ${value}`} }`,
    );
    const text = `cycle c from ${day(0)} to ${day(100)} okrs for a in c { objective o "O" { ${parts.join(' ')} } }`;
    const cascade = cascadeOf(text, { today: day(50) });
    expect(cascade.sets.get('a/c')?.health.state).toBe(objective(cascade, 'a/c/o').health.state);
    return objective(cascade, 'a/c/o').health.state;
  }
  it('is done when all are', () => {
    expect(of('100', '120')).toBe('done');
    expect(of('100', '99')).toBe('onTrack');
  });
  it('has no news when none has', () => {
    expect(of(null, null)).toBe('noNews');
    expect(of(null, '90')).toBe('onTrack');
    expect(of(null, '100')).toBe('onTrack');
  });
  it('is on track where each part ended well for its own ambition, and so is the set', () => {
    const set = (committed: string) =>
      cascadeOf(
        `cycle c from ${day(0)} to ${day(100)}
         okrs for a in c {
           objective o "O" { aspirational kr "K" to 100 { checkin ${day(100)} 72 } }
           objective p "P" { kr "K" to 100 { checkin ${day(100)} ${committed} } } }`,
        { today: day(100) },
      ).sets.get('a/c')?.health;
    expect(set('100')).toMatchObject({
      state: 'onTrack',
      explanation: { summary: 'Each of its objectives is on track or done, so it is on track.' },
    });
    expect(set('70')?.state).toBe('offTrack');
  });
  it('else compares its own progress with where it should stand', () => {
    expect(of('20', '60')).toBe('onTrack');
    expect(of('20', '58')).toBe('atRisk');
    expect(of('10', '30')).toBe('offTrack');
  });
});
