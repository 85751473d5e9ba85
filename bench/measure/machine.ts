/** What the figures were measured on. */
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** Node's own limit of a heap follows the memory of the machine; this one is the same on each, and enough for a peer that takes 4 GB. */
export const ampleHeap = '--max-old-space-size=8192';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** The share of all cores that other programs took, 0 to 1: how much the neighbours disturbed. */
  readonly neighbours: number;
}

export function describeMachine(neighbours: Neighbours): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    system: `${platform()} ${release().split('-')[0]}`,
    node: process.version,
    neighbours: neighbours.share,
  };
}

const glance = 200; // ms; the clock of the cores counts in steps of 10

/** Other programs: they are looked at between the measurements, while nothing of ours runs. A load average would count ourselves, and long after. */
export class Neighbours {
  #busy = 0;
  #all = 0;

  async look(): Promise<void> {
    const before = coreTime();
    await setTimeout(glance);
    const after = coreTime();
    this.#busy += after.busy - before.busy;
    this.#all += after.all - before.all;
  }

  get share(): number {
    return this.#all === 0 ? 0 : this.#busy / this.#all;
  }
}

/** Milliseconds since the machine was started, of all cores together. */
function coreTime(): { readonly busy: number; readonly all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq;
    busy += sum;
    all += sum + times.idle;
  }
  return { busy, all };
}
