import { describe, expect, it } from 'vitest';
import { liesIn } from './address.ts';

describe('what the cascade view may open', () => {
  it.each([
    'file:///work/goals/a.okr',
    'file:///work/goals/deep/er/a%20b.okr',
    'file:///work/goals/100%25.okr',
    'file:///work/goals/a..b.okr',
    'file:///work/goals/%.okr',
  ])('lies in the project: %s', (address) => {
    expect(liesIn(address, 'file:///work/goals')).toBe(true);
    expect(liesIn(address, 'file:///work/goals/')).toBe(true);
  });

  it.each([
    'file:///work/goals',
    'file:///work/goals-of-others/a.okr',
    'file:///work/a.okr',
    'file:///work/goals/../../etc/passwd',
    'file:///work/goals/x/..',
    'file:///work/goals/%2e%2e/%2E%2E/etc/passwd',
    'file:///work/goals/%252e%252e/secret',
    'file:///work/goals/..%2f..%2fetc/passwd',
    'file:///work/goals/..\\..\\secret',
    'file:///work/goals/a.okr\0.txt',
    'command:workbench.action.terminal.new',
    'https://evil.example/file:///work/goals/a.okr',
    '',
  ])('does not lie in the project: %s', (address) => {
    expect(liesIn(address, 'file:///work/goals')).toBe(false);
  });
});
