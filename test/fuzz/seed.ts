import { execFileSync } from 'node:child_process';

/** Where the random tests always begin. */
export const fixedSeed = 20_261_122;

/** A number for the files of the last commit; where there is no git, the usual one once more. */
export function seedOfTree(): number {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: import.meta.dirname, encoding: 'utf8' });
    return Number.parseInt(tree.slice(0, 7), 16);
  } catch {
    return fixedSeed + 1;
  }
}
