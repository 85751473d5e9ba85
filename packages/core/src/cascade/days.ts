import { type CycleDays, type Day, parseIsoDay } from '../dates/day.ts';
import { resolveDate } from '../dates/resolve.ts';

/** More are not kept at once, nor longer ones: what they mean can be found out again. */
const mostKept = 1_000;
const longestKept = 60;

/** The days that dates in words mean, each read once: `by the end of June` stands in many sentences of a cycle. */
export class Days {
  /** By the first and last day of a cycle and of those around it, then by text. */
  readonly #byCycle = new Map<string, Map<string, Day | null>>();
  #kept = 0;
  /** What goals one after the other ask for is mostly of one cycle. */
  #lastCycle: CycleDays | null = null;
  #ofLast: Map<string, Day | null> | null = null;

  /** As `resolveDate` tells it. */
  of(text: string, cycle: CycleDays | null): Day | null {
    const written = parseIsoDay(text);
    if (written !== null) return written;
    if (text.length > longestKept) return resolveDate(text, cycle);
    const known = this.#in(cycle);
    let day = known.get(text);
    if (day === undefined) {
      day = resolveDate(text, cycle);
      known.set(text, day);
      this.#kept++;
    }
    return day;
  }

  #in(cycle: CycleDays | null): Map<string, Day | null> {
    if (this.#kept >= mostKept) {
      this.#byCycle.clear();
      this.#kept = 0;
    } else if (cycle === this.#lastCycle && this.#ofLast) return this.#ofLast;
    const key = cycle ? [cycle, ...(cycle.around ?? [])].map(({ first, last }) => `${first} ${last}`).join() : '';
    let known = this.#byCycle.get(key);
    if (!known) {
      known = new Map();
      this.#byCycle.set(key, known);
    }
    this.#lastCycle = cycle;
    this.#ofLast = known;
    return known;
  }
}

/** What a date means follows from it and its cycle alone, so that all parts of a project and all projects share these. */
export const days = new Days();
