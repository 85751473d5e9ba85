import { type Day, type DayRange, parseIsoDay } from '../dates/day.ts';
import { resolveDate } from '../dates/resolve.ts';

/** The days that dates in words mean, each read once: `by the end of June` stands in many sentences of a cycle. */
export class Days {
  readonly #byCycle = new Map<DayRange | null, Map<string, Day | null>>();

  /** As `resolveDate` tells it. */
  of(text: string, cycle: DayRange | null): Day | null {
    const written = parseIsoDay(text);
    if (written !== null) return written;
    let known = this.#byCycle.get(cycle);
    if (!known) {
      known = new Map();
      this.#byCycle.set(cycle, known);
    }
    let day = known.get(text);
    if (day === undefined) {
      day = resolveDate(text, cycle);
      known.set(text, day);
    }
    return day;
  }
}
