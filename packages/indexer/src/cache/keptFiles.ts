/** The files of some projects as they were read last time. */
import type { DiskProblem } from '@okr-language/files';
import type { TextMark } from '@okr-language/language';
import type { Body, IndexedFile } from '../file.ts';
import { Turns } from '../turns.ts';
import { lineOf, linesIn } from './lines.ts';
import { openSealed, type Sealed, sumOf, writeSealed } from './sealed.ts';

/** All that has to be known of a file to tell whether it is still the same. */
export interface KeptMark {
  readonly mark: TextMark;
  readonly problem: DiskProblem | null;
}

interface Row extends KeptMark {
  /** Where its body stands: its keys, and behind them its bytes. */
  readonly at: number;
  readonly keys: number;
  readonly bytes: number;
  readonly sum: string;
}

type WrittenRow = readonly [
  path: string,
  markLength: number,
  markHash: number,
  problem: DiskProblem | null,
  keys: number,
  bytes: number,
  sum: string,
];

export class KeptFiles {
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #sealed: Sealed | null;
  #bodies: Buffer | null = null;

  private constructor(rows: ReadonlyMap<string, Row>, sealed: Sealed | null) {
    this.#rows = rows;
    this.#sealed = sealed;
  }

  static open(path: string, version: string, about: string): KeptFiles {
    const sealed = openSealed(path, version, about);
    try {
      return new KeptFiles(sealed ? rowsIn(sealed.head) : new Map(), sealed);
    } catch {
      sealed?.close();
      return new KeptFiles(new Map(), null);
    }
  }

  get paths(): IterableIterator<string> {
    return this.#rows.keys();
  }

  get size(): number {
    return this.#rows.size;
  }

  /** How a file was read last time; null where it was not. */
  mark(path: string): KeptMark | null {
    return this.#rows.get(path) ?? null;
  }

  /** Makes `body` give what was kept, which takes as much memory. Otherwise call `close`. */
  async load(): Promise<void> {
    this.#bodies = (await this.#sealed?.rest()) ?? null;
    this.close();
  }

  /** What was made of a file last time; null where that is damaged. */
  body(path: string): Body | null {
    const row = this.#rows.get(path);
    if (!row || !this.#bodies) return null;
    const middle = row.at + row.keys;
    const body = {
      keys: this.#bodies.subarray(row.at, middle),
      bytes: this.#bodies.subarray(middle, middle + row.bytes),
    };
    return sumOf(body.keys, body.bytes) === row.sum ? body : null;
  }

  close(): void {
    this.#sealed?.close();
  }

  /** Keeps files for the next time; says whether that was possible. Those without a text are not worth it. */
  static async write(path: string, version: string, about: string, files: Iterable<IndexedFile>): Promise<boolean> {
    const rows: Uint8Array[] = [];
    const bodies: Uint8Array[] = [];
    const turns = new Turns();
    for (const { path: of, mark, problem, body } of files) {
      if (mark === null) continue;
      const { keys, bytes } = body;
      const row: WrittenRow = [of, mark.length, mark.hash, problem, keys.length, bytes.length, sumOf(keys, bytes)];
      rows.push(lineOf(row));
      bodies.push(keys, bytes);
      await turns.next();
    }
    return writeSealed(path, version, about, rows, bodies);
  }
}

function rowsIn(head: Buffer): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  let at = 0;
  for (const line of linesIn(head)) {
    const [path, length, hash, problem, keys, bytes, sum] = JSON.parse(line) as WrittenRow;
    rows.set(path, { mark: { length, hash }, problem, at, keys, bytes, sum });
    at += keys + bytes;
  }
  return rows;
}
