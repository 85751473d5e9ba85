import type { Amount, Unit } from './amount.ts';
import { plainFigure } from './figure.ts';
import { scanAmount } from './scan.ts';
import { bareNumber, knownUnit, periodName, unitFromWord } from './units.ts';

/** A unit in words: letters of any script, with hyphens and the like inside; no digits, so that `5 apples 3` is no amount. */
const UNIT_WORDS = /^[\p{L}°][\p{L}\p{M}'’&²³-]*(?: \p{L}[\p{L}\p{M}'’&-]*){0,4}$/u;
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
  return plainAmount(text, offset) ?? usualAmount(text, offset) ?? anyAmount(text, offset);
}

function anyAmount(text: string, offset: number): Amount | null {
  const trimmed = text.trim();
  const scanned = scanAmount(trimmed, 0);
  if (!scanned) return null;
  const rest = trimmed.slice(scanned.span.end);
  const unit = rest === '' ? scanned.unit : withWords(scanned.unit, rest);
  return unit && { ...scanned, unit, text, span: { start: offset, end: offset + text.length } };
}

const percent = knownUnit('%') as Unit;

/** A figure without a sign, or one with `%`, which nearly all amounts in fields are: `42`, `4.2`, `8%`. Null where the text is any other. */
function plainAmount(text: string, offset: number): Amount | null {
  const isPercent = text.endsWith('%');
  const value = plainFigure(text, 0, isPercent ? text.length - 1 : text.length);
  if (Number.isNaN(value)) return null;
  const span = { start: offset, end: offset + text.length };
  return { value, unit: isPercent ? percent : bareNumber, text, signed: false, span };
}

/** What a figure counts in, and what it is multiplied by, when it ends in ` days`, `k USD` or ` of 5`. */
interface Tail {
  readonly factor: number;
  readonly unit: Unit;
}

/** So many tails are remembered, none of them longer than a unit and its period. */
const MOST_TAILS = 500;
const LONGEST_TAIL = 24;
const tails = new Map<string, Tail | null>();

/**
 * A plain figure with a tail: the same few tails come again and again, and taking one apart needs eight patterns. Null where the text is something
 * else, or the tail may mean something else behind another figure.
 */
function usualAmount(text: string, offset: number): Amount | null {
  const end = figureEnd(text);
  if (end === 0 || text.length - end > LONGEST_TAIL) return null;
  const figure = plainFigure(text, 0, end);
  if (Number.isNaN(figure)) return null;
  const tail = tailOf(text.slice(end));
  if (tail === null) return null;
  const { factor, unit } = tail;
  const value = figure * factor;
  if (unit.outOf !== null && value > unit.outOf) return null;
  return { value, unit, text, signed: false, span: { start: offset, end: offset + text.length } };
}

/** Where the digits that a text begins with end, with decimals among them; 0 where what follows may belong to the figure. */
function figureEnd(text: string): number {
  let end = 0;
  let code = text.charCodeAt(0);
  while ((code >= 48 && code <= 57) || code === 46) code = text.charCodeAt(++end);
  return code === 44 || code === 95 ? 0 : end;
}

function tailOf(written: string): Tail | null {
  const known = tails.get(written);
  if (known !== undefined) return known;
  if (tails.size >= MOST_TAILS) tails.clear();
  const one = anyAmount(`1${written}`, 0);
  // a scale holds only figures up to its top, which is tried out with every figure
  const isSure = one !== null && (one.unit.outOf !== null || !/\d/.test(written));
  const tail = isSure ? { factor: one.value, unit: one.unit } : null;
  tails.set(written, tail);
  return tail;
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
