import { readFileSync, statSync } from 'node:fs';
import { decodeText } from './decode.ts';
import { largestFile } from './read.ts';

/** The text of one file at once, for a look at a few lines of it; null where it is not there or cannot be read. Never throws. */
export function readTextNow(path: string): string | null {
  try {
    // Neither a pipe nor a device, which would keep us waiting.
    const found = statSync(path);
    if (!found.isFile() || found.size > largestFile) return null;
    return decodeText(readFileSync(path)).text;
  } catch {
    return null;
  }
}
