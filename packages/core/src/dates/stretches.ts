import { countBefore } from '../model/sorted.ts';
import type { Day, DayRange } from './day.ts';

/** Stretches of days, of which it is asked again and again whether one of them touches another. */
export class Stretches {
  readonly #inOrder: readonly DayRange[];
  /** The latest day of each and all before it. */
  readonly #latest: readonly Day[];

  constructor(stretches: readonly DayRange[]) {
    this.#inOrder = [...stretches].sort((a, b) => a.first - b.first);
    let latest = Number.NEGATIVE_INFINITY;
    this.#latest = this.#inOrder.map(({ last }) => (latest = Math.max(latest, last)));
  }

  /** Null where there are none. */
  touch({ first, last }: DayRange): boolean | null {
    if (this.#inOrder.length === 0) return null;
    const begun = countBefore(this.#inOrder, (stretch) => stretch.first <= last);
    return begun > 0 && (this.#latest[begun - 1] as Day) >= first;
  }
}
