/**
 * Memory that is not needed any more. V8 lets garbage stand as long as the machine has room: a server that has read 10,000 files held 850 MB, of
 * which it needs a quarter. All of this is one process's own business; nothing of it changes what is told.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much more than is alive may the heap take before it is collected, in parts of a hundred; up to 300 otherwise. */
const growingPercent = 40;
/** Bytes for what was just made, both halves of it; it would grow to 130 MB, which takes nothing off the time of a start. */
const mostYoung = 16_000_000;
/** So many times as much room is made at once for what was just made, when it is full; in V8 itself, and here once there is enough. */
const growth = { usual: 2, none: 1 };
/** Below this there is not enough to give back to be worth a pause. */
const smallHeap = 60_000_000;

let youngGrowth = growth.none;

/**
 * Lets the heap grow slowly from now on, which costs no time that could be measured. At once there is as much room for what was just made as loading
 * took; looking through a large folder would make it four times too large before anybody could see that.
 */
export function growSlowly(): void {
  setFlags(growingPercent, youngGrowth);
}

/** Lets the room for what was just made grow until there is enough of it. To look after it takes a part of Node that takes milliseconds to load. */
export function watchGrowth(): void {
  if (isYoungEnough()) return;
  youngGrowth = growth.usual;
  setFlags(growingPercent, youngGrowth);
  const collections = new PerformanceObserver(() => isYoungEnough() && collections.disconnect());
  collections.observe({ entryTypes: ['gc'] });
}

/** Whether there is enough room for what was just made; then it grows no more. */
function isYoungEnough(): boolean {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (!young || young.space_size < mostYoung) return false;
  youngGrowth = growth.none;
  setFlags(growingPercent, youngGrowth);
  return true;
}

function setFlags(growing: number, young: number): void {
  setFlagsFromString(`--heap-growing-percent=${growing}`);
  setFlagsFromString(`--semi-space-growth-factor=${young}`);
}

/** Does something under the flags that the process was started with: V8 takes no compiled code that was made under others. */
export function asStarted(act: () => void): void {
  setFlags(0, growth.usual);
  act();
  setFlags(growingPercent, youngGrowth);
}

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

let collect: Collect | null = null;

/**
 * Collects all garbage of a large heap and gives it back to the system. Everything waits for it, some 0.3 s in a company of 10,000 files, so it is
 * for a moment when nobody types. `forget` is called before: what can be made again is let go.
 */
export function giveBack(forget: () => void): void {
  if (getHeapStatistics().total_heap_size < smallHeap) return;
  forget();
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
    setFlagsFromString('--no-expose-gc');
  }
  // Code that did not run for some collections is thrown away, and these are several at once.
  setFlagsFromString('--no-flush-bytecode');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--flush-bytecode');
}
