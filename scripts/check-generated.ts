/** Runs the generators and fails where that changes a file: what is committed must be what the sources give. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Every file that git knows or would take, by its content: a checkout with changes of its own can be checked too. */
function fingerprints(): Map<string, string> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const files = stdout
    .split('\0')
    .filter((file) => file && existsSync(join(root, file)) && statSync(join(root, file)).isFile());
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}

const before = fingerprints();
const run = spawnSync('npm', ['run', '--silent', 'generate'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (run.status !== 0) {
  console.error('`npm run generate` failed.');
  process.exit(1);
}
const after = fingerprints();
const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
if (stale.length > 0) {
  console.error(`These were not up to date; they are now, please commit them:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
console.log('All generated files are up to date.');
