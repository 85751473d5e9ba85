import type { Span } from '../model/span.ts';
import { partsOfSentence } from './context.ts';
import { ambiguousIn, outputIn, vanityIn } from './counts.ts';
import { internalNameIn } from './internal-names.ts';
import { spanOf } from './stretch.ts';
import { jointOf } from './two-in-one.ts';
import { vagueIn } from './vague.ts';
import { type Way, wayOfVerb } from './way.ts';

/** What a key result says in English, as far as rules ask; all of it null in other languages. */
export interface KeyResultWording {
  /** A word that stands for a figure that nobody gave: `significantly`, `more`, `several`. */
  readonly vague: Span | null;
  /** What is produced in the course of the work: `lines of code`, `story points`. */
  readonly output: Span | null;
  /** A count that flatters: `page views`, `followers`. */
  readonly vanity: Span | null;
  /** A figure that everybody may count differently: bare `users`. */
  readonly ambiguous: Span | null;
  /** The `and` (`while`, `as well as`) between two measures; what stands behind it can stand alone. */
  readonly joint: Span | null;
  /** A version or code name, and no figure or effect. */
  readonly internal: Span | null;
  /** Whether the first verb says that it should rise or fall, and nothing in the sentence says otherwise. */
  readonly direction: Way | null;
}

export const noKeyResultWording: KeyResultWording = {
  vague: null,
  output: null,
  vanity: null,
  ambiguous: null,
  joint: null,
  internal: null,
  direction: null,
};

/** Reads all of it at once: taking the sentence apart is what costs. */
export function readKeyResult(title: string): KeyResultWording {
  const parts = partsOfSentence(title);
  if (parts.language === 'other' || parts.tokens.length === 0) return noKeyResultWording;
  return {
    vague: spanOf(parts, vagueIn(parts)),
    output: spanOf(parts, outputIn(parts)),
    vanity: spanOf(parts, vanityIn(parts)),
    ambiguous: spanOf(parts, ambiguousIn(parts)),
    joint: spanOf(parts, jointOf(parts)),
    internal: spanOf(parts, internalNameIn(parts)),
    direction: wayOfVerb(parts),
  };
}
