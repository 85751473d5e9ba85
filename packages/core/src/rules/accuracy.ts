/** How often rules that read sentences are right, as `npm run accuracy` measured it on the labelled texts of this project. */
import type { OptionValue } from '../config/config.ts';
import { accuracy } from './generated/accuracy.ts';

/** Texts by whether a rule reported them and whether it should have. */
export interface Counts {
  /** Reported, and rightly so. */
  readonly right: number;
  /** Reported, and should not have been. */
  readonly wrong: number;
  /** Not reported, and should have been. */
  readonly missed: number;
  /** Not reported, and rightly so. */
  readonly silent: number;
}

export interface RuleAccuracy {
  readonly all: Counts;
  /** Of these, the texts that were held back while the rule was tuned. */
  readonly held: Counts;
  /** Options under which it was measured, where they are not the usual ones. */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** Null for a rule that reads no sentences: it does not guess. */
export function accuracyOf(rule: string): RuleAccuracy | null {
  return accuracy[rule] ?? null;
}

/** What the page of a rule says about it, in a browser and in a terminal alike; null where nothing was measured. */
export function accuracyText(rule: string): string | null {
  const measured = accuracyOf(rule);
  if (!measured) return null;
  const { all, held, options } = measured;
  const settings = Object.entries(options ?? {}).map(([name, value]) => `\`${name}\`: ${String(value)}`);
  const under = settings.length > 0 ? `, with ${settings.join(', ')}` : '';
  return (
    `Measured on ${textsOf(all)} texts of our own that were labelled before${under}. It should report ${all.right + all.missed} of them: ` +
    `${rightOf(all)} of what it reports is right (precision), and it finds ${foundOf(all)} of what there is (recall). ` +
    `Of the ${textsOf(held)} texts that were held back while the rule was written, these are ${rightOf(held)} and ${foundOf(held)}.`
  );
}

export function textsOf({ right, wrong, missed, silent }: Counts): number {
  return right + wrong + missed + silent;
}

export function rightOf({ right, wrong }: Counts): string {
  return share(right, right + wrong);
}

export function foundOf({ right, missed }: Counts): string {
  return share(right, right + missed);
}

/** Never rounded up: 100% means that none was wrong. */
function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.floor((100 * part) / whole)}%`;
}
