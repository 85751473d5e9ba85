import type { GoalNode } from '../cascade/cascade.ts';
import { placeInTitle } from '../cascade/titles.ts';
import type { Fix, TextEdit } from '../findings/finding.ts';
import type { Span } from '../model/span.ts';
import { insert } from './edits.ts';
import { template } from './template.ts';

/** Where a part of a goal's title stands in its file; the whole title where it cannot be told. */
export function partOfTitle({ node }: GoalNode, part: Span): Span {
  const { title, span } = node;
  if (!title) return { start: span.start, end: Math.min(span.end, span.start + 1) };
  return isPlain(title) ? placeInTitle(title, part) : title.span;
}

/** Whether a title is written without escapes: then its letters and those in the file stand side by side. */
export function isPlain({ text, span }: { readonly text: string; readonly span: Span }): boolean {
  return span.end - span.start === text.length + 2;
}

/** The edit that writes words behind the last letter of a title, before its full stop; null where the title is not closed. */
function behindWords(goal: GoalNode, words: string): TextEdit | null {
  const { title } = goal.node;
  if (!title || !isPlain(title)) return null;
  const kept = title.text.replace(/[\s.!]+$/, '').length;
  return insert(goal.uri, title.span.start + 1 + kept, words);
}

/** Offers to say what for: `, so that …` behind the title, to be filled in. */
export function soThat(goal: GoalNode | null | undefined): readonly Fix[] {
  const edit = goal ? behindWords(goal, ', so that …') : null;
  return edit ? [template('Add `, so that …` and say what for', edit, '…')] : [];
}
