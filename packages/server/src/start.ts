/**
 * What is started: it runs the server from what V8 made of it at an earlier start, where that was kept. `--code-in FOLDER` says where; without it, that
 * is in the person's own folder for caches.
 */
import { join } from 'node:path';
import { codeFolder, runBundle } from '@okr-language/indexer/keptCode';
import type { whenStarted } from './node.ts';

const argument = process.argv.indexOf('--code-in');
const server = runBundle({
  path: join(__dirname, 'server-code.cjs'),
  folder: codeFolder((argument >= 0 ? process.argv[argument + 1] : undefined) ?? null),
  require,
});
(server.exports as { whenStarted: typeof whenStarted }).whenStarted(server.keep);
