/** Folders for tests. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder with these files by path; `remove` takes it away again. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly root: string;
  readonly remove: () => void;
} {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-indexer-')));
  for (const [path, content] of Object.entries(files)) {
    const whole = join(root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
