import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address and the text of each file of goals in a folder, read when it is asked for. */
export function* textsIn(folder: string): Generator<readonly [uri: string, text: string]> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.okr')) yield [pathToFileURL(join(folder, path)).href, readFileSync(join(folder, path), 'utf8')];
  }
}
