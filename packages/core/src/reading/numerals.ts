import type { Unit } from '../amounts/amount.ts';
import { bareNumber, knownUnit, periodName } from '../amounts/units.ts';
import { isPartOfNumeral, mayBeginNumeral } from './lexicon/classes.ts';
import { fractions, magnitudePlurals, magnitudes, numberWords, timesWords } from './lexicon/numbers.ts';
import { amountToken, type Token } from './token.ts';

/** Behind what a share in two figures may stand, where it does not begin the sentence. */
const leadsToShare = /^(?:from|to|than|least|most|under|below|over|only|just|nearly|about|around|is|are|for)$/;

/** `from 1 in 12 to 1 in 5`: a share in two figures, as percent. `Launch 3 in 5 cities` is none. */
function joinShares(tokens: readonly Token[], text: string): readonly Token[] {
  const joined: Token[] = [];
  let next = 0;
  for (let i = 0; i + 2 < tokens.length; i++) {
    const few = tokens[i] as Token;
    if (few.amount === null || tokens[i + 1]?.lower !== 'in') continue;
    const many = tokens[i + 2] as Token;
    if (!isCount(few) || !isCount(many) || !isShare(few, many)) continue;
    if (i > 0 && !leadsToShare.test((tokens[i - 1] as Token).lower)) continue;
    const span = { start: few.start, end: many.end };
    const value = Math.round(((few.amount?.value ?? 0) / (many.amount?.value ?? 1)) * 1000) / 10;
    const amount = { value, unit: percent, text: text.slice(span.start, span.end), signed: false, span };
    for (; next < i; next++) joined.push(tokens[next] as Token);
    joined.push(amountToken(amount, few.spaced));
    i += 2;
    next = i + 1;
  }
  return next === 0 ? tokens : [...joined, ...tokens.slice(next)];
}

const percent = knownUnit('%') as Unit;

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
export function readNumerals(tokens: readonly Token[], text: string): readonly Token[] {
  const read: Token[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const numeral = mayBe(tokens, i) ? numeralAt(tokens, i) : null;
    if (!numeral) continue;
    const end = (tokens[numeral.next - 1] as Token).end;
    const { value, unit } = numeral;
    const span = { start: token.start, end };
    for (; next < i; next++) read.push(tokens[next] as Token);
    read.push(amountToken({ value, unit, text: text.slice(token.start, end), signed: false, span }, token.spaced));
    i = numeral.next - 1;
    next = numeral.next;
  }
  return joinShares(next === 0 ? tokens : [...read, ...tokens.slice(next)], text);
}

/** Whether a numeral may begin here, told from the word alone; of `a` and `half`, which stand everywhere, from the word behind them. */
function mayBe(tokens: readonly Token[], at: number): boolean {
  const { kind, classes, lower } = tokens[at] as Token;
  if (kind === 'amount') return lower.endsWith('0s');
  if (lower !== 'a') return (classes & mayBeginNumeral) !== 0 && kind !== 'mark';
  const behind = isHyphen(tokens, at + 1) ? at + 2 : at + 1;
  return (((tokens[behind]?.classes ?? 0) | (tokens[at + 1]?.classes ?? 0)) & isPartOfNumeral) !== 0;
}

function numeralAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at] as Token;
  if (token.kind === 'amount') return roundFigure(tokens, at);
  const often = timesWords.get(token.lower);
  // `once` says a number only where a bound or a way stands before it: `at least once`, `from once a month to twice a week`, `instead of once`
  if (often !== undefined && (often > 1 || /^(?:least|than|from|to|of)$/.test(tokens[at - 1]?.lower ?? ''))) {
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
  // `cut costs by a third`, `from a fifth to a third`, `a third fewer breakdowns`
  const led =
    /^(?:by|than|least|down|up)$/.test(word(at - 1)) ||
    /^(?:fewer|less|more|lower|higher|shorter|faster|off|majority)$/.test(behind) ||
    (/^(?:from|to)$/.test(word(at - 1)) && !word(named).startsWith('quarter'));
  if (named > at && led && behind !== 'party' && behind !== 'of') {
    return { value: Math.round(share * (count ?? 1) * 1000) / 10, unit: knownUnit('%') as Unit, next: named + 1 };
  }
  const of = behind === 'of' || (word(named) === 'half' && /^(?:the|our|all|its|their)$/.test(behind));
  // `half as many appeals as last year`
  if (word(named) === 'half' && behind === 'as' && /^(?:many|much|often|long)$/.test(word(named + 2)))
    return { value: 50, unit: knownUnit('%') as Unit, next: named + 1 };
  // `the first half of 2026` is a time, `half the time` too
  if (!of || /^(?:first|second|1st|2nd|last|other)$/.test(word(at - 1)) || (named === at && word(at - 1) === 'the'))
    return null;
  const people = `${word(named + 2)} ${word(named + 3)}`;
  if (
    word(named).startsWith('quarter') &&
    !/^(?:all|our|the \w+s\b|\w+s\b|\w+ed \w+s$|(?:revenue|income|turnover|staff|output|traffic|energy|waste|spend|power|funding|demand|profit|time)\b)/.test(
      people,
    )
  )
    return null;
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
    /^(?:per|an?|each|every|as|more)$/.test(tokens[next + 1]?.lower ?? '')
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
