/** `npm run pictures`: takes the pictures of README and docs from a real VS Code, by the tests that look at the same things. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

const steps = [
  ['scripts/build.mjs'],
  ['scripts/package.ts'],
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'host', 'test/host/cascade', 'test/host/faults'],
];

for (const [script = '', ...args] of steps) {
  const env = { ...process.env, OKR_PICTURES: '1' };
  const run = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env });
  if (run.status !== 0) process.exit(1);
}
