import { describe, expect, test } from 'vitest';
import { scanAmount } from './scan.ts';

describe('scanAmount', () => {
  test.each([
    ['Raise it to 72% by May', '72%', 72],
    ['Answer within 5 days of the call', '5 days', 5],
    ['Win 3 new customers', '3', 3],
    ['Earn £1.8M ARR', '£1.8M', 1_800_000],
    ['from 60/week to', '60/week', 60],
    ['rated 4.2 out of 5 by guests', '4.2 out of 5', 4.2],
    ['about 20 per month now', '20 per month', 20],
    ['then 12 of 2026', '12 of 2026', 12],
  ])('%s', (text, expected, value) => {
    const at = text.search(/[£\d]/);
    expect(scanAmount(text, at)).toMatchObject({
      text: expected,
      value,
      span: { start: at, end: at + expected.length },
    });
  });

  test.each(['3D printer', '2FA', '1st place', 'word'])('none begins in "%s"', (text) => {
    expect(scanAmount(text, 0)).toBeNull();
  });
});
