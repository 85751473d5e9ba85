/**
 * What reading and checking cost, stage by stage, in microseconds of CPU for each key result; against an earlier commit where one is given,
 * both in turn in processes of their own:
 *
 *   node bench/stages.ts 1000 [--against COMMIT] [--rounds 5]
 *
 * `cold` is the first time in a process, as `okr check` pays it; `warm` the best of two more, as a server pays it later. The stages in
 * brackets are parts of `parse`, done once more by themselves.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { ampleHeap } from './measure/machine.ts';
import { quantile } from './measure/statistics.ts';
import { bench, root, work } from './paths.ts';
import { prepareWorkspace } from './prepare.ts';
import { today } from './workspace/invent.ts';

type Stages = Readonly<Record<string, number>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const size = Number(positionals[0] ?? 1_000);
const { folder, keyResults } = prepareWorkspace(size, 'okr');
const versions = [...(values.against === undefined ? [] : [values.against]), 'now'];
const programs = new Map<string, string>();
for (const version of versions) programs.set(version, await programOf(version));

const runs = new Map<string, { cold: Stages; warm: Stages }[]>(versions.map((version) => [version, []]));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [version, program] of programs) {
    const options = [ampleHeap, program, folder, today, '3'];
    const output = execFileSync(process.execPath, options, { encoding: 'utf8' });
    runs.get(version)?.push(JSON.parse(output) as { cold: Stages; warm: Stages });
  }
}
for (const when of ['cold', 'warm'] as const) {
  console.log(`\n${when}, microseconds a key result, median of ${values.rounds}`);
  console.log(['stage'.padEnd(20), ...versions.map((version) => version.slice(0, 10).padStart(10))].join(''));
  for (const stage of Object.keys(runs.get('now')?.[0]?.[when] ?? {})) {
    const medians = versions.map((version) =>
      quantile(
        (runs.get(version) ?? []).map((run) => run[when][stage] as number),
        0.5,
      ),
    );
    const shown = medians.map((ms) => ((ms * 1_000) / keyResults).toFixed(2).padStart(10));
    const ratio = medians.length > 1 ? `   × ${((medians.at(-1) as number) / (medians[0] as number)).toFixed(2)}` : '';
    console.log(stage.padEnd(20) + shown.join('') + ratio);
  }
}

/** The program of bench/parts/stages.ts over the sources of a commit, or as they stand now. */
async function programOf(version: string): Promise<string> {
  const tree = version === 'now' ? root : sourcesOf(version);
  const outfile = join(work, `stages-${version}.cjs`);
  await bundle(join(tree, 'bench/parts/stages.ts'), outfile, {
    absWorkingDir: tree,
    alias: { '@okr-language/core': join(tree, 'packages/core/src/index.ts') },
  });
  return outfile;
}

function sourcesOf(commit: string): string {
  const tree = join(work, `sources-${commit}`);
  if (!existsSync(tree)) {
    mkdirSync(tree, { recursive: true });
    const archive = execFileSync('git', ['archive', commit, 'packages', 'tsconfig.json'], {
      cwd: root,
      maxBuffer: 2 ** 30,
    });
    execFileSync('tar', ['-x', '-C', tree], { input: archive });
  }
  cpSync(join(bench, 'parts'), join(tree, 'bench/parts'), { recursive: true });
  return tree;
}
