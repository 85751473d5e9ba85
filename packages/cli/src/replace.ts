import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, chmod, chown, readFile, realpath, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Gives a file a new text and leaves all else of it as it is: its permissions, its owner, and a link that leads to it. Where there is none, it is
 * made. Null where that was done, else why not, to be read behind "could not be written".
 */
export async function replaceText(path: string, text: string): Promise<string | null> {
  try {
    const there = await stat(path).catch(() => null);
    if (there === null) await putInPlace(path, text, null);
    else if (await isProtected(path, there)) return ': it is write-protected';
    else await replace(await realpath(path), text, there);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code ? ` (the system says ${code})` : '';
  }
}

/** Another file can be put in the place of one that nobody may write to: what counts is what its owner wants. */
async function isProtected(path: string, { mode }: Stats): Promise<boolean> {
  if ((mode & 0o222) === 0) return true;
  const refusal = await access(path, constants.W_OK).catch((error: NodeJS.ErrnoException) => error.code);
  return refusal === 'EACCES' || refusal === 'EPERM';
}

async function replace(path: string, text: string, there: Stats): Promise<void> {
  // Another file in its place would have only one of its names, and leave the old text to the others.
  if (there.nlink > 1) return writeOver(path, text);
  try {
    await putInPlace(path, text, there);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    // We may put no file there, or none that is its owner's: then only its text is ours to change.
    await writeOver(path, text);
  }
}

/** Puts the new text beside the file and then in its place, so that an interruption never leaves half a file. */
async function putInPlace(path: string, text: string, like: Stats | null): Promise<void> {
  const beside = join(dirname(path), `.okr-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(beside, text, { flag: 'wx', ...(like !== null && { mode: like.mode }) });
    if (like !== null) await makeLike(beside, like);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}

async function makeLike(path: string, { uid, gid, mode }: Stats): Promise<void> {
  const made = await stat(path);
  if (made.uid !== uid || made.gid !== gid) await chown(path, uid, gid);
  // Of what is asked for when it is made, the system takes away what new files are not to have.
  await chmod(path, mode & 0o7777);
}

/** Writes to the file itself; what stood there comes back where there is no room for the new text. */
async function writeOver(path: string, text: string): Promise<void> {
  const before = await readFile(path);
  try {
    await overwrite(path, Buffer.from(text));
  } catch (error) {
    await overwrite(path, before);
    throw error;
  }
}

async function overwrite(path: string, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes, { flag: 'r+' });
  await truncate(path, bytes.length);
}
