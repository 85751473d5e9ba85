/** From what stands on the disk to a file of the model: the same in the engine, in a worker and for the cache. */
import type { OkrFile } from '@okr-language/core';
import { parseOkr } from '../parse.ts';
import { type DiskProblem, fileWithProblem, firstCharacter, neutralNotice } from './notices.ts';

/**
 * Reads a text as it was found: `text` is null where it is there but could not be read, `problem` says why, or what of it could not be read.
 * Never throws; `onInternalError` is told of a defect of ours.
 */
export function understood(
  uri: string,
  text: string | null,
  problem: DiskProblem | null,
  onInternalError: (where: string, error: unknown) => void = () => {},
): OkrFile {
  if (text === null) return fileWithProblem(uri, problem ?? neutralNotice);
  try {
    const file = parseOkr(uri, text);
    return problem ? { ...file, problems: [{ ...problem, span: firstCharacter }, ...file.problems] } : file;
  } catch (error) {
    onInternalError(`reading ${uri}`, error);
    return fileWithProblem(uri, neutralNotice);
  }
}
