/**
 * Files are known by their `file:` address, written in one way: the way `pathToFileURL` of Node writes it. An editor may write the
 * same file differently (`%28` for `(`, `c%3A` for `C:`), so an address that comes from one goes through `sameUri` first.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Paths that stand in an address as they are, as most do: putting them together and apart as addresses takes fifty times as long. */
const plainPath = process.platform === 'win32' ? /^(?!)/ : /^(?:\/(?!\.\.?(?:\/|$))[\w.-]+)+$/;
const scheme = 'file://';

export function uriOf(path: string): string {
  return plainPath.test(path) ? scheme + path : pathToFileURL(path).href;
}

/** The path of a `file:` address; null for any other address. */
export function pathOf(uri: string): string | null {
  const path = uri.startsWith(scheme) ? uri.slice(scheme.length) : '';
  if (plainPath.test(path)) return path;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** The one way in which the address of a file is written here; any other address stays as it is. */
export function sameUri(uri: string): string {
  const path = uri.startsWith('file:') ? pathOf(uri) : null;
  return path === null ? uri : uriOf(path);
}
