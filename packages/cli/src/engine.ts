/** What V8 is told before a command takes many files into memory. None of it changes what is found. */
import { setFlagsFromString } from 'node:v8';

/** In fewer files there is nothing to be gained. */
const manyFiles = 100;

/** So much more than is alive, in parts of a hundred, may the heap take before V8 looks through all of it for garbage; never more than its limit. */
const growingPercent = 10_000;

/**
 * So often is a function called before V8 compiles it with all its art, instead of 3,000 times. It takes two seconds of CPU for what a check is made
 * of, and in a thousand files most of it was compiled when nearly all work was done.
 */
const callsBefore = { inMost: 50_000, inVeryMany: 20_000 };
const veryManyFiles = 3_000;
/** What V8 does untold. */
const usual = { growingPercent: 0, calls: 3_000, inParallel: true };
/** Older editions of V8 do not know the flag, and complain. */
const countsCalls = Number.parseInt(process.versions.v8, 10) >= 13;

/**
 * What is read as a whole stays until the command ends. Of 640 MB that checking 10,000 files takes, V8 found 30 to free, and went through all of it
 * time and again to know that: a tenth of the CPU. What was just made is cleared up as ever.
 */
export function prepareEngine(files: number): void {
  if (files < manyFiles) return;
  // What was just made is small: one thread has collected it before others come to help.
  setFlags(growingPercent, files < veryManyFiles ? callsBefore.inMost : callsBefore.inVeryMany, false);
}

/**
 * Tells V8 to do as it does untold. It takes no compiled code that was made under other flags, so that is said at the start, and again before its
 * code is kept; to V8 a flag that was never named is another one than one that was set to the same.
 */
export function resetEngine(): void {
  setFlags(usual.growingPercent, usual.calls, usual.inParallel);
}

function setFlags(growing: number, calls: number, inParallel: boolean): void {
  setFlagsFromString(`--heap-growing-percent=${growing}`);
  setFlagsFromString(`--${inParallel ? '' : 'no-'}parallel-scavenge`);
  if (countsCalls) setFlagsFromString(`--invocation-count-for-turbofan=${calls}`);
}
