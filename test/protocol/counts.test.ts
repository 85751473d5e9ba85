/** What one edit makes the engine do and the server send: it follows the edit and not the size of the company. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Counts, countsOf } from '../../bench/counts.ts';
import { countKept } from '../../bench/kept.ts';
import { type WorkOfEdits, workOf } from '../../bench/work.ts';

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

describe('what an edit makes the engine do, with 10 files and with 1,000', () => {
  let works: readonly WorkOfEdits[];

  beforeAll(async () => {
    works = [await workOf(10), await workOf(1_000)];
  });

  it('is one text read, one file checked on one slice, and its news told, for a remark and for a figure', () => {
    for (const { quiet, hot } of works) {
      for (const { first, comment, figure } of [quiet, hot]) {
        expect(first).toEqual({ parsed: 1, checked: 1, slices: 1, whole: 0, published: 0 });
        expect(comment).toEqual({ parsed: 1, checked: 1, slices: 1, whole: 0, published: 0 });
        expect(figure).toEqual({ parsed: 1, checked: 1, slices: 1, whole: 0, published: 1 });
      }
    }
  });

  it('is no more for a title than the files that show it', () => {
    for (const { quiet, hot, pointing } of works) {
      expect(quiet.title).toMatchObject({ parsed: 1, checked: 1, slices: 1 });
      expect(hot.title.checked).toBe(1 + pointing);
    }
  });

  it('is no more for a name than the files that use it', () => {
    for (const { hotName, linked, pointing } of works) {
      expect(hotName).toMatchObject({ parsed: 1, whole: 0, published: linked + 1 });
      expect(hotName.checked).toBeLessThanOrEqual(1 + linked + pointing);
    }
  });
});

it('keeps of closed files no more than 280 bytes for each key result', () => {
  const kept = countKept(800);
  expect(kept.keyResults).toBeGreaterThan(10_000);
  expect(kept.sum).toBeLessThanOrEqual(280);
});
