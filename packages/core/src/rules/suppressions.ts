import { Beside } from '../model/beside.ts';
import type { OkrFile, Suppression } from '../model/file.ts';
import { countBefore } from '../model/sorted.ts';

/** By rule, in the order of the lines that they cover; kept as long as the file is the same. */
const sorted = new Beside<OkrFile, ReadonlyMap<string, readonly Suppression[]>>();

/** The suppressions of a rule that cover a finding which begins at `offset`. Each covers whole lines, so those of one line touch no other. */
export function suppressionsAt(file: OkrFile | undefined, rule: string, offset: number): readonly Suppression[] {
  if (!file || file.suppressions.length === 0) return [];
  const all = byRule(file).get(rule) ?? [];
  const from = countBefore(all, ({ covers }) => covers.end <= offset);
  return all.slice(
    from,
    countBefore(all, ({ covers }) => covers.start <= offset),
  );
}

function byRule(file: OkrFile): ReadonlyMap<string, readonly Suppression[]> {
  const known = sorted.get(file);
  if (known) return known;
  const groups = new Map<string, Suppression[]>();
  for (const suppression of file.suppressions) {
    const group = groups.get(suppression.rule);
    if (group) group.push(suppression);
    else groups.set(suppression.rule, [suppression]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.covers.start - b.covers.start);
  sorted.set(file, groups);
  return groups;
}
