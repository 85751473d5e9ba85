/** What is said of a strength in few words: its weakest dimension, and what is most worth doing. */
import { listOf } from '../rules/marks.ts';
import { type Dimension, type DimensionStrength, type Strength, type StrengthLine, wordFrom } from './strength.ts';

export interface Advice {
  readonly dimension: Dimension;
  /** Above 0: what the lines of this advice take away together. */
  readonly points: number;
  readonly line: StrengthLine;
  /** How many more goals the same is to be done for. */
  readonly more: number;
}

/** The judged dimension with the least points, the first of several; null where none is judged. */
export function weakestOf({ dimensions }: Strength): DimensionStrength | null {
  let weakest: DimensionStrength | null = null;
  for (const one of dimensions) {
    if (one.value !== null && (weakest?.value == null || one.value < weakest.value)) weakest = one;
  }
  return weakest;
}

/** The line of a dimension that takes most away; null where nothing does. */
export function mainLineOf({ lines }: DimensionStrength): StrengthLine | null {
  return lines.reduce<StrengthLine | null>((most, line) => (most && most.points <= line.points ? most : line), null);
}

/** What is most worth doing, the most points first. The same thing for several goals is one advice. */
export function adviceFor(strength: Strength, most: number): readonly Advice[] {
  const found: Advice[] = [];
  for (const { dimension, lines } of strength.dimensions) {
    const byTodo = new Map<string, Advice>();
    for (const line of lines) {
      const key = `${line.rule ?? ''} ${line.todo || line.text}`;
      const before = byTodo.get(key);
      const points = (before?.points ?? 0) - line.points;
      byTodo.set(key, { dimension, points, line: before?.line ?? line, more: before ? before.more + 1 : 0 });
    }
    found.push(...byTodo.values());
  }
  return found.sort((a, b) => b.points - a.points).slice(0, most);
}

/** `78, sound`, and where it needs work, in which dimensions: `90, needs work in cadence`. Null where nothing is judged. */
export function verdictInWords({ value, word, dimensions }: Strength): string | null {
  if (value === null || word === null) return null;
  const low = dimensions.flatMap((one) => (one.value !== null && one.value < wordFrom.sound.each ? one.dimension : []));
  return `${value}, ${word}${word === 'needs work' && low.length > 0 ? ` in ${listOf(low, 'and')}` : ''}`;
}

/** One line for the whole, with its weakest dimension: never the figure alone. Null where nothing is judged. */
export function strengthInWords(strength: Strength): string | null {
  const weakest = weakestOf(strength);
  const verdict = verdictInWords(strength);
  if (verdict === null || !weakest) return null;
  const whole = `Strength: ${verdict}.`;
  if (weakest.value === 100) return `${whole} Nothing takes points away.`;
  const why = mainReason(weakest);
  return `${whole} Weakest: ${weakest.dimension} ${weakest.value}${why === null ? '.' : ` (${why}).`}`;
}

/** Why a dimension is where it is, in a sentence or two. */
export function dimensionInWords(dimension: DimensionStrength): string {
  const { value, startText, lines, holds, start } = dimension;
  if (value === null) return `Not judged. ${startText}`;
  if (lines.length > 0) return `${mainReason(dimension)}.`;
  return start === 100 ? holds.join(' ') || 'Nothing takes points away.' : startText;
}

/** Without the full stop; null where no line takes points away. */
function mainReason(dimension: DimensionStrength): string | null {
  const line = mainLineOf(dimension);
  if (!line) return null;
  const more = dimension.lines.length - 1;
  const others = more === 0 ? '' : `, and ${more} more`;
  // What only asks back has no place among reasons.
  const reason = line.text.replace(/\s[^.?!]*\?$/, '').replace(/[.?!]$/, '');
  return `“${line.about}”: ${reason}${others}`;
}
