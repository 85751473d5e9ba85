import { formatIsoDay, parseIsoDay } from '@okr-language/core';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedToday, localToday } from './today.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** The day that the server takes for today at a moment, where the machine stands in that time zone. */
function dayAt(timeZone: string, moment: string): string {
  process.env['TZ'] = timeZone;
  return formatIsoDay(localToday(new Date(moment)));
}

describe('today', () => {
  it.each([
    ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
    ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:59Z', '2026-12-31'],
    ['Pacific/Pago_Pago', '2027-01-01T11:00:00Z', '2027-01-01'],
    ['Asia/Kathmandu', '2028-02-28T18:14:59Z', '2028-02-28'],
    ['Asia/Kathmandu', '2028-02-28T18:15:00Z', '2028-02-29'],
    ['America/Los_Angeles', '2028-03-01T07:59:59Z', '2028-02-29'],
    // the day without a midnight, and the day that an island on the date line left out
    ['America/Sao_Paulo', '2018-11-04T03:30:00Z', '2018-11-04'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s at %s is %s', (timeZone, moment, day) => {
    expect(dayAt(timeZone, moment)).toBe(day);
  });

  it('goes on by one day at a time around the whole world, leap days too', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Australia/Lord_Howe']) {
      process.env['TZ'] = timeZone;
      let before: number | null = null;
      for (let hour = Date.UTC(2028, 1, 27); hour < Date.UTC(2028, 3, 5); hour += 3_600_000) {
        const today = localToday(new Date(hour));
        if (before !== null) expect(today - before === 0 || today - before === 1, `${timeZone} ${hour}`).toBe(true);
        before = today;
      }
    }
  });

  it('is what somebody decided, where that is a day of the calendar', () => {
    expect(fixedToday(null, '2028-02-29')).toBe(parseIsoDay('2028-02-29'));
    expect(fixedToday('2027-02-29', '', undefined, '2026-08-15')).toBe(parseIsoDay('2026-08-15'));
    expect(fixedToday('tomorrow', null)).toBeNull();
  });
});
