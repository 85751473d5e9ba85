import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What workers run, bundled as for users: started from its sources it takes seconds. */
export async function bundledReader(folder: string): Promise<string> {
  const outfile = join(folder, 'reader.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
