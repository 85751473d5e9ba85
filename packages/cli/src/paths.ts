import { relative, sep } from 'node:path';

/** A path as people and reports name it: relative to the folder they are in where it lies below, else in full; with `/`. */
export function shownPath(path: string, cwd: string): string {
  if (sep === '/' && path.startsWith(`${cwd}/`)) {
    const rest = path.slice(cwd.length + 1);
    if (plain.test(rest)) return rest;
  }
  const fromHere = relative(cwd, path);
  if (fromHere === '') return '.';
  const outside = fromHere === '..' || fromHere.startsWith(`..${sep}`) || fromHere.includes(':');
  return (outside ? path : fromHere).split(sep).join('/');
}

/** The way to most files as it is: nothing in it has to be worked out. */
const plain = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
