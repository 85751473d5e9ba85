/** A folder with files, on the disk or in memory: where random sessions happen. Paths are relative and written with `/`. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { uriOf } from '@okr-language/files';

export interface Folder {
  /** Where it lies. */
  readonly root: string;
  read(path: string): string | null;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Renames a file or a folder; says whether there was one to rename, and room for it. */
  rename(from: string, to: string): boolean;
  /** Nothing of it is needed any more. */
  end(): void;
}

export function addressIn({ root }: Folder, path: string): string {
  return uriOf(join(root, path));
}

/** A temporary folder on the disk of this machine. */
export class RealFolder implements Folder {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-session-')));

  read(path: string): string | null {
    const whole = join(this.root, path);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : null;
  }

  write(path: string, text: string): void {
    const whole = join(this.root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { force: true });
  }

  rename(from: string, to: string): boolean {
    const [old, place] = [join(this.root, from), join(this.root, to)];
    const isFile = from.endsWith('.okr');
    if (!existsSync(old) || (!isFile && existsSync(place))) return false;
    mkdirSync(dirname(place), { recursive: true });
    renameSync(old, place);
    return true;
  }

  end(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The same in memory, where a step takes a hundredth of the time. A folder is there as long as something is in it. */
export class MemoryFolder implements Folder {
  readonly root = '/w';
  readonly texts = new Map<string, string>();

  read(path: string): string | null {
    return this.texts.get(path) ?? null;
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
  }

  remove(path: string): void {
    this.texts.delete(path);
  }

  rename(from: string, to: string): boolean {
    const text = this.texts.get(from);
    if (text !== undefined) {
      this.texts.delete(from);
      this.texts.set(to, text);
      return true;
    }
    const inside = this.#below(from);
    if (inside.length === 0 || this.#below(to).length > 0) return false;
    for (const path of inside) {
      this.texts.set(to + path.slice(from.length), this.texts.get(path) ?? '');
      this.texts.delete(path);
    }
    return true;
  }

  end(): void {}

  #below(folder: string): readonly string[] {
    return [...this.texts.keys()].filter((path) => path.startsWith(`${folder}/`));
  }
}
