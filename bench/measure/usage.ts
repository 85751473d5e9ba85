/**
 * What processes use, as Linux counts it under /proc: processor time of all threads, and memory. Wall time tells more about the neighbours on
 * a shared machine than about the program; processor time less so.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** Resident memory now, in bytes. */
  readonly memory: number;
  /** The most that was resident so far, in bytes. */
  readonly peak: number;
}

let ticksASecond = 0;

/** Of a process that runs. */
export function usageOf(pid: number): Usage {
  const { cpu } = timesIn(`/proc/${pid}/stat`);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { cpu, memory: kilobytes(status, 'VmRSS'), peak: kilobytes(status, 'VmHWM') };
}

/** The processor time of a thread, and what it calls itself: Node names its own from edition 24 on. */
export interface ThreadUsage {
  readonly name: string;
  /** User and system time, in milliseconds. */
  readonly cpu: number;
}

/** Of each thread that a process has at the moment, by its number. */
export function threadsOf(pid: number): ReadonlyMap<number, ThreadUsage> {
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  return new Map(threads.map((thread) => [thread, timesIn(`/proc/${pid}/task/${thread}/stat`)]));
}

function timesIn(file: string): ThreadUsage {
  ticksASecond ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stat = readFileSync(file, 'utf8');
  // The name stands in brackets and may hold blanks; the times are fields 14 and 15 of the line.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  const cpu = ((Number(fields[11]) + Number(fields[12])) / ticksASecond) * 1_000;
  return { name: stat.slice(stat.indexOf('(') + 1, end), cpu };
}

function kilobytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1_024;
}
