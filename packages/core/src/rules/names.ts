/** What the rules about names that stand for nothing have in common. */
import type { Cascade, ResolvedReference } from '../cascade/cascade.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { Name } from '../model/file.ts';
import { isBroken } from './broken.ts';
import { replace } from './edits.ts';
import { listOf } from './marks.ts';

/** The part of a path that stands for nothing; null where all is well or where it is still being typed. */
export function failedName({ files }: Cascade, reference: ResolvedReference): Name | null {
  const { failure, path, uri } = reference;
  const name = failure ? path.segments[failure.segment] : undefined;
  return name && name.text !== '' && !isBroken(files.get(uri), path.span) ? name : null;
}

export function isDraft({ holder }: ResolvedReference): boolean {
  return holder !== null && 'draft' in holder && holder.draft;
}

/** "Perhaps `maya` is meant." where a name is near, else what else there is to do. */
export function todoFor(reference: ResolvedReference, otherwise: string): string {
  const near = reference.failure?.suggestions.slice(0, 3).map((name) => `\`${name}\``) ?? [];
  return near.length === 0 ? otherwise : `Perhaps ${listOf(near, 'or')} is meant.`;
}

/** A fix for each name that was perhaps meant. They stand in the finding's data as `suggestions`. */
export function renamings({ uri, span, data }: Finding): readonly Fix[] {
  const names = data?.['suggestions'];
  if (!Array.isArray(names)) return [];
  return names.map((name: string, i) => ({
    title: `Change to \`${name}\``,
    kind: 'unsafe',
    preferred: i === 0,
    edits: [replace(uri, span, name)],
  }));
}
