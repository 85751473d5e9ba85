/**
 * What worker threads bring, by the number of files:
 *
 *   node bench/workers.ts 100 300 1000
 *
 * Prints milliseconds until all files are read (wall, and CPU of the process) without workers and with one, two and so on. Each figure is that
 * of a fresh process.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { quantile } from './measure/statistics.ts';
import { work } from './paths.ts';
import { prepareWorkspace } from './prepare.ts';

const rounds = 5;
const reader = join(work, 'reader.cjs');
const subject = join(work, 'workers.cjs');

const beside = { define: { __READER__: JSON.stringify('reader.cjs') }, logLevel: 'error' } as const;
await bundle('packages/indexer/src/worker.ts', reader, beside);
await bundle('bench/parts/workers.ts', subject, beside);
for (const files of process.argv.slice(2).map(Number)) {
  const { folder } = prepareWorkspace(files, 'okr');
  const crews = Array.from({ length: availableParallelism() + 1 }, (_, workers) => workers);
  const times = new Map(crews.map((workers) => [workers, { wall: [] as number[], cpu: [] as number[] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [workers, { wall, cpu }] of times) {
      const said = execFileSync(process.execPath, [subject, folder, String(workers)], { encoding: 'utf8' });
      const result = JSON.parse(said) as { wall: number; cpu: number };
      wall.push(result.wall);
      cpu.push(result.cpu);
    }
  }
  for (const [workers, { wall, cpu }] of times) {
    const figures = `${quantile(wall, 0.5).toFixed(0).padStart(7)} ms, CPU ${quantile(cpu, 0.5).toFixed(0).padStart(7)} ms`;
    console.log(`${String(files).padStart(6)} files, ${workers} workers: ${figures}`);
  }
}
