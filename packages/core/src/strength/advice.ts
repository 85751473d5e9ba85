/** What is said of a strength in few words: its weakest dimension, and what is most worth doing. */
import type { Dimension, DimensionStrength, Strength, StrengthLine } from './strength.ts';

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
