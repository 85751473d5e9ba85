import { describe, expect, it } from 'vitest';
import { ignoreMatcher } from './ignored.ts';

describe('the ignore list of a project', () => {
  it('leaves out files by glob', () => {
    const ignored = ignoreMatcher(['**/*.draft.okr']);
    expect(ignored('plan.draft.okr')).toBe(true);
    expect(ignored('a/b/plan.draft.okr')).toBe(true);
    expect(ignored('a/plan.okr')).toBe(false);
  });

  it('leaves out all that is in a folder it names', () => {
    const ignored = ignoreMatcher(['archive']);
    expect(ignored('archive/2024/old.okr')).toBe(true);
    expect(ignored('archived/new.okr')).toBe(false);
  });

  it('leaves out nothing when it is empty', () => {
    expect(ignoreMatcher([])('a.okr')).toBe(false);
  });
});
