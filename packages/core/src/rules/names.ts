/** What the rules about names that stand for nothing have in common. */
import type { Cascade, ResolvedReference, SetNode } from '../cascade/cascade.ts';
import { isSetClosed } from '../cascade/closed.ts';
import { isNearest } from '../cascade/suggestions.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { Name } from '../model/file.ts';
import { isBroken } from './broken.ts';
import { insert, lineEndAt, lineEndingOf, replace } from './edits.ts';
import { setOf } from './goals.ts';
import { listOf } from './marks.ts';
import type { FixContext } from './rule.ts';

const mostNear = 3;

/** The part of a path that stands for nothing; null where all is well or where it is still being typed. */
export function failedName({ files }: Cascade, reference: ResolvedReference): Name | null {
  const { failure, uri } = reference;
  // most names are found, and where one stands is worked out only for those that ask
  if (!failure) return null;
  const { path } = reference;
  const name = path.segments[failure.segment];
  return name && name.text !== '' && !isBroken(files.get(uri), path.span) ? name : null;
}

export function isDraft({ holder }: ResolvedReference): boolean {
  return holder !== null && 'draft' in holder && holder.draft;
}

/** Whether a name stands in a set, or in news of one, whose cycle is over and that is closed: teams end and people leave, and nobody goes back. */
export function isPast({ holder }: ResolvedReference, { today }: Cascade): boolean {
  const set = setAround(holder);
  return (set?.cycle?.range?.last ?? today) < today && set !== null && isSetClosed(set);
}

function setAround(holder: ResolvedReference['holder']): SetNode | null {
  if (holder === null || holder.kind === 'kpi') return null;
  const around = holder.kind === 'initiative' || holder.kind === 'guardrail' ? holder.in : holder;
  return around.kind === 'set' ? around : setOf(around);
}

/** "Perhaps `maya` is meant. where a name is near, else what else there is to do. */
export function todoFor(reference: ResolvedReference, otherwise: string): string {
  const { failure } = reference;
  if (failure?.reason === 'other-cycle') {
    const written = failure.cycles.map((cycle) => `\`in ${cycle}\``);
    return `Write ${listOf(written, 'or')} behind it if that is the goal you mean.`;
  }
  const near = reference.failure?.suggestions.slice(0, mostNear).map((name) => `\`${name}\``) ?? [];
  return near.length === 0 ? otherwise : `Perhaps ${listOf(near, 'or')} is meant.`;
}

/** A fix for each cycle that the goal is in. Safe where there is only one that it can be. */
export function inCycles(uri: string, reference: ResolvedReference): readonly Fix[] {
  const { failure, path } = reference;
  const last = path.segments.at(-1);
  if (failure?.reason !== 'other-cycle' || !last) return [];
  const span = { start: last.span.end, end: path.cycle?.span.end ?? last.span.end };
  return failure.cycles.slice(0, mostNear).map((cycle, i) => ({
    title: `Write \`in ${cycle}\` behind it`,
    kind: failure.cycles.length === 1 ? 'safe' : 'unsafe',
    preferred: i === 0,
    edits: [{ uri, span, text: ` in ${cycle}` }],
  }));
}

/** A fix for each name that was perhaps meant. They stand in the finding's data as `suggestions`, beside the `name` that is written. */
export function renamings({ uri, span, data }: Finding, isFit: (name: string) => boolean = () => true): readonly Fix[] {
  const suggested = data?.['suggestions'];
  if (!Array.isArray(suggested)) return [];
  const names = suggested.filter(isFit);
  const isClear = isNearest(String(data?.['name']), names);
  return names.slice(0, mostNear).map((name: string, i) => ({
    title: `Change to \`${name}\``,
    kind: 'unsafe',
    preferred: i === 0 && isClear,
    edits: [replace(uri, span, name)],
  }));
}

/** Declares a team or a person: behind the last one of its kind in the project, else at the start of the file that names it. */
export function declaring(uri: string, level: 'team' | 'person', name: string, context: FixContext): readonly Fix[] {
  const last = [...context.cascade.units.values()].findLast((unit) => unit.level === level)?.declaration;
  const text = context.text(last?.uri ?? uri);
  if (text === null) return [];
  const line = `${level} ${name} "${name}"`;
  const edit = last
    ? insert(last.uri, lineEndAt(text, last.node.span.end), lineEndingOf(text) + line)
    : insert(uri, 0, line + lineEndingOf(text));
  return [{ title: `Declare the ${level} \`${name}\``, kind: 'unsafe', preferred: false, edits: [edit] }];
}
