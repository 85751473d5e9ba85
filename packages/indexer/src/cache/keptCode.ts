/**
 * A bundle that is run from what V8 made of it at an earlier start. To compile a megabyte of source, and each function at its first call, takes
 * more than half of a start. Node's own cache of compiled code keeps no function that is compiled at its first call, which are almost all.
 *
 * Unlike all else that is kept this is run, and V8 believes whatever it is given: so it lies in a folder that nobody but the person may read or
 * write, never in what somebody checks out, and a damaged one is as if it were not there. Imports nothing of ours that is large: it comes before
 * everything else.
 */
import { closeSync, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { userCacheFolder } from './place.ts';
import { makeFolder, putInPlace, quietly } from './put.ts';
import { endings, tidy } from './tidy.ts';

export interface Running {
  /** What the bundle exports. */
  readonly exports: unknown;
  /**
   * Keeps what V8 has made of the bundle by now; for a moment when nobody waits, since it takes some 30 ms. Does nothing where that was done within a
   * day, or V8 runs with other flags than at the start. Never throws.
   */
  readonly keep: () => void;
}

export interface Bundle {
  /** Its last line says a hash of its text, since V8 itself compares no more than the length; where it says none, nothing is kept. */
  readonly path: string;
  /** Where code is kept; null for nowhere. See `codeFolder`. */
  readonly folder: string | null;
  /** What the bundle loads modules of Node with. */
  readonly require: NodeJS.Require;
}

/** The length of the last line of a bundle, with its end. */
const sumLine = '// '.length + 64 + 1;
/** Bytes in front of kept code that say whether it is whole. */
const checkLength = 4;
const dayMs = 24 * 60 * 60 * 1000;
/** Two or three megabytes a version of the product and of Node. */
const limits = { bytes: 40_000_000, days: 30 };

/**
 * Where code may be kept: in `asked`, else in the person's own folder for caches. Null where that could come from somebody else, see
 * `mayBeCheckedOut`; in a pipeline, which begins with nothing that is kept; and where Node is told to keep no code.
 */
export function codeFolder(
  asked: string | null,
  environment = process.env,
  cwd = process.cwd(),
  homeOf: () => string = homeByTheSystem,
): string | null {
  const isUnwanted = ['CI', 'NODE_DISABLE_COMPILE_CACHE'].some((name) => environment[name]);
  const own = asked === null ? userCacheFolder(environment) : asked;
  if (isUnwanted || own === null || mayBeCheckedOut(own, cwd, homeOf)) return null;
  return join(own, 'code');
}

/**
 * Whatever lies below the folder where the process runs may be part of a checkout. The root of a disk is none, and neither is the person's home folder
 * or one around it; but of what lies at home only that is surely in none which stands where programs keep what is theirs.
 */
function mayBeCheckedOut(folder: string, cwd: string, homeOf: () => string): boolean {
  if (dirname(cwd) === cwd || !isIn(folder, cwd)) return false;
  const home = homeOf();
  return !isIn(home, cwd) || !isIn(folder, home) || !ofPrograms.test(relative(home, folder));
}

/** Hidden folders, and those that macOS and Windows have for it. */
const ofPrograms = /^(?:\.[^/\\]|(?:Library|AppData)[/\\])/;

/** What the system has noted: a variable of the environment may come with a checkout. Empty where there is nobody of that number. */
function homeByTheSystem(): string {
  return quietly(() => userInfo().homedir) ?? '';
}

function isIn(path: string, folder: string): boolean {
  if (path === '') return false;
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function runBundle({ path, folder, require }: Bundle): Running {
  const tag = cachedDataVersionTag();
  const source = readFileSync(path, 'utf8');
  const sum = /^\/\/ (\w{64})\n$/.exec(source.slice(-sumLine))?.[1];
  const name = `${basename(path)}-${sum}-${process.version}-${process.arch}-${tag}${endings.code}`;
  // Some releases of Node 20 have no checksum to offer.
  const kept = folder === null || sum === undefined || typeof crc32 !== 'function' ? null : join(folder, name);
  const code = kept === null ? null : readCode(kept);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename: path, ...(code && { cachedData: code.bytes }) });
  const isYoung = code !== null && !script.cachedDataRejected && Date.now() - code.keptAt < dayMs;
  const module = { exports: {} as unknown };
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  let isKept = isYoung || kept === null;
  return {
    exports: module.exports,
    keep() {
      if (isKept || kept === null || cachedDataVersionTag() !== tag) return;
      isKept = true;
      writeCode(kept, script.createCachedData());
    },
  };
}

/** Null for whatever is not there, not whole, or could be somebody else's. */
function readCode(path: string): { readonly bytes: Buffer; readonly keptAt: number } | null {
  try {
    if (!isPrivate(lstatSync(dirname(path)), 'folder')) return null;
    const handle = openSync(path, 'r');
    try {
      const found = fstatSync(handle);
      if (!isPrivate(found, 'file')) return null;
      const all = readFileSync(handle);
      const bytes = all.subarray(checkLength);
      return all.readUInt32LE(0) === crc32(bytes) ? { bytes, keptAt: found.mtimeMs } : null;
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}

/** Whether it is the person's own, and nobody else may do anything with it. Windows has such folders below the person's own ones. */
function isPrivate(found: Stats, kind: 'file' | 'folder'): boolean {
  if (kind === 'file' ? !found.isFile() : !found.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
}

function writeCode(path: string, bytes: Buffer): void {
  const folder = dirname(path);
  const isOwn = quietly(() => {
    makeFolder(folder);
    return isPrivate(lstatSync(folder), 'folder');
  });
  if (!isOwn) return;
  const check = Buffer.alloc(checkLength);
  check.writeUInt32LE(crc32(bytes));
  const putting = putInPlace(path, [check, bytes]);
  while (!putting.next().done);
  tidy(folder, Date.now(), limits);
}
