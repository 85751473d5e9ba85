import type { DatePhrase } from '../dates/phrase.ts';
import { readDatePhrase } from '../dates/phrase.ts';
import { withEnglishFigures } from './commas.ts';
import { languageOf } from './language.ts';
import { isArticle, mayBeginDate } from './lexicon/classes.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokens.ts';

/** A date phrase in a sentence: the tokens from `start` up to `next`. */
export interface DateSpot {
  readonly phrase: DatePhrase;
  readonly start: number;
  readonly next: number;
}

/** A sentence taken apart: what every recogniser looks at. */
export interface Parts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly dates: readonly DateSpot[];
  /** For each token up to the last of a date, whether it belongs to one. */
  readonly inDate: readonly boolean[];
  readonly language: 'english' | 'other';
  /** The bits of all classes that a token is in, see `lexicon/classes`: what has none of a class need not be looked through for it. */
  readonly classes: number;
  readonly hasAmount: boolean;
  readonly hasMark: boolean;
}

/**
 * A sentence taken apart. Several questions are asked of the same sentence one after the other, and taking it apart costs more than
 * most answers: the last one is kept.
 */
export function partsOfSentence(text: string): Parts {
  if (text !== last.text) last = takenApart(text);
  return last;
}

let last: Parts = {
  text: '',
  tokens: [],
  dates: [],
  inDate: [],
  language: 'english',
  classes: 0,
  hasAmount: false,
  hasMark: false,
};

function takenApart(text: string): Parts {
  let read = tokenise(text);
  const language = languageOf(read, text);
  if (language === 'other') {
    const english = withEnglishFigures(text);
    if (english !== text) read = tokenise(english);
  }
  const { tokens, classes } = read;
  const hasAmount = read.amounts > 0;
  const { dates, inDate } = hasAmount || (classes & mayBeginDate) !== 0 ? datesIn(tokens, text) : withoutDates;
  return { text, tokens, dates, inDate, language, classes, hasAmount, hasMark: read.marks > 0 };
}

const withoutDates: Pick<Parts, 'dates' | 'inDate'> = { dates: [], inDate: [] };

function datesIn(tokens: readonly Token[], text: string): Pick<Parts, 'dates' | 'inDate'> {
  const dates: DateSpot[] = [];
  const inDate: boolean[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!mayBegin((token.classes & isArticle) === 0 ? token : (tokens[i + 1] ?? token))) continue;
    const found = readDatePhrase(tokens, i);
    if (!found || !isMeant(text, tokens, found.phrase, i, found.next)) continue;
    dates.push({ phrase: found.phrase, start: i, next: found.next });
    while (inDate.length < i) inDate.push(false);
    while (inDate.length < found.next) inDate.push(true);
    i = found.next - 1;
  }
  return dates.length === 0 ? withoutDates : { dates, inDate };
}

function mayBegin({ kind, amount, lower, classes }: Token): boolean {
  if (kind === 'date') return true;
  if (kind === 'amount') return lower.length <= 5 && amount?.unit.kind === 'number';
  return kind === 'word' && (classes & mayBeginDate) !== 0;
}

const timePrepositions = new Set([
  ...[
    'by',
    'in',
    'of',
    'until',
    'till',
    'before',
    'since',
    'from',
    'during',
    'after',
    'end',
    'late',
    'early',
    'mid',
    'through',
  ],
  ...[
    'for',
    'on',
    'to',
    'vs',
    'versus',
    'than',
    'the',
    'over',
    'throughout',
    'within',
    'and',
    'or',
    'starting',
    '-',
    '–',
    '/',
    '(',
    ',',
  ],
]);

