import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What workers run, but for one path it takes more and more memory until there is none left. Little by little: where one piece is larger than all
 * that is left, the engine of Node ends the whole process.
 */
export function greedyReader(folder: string, reader: string, path: string): string {
  const script = join(folder, 'greedy.cjs');
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (paths) => {
  const taken = [];
  while (paths.includes(${JSON.stringify(path)})) taken.push({ more: [taken.length] });
});
require(${JSON.stringify(reader)});
`,
  );
  return script;
}
