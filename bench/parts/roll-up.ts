/**
 * The figures of a company, worked out again and again over a cascade that stands; prints the milliseconds of each time:
 *
 * - `rollUp`: of all objectives and sets, after every key result got another figure
 * - `all`: of all key results from their readings, and then of all objectives and sets
 * - `one`: of one key result from its readings, and of the objective and the set that it is in
 *
 * Nothing is kept from one time to the next but the lists of who is in what, and what comes out is held against the key results.
 */
import { buildCascade } from '../../packages/core/src/cascade/build.ts';
import type { BuildingKeyResult, BuildingSet } from '../../packages/core/src/cascade/nodes.ts';
import {
  defaultConfig,
  type ObjectiveNode,
  type OkrFile,
  parseIsoDay,
  type Reading,
} from '../../packages/core/src/index.ts';
import { parseOkr } from '../../packages/language/src/parse.ts';
import { today } from '../workspace/invent.ts';
import { textsIn } from './texts.ts';

const [folder, times] = process.argv.slice(2) as [string, string];
const files = new Map<string, OkrFile>();
for (const [uri, text] of textsIn(folder)) files.set(uri, parseOkr(uri, text));
const cascade = buildCascade(files, defaultConfig, parseIsoDay(today) ?? 0);
const { figures } = cascade.sets.values().next().value as BuildingSet;
const keyResults = cascade.keyResults as readonly BuildingKeyResult[];
const written = keyResults.map(({ readings }) => readings);
const others = written.map((readings) => readings.map(withOtherFigure));

const cpu = (work: () => void): number => {
  const { user, system } = process.cpuUsage();
  work();
  const since = process.cpuUsage({ user, system });
  return (since.user + since.system) / 1_000;
};
const timed = (work: () => void, before: (time: number) => void = () => {}) =>
  Array.from({ length: Number(times) }, (_, time) => {
    before(time);
    const milliseconds = cpu(work);
    check(cascade.objectives[time] as ObjectiveNode);
    return milliseconds;
  });

/** Every second time all readings stand a tenth lower, or answer the other way round. */
const change = (time: number) => {
  for (const [i, keyResult] of keyResults.entries()) keyResult.readings = (time % 2 === 0 ? others : written)[i] ?? [];
};

function withOtherFigure({ day, value, confidence, note, place, uri, node }: Reading): Reading {
  const other = typeof value === 'boolean' ? !value : { ...value, value: value.value * 0.9 };
  return { day, value: other, confidence, note, place, uri, node };
}

/** Weights aside, which these companies do not give, an objective is the mean of its key results. */
function check({ id, progress, keyResults: parts }: ObjectiveNode): void {
  const mean = parts.reduce((sum, part) => sum + part.progress.value, 0) / parts.length;
  if (Math.abs(mean - progress.value) > 1e-9) throw new Error(`${id} is at ${progress.value} instead of ${mean}`);
}

const some = keyResults.slice(0, 10_000);
const one = timed(() => {
  for (const keyResult of some) figures.figureOne(keyResult);
}, change);
console.log(
  JSON.stringify({
    all: timed(() => {
      figures.figureKeyResults();
      figures.rollUp();
    }, change),
    // Ten at once: the clock of the processor ticks in milliseconds.
    rollUp: timed(
      () => {
        for (let i = 0; i < 10; i++) figures.rollUp();
      },
      (time) => {
        change(time);
        figures.figureKeyResults();
      },
    ).map((milliseconds) => milliseconds / 10),
    one: one.map((milliseconds) => milliseconds / some.length),
  }),
);
