/** What is said of files that could be understood in part only, by commands whose result has no place for it. */
import { type Finding, mayHide } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import type { Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { count } from './report/group.ts';
import { safeLine } from './terminal/safe.ts';

const mostNamed = 3;

/** `what` became of the parts that were not understood. */
export function sayPartly(paths: readonly string[], what: string, { cwd, say }: Surroundings): void {
  if (paths.length === 0) return;
  const names = paths.slice(0, mostNamed).map((path) => shownPath(path, cwd));
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : '';
  const files = count(paths.length, 'file', 'files');
  say(safeLine(`Part of ${files} cannot be read and ${what}: ${names.join(', ')}${more}. Run okr check to see why.`));
}

/** The same of all files of some projects: a check-in that cannot be read is missing from figures of other files. */
export function sayMissing(
  projects: readonly { readonly findings: ReadonlyMap<string, readonly Finding[]> }[],
  { unreadable }: { readonly unreadable: ReadonlyMap<string, unknown> },
  around: Surroundings,
): void {
  const uris = projects.flatMap(({ findings }) =>
    [...findings].flatMap(([uri, found]) => (found.some(({ rule }) => mayHide(rule)) ? [uri] : [])),
  );
  const paths = uris.filter((uri) => !unreadable.has(uri)).map((uri) => pathOf(uri) ?? uri);
  sayPartly(paths, 'may be missing here', around);
}
