import { describe, expect, it } from 'vitest';
import { liesIn } from './address.ts';

describe('what the cascade view may open', () => {
  it.each([
    'file:///company/goals/a.okr',
    'file:///company/goals/deep/er/a%20b.okr',
    'file:///company/goals/100%25.okr',
    'file:///company/goals/a..b.okr',
    'file:///company/goals/%.okr',
  ])('lies in the project: %s', (address) => {
    expect(liesIn(address, 'file:///company/goals')).toBe(true);
    expect(liesIn(address, 'file:///company/goals/')).toBe(true);
  });

  it.each([
    'file:///company/goals',
    'file:///company/goals-of-others/a.okr',
    'file:///company/a.okr',
    'file:///company/goals/../../etc/passwd',
    'file:///company/goals/x/..',
    'file:///company/goals/%2e%2e/%2E%2E/etc/passwd',
    'file:///company/goals/%252e%252e/secret',
    'file:///company/goals/..%2f..%2fetc/passwd',
    'file:///company/goals/..\\..\\secret',
    'file:///company/goals/a.okr\0.txt',
    'command:workbench.action.terminal.new',
    'https://evil.example/file:///company/goals/a.okr',
    '',
  ])('does not lie in the project: %s', (address) => {
    expect(liesIn(address, 'file:///company/goals')).toBe(false);
  });
});
