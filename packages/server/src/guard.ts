import { ResponseError } from './lsp.ts';

/**
 * Keeps a defect of ours where it happens: the request answers `fallback`, the log says what went wrong, everything else goes on. A refusal
 * with a reason for the person (`ResponseError`) is no defect and goes through.
 */
export type Log = (message: string) => void;

export function contain<Args extends readonly unknown[], Result>(
  what: string,
  log: Log,
  fallback: Result,
  handler: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}