/** Whether words that may be a date are one: `may` and `march` are verbs too, and `2000 visitors` are no year. */
function isMeant(text: string, tokens: readonly Token[], phrase: DatePhrase, at: number, next: number): boolean {
  const token = tokens[at] as Token;
  const before = at > 0 ? (tokens[at - 1] as Token).lower : '';
  if (/^(?:may|march|mar|dec|sep|fall|spring)$/.test(token.lower) && next === at + 1) {
    const capital = text.charCodeAt(token.start) < 97;
    if (!capital && /^(?:spring|fall)$/.test(token.lower) && /^(?:than|vs|versus|since|last|during)$/.test(before))
      return true;
    if (!capital && token.lower === 'spring' && /^(?:in|to|with)$/.test(before)) return true;
    return capital ? timePrepositions.has(before) : /^(?:by|until|before|this|next|come)$/.test(before);
  }
  if (token.lower === 'current' && tokens[at + 1]?.amount) return false; // `from its current 9 days`
  if (token.kind === 'amount' && phrase.kind === 'span' && next === at + 1) return isYear(text, tokens, at);
  if (phrase.kind === 'near' && phrase.which === 'past' && phrase.period === 'day' && phrase.count === 1) return false;
  return true;
}

/** Verbs behind which a number in the range of years counts something. */
const reaching =
  /^(?:reach|get|gain|acquire|sign|hit|attract|add|win|sell|onboard|collect|plant|serve|train|over|than|least|another|to)$/;
const yearPrepositions =
  /^(?:in|by|since|until|before|after|during|end|of|for|through|throughout|vs|than|from|year|season|-|\/)$/;

function isYear(text: string, tokens: readonly Token[], at: number): boolean {
  const value = tokens[at]?.amount?.value ?? 0;
  const before = at > 0 ? (tokens[at - 1] as Token).lower : '';
  const behind = tokens[at + 1];
  if (behind?.lower === '+' && !behind.spaced) return false;
  if (before === ':' && !tokens[at]?.spaced) return false; // `ISO/IEC 42001:2023`
  const noun = behind?.kind === 'word' && behind.spaced && text.charCodeAt(behind.start) >= 97;
  if (value >= 2015 && value < 2040) return !(noun && reaching.test(before));
  return yearPrepositions.test(before) && !noun;
}

/** The word of a token, or '' where there is no word. */
export function wordAt(parts: Parts, at: number): string {
  const token = tokenAt(parts, at);
  return token !== undefined && token.kind === 'word' ? token.lower : '';
}

/** The token at a place, which may be beyond the ends: to look up an element before the first is slow. */
export function tokenAt({ tokens }: Parts, at: number): Token | undefined {
  return at >= 0 && at < tokens.length ? tokens[at] : undefined;
}

/** Whether a word is in a class of words, see `lexicon/classes`. */
export function isWordOf(parts: Parts, at: number, wordClass: number): boolean {
  const token = tokenAt(parts, at);
  return token !== undefined && (token.classes & wordClass) !== 0 && token.kind === 'word';
}

/** A token as it is compared, word or sign, or '' beyond the ends. */
export function lowerAt(parts: Parts, at: number): string {
  const token = tokenAt(parts, at);
  return token === undefined ? '' : token.lower;
}

/** Whether a token begins with a capital letter. */
export function isCapital(parts: Parts, at: number): boolean {
  const token = tokenAt(parts, at);
  if (token?.kind !== 'word') return false;
  const first = parts.text.charAt(token.start);
  return first !== first.toLowerCase();
}

/** The first word that begins a clause, -1 where there is none. */
export function firstWordAt(parts: Parts): number {
  return parts.tokens.findIndex((_, at) => isClauseStart(parts, at) && wordAt(parts, at) !== '');
}

/** Whether a clause begins at `at`: the sentence, or behind a colon, bracket, stop, semicolon or bullet. */
export function isClauseStart(parts: Parts, at: number): boolean {
  if (at <= 0) return true;
  const before = parts.tokens[at - 1] as Token;
  return (
    before.kind === 'mark' && (/^[:;.!?\])•*]$/.test(before.lower) || (/^[–-]$/.test(before.lower) && before.spaced))
  );
}
