/** What is started: it runs the command from what V8 made of it at an earlier check, where that was kept and may be used. */
import { join } from 'node:path';
import { codeFolder, runBundle } from '@okr-language/indexer/keptCode';
import { resetEngine } from './engine.ts';
import type { whenChecked } from './main.ts';

if (isSomewhere()) {
  resetEngine();
  const program = runBundle({
    path: join(__dirname, 'okr-code.cjs'),
    folder: process.argv.includes('--no-cache') ? null : codeFolder(null),
    require,
  });
  (program.exports as { whenChecked: typeof whenChecked }).whenChecked(program.keep);
} else {
  process.stderr.write('The folder you are in is not there any more: go to another one, then try again.\n');
  process.exitCode = 2;
}

/** Paths are meant from the folder one is in, which may have been removed. */
function isSomewhere(): boolean {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}
