/** What one edit makes the server send: it follows the edit and not the size of the company. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Counts, countsOf } from '../../bench/counts.ts';

let few: Counts;
let many: Counts;

beforeAll(async () => {
  few = await countsOf(10);
  many = await countsOf(60);
});

describe('what an edit makes the server send', () => {
  it('is no diagnostics at all where nothing is found or lost', () => {
    for (const { comment } of [few, many]) {
      expect(comment).toMatchObject({ published: 0, messages: 2 });
      expect(comment.bytes).toBeLessThan(300);
    }
  });

  it('is the one file whose findings change, also where many link to it', () => {
    for (const { finding, hotFinding } of [few, many]) {
      expect(finding).toMatchObject({ published: 1, messages: 3 });
      expect(hotFinding).toMatchObject({ published: 1, messages: 3 });
    }
    // The totals for the status bar have more digits.
    expect(many.hotFinding.bytes - few.hotFinding.bytes).toBeLessThan(10);
  });

  it('is the files that link to a name, when that name goes, and its own with the readings', () => {
    expect(many.linked).toBeGreaterThan(few.linked);
    for (const { hotName, linked } of [few, many]) expect(hotName.published).toBe(linked + 1);
  });

  it('stays below 64 KB for a completion', () => {
    for (const { completion } of [few, many]) expect(completion).toBeLessThan(64 * 1_024);
  });
});
