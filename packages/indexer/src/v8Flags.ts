/**
 * What our programs tell V8 while they run, by what it means; each of them says which of it, and why. None of it changes what is found. Imports
 * nothing of ours: it comes before everything else.
 */
import { setFlagsFromString } from 'node:v8';

export interface V8Flags {
  /** So much more than is alive may the heap take before V8 looks through all of it for garbage, in parts of a hundred; 0 for as much as V8 likes, up to 300. */
  readonly growingPercent: number;
  /** So many times as much room is made at once for what was just made, when it is full. */
  readonly youngGrowth: 1 | 2;
  /** Whether it learns what lives long, to make it at once where it is seldom collected. */
  readonly learnsWhatStays: boolean;
  /** Whether several threads collect what was just made. */
  readonly collectsInParallel: boolean;
  /** So often is a function called before V8 compiles it with all its art. */
  readonly callsBeforeBest: number;
}

/** What V8 does untold. */
export const untold: V8Flags = {
  growingPercent: 0,
  youngGrowth: 2,
  learnsWhatStays: true,
  collectsInParallel: true,
  callsBeforeBest: 3_000,
};

/** Older editions of V8 do not know the flag, and complain. */
const countsCalls = Number.parseInt(process.versions.v8, 10) >= 13;

/** Says nothing of what is not named: to V8 a flag that was never named is another one than one that was set to what it is. */
export function tellV8(flags: Partial<V8Flags>): void {
  const { growingPercent, youngGrowth, learnsWhatStays, collectsInParallel, callsBeforeBest } = flags;
  if (growingPercent !== undefined) setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
  if (youngGrowth !== undefined) setFlagsFromString(`--semi-space-growth-factor=${youngGrowth}`);
  if (learnsWhatStays !== undefined) setFlagsFromString(switched('allocation-site-pretenuring', learnsWhatStays));
  if (collectsInParallel !== undefined) setFlagsFromString(switched('parallel-scavenge', collectsInParallel));
  if (callsBeforeBest !== undefined && countsCalls) {
    setFlagsFromString(`--invocation-count-for-turbofan=${callsBeforeBest}`);
  }
}

/** Has V8 do as it does untold, in all that these flags name: it takes no compiled code that was made under others. */
export function untellV8(flags: Partial<V8Flags>): void {
  const names = Object.keys(flags) as (keyof V8Flags)[];
  tellV8(Object.fromEntries(names.map((name) => [name, untold[name]])));
}

function switched(flag: string, isOn: boolean): string {
  return `--${isOn ? '' : 'no-'}${flag}`;
}
