import { describe, expect, it, test } from 'vitest';
import { globOf, matchesOrHolds } from './glob.ts';

const holds = (pattern: string, path: string) => matchesOrHolds(globOf(pattern), path);

describe('patterns for paths', () => {
  it.each([
    ['archive', 'archive/2024/old.okr'],
    ['archive/', 'archive/old.okr'],
    ['./archive', 'archive/old.okr'],
    ['/archive', 'archive/old.okr'],
    ['/*.okr', 'plan.okr'],
    ['archive/**', 'archive/2024/old.okr'],
    ['archive/**', 'archive'],
    ['**', 'a/b.okr'],
    ['**/*.draft.okr', 'plan.draft.okr'],
    ['**/*.draft.okr', 'a/b/plan.draft.okr'],
    ['a/**/b.okr', 'a/b.okr'],
    ['a/**/b.okr', 'a/x/y/b.okr'],
    ['*.okr', 'plan.okr'],
    ['*', '.hidden/plan.okr'],
    ['q?', 'q3/plan.okr'],
    ['q?', 'q🎯'],
    ['20[12][0-9]', '2024/plan.okr'],
    ['[!a]', 'b'],
    ['{old,new}/*.okr', 'new/plan.okr'],
    ['a{,-{b,c}}.okr', 'a-c.okr'],
    ['a{,-{b,c}}.okr', 'a.okr'],
    ['Ziele-f\u00fcr-alle', 'Ziele-fu\u0308r-alle/plan.okr'],
    ['a+(b).okr', 'a+(b).okr'],
    ['[', '['],
    ['{a', '{a'],
    ['!a', '!a'],
  ])('%s stands for %s', (pattern, path) => {
    expect(holds(pattern, path)).toBe(true);
  });

  it.each([
    ['archive', 'archived/new.okr'],
    ['archive', 'a/archive/new.okr'],
    ['/archive', 'a/archive/new.okr'],
    ['*.okr', 'a/plan.okr'],
    ['a**', 'a/b/c.okr'.slice(1)],
    ['q?', 'q10'],
    ['q?', 'q/x'],
    ['[!a]', 'a'],
    ['[!a]', '/'],
    ['a/**/b.okr', 'ab.okr'],
    ['{old,new}', 'older'],
    ['', 'a'],
    ['!a', 'b'],
  ])('%s does not stand for %s', (pattern, path) => {
    expect(holds(pattern, path)).toBe(false);
  });
});

test('no pattern takes long, however it is built: patterns come with folders that may be anybody’s', () => {
  const path = `${'a'.repeat(500)}/${'a/'.repeat(500)}`;
  const before = process.cpuUsage();
  for (const pattern of [
    '(a+)+$',
    '((a+)+)+b',
    '*a'.repeat(100),
    `${'**/'.repeat(90)}b`,
    '{a,aa}'.repeat(40),
    '{'.repeat(300),
    '['.repeat(300),
    '{a,'.repeat(90) + '}'.repeat(90),
  ]) {
    holds(pattern, path);
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
});
