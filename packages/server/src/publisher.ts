/** Knows what the client shows, and tells what is news to it. Only a short mark of each file's diagnostics is kept. */
import { markOf, type TextMark } from '@okr-language/language';
import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from './lsp.ts';

interface Shown {
  readonly mark: TextMark;
  /** Changes exactly when the diagnostics do. */
  readonly resultId: string;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

const nothingShown = '0';

export class Publisher {
  readonly #shown = new Map<string, Shown>();
  #count = 0;
  #errors = 0;
  #warnings = 0;
  #hints = 0;

  /** Takes the diagnostics of a file as they are now, and says whether the client has to be told. Files that are not named have none. */
  update(uri: string, diagnostics: readonly Diagnostic[]): boolean {
    const before = this.#shown.get(uri);
    if (diagnostics.length === 0) {
      if (!before) return false; // a new file without diagnostics is no news
      this.#forget(uri, before);
      return true;
    }
    const mark = markOf(JSON.stringify(diagnostics));
    if (before && before.mark.hash === mark.hash && before.mark.length === mark.length) return false;
    if (before) this.#forget(uri, before);
    const errors = count(diagnostics, DiagnosticSeverity.Error);
    const warnings = count(diagnostics, DiagnosticSeverity.Warning);
    const hints = diagnostics.length - errors - warnings;
    this.#shown.set(uri, { mark, resultId: String(++this.#count), errors, warnings, hints });
    this.#errors += errors;
    this.#warnings += warnings;
    this.#hints += hints;
    return true;
  }

  resultId(uri: string): string {
    return this.#shown.get(uri)?.resultId ?? nothingShown;
  }

  /** Files that have diagnostics. */
  get uris(): IterableIterator<string> {
    return this.#shown.keys();
  }

  get errors(): number {
    return this.#errors;
  }

  get warnings(): number {
    return this.#warnings;
  }

  /** Whatever is milder than a warning. */
  get hints(): number {
    return this.#hints;
  }

  #forget(uri: string, { errors, warnings, hints }: Shown): void {
    this.#shown.delete(uri);
    this.#errors -= errors;
    this.#warnings -= warnings;
    this.#hints -= hints;
  }
}

function count(diagnostics: readonly Diagnostic[], severity: DiagnosticSeverity): number {
  return diagnostics.reduce((sum, diagnostic) => sum + (diagnostic.severity === severity ? 1 : 0), 0);
}
