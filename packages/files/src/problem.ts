import type { FileProblemCode } from '@okr-language/core';

/** What is wrong with a file that could not be read, or not as it should: one or two plain sentences, and what to do. */
export interface DiskProblem {
  readonly code: Extract<FileProblemCode, 'file-too-large' | 'unreadable-file' | 'not-text'>;
  readonly message: string;
}

export const leadsOut: DiskProblem = {
  code: 'unreadable-file',
  message:
    'This link leads out of the folder of the project, so it was not read. Put what it leads to here instead, or check the folder where that lies.',
};

/** What something is that people are told about: a configuration is no file of goals, and cannot be left out or given another name. */
export type What = 'file' | 'folder' | 'configuration';

/** The problem that an error of the system stands for. */
export function problemOf(error: unknown, what: What, path: string): DiskProblem {
  const code = codeOf(error);
  // What is written otherwise than in UTF-8 was replaced when the name was read, and nothing is there by the new one.
  const message = code === 'ENOENT' && path.includes('\uFFFD') ? notInUtf8(what) : messageFor(code, what);
  return { code: 'unreadable-file', message };
}

function notInUtf8(what: What): string {
  return `This ${what} cannot be opened, because its name or that of a folder around it is not written in UTF-8. Give it another name.`;
}

/** The system's code of an error (`ENOENT`), empty where it has none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}

function messageFor(code: string, what: What): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `You are not allowed to read this ${what}. Ask its owner for permission${what === 'configuration' ? '' : ', or leave it out with "ignore" in okr.config.json'}.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `This ${what} is not there: it was removed, or a link points to where nothing is. Remove the link or bring the ${what} back.`;
    case 'ELOOP':
      return 'This link leads back to itself, so there is nothing to read. Remove it or point it to a file.';
    case 'EMFILE':
    case 'ENFILE':
      return `This ${what} could not be opened because too many files are open. Close other programs and try again.`;
    case 'ENAMETOOLONG':
      return `The path of this ${what} is too long to be opened. Move it to a shorter one.`;
    default:
      return `This ${what} cannot be read${code ? ` (the system says ${code})` : ''}. Check that it is there and not damaged.`;
  }
}
