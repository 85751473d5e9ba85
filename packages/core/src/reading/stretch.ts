/** Tokens of a sentence, from the first to the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
