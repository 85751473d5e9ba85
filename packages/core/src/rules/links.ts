import type { Cascade, ResolvedReference } from '../cascade/cascade.ts';
import type { TextEdit } from '../findings/finding.ts';
import { remove, replace } from './edits.ts';

const leading = /(?:\bsupports|\bdepends\s+on|\bcarried\s+from)\s*$/;

/**
 * Takes a link away: the whole clause, or from a list of several the one entry with its comma. Null where the text around it is
 * not as expected, for example a comment stands in between.
 */
export function removeLink(
  text: string,
  { uri, path, role, holder }: ResolvedReference,
  cascade: Cascade,
): TextEdit | null {
  const goal = holder && 'id' in holder ? cascade.goals.get(holder.id) : undefined;
  const supports = role === 'supports' ? (goal?.node.supports ?? []) : [];
  const whole = supports.find(({ reference }) => reference.span.start === path.span.start)?.span ?? path.span;
  const before = text.slice(Math.max(0, whole.start - 200), whole.start);
  const commaBefore = /\s*,\s*$/.exec(before)?.[0];
  if (commaBefore) return replace(uri, { start: whole.start - commaBefore.length, end: whole.end }, '');
  const commaAfter = /^\s*,\s*/.exec(text.slice(whole.end, whole.end + 200))?.[0];
  if (commaAfter) return replace(uri, { start: whole.start, end: whole.end + commaAfter.length }, '');
  const keyword = leading.exec(before)?.[0];
  return keyword ? remove(uri, text, { start: whole.start - keyword.length, end: whole.end }) : null;
}
