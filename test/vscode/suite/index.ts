import './checks.ts';
import './writing.ts';
import './extension.ts';
import './git.ts';
import { rememberShop, restoreShop } from './files.ts';
import { afterEach, runAll } from './runner.ts';

export async function run(): Promise<void> {
  await rememberShop();
  afterEach(restoreShop);
  await runAll();
}
