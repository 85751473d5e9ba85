/** The floor: nothing but cutting the text of every file into tokens. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from '../../packages/language/src/syntax/scan.ts';

const folder = process.argv[2] as string;
let files = 0;
let tokens = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.okr')) continue;
  files++;
  tokens += scan(readFileSync(join(folder, path), 'utf8')).tokens.count;
}
console.log(`${files} files, ${tokens} tokens`);
