import type { Amount, Unit } from '../amounts/amount.ts';
import { bareNumber, knownUnit, periodName } from '../amounts/units.ts';
import { fractions, magnitudePlurals, magnitudes, numberWords } from './lexicon/numbers.ts';
import type { Token } from './tokens.ts';

/** `from 1 in 12 to 1 in 5`: a share in two figures, as percent. `Launch 3 in 5 cities` is none. */
function joinShares(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [few, word, many] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
    const before = tokens[i - 1]?.lower ?? '';
    const led = i === 0 || /^(?:from|to|than|least|only|just|nearly|about|around|is|are|for)$/.test(before);
    if (!led || word?.lower !== 'in' || !isCount(few) || !many || !isCount(many) || !isShare(few, many)) {
      joined.push(few);
      continue;
    }
    const span = { start: few.start, end: many.end };
    const written = text.slice(span.start, span.end);
    const value = Math.round(((few.amount?.value ?? 0) / (many.amount?.value ?? 1)) * 1000) / 10;
    const amount: Amount = { value, unit: knownUnit('%') as Unit, text: written, signed: false, span };
    joined.push({
      kind: 'amount',
      lower: written.toLowerCase(),
      start: few.start,
      end: many.end,
      spaced: few.spaced,
      amount,
    });
    i += 2;
  }
  return joined;
}

function isCount({ amount }: Token): boolean {
  return (
    amount?.unit.kind === 'number' && !amount.signed && amount.unit.outOf === null && Number.isInteger(amount.value)
  );
}

function isShare(few: Token, many: Token): boolean {
  const [part, whole] = [few.amount?.value ?? 0, many.amount?.value ?? 0];
  return part >= 1 && part < 10 && part < whole && whole <= 1000;
}

interface Numeral {
  readonly value: number;
  readonly unit: Unit;
  readonly next: number;
}

/** Makes amounts of numbers in words: `three`, `twenty-five`, `two hundred`, `six weeks`, `two thirds of`, `hundreds of`. */
export function readNumerals(tokens: readonly Token[], text: string): Token[] {
  const read: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const numeral = token.kind === 'mark' ? null : numeralAt(tokens, i);
    if (!numeral) {
      read.push(token);
      continue;
    }
    const end = (tokens[numeral.next - 1] as Token).end;
    const written = text.slice(token.start, end);
    const { value, unit } = numeral;
    const amount: Amount = { value, unit, text: written, signed: false, span: { start: token.start, end } };
    read.push({ kind: 'amount', lower: written.toLowerCase(), start: token.start, end, spaced: token.spaced, amount });
    i = numeral.next - 1;
  }
  return read.some(({ lower }) => lower === 'in') ? joinShares(read, text) : read;
}

function numeralAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at] as Token;
  if (token.kind === 'amount') return roundFigure(tokens, at);
  const often = howOften.get(token.lower);
  // `once` says a number only where a bound or a way stands before it: `at least once`, `from once a month to twice a week`
  if (often !== undefined && (often > 1 || /^(?:least|than|from|to)$/.test(tokens[at - 1]?.lower ?? ''))) {
    return timesPer(tokens, at + 1, often);
  }
  const first = numberWords.get(token.lower);
  const part = fractionAt(tokens, at, first);
  if (part) return part;
  const article = token.lower === 'a' || token.lower === 'half';
  if (first === undefined && !article && !magnitudePlurals.has(token.lower)) return null;
  let value = magnitudePlurals.get(token.lower) ?? first ?? 1;
  let next = at + 1;
  if (first !== undefined && first >= 20) {
    // `twenty-five`, `twenty five`
    const joined = isHyphen(tokens, next) ? next + 1 : next;
    const ones = numberWords.get(tokens[joined]?.lower ?? '');
    if (ones !== undefined && ones > 0 && ones < 10) {
      value += ones;
      next = joined + 1;
    }
  }
  const times = magnitudes.get(tokens[next]?.lower ?? '');
  if (times !== undefined) {
    value *= token.lower === 'half' ? times / 2 : times;
    next++;
  } else if (article) {
    return null;
  }
  return withUnit(tokens, next, value);
}

