/** One file of a program, as the build of the product makes one: loading many files is slow. */
import { type BuildOptions, build } from 'esbuild';
import { root } from './paths.ts';

/** Paths are from the root of the checkout; `more` is what is different for this program. */
export async function bundle(from: string, to: string, more: BuildOptions = {}): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    ...more,
  });
}
