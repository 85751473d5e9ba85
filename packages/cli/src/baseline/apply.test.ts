import { describe, expect, it } from 'vitest';
import { type Sample, sampleReport } from '../report/testing.ts';
import { type Baseline, updated, withoutAccepted } from './apply.ts';

const text = 'team a "A"\nkr "Be nice"\nkr "Be  nice"\nkr "Be kind"\n';
const nice: Sample = { file: 'a.okr', text, mark: '"Be nice"' };
const niceAgain: Sample = { ...nice, mark: '"Be  nice"' };
const kind: Sample = { ...nice, mark: '"Be kind"', severity: 'warning' };

const around = { cwd: '/plans', exists: () => true };
const empty: Baseline = { path: '/plans/b.json', name: 'b.json', folder: '/plans', entries: [] };
const accepting = (...samples: Sample[]): Baseline => ({
  ...empty,
  entries: updated(sampleReport(samples), empty, around),
});
const linesLeft = (samples: Sample[], baseline: Baseline) =>
  Array.from(withoutAccepted(sampleReport(samples), baseline, around).report.findings, ({ start }) => start.line + 1);

describe('what a baseline accepts', () => {
  it('is as many of a kind as were accepted, and no more', () => {
    expect(linesLeft([nice, niceAgain], accepting(nice, niceAgain))).toEqual([]);
    expect(linesLeft([nice, niceAgain], accepting(nice))).toEqual([3]);
    expect(linesLeft([nice, niceAgain, kind], empty)).toEqual([2, 3, 4]);
  });

  it('does not change with level or message, but with rule, text, goal and file', () => {
    const baseline = accepting(nice);
    expect(linesLeft([{ ...nice, severity: 'hint', what: 'Other words.' }], baseline)).toEqual([]);
    expect(linesLeft([{ ...nice, rule: 'kr-activity' }], baseline)).toEqual([2]);
    expect(linesLeft([{ ...nice, file: 'b.okr' }], baseline)).toEqual([2]);
    expect(linesLeft([kind], baseline)).toEqual([4]);
    const inGoal = { ...sampleReport([nice]), goalOf: () => 'acme/2026-Q3/trust' };
    expect(withoutAccepted(inGoal, baseline, around).report.findings).toHaveLength(1);
  });

  it('is not counted any more, and told as a number', () => {
    const { report, stale } = withoutAccepted(sampleReport([nice, kind]), accepting(nice), around);
    expect(report.counts).toEqual({ error: 0, warning: 1, information: 0, hint: 0 });
    expect(report.accepted).toEqual({ by: 'b.json', count: 1 });
    expect(stale).toEqual([]);
  });

  it('stays where files, or folders that they lie in, cannot be read, and that is not accepted', () => {
    const inFolder = { ...kind, file: 'sub/b.okr' };
    const baseline = accepting(nice, inFolder);
    const closed: Sample[] = ['a.okr', 'sub'].map((file) => ({ ...nice, file, rule: 'unreadable-file' }));
    const report = { ...sampleReport(closed), unreadable: ['a.okr', 'sub'] };
    for (const exists of [() => true, () => false]) {
      expect(withoutAccepted(report, baseline, { ...around, exists }).stale).toEqual([]);
      expect(updated(report, baseline, { ...around, exists })).toEqual(baseline.entries);
    }
  });

  it('is stale where nothing of it is found any more, but only in files we know about', () => {
    const baseline = accepting(nice, niceAgain, { ...kind, file: 'other.okr' });
    const { stale } = withoutAccepted(sampleReport([nice]), baseline, around);
    expect(stale).toMatchObject([{ file: 'a.okr', count: 1 }]);
    const gone = withoutAccepted(sampleReport([nice]), baseline, { ...around, exists: () => false });
    expect(gone.stale.map(({ file }) => file)).toEqual(['a.okr', 'other.okr']);
  });
});
