/** What V8 is told before a command takes many files into memory. None of it changes what is found. */
import { tellV8, untellV8, type V8Flags } from '@okr-language/indexer/v8Flags';

/** In fewer files there is nothing to be gained. */
const manyFiles = 100;

/** A hundred times what is alive; never more than the heap's limit. */
const growingPercent = 10_000;

/**
 * Compiling with all its art takes V8 two seconds of CPU for what a check is made of, and in a thousand files most of it was compiled when nearly all
 * work was done.
 */
const callsBefore = { inMost: 50_000, inVeryMany: 20_000 };
const veryManyFiles = 3_000;

/**
 * What is read as a whole stays until the command ends. Of 640 MB that checking 10,000 files takes, V8 found 30 to free, and went through all of it
 * time and again to know that: a tenth of the CPU. What was just made is cleared up as ever.
 */
export function prepareEngine(files: number): void {
  if (files >= manyFiles) tellV8(toldFor(files));
}

/** V8 takes no compiled code that was made under other flags, so this is said at the start, and again before its code is kept. */
export function resetEngine(): void {
  untellV8(toldFor(manyFiles));
}

function toldFor(files: number): Partial<V8Flags> {
  return {
    growingPercent,
    // What was just made is small: one thread has collected it before others come to help.
    collectsInParallel: false,
    callsBeforeBest: files < veryManyFiles ? callsBefore.inMost : callsBefore.inVeryMany,
  };
}
