import { edges, endAbbreviations, months, nextWords, pastWords, periods, seasons } from '../dates/lexicon.ts';
import type { DatePhrase } from '../dates/phrase.ts';
import { readDatePhrase } from '../dates/phrase.ts';
import { languageOf } from './language.ts';
import { type Token, tokenise } from './tokens.ts';

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
  /** For each token, whether it belongs to a date. */
  readonly inDate: readonly boolean[];
  readonly language: 'english' | 'other';
}

/**
 * A sentence taken apart. Several questions are asked of the same sentence one after the other, and taking it apart costs more than
 * most answers: the last one is kept.
 */
export function partsOfSentence(text: string): Parts {
  if (text !== last.text) last = takenApart(text);
  return last;
}

let last: Parts = { text: '', tokens: [], dates: [], inDate: [], language: 'english' };

function takenApart(text: string): Parts {
  const tokens = tokenise(text);
  const dates: DateSpot[] = [];
  const inDate: boolean[] = tokens.map(() => false);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!mayBeginDate(articles.has(token.lower) ? (tokens[i + 1] ?? token) : token)) continue;
    const found = readDatePhrase(tokens, i);
    if (!found || !isMeant(text, tokens, found.phrase, i, found.next)) continue;
    dates.push({ phrase: found.phrase, start: i, next: found.next });
    for (let j = i; j < found.next; j++) inDate[j] = true;
    i = found.next - 1;
  }
  return { text, tokens, dates, inDate, language: languageOf(tokens, text) };
}

const dateWords: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...edges.keys(),
  ...endAbbreviations.keys(),
  ...seasons,
  ...nextWords,
  ...pastWords,
  ...periods.keys(),
  ...[
    'the',
    'this',
    'these',
    'our',
    'current',
    'very',
    'fy',
    'fiscal',
    'cw',
    'first',
    'second',
    'third',
    'fourth',
    'final',
  ],
]);

/** Words before which a date phrase may begin; the word behind them tells whether one does. */
const articles: ReadonlySet<string> = new Set(['the', 'this', 'these', 'our']);

function mayBeginDate(token: Token): boolean {
  if (token.kind === 'date') return true;
  if (token.kind === 'amount') return token.lower.length <= 5 && token.amount?.unit.kind === 'number';
  if (token.kind !== 'word') return false;
  if (dateWords.has(token.lower)) return true;
  const first = token.lower.charCodeAt(0);
  // `q3`, `h2`, `fy26`, `eoq3`, `3q`, `31st`, `quarter's`
  const numbered = first === 113 || first === 104 || first === 102 || first === 101 || (first >= 48 && first <= 57);
  return (numbered && /\d/.test(token.lower)) || (token.lower.endsWith("'s") && periods.has(token.lower.slice(0, -2)));
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
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:may|march|mar|dec|sep|fall|spring)$/.test(token.lower) && next === at + 1) {
    const capital = text.charCodeAt(token.start) < 97;
    return capital ? timePrepositions.has(before) : /^(?:by|until|before|this|next)$/.test(before);
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
  const before = tokens[at - 1]?.lower ?? '';
  const behind = tokens[at + 1];
  if (behind?.lower === '+' && !behind.spaced) return false;
  if (before === ':' && !tokens[at]?.spaced) return false; // `ISO/IEC 42001:2023`
  const noun = behind?.kind === 'word' && behind.spaced && text.charCodeAt(behind.start) >= 97;
  if (value >= 2015 && value < 2040) return !(noun && reaching.test(before));
  return yearPrepositions.test(before) && !noun;
}

/** The word of a token, or '' where there is no word. */
export function wordAt(parts: Parts, at: number): string {
  const token = parts.tokens[at];
  return token?.kind === 'word' ? token.lower : '';
}

/** A token as it is compared, word or sign, or '' beyond the ends. */
export function lowerAt(parts: Parts, at: number): string {
  return parts.tokens[at]?.lower ?? '';
}

/** Whether a token begins with a capital letter. */
export function isCapital(parts: Parts, at: number): boolean {
  const token = parts.tokens[at];
  if (token?.kind !== 'word') return false;
  const first = parts.text.charAt(token.start);
  return first !== first.toLowerCase();
}

/** Whether a clause begins at `at`: the sentence, or behind a colon, bracket, stop, semicolon or bullet. */
export function isClauseStart(parts: Parts, at: number): boolean {
  if (at <= 0) return true;
  const before = parts.tokens[at - 1] as Token;
  return (
    before.kind === 'mark' && (/^[:;.!?\])•*]$/.test(before.lower) || (/^[–-]$/.test(before.lower) && before.spaced))
  );
}
