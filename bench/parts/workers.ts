/** Reads all files of a folder with so many workers and prints what it took, as JSON. See bench/workers.ts. */
import { findFiles } from '../../packages/files/src/index.ts';
import { readWithCrew } from '../../packages/indexer/src/crew.ts';
import { onThisThread } from '../../packages/indexer/src/thisThread.ts';

async function main(): Promise<void> {
  const [folder, workers] = process.argv.slice(2) as [string, string];
  const { paths } = await findFiles(folder);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  if (workers === '0') count = (await onThisThread(paths)).length;
  else for await (const lot of readWithCrew(paths, { workers: Number(workers) })) count += lot.length;
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  if (count !== paths.length) throw new Error(`${count} of ${paths.length} files were read`);
  process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1_000 }));
}

void main();
