import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Arrivals, type Lot } from './arrivals.ts';

let lots: Lot<string>[] = [];
let problems: unknown[] = [];
let prepare = async (findings: readonly number[]) => findings.map(String);
let arrivals: Arrivals<number, string>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  lots = [];
  problems = [];
  prepare = async (findings) => findings.map(String);
  arrivals = new Arrivals({
    prepare: (findings) => prepare(findings),
    show: (lot) => lots.push(lot),
    onProblem: (problem) => problems.push(problem),
  });
});
afterEach(() => {
  arrivals.clear();
  vi.useRealTimers();
});

const shown = () => new Map(lots.flat());

it('shows the findings of one file at once', async () => {
  arrivals.take('a', [1, 2]);
  await vi.advanceTimersByTimeAsync(1);
  expect(lots).toEqual([[['a', ['1', '2']]]]);
});

it('hands over very many a few times a second, never more at once than an editor takes, and all of them in the end', async () => {
  const findings = Array.from({ length: 7 }, (_, index) => index);
  for (let file = 0; file < 1_000; file++) arrivals.take(`${file}`, findings);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(lots.length).toBeGreaterThan(3);
  expect(lots.length).toBeLessThanOrEqual(5);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown().size).toBe(1_000);
  for (const lot of lots) expect(lot.reduce((sum, [, found]) => sum + found.length, 0)).toBeLessThanOrEqual(400);
  expect(lots.length).toBeLessThan(20);
});

it('shows of a file what was said of it last, and that it has nothing any more', async () => {
  arrivals.take('first', [0]);
  await vi.advanceTimersByTimeAsync(1);
  for (const findings of [[1], [2, 3], []]) arrivals.take('a', findings);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lots).toEqual([[['first', ['0']]], [['a', []]]]);
});

it('never shows what is outdated: not of a file that is told in another way, nor of one that changed meanwhile', async () => {
  let ready = () => {};
  prepare = (findings) => new Promise((resolve) => (ready = () => resolve(findings.map(String))));
  arrivals.take('a', [1]);
  await vi.advanceTimersByTimeAsync(1);
  arrivals.forget('a');
  ready();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lots).toEqual([]);
  arrivals.take('b', [1]);
  await vi.advanceTimersByTimeAsync(1);
  arrivals.take('b', [2]);
  ready();
  await vi.advanceTimersByTimeAsync(1_000);
  ready();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lots).toEqual([[['b', ['2']]]]);
});

it('does not let a file wait that somebody opens', async () => {
  for (let file = 0; file < 100; file++) arrivals.take(`${file}`, [...Array(50).keys()]);
  await arrivals.hurry('99');
  expect(lots.map((lot) => lot.map(([file]) => file))).toEqual([['99']]);
  await arrivals.hurry('99');
  expect(lots).toHaveLength(1);
});

it('goes on where something could not be shown', async () => {
  prepare = async () => {
    throw new Error('no');
  };
  arrivals.take('a', [1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(problems).toHaveLength(1);
  prepare = async (findings) => findings.map(String);
  arrivals.take('b', [2]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown().get('b')).toEqual(['2']);
});
