/**
 * How well an objective, or the set of a unit, is made and kept: seven dimensions, each with the lines that it is the sum of. It judges
 * the goal and not the people: how far a goal has come is progress, and does not count here.
 */
import type { Place } from '../model/span.ts';

/** In the order in which they are shown. */
export const dimensions = [
  'focus',
  'clarity',
  'measurability',
  'ambition',
  'ownership',
  'alignment',
  'cadence',
] as const;
export type Dimension = (typeof dimensions)[number];

export type StrengthWord = 'strong' | 'sound' | 'needs work';

/** What a word asks for: of the whole, and of every single dimension, so that a good mean hides nothing. */
export const wordFrom = {
  strong: { whole: 80, each: 60 },
  sound: { whole: 60, each: 50 },
} as const;

export function strengthWord(whole: number, weakest: number): StrengthWord {
  const { strong, sound } = wordFrom;
  if (whole >= strong.whole && weakest >= strong.each) return 'strong';
  return whole >= sound.whole && weakest >= sound.each ? 'sound' : 'needs work';
}

export interface Strength {
  /** 0…100, whole: the mean of the dimensions that are judged. Null where none is: a set without objectives. Never shown without them. */
  readonly value: number | null;
  readonly word: StrengthWord | null;
  /** All seven, in order. */
  readonly dimensions: readonly DimensionStrength[];
}

export interface DimensionStrength {
  readonly dimension: Dimension;
  /** 0…100, whole: `start` and the points of all lines together, never below 0. Null where it is not judged. */
  readonly value: number | null;
  /** 100 for an objective, for a set the mean of its objectives. */
  readonly start: number;
  /** Where `start` comes from, or why the dimension is not judged: one sentence. */
  readonly startText: string;
  /** What takes points away, in the order of the text. */
  readonly lines: readonly StrengthLine[];
  /** What is well made, in sentences. */
  readonly holds: readonly string[];
}

export interface StrengthLine {
  /** Below 0: how much this takes away. */
  readonly points: number;
  /** The title of the goal or the unit that it is about. */
  readonly about: string;
  /** What is missing or wrong, one sentence. */
  readonly text: string;
  /** What to do about it, in sentences; empty where `text` says it. */
  readonly todo: string;
  /** The rule that found it; null for what is read from the goal itself. */
  readonly rule: string | null;
  readonly place: Place;
}

/** The strengths of a project, by `ObjectiveNode.id` and `SetNode.id`. */
export interface ProjectStrength {
  readonly objectives: ReadonlyMap<string, Strength>;
  readonly sets: ReadonlyMap<string, Strength>;
}
