import { basename } from 'node:path';
import { decodeText } from './decode.ts';
import { type Disk, type ReadResult, realDisk } from './disk.ts';
import { leadsOutOf } from './inside.ts';
import { configFileName } from './names.ts';
import { type DiskProblem, leadsOut, problemOf } from './problem.ts';
import { uriOf } from './uri.ts';

/** Files beyond this many bytes are not read: no OKR file that people write comes near. */
export const largestFile = 8 * 1024 * 1024;

/** A file as it was found: its text, or what is wrong with it, or both where part of it could not be read. */
export interface ReadFile {
  readonly path: string;
  /** `uriOf(path)` */
  readonly uri: string;
  readonly text: string | null;
  readonly problem: DiskProblem | null;
}

/** Reads one file. Never throws and never waits, whatever stands on the disk. */
export async function readTextFile(path: string, disk: Disk = realDisk): Promise<ReadFile> {
  try {
    return fileOf(path, await disk.read(path, largestFile));
  } catch (error) {
    return failedFile(path, error);
  }
}

export function fileOf(path: string, result: ReadResult): ReadFile {
  const uri = uriOf(path);
  if (result.kind === 'bytes') return { path, uri, ...decodeText(result.bytes) };
  return { path, uri, text: null, problem: refusal(result, whatIs(path)) };
}

export function failedFile(path: string, error: unknown): ReadFile {
  return { path, uri: uriOf(path), text: null, problem: problemOf(error, whatIs(path), path) };
}

/** Reads one file of a folder, unless a link leads out of it. Never throws and never waits. */
export async function readTextInside(path: string, folder: string, disk: Disk = realDisk): Promise<ReadFile> {
  const leads = await leadsOutOf(path, folder, disk);
  return leads ? { path, uri: uriOf(path), text: null, problem: leadsOut } : readTextFile(path, disk);
}

/** What a path stands for that is to be read, by its name. */
export function whatIs(path: string): 'file' | 'configuration' {
  return basename(path) === configFileName ? 'configuration' : 'file';
}

function refusal(result: Exclude<ReadResult, { kind: 'bytes' }>, what: 'file' | 'configuration'): DiskProblem {
  const isConfig = what === 'configuration';
  switch (result.kind) {
    case 'too-large':
      return {
        code: 'file-too-large',
        message: `This ${what} has ${Math.ceil(result.size / 1024 / 1024)} MB, more than the ${largestFile / 1024 / 1024} MB that are read. ${isConfig ? 'Leave only settings in it.' : 'Split it into several files.'}`,
      };
    case 'folder':
      return folderNamedLikeAFile;
    case 'other':
      return {
        code: 'unreadable-file',
        message: `This is a pipe or a device, not a file with text. Give it ${isConfig ? 'another name' : 'another ending than .okr'}.`,
      };
  }
}

export const folderNamedLikeAFile: DiskProblem = {
  code: 'unreadable-file',
  message: 'This is a folder, although it is called like a file of goals or a configuration. Give it another name.',
};
