import type { Amount, Unit } from './amount.ts';
import { scanAmount } from './scan.ts';
import { bareNumber, knownUnit, periodName, unitFromWord } from './units.ts';

/** A unit in words: letters of any script, with hyphens and the like inside; no digits, so that `5 apples 3` is no amount. */
const UNIT_WORDS = /^\p{L}[\p{L}\p{M}'’&-]*(?: \p{L}[\p{L}\p{M}'’&-]*){0,4}$/u;
const QUOTED = /^["“']([^"”']+)["”']$/;
const PER = /^(.*?)(?:^| )(?:per|\/) ?(\p{L}+)$/u;
/** Words that a half-typed amount ends in. */
const NO_UNIT = new Set(['of', 'per', 'out', 'out of', 'to', 'from', 'by', 'and']);
const unitOfTimes: Unit = { kind: 'word', name: 'times', outOf: null, per: null };
const LONGEST = 200;

/**
 * Reads a text that is one amount and nothing else: `72`, `8%`, `$10M`, `4.2 of 5`, `96h`, `20 per month`,
 * `12 "story-free sprints"`. Any word may be the unit. Null where the text is something else.
 * The span is the whole text, moved by `offset`.
 */
export function parseAmount(text: string, offset = 0): Amount | null {
  if (text.length > LONGEST) return null;
  const plain = plainAmount(text, offset);
  if (plain) return plain;
  const trimmed = text.trim();
  const scanned = scanAmount(trimmed, 0);
  if (!scanned) return null;
  const rest = trimmed.slice(scanned.span.end);
  const unit = rest === '' ? scanned.unit : withWords(scanned.unit, rest);
  return unit && { ...scanned, unit, text, span: { start: offset, end: offset + text.length } };
}

const percent = knownUnit('%') as Unit;
/** Figures of so many digits and their powers of ten are exact, and so is what dividing them gives. */
const MOST_DIGITS = 15;
const powers: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => Number(`1e${digits}`));

/** A figure without a sign, or one with `%`, which nearly all amounts in fields are: `42`, `4.2`, `8%`. Null where the text is any other. */
function plainAmount(text: string, offset: number): Amount | null {
  const isPercent = text.endsWith('%');
  const end = isPercent ? text.length - 1 : text.length;
  if (end === 0 || end > MOST_DIGITS) return null;
  let value = 0;
  let point = -1;
  for (let i = 0; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0 && i > 0 && i < end - 1) point = i;
    else return null;
  }
  if (point >= 0) value /= powers[end - point - 1] as number;
  const span = { start: offset, end: offset + text.length };
  return { value, unit: isPercent ? percent : bareNumber, text, signed: false, span };
}

/** The unit with the words that follow it: `orders`, `orders per month`, `"story-free sprints"`. */
function withWords(unit: Unit, rest: string): Unit | null {
  if (unit.kind !== 'number' || unit.per !== null) return null;
  const words = rest.trim().replace(/\s+/g, ' ').replace(QUOTED, '$1').trim();
  const per = PER.exec(words);
  const name = (per?.[1] ?? words).trim().replace(QUOTED, '$1');
  if (name !== '' && (!UNIT_WORDS.test(name) || NO_UNIT.has(name.toLowerCase()))) return null;
  const period = per ? periodName(per[2] as string) : null;
  const named = unitFromWord(name);
  // `2 times per month` counts how often something happens; it is no factor
  const counted = named.kind === 'multiple' && period !== null ? unitOfTimes : named;
  return { ...counted, outOf: unit.outOf, per: period };
}
