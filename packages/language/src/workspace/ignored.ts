import { globOf, matchesOrHolds } from './glob.ts';

/**
 * Whether a path, relative to the project's folder and written with `/`, is left out by the project's `ignore` list. A pattern that
 * names a folder leaves out all that is in it. See `glob.ts` for what patterns may say.
 */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map(globOf);
  return (path) => globs.some((glob) => matchesOrHolds(glob, path));
}
