/**
 * What processes use, as Linux counts it under /proc: processor time of all threads, and memory. Wall time tells more about the neighbours on
 * a shared machine than about the program; processor time less so.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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
  ticksASecond ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold blanks; the times are fields 14 and 15 of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const cpu = ((Number(fields[11]) + Number(fields[12])) / ticksASecond) * 1_000;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { cpu, memory: kilobytes(status, 'VmRSS'), peak: kilobytes(status, 'VmHWM') };
}

function kilobytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1_024;
}
