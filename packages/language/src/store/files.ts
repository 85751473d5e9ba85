/** The files that are known: open ones as they are, all others as bytes, the last used of them decoded. */
import type { OkrFile } from '@okr-language/core';
import { decodeFile, encodeFile } from './codec.ts';
import { type Probe, passes } from './sieve.ts';

/** A file as a worker hands it over and the cache keeps it. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  /** The keys under which others find something in it, see `slices/keys.ts`. */
  readonly keys: readonly string[];
}

/**
 * How much is kept decoded beside the largest file, in bytes, unless somebody needs more: it takes some twenty times as much. Files that are used
 * together lie near each other, so a few tens are enough; the largest is most often the one that declares all units, which everybody uses.
 */
const usualRoom = 200_000;

/**
 * Where large files lead to one another, each would be decoded for every look at it. So the room grows by each that has to be decoded again, up to so
 * many bytes, until nothing is kept decoded any more.
 */
const mostGrown = 3_000_000;
const large = usualRoom / 4;

interface Kept {
  /** Null while the file is open and never had to be stored. */
  bytes: Uint8Array | null;
  /** The file itself, while it is open. */
  readonly open: OkrFile | null;
}

/**
 * A closed file that is decoded for the moment. It is let go of here and not only taken out of the table: tables that grew out of date long ago lead to
 * all later ones, so that whatever stood in one would outlive many collections, and that is what collecting garbage costs.
 */
interface Decoded {
  file: OkrFile | null;
  readonly bytes: number;
  /** When it was used last, in uses of any. */
  usedAt: number;
}

/** When there is too much, so much of the room is kept: to look for what was used longest ago takes a look at all. */
const shareKept = 7 / 8;

export class FileStore {
  readonly #kept = new Map<string, Kept>();
  readonly #decoded = new Map<string, Decoded>();
  #decodedBytes = 0;
  #uses = 0;
  #room = usualRoom;
  /** Large files that were let go of to make room. */
  readonly #letGo = new Set<string>();
  readonly #onDamage: (uri: string, error: unknown) => OkrFile;

  /** `onDamage` says what to take for a file whose bytes cannot be read. */
  constructor(onDamage: (uri: string, error: unknown) => OkrFile) {
    this.#onDamage = onDamage;
  }

  /** How many bytes of files are kept decoded from now on: as many as are looked at together, or each is decoded again for every look. */
  makeRoom(bytes = usualRoom): void {
    this.#room = Math.max(bytes, usualRoom);
    this.#tidy(null);
  }

  /** Keeps a file as it is: one that is being edited. */
  keepOpen(uri: string, file: OkrFile): void {
    this.#forgetDecoded(uri);
    this.#kept.set(uri, { bytes: null, open: file });
  }

  keepClosed(uri: string, bytes: Uint8Array): void {
    this.#forgetDecoded(uri);
    this.#kept.set(uri, { bytes, open: null });
  }

  delete(uri: string): void {
    this.#forgetDecoded(uri);
    this.#kept.delete(uri);
  }

  bytes(uri: string): Uint8Array | null {
    const kept = this.#kept.get(uri);
    if (!kept) return null;
    if (!kept.bytes && kept.open) kept.bytes = encodeFile(kept.open);
    return kept.bytes;
  }

  /** False where a file surely holds nothing of what is looked for. Of an open file nothing is sure. */
  mayHold(uri: string, probe: Probe): boolean {
    const bytes = this.#kept.get(uri)?.bytes;
    return !bytes || passes(bytes, probe);
  }

  get(uri: string): OkrFile | null {
    const kept = this.#kept.get(uri);
    if (!kept) return null;
    if (kept.open) return kept.open;
    const known = this.#decoded.get(uri);
    if (known) {
      known.usedAt = ++this.#uses;
      return known.file;
    }
    return this.#decode(uri, kept.bytes as Uint8Array);
  }

  /** Keeps nothing decoded. */
  forgetDecoded(): void {
    for (const uri of this.#decoded.keys()) this.#forgetDecoded(uri);
    this.#letGo.clear();
    this.#room = Math.min(this.#room, usualRoom);
  }

  /** How many bytes all closed files take together. */
  get size(): number {
    let size = 0;
    for (const { bytes } of this.#kept.values()) size += bytes?.length ?? 0;
    return size;
  }

  #decode(uri: string, bytes: Uint8Array): OkrFile {
    let file: OkrFile;
    try {
      file = decodeFile(uri, bytes);
    } catch (error) {
      file = this.#onDamage(uri, error);
    }
    if (this.#letGo.has(uri)) this.#room = Math.max(this.#room, Math.min(this.#room + bytes.length, mostGrown));
    this.#decoded.set(uri, { file, bytes: bytes.length, usedAt: ++this.#uses });
    this.#decodedBytes += bytes.length;
    this.#tidy(uri);
    return file;
  }

  /** Forgets what was used longest ago while it is too much, but for one. */
  #tidy(but: string | null): void {
    // Asked at every decoding, and where there is much room there are thousands.
    if (this.#decodedBytes <= this.#room) return;
    let largest = 0;
    for (const { bytes } of this.#decoded.values()) largest = Math.max(largest, bytes);
    if (this.#decodedBytes <= this.#room + largest) return;
    const inOrder = [...this.#decoded].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [oldest] of inOrder) {
      if (this.#decodedBytes <= this.#room * shareKept + largest) break;
      if (oldest === but) continue;
      if ((this.#decoded.get(oldest)?.bytes ?? 0) > large) this.#letGo.add(oldest);
      this.#forgetDecoded(oldest);
    }
  }

  #forgetDecoded(uri: string): void {
    const known = this.#decoded.get(uri);
    if (!known) return;
    this.#decoded.delete(uri);
    this.#decodedBytes -= known.bytes;
    known.file = null;
  }
}
