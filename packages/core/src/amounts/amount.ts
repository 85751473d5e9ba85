import type { Span } from '../model/span.ts';

/**
 * What an amount counts in. Two amounts can be compared when their dimensions agree (see `sameDimension`).
 *
 * - `number`: a bare figure, `72`
 * - `percent`: `8%`; `name` is `%`
 * - `points`: percentage points, `+9pp`; `name` is `pp`
 * - `currency`: `$10M`, `USD 10M`; `name` is the ISO 4217 code
 * - `duration`: `200 ms`, `5 days`; `name` is the singular English unit (`ms`, `second`, `minute`, `hour`, `day`, `week`, `month`, `quarter`, `year`)
 * - `multiple`: `2x`; `name` is `x`
 * - `word`: anything else that people count, `1400 orders`; `name` is the word as written
 */
export type UnitKind = 'number' | 'percent' | 'points' | 'currency' | 'duration' | 'multiple' | 'word';

export interface Unit {
  readonly kind: UnitKind;
  readonly name: string;
  /** The top of the scale in `4.2 of 5`, else null. */
  readonly outOf: number | null;
  /** The period or thing in `20 per month`, singular, else null. */
  readonly per: string | null;
}

/** A quantity as written. `value` is in `unit`, with `k`, `m` and `bn` already multiplied in. */
export interface Amount {
  readonly value: number;
  readonly unit: Unit;
  /** The amount exactly as it stands in the text. */
  readonly text: string;
  /** True when a sign was written (`+25%`, `-12%`): such a reading is a change, not a level. */
  readonly signed: boolean;
  readonly span: Span;
}
