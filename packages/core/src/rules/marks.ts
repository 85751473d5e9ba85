/** The places that findings mark and the words in which messages speak of goals. */
import type { GoalNode } from '../cascade/cascade.ts';
import type { Name, Quoted } from '../model/file.ts';
import type { Place, Span } from '../model/span.ts';

interface Titled {
  readonly title: Quoted | null;
  readonly name?: Name | null;
  readonly span: Span;
}

/** What a reader takes for the thing itself: its title, else its name, else its first character. */
export function markOf({ title, name, span }: Titled): Span {
  return title?.span ?? name?.span ?? { start: span.start, end: Math.min(span.end, span.start + 1) };
}

export function placeOf(goal: GoalNode): Place {
  return { uri: goal.uri, span: markOf(goal.node) };
}

export { counted as count } from '../cascade/words.ts';

/** `a`, `a or b`, `a, b or c` */
export function listOf(words: readonly string[], join: 'and' | 'or'): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`;
}

const longestTitle = 60;

/** A goal as a label names it: its title, cut where it is long. */
export function labelOf(goal: GoalNode): string {
  const text = goal.title.trim() || goal.name || (goal.kind === 'objective' ? 'objective' : 'key result');
  if (text.length <= longestTitle) return text;
  const letters = [...text.slice(0, 4 * longestTitle)];
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : text;
}
