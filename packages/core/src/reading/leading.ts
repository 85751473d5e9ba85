import type { Span } from '../model/span.ts';
import { isWordOf, lowerAt, type Parts, wordAt } from './context.ts';
import { isDash, isPlural, isRelational } from './figures.ts';
import { isBeforeVerb } from './lexicon/classes.ts';
import { doing, headNouns, type VerbEntry, verbForms } from './lexicon/verbs.ts';
import { rememberingLast } from './memory.ts';

/** The verb that a title begins with, and what kind of verb it is. */
export interface LeadingVerb {
  /** The verb in its base form: `launch`, also for `launched` and `launching`. */
  readonly verb: string;
  /**
   * - `activity`: what people do (`attend`, `analyse`, `help`)
   * - `output`: a thing brought into the world (`launch`, `build`, `publish`)
   * - `keeping`: a level held (`maintain`, `keep`)
   * - `movement`: a figure moved (`raise`, `cut`)
   */
  readonly kind: VerbEntry['class'];
  /** The verb as it stands in the title. */
  readonly span: Span;
}

/** A verb at the beginning of a sentence: the token that holds it. */
export interface FoundVerb {
  readonly at: number;
  readonly entry: VerbEntry;
}

/** The verb that a sentence begins with; `leadingVerb` says what is passed over. Null where there is none. */
export const leadingVerbOf: (parts: Parts) => FoundVerb | null = rememberingLast(findVerb);

function findVerb(parts: Parts): FoundVerb | null {
  let at = clauseBeginning(parts);
  while (isWordOf(parts, at, isBeforeVerb)) at++;
  const word = wordAt(parts, at);
  const phrase = phrasal.get(word);
  if (phrase && phrase.behind === wordAt(parts, at + 1)) return { at, entry: phrase.entry };
  if (word === 'do' && parts.tokens[at + 1]?.amount) return { at, entry: doing };
  const entry = verbForms.get(word);
  if (!entry || entry.form === 'third' || isNounUse(parts, at, entry)) return null;
  return { at, entry };
}

/** Verbs that are one only with the word behind them. */
const phrasal: ReadonlyMap<string, { readonly behind: string; readonly entry: VerbEntry }> = new Map(
  (
    [
      ['carry', 'out', 'activity'], // `carry on` keeps doing
      ['reach', 'out', 'activity'],
      ['kick', 'off', 'output'],
      ['spin', 'up', 'output'],
      ['go', 'live', 'output'],
      ['go', 'through', 'activity'],
      ['back', 'up', 'output'],
      ['deal', 'with', 'activity'],
      ['knock', 'on', 'activity'],
      ['take', 'part', 'activity'],
      ['go', 'to', 'activity'], // `Go to the gym 3x a week`
      ['bring', 'down', 'movement'],
      ['clean', 'up', 'output'],
    ] as const
  ).map(([base, behind, kind]) => [base, { behind, entry: { base, class: kind, form: 'base' } }]),
);

/** Behind `[P1]`, `2.`, `KR3:`, `Claims Care:`, `Marketing -`, `By May,` and bullets. */
export function clauseBeginning(parts: Parts): number {
  return parts.hasMark ? behindMarks(parts) : behindDate(parts, 0);
}

function behindMarks(parts: Parts): number {
  let at = 0;
  const { tokens } = parts;
  while (at < tokens.length) {
    const mark = lowerAt(parts, at);
    if (mark === '[' || mark === '(') {
      const close = bracketBehind(parts, at);
      if (close < 0) break;
      at = close + 1;
    } else if (tokens[at]?.kind === 'mark' && !/^["'#]$/.test(mark)) at++;
    else if (tokens[at]?.amount && /^[.):-]$/.test(lowerAt(parts, at + 1))) at += 2;
    else break;
  }
  for (let i = at; i < at + 5 && i + 1 < tokens.length; i++)
    if (lowerAt(parts, i) === ':' && wordAt(parts, i - 1) !== 're') return i + 1;
  for (let i = at + 1; i < at + 4 && i + 1 < tokens.length; i++) {
    if (isDash(lowerAt(parts, i)) && tokens[i]?.spaced && tokens[i + 1]?.spaced && isWork(parts, i + 1)) return i + 1;
  }
  return behindDate(parts, at);
}

/** Where the bracket closes that opens at `at`, if it does so soon; -1 where it does not. */
function bracketBehind(parts: Parts, at: number): number {
  for (let i = at + 1; i < at + 8; i++) if (/^[\])]$/.test(lowerAt(parts, i))) return i;
  return -1;
}

function isWork(parts: Parts, at: number): boolean {
  const kind = verbForms.get(wordAt(parts, at))?.class;
  return kind === 'output' || kind === 'activity';
}

/** `In Q3, migrate …`, `By May, write …`, `This quarter we redesign …` */
function behindDate(parts: Parts, from: number): number {
  if (parts.dates.length === 0) return from;
  const date = parts.dates.find(({ start }) => start === from || start === from + 1);
  if (!date || (date.start === from + 1 && !/^(?:in|by|until|before|during|this)$/.test(wordAt(parts, from))))
    return from;
  if (lowerAt(parts, date.next) === ',') return date.next + 1;
  return /^(?:we|i)$/.test(wordAt(parts, date.next)) ? date.next : from;
}

