/** `npm run pictures`: takes the pictures of README and docs from a real VS Code, by the tests that look at the same things. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'host'];
const run = spawnSync(process.execPath, vitest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, OKR_PICTURES: '1' },
});
process.exitCode = run.status ?? 1;
