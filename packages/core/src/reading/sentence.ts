import type { Amount } from '../amounts/amount.ts';
import type { MeasureForm } from '../model/file.ts';
import type { Span } from '../model/span.ts';

/**
 * What a quoted sentence states, with places relative to the sentence (offset 0 is its first character). `readSentence` makes it.
 * All of it is null where the sentence states nothing, or is in a language that is not read.
 */
export interface SentenceReading {
  readonly measure: SentenceMeasure | null;
  readonly deadline: SentenceDeadline | null;
  /** The language the sentence is in as far as it matters: rules about English words stay silent on `other`. */
  readonly language: 'english' | 'other';
}

export interface SentenceMeasure {
  readonly form: MeasureForm;
  /** A starting value, or the period that the change is measured against ("compared with last year"). */
  readonly baseline: SentenceBaseline | null;
  /** As in `MeasureClause`. Number words are amounts too: "zero", "three", "double". */
  readonly target: Amount | null;
  readonly low: Amount | null;
  /** From the first to the last character that belongs to the measure. */
  readonly span: Span;
}

export type SentenceBaseline =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'period'; readonly text: string; readonly span: Span };

/** "by end of August", "this quarter", "within six months". `resolveDate` gives the day, by the cycle. */
export interface SentenceDeadline {
  readonly text: string;
  readonly span: Span;
}
