import picomatch from 'picomatch/posix.js';

/**
 * Whether a path, relative to the project's folder and written with `/`, is left out by the project's `ignore` list. A glob that
 * names a folder leaves out all that is in it.
 */
export function ignoreMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch([...globs], { dot: true });
  return (path) => {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (matches(path.slice(0, end))) return true;
    }
    return matches(path);
  };
}
