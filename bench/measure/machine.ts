/** What the figures were measured on. */
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Processes that waited for a core, over the last fifteen minutes: how much the neighbours disturbed. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    system: `${platform()} ${release().split('-')[0]}`,
    node: process.version,
    load: loadavg()[2] ?? 0,
  };
}
