/** What must stand before anything is measured: the bundles, the peers, the workspaces. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.ts';
import { type Form, generate, type Written } from './generate.ts';
import { bench, built, lexer, peers, rollUp, root, trivialServer, work } from './paths.ts';

/** Installs the peers, and makes one file of each program whose start counts: loading many files is slow. */
export async function preparePrograms(): Promise<void> {
  if (!Object.values(built).every((folder) => existsSync(folder))) {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  }
  for (const [bundle, folder] of Object.entries(built)) cpSync(folder, dirname(bundle), { recursive: true });
  if (!existsSync(join(peers, 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, stdio: 'inherit' });
  }
  mkdirSync(work, { recursive: true });
  const bundles = [
    [join(bench, 'parts/lexer.ts'), lexer],
    [join(bench, 'parts/roll-up.ts'), rollUp],
    [join(peers, 'trivial-server.mjs'), trivialServer],
  ] as const;
  for (const [from, to] of bundles) await bundle(from, to);
}

/** The workspace of that size and form; written where it does not stand yet, or was written by another version of the generator. */
export function prepareWorkspace(files: number, form: Form): Written {
  const folder = join(work, `${form}-${files}`);
  const note = join(work, `${form}-${files}.json`);
  const version = generatorVersion();
  if (existsSync(note)) {
    const known = JSON.parse(readFileSync(note, 'utf8')) as { version: string; written: Written };
    if (known.version === version && existsSync(folder)) return known.written;
  }
  const written = generate(files, form, folder);
  writeFileSync(note, JSON.stringify({ version, written }));
  return written;
}

function generatorVersion(): string {
  const sources = [
    'generate.ts',
    'workspace/invent.ts',
    'workspace/random.ts',
    'workspace/words.ts',
    'workspace/okr.ts',
    'workspace/yaml.ts',
    'workspace/likec4.ts',
  ];
  return execFileSync('git', ['hash-object', ...sources], { cwd: bench, encoding: 'utf8' });
}