/** Nouns first of all: they are verbs only where what they do it to follows at once, `Plant 500 trees`, `Label every shelf`. */
const nounsFirst =
  /^(?:approach|block|blend|book|brew|carve|catalogue|compost|cook|display|drain|drill|dust|edit|flag|format|frame|grit|index|iron|journal|label|landscape|log|mail|mill|mix|mock|model|network|oil|pack|package|paint|paste|patrol|photograph|plant|plaster|process|profile|program|prospect|quiz|quote|rake|sand|scan|scout|script|seal|seed|segment|service|sort|sponsor|spray|stack|stage|steam|strip|sweep|tag|tile|tour|trek|tune|turf|tutor|tweet|type|video|wash|watch|water|wax|weed|wire|wrap)$/;
const determiner = /^(?:a|an|the|all|every|each|our|their|both|at|up|over)$/;

/** `build time`, `test coverage`, `support tickets`, `review of …`: the word names a thing and does not say to do it. */
function isNounUse(parts: Parts, at: number, entry: VerbEntry): boolean {
  const behind = parts.tokens[at + 1];
  // `improve quality` cannot be a noun; `increase in quality` can
  if (entry.class === 'movement' || entry.class === 'keeping') return /^(?:in|of)$/.test(behind?.lower ?? '');
  if (!behind) return entry.form !== 'base' || !/^(?:launch|build|ship|test|train)$/.test(entry.base);
  if (behind.kind === 'mark') return behind.lower === '-' && !behind.spaced ? true : behind.lower === ':';
  if (entry.form === 'past') return at === 0 && isDescribed(parts, at + 1);
  if (
    /^(?:of|rate|is|are|was|has|will|per|under|below|above|within|for|rises?|drops?|falls?|climbs?|grows?|from)$/.test(
      behind.lower,
    )
  ) {
    return !/^(?:work|look|listen|talk|speak)$/.test(entry.base) && behind.lower !== 'for' && behind.lower !== 'from';
  }
  if (entry.form === 'base' && nounsFirst.test(entry.base) && behind.amount === null && !determiner.test(behind.lower))
    return true;
  if (headNouns.has(behind.lower) || isMetric(parts, at)) return true;
  if (entry.base === 'record')
    return /^(?:revenue|turnout|sales|profits?|highs?|lows?|attendance|earnings|year|quarter|growth)$/.test(
      behind.lower,
    );
  // `design system adoption`, `help desk rating`: a head noun further on, with nothing but nouns in between
  for (let i = at + 2; i < at + 4; i++) {
    const word = wordAt(parts, i);
    if (word === '' || isRelational(word) || isRelational(wordAt(parts, i - 1)) || isPlural(wordAt(parts, i - 1)))
      return false;
    if (
      /^(?:rate|rating|score|time|frequency|coverage|adoption|volume|accuracy|usage|satisfaction|count|duration|latency)$/.test(
        word,
      )
    ) {
      // `Launch readiness score above 85`: a score has a value, whoever launches
      if (
        /^(?:score|rating|satisfaction)$/.test(word) &&
        /^(?:above|over|below|under|at|of|≥|≤|>|<|from|to|:)$/.test(lowerAt(parts, i + 1))
      )
        return true;
      return (
        entry.base !== 'define' &&
        entry.base !== 'track' &&
        entry.base !== 'monitor' &&
        entry.base !== 'review' &&
        entry.base !== 'launch'
      );
    }
  }
  return false;
}

/** `Repair turnaround under 3 days`, `Map downloads from 400 to 900`: bare nouns and then where they stand, so that the whole is a figure by name. */
function isMetric(parts: Parts, verb: number): boolean {
  for (let at = verb + 1; at < verb + 4; at++) {
    const word = wordAt(parts, at);
    if (word === '' || isRelational(word) || /^(?:our|their|its|my|new|more|weekly|monthly|daily)$/.test(word))
      return false;
    const amount = parts.tokens[at + 2]?.amount;
    if (!amount) continue;
    const lead = lowerAt(parts, at + 1);
    // `Ship parcels under 2 kg` and `Train drivers from 5 depots` have objects
    if (isPlural(word))
      return lead === 'from' && lowerAt(parts, at + 3) === 'to' && (parts.tokens[at + 4]?.amount ?? null) !== null;
    const measured = amount.unit.kind !== 'number' && amount.unit.kind !== 'word';
    return /^(?:below|under|above|over|from|≤|≥|<|>)$/.test(lead) || (measured && /^(?:at|up|down)$/.test(lead));
  }
  return false;
}

/** `Completed bookings`, `Retired gear sold within a month`: behind the participle a noun without article, so that it tells which one. */
function isDescribed(parts: Parts, at: number): boolean {
  const noun = wordAt(parts, at);
  if (noun === '' || isRelational(noun) || verbForms.has(noun) || /^(?:our|their|its|my|new|all|this)$/.test(noun))
    return false;
  if (isPlural(noun) && !/^(?:for|in|with|of)$/.test(wordAt(parts, at + 1))) return true;
  for (let i = at + 1; i < at + 4; i++) {
    if (
      /^(?:sold|is|are|has|have|will)$|.ed$/.test(wordAt(parts, i)) ||
      verbForms.get(wordAt(parts, i))?.form === 'third'
    )
      return true;
  }
  return false;
}
