import type { GoalNode } from '../cascade/cascade.ts';
import type { Fix } from '../findings/finding.ts';
import type { Span } from '../model/span.ts';
import { verbForms } from '../reading/lexicon/verbs.ts';
import { indentAt, insert, lineEndingOf, replace } from './edits.ts';
import { isPlain } from './titles.ts';

/** Makes two goals of one: the title ends before `joint`, and what stands behind it becomes a goal of its own below. */
export function splitFix(goal: GoalNode, joint: Span | null | undefined, text: string): readonly Fix[] {
  const { kind, node, uri } = goal;
  const { title, span } = node;
  if (!title || !joint || !isPlain(title)) return [];
  // With a measure, owners, check-ins and the like it is the author who knows which half of a key result they belong to.
  if (kind === 'keyResult' && span.end !== title.span.end) return [];
  const cut = title.span.start + 1 + title.text.slice(0, joint.start).replace(/[\s,]+$/, '').length;
  const second = asOrder(title.text.slice(joint.end).trim());
  const eol = lineEndingOf(text);
  const own = `${kind === 'keyResult' ? 'kr' : 'objective'} "${second.slice(0, 1).toUpperCase()}${second.slice(1)}"`;
  const edits = [
    replace(uri, { start: cut, end: title.span.end - 1 }, ''),
    insert(uri, span.end, `${kind === 'keyResult' ? eol : eol + eol}${indentAt(text, span.start)}${own}`),
  ];
  const offer = `Make two ${kind === 'keyResult' ? 'key results' : 'objectives'} of it`;
  return [{ title: offer, kind: 'unsafe', preferred: false, edits }];
}

/** `lifting output` behind `while` is `lift output` by itself. */
function asOrder(text: string): string {
  const [first = ''] = text.split(' ', 1);
  const entry = verbForms.get(first.toLowerCase());
  return entry?.form === 'ing' ? entry.base + text.slice(first.length) : text;
}
