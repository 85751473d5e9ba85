/**
 * Memory that is not needed any more. V8 lets garbage stand as long as the machine has room: a server that has read 10,000 files held 850 MB, of
 * which it needs a quarter. All of this is one process's own business; nothing of it changes what is told.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tellV8, untellV8, untold, type V8Flags } from '@okr-language/indexer/v8Flags';

/**
 * A folder is looked through in parts, each of which lives for a moment. What of one was made where it is seldom collected keeps all the rest of it
 * alive, and so little is alive of what was just made that one thread has copied it before others come to help.
 */
const ours: Partial<V8Flags> = {
  growingPercent: 60,
  youngGrowth: 1,
  learnsWhatStays: false,
  collectsInParallel: false,
};

/**
 * Bytes for what was just made, both halves of it. With 16 MB a part of a folder was still needed when the room was full, and what outlives two
 * collections stays until the whole heap is looked through: more memory in the end, and six times as long a wait.
 */
const mostYoung = 28_000_000;
/** Below this there is not enough to give back to be worth a pause. */
const smallHeap = 60_000_000;

let now = ours;

/**
 * Lets the heap grow slowly from now on, which costs no time that could be measured. At once there is as much room for what was just made as loading
 * took; looking through a large folder would make it four times too large before anybody could see that.
 */
export function growSlowly(): void {
  tell(ours);
}

let watching: PerformanceObserver | null = null;

/** Lets the room for what was just made grow until there is enough of it. To look after it takes a part of Node that takes milliseconds to load. */
export function watchGrowth(): void {
  if (watching || isYoungEnough()) return;
  tell({ ...ours, youngGrowth: untold.youngGrowth });
  watching = new PerformanceObserver(() => {
    if (!isYoungEnough()) return;
    watching?.disconnect();
    watching = null;
    tell(ours);
  });
  watching.observe({ entryTypes: ['gc'] });
}

/** Whether there is enough room for what was just made; then it grows no more. */
function isYoungEnough(): boolean {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return !young || young.space_size >= mostYoung;
}

function tell(flags: Partial<V8Flags>): void {
  now = flags;
  tellV8(flags);
}

/** Does something under the flags that the process was started with: V8 takes no compiled code that was made under others. */
export function asStarted(act: () => void): void {
  untellV8(now);
  act();
  tellV8(now);
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
  // The room for what was just made went with it. In the little that was left, checking many files again took twice as long.
  watchGrowth();
}
