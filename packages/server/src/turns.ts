/** Long work in short turns, so that no keystroke waits for an answer to something else. */
import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './lsp.ts';

/** After this many milliseconds of work the client's messages are looked at. */
export const turnMs = 8;

/** Ends the turn where it has lasted long enough; rejects where nobody waits for the answer any more. */
export function turnsOf(token: CancellationToken | null): () => Promise<void> {
  let end = performance.now() + turnMs;
  return async () => {
    if (performance.now() >= end) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      end = performance.now() + turnMs;
    }
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'no longer wanted');
  };
}
