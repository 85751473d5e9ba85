/** Keeps what the client shows equal to what is found, and sends only what changed. */
import type { Diagnostic } from 'vscode-languageserver';

export interface Published {
  readonly diagnostics: readonly Diagnostic[];
  /** Changes exactly when the diagnostics do. */
  readonly resultId: string;
}

interface Slot extends Published {
  readonly written: string;
}

export class Publisher {
  readonly #slots = new Map<string, Slot>();
  #count = 0;

  /** Takes all diagnostics of all files as they are now and returns the addresses whose diagnostics changed. Files left out have none. */
  update(now: ReadonlyMap<string, readonly Diagnostic[]>): string[] {
    const changed: string[] = [];
    for (const [uri, diagnostics] of now) {
      const written = JSON.stringify(diagnostics);
      const before = this.#slots.get(uri);
      if (before?.written === written) continue;
      this.#slots.set(uri, { diagnostics, written, resultId: String(++this.#count) });
      if ((before?.written ?? '[]') !== written) changed.push(uri); // a new file without diagnostics is no news
    }
    for (const [uri, slot] of this.#slots) {
      if (now.has(uri)) continue;
      this.#slots.delete(uri);
      if (slot.diagnostics.length > 0) changed.push(uri);
    }
    return changed;
  }

  get(uri: string): Published {
    return this.#slots.get(uri) ?? { diagnostics: [], resultId: '0' };
  }

  get uris(): IterableIterator<string> {
    return this.#slots.keys();
  }
}