const howOften: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

/** `twice a week`: two times per week. */
function timesPer(tokens: readonly Token[], at: number, value: number): Numeral {
  const { unit, next } = withUnit(tokens, at, value);
  return unit.kind === 'number'
    ? { value, unit: { ...unit, kind: 'word', name: 'times' }, next }
    : { value, unit: bareNumber, next: at };
}

/** `10s of thousands`: no ten seconds. */
function roundFigure(tokens: readonly Token[], at: number): Numeral | null {
  if (!/^\d0+s$/.test((tokens[at] as Token).lower) || tokens[at + 1]?.lower !== 'of') return null;
  const value = Number.parseInt((tokens[at] as Token).lower, 10);
  const plural = magnitudePlurals.get(tokens[at + 2]?.lower ?? '');
  return { value: value * (plural ?? 1), unit: bareNumber, next: plural ? at + 3 : at + 1 };
}

/** `half of the`, `a third of`, `two thirds of`, as percent. */
function fractionAt(tokens: readonly Token[], at: number, count: number | undefined): Numeral | null {
  const word = (i: number) => tokens[i]?.lower ?? '';
  const named = word(at) === 'a' || count !== undefined ? (isHyphen(tokens, at + 1) ? at + 2 : at + 1) : at;
  const share = fractions.get(word(named));
  if (share === undefined || (named === at && word(at) !== 'half')) return null;
  const behind = word(named + 1);
  // `cut costs by a third`, `from a fifth to a third`
  const led =
    /^(?:by|than|least)$/.test(word(at - 1)) ||
    (/^(?:from|to)$/.test(word(at - 1)) && !word(named).startsWith('quarter'));
  if (named > at && led && behind !== 'party' && behind !== 'of') {
    return { value: Math.round(share * (count ?? 1) * 1000) / 10, unit: knownUnit('%') as Unit, next: named + 1 };
  }
  const of = behind === 'of' || (word(named) === 'half' && /^(?:the|our|all|its|their)$/.test(behind));
  // `the first half of 2026` is a time, `half the time` too
  if (!of || /^(?:first|second|1st|2nd|last|other)$/.test(word(at - 1)) || (named === at && word(at - 1) === 'the'))
    return null;
  const people = `${word(named + 2)} ${word(named + 3)}`;
  if (word(named).startsWith('quarter') && !/^(?:all|our|the \w+s\b|\w+s\b|\w+ed \w+s$)/.test(people)) return null;
  const percent = Math.round(share * (count ?? 1) * 1000) / 10;
  return { value: percent, unit: knownUnit('%') as Unit, next: named + 1 };
}

function withUnit(tokens: readonly Token[], at: number, value: number): Numeral {
  let next = at;
  let unit = bareNumber;
  const behind = tokens[next];
  if (behind?.kind === 'word' && behind.spaced) {
    const known = behind.lower.length > 2 ? knownUnit(behind.lower) : null;
    if (known && known.kind !== 'multiple') {
      unit = known;
      next++;
      if (known.kind === 'percent' && /^points?$/.test(tokens[next]?.lower ?? '')) {
        unit = knownUnit('pp') as Unit;
        next++;
      }
    }
  }
  if (
    unit.kind === 'number' &&
    behind?.lower === 'times' &&
    /^(?:per|an?|each|every)$/.test(tokens[next + 1]?.lower ?? '')
  ) {
    unit = { ...unit, kind: 'word', name: 'times' };
    next++;
  }
  const per = tokens[next]?.lower;
  const period = knownUnit(tokens[next + 1]?.lower ?? '');
  const rate = per === 'per' || (period?.kind === 'duration' && (per === 'a' || per === 'each' || per === 'every'));
  if (rate && tokens[next + 1]?.kind === 'word') {
    unit = { ...unit, per: periodName(tokens[next + 1]?.lower ?? '') };
    next += 2;
  }
  return { value, unit, next };
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.lower === '-' && !token.spaced && tokens[at + 1]?.spaced === false;
}
