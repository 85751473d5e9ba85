import { isCapital, isClauseStart, lowerAt, type Parts, wordAt } from './context.ts';
import { isPlural, isRelational } from './figures.ts';
import { isCoverage } from './lexicon/classes.ts';
import { massFailures } from './lexicon/names.ts';

/** Words that measure a share of a population without a figure: `all branches`, `every guest`, `no rower suffers`. */
export interface Coverage {
  readonly at: number;
  /** 100 for all of them, 0 for none of them, 50 for every second of them. */
  readonly percent: number;
}

/** The first such word of a sentence, or null. Rhythms (`every week`) and set phrases (`all-hands`, `above all`) are none. */
export function coverageOf(parts: Parts): Coverage | null {
  if ((parts.classes & isCoverage) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    if (parts.inDate[at]) continue;
    switch (lowerAt(parts, at)) {
      case 'all':
        if (isAll(parts, at)) return { at, percent: 100 };
        break;
      case 'every':
      case 'each':
        if (isEvery(parts, at)) return { at, percent: 100 / nthAt(parts, at + 1) };
        break;
      case 'everyone':
      case 'everybody':
        if (!nearly.test(wordAt(parts, at - 1))) return { at, percent: 100 };
        break;
      case 'entire':
      case 'whole':
        if (isWhole(parts, at)) return { at, percent: 100 };
        break;
      case 'nobody':
      case 'none':
        return { at, percent: 0 };
      case 'single': // `not a single outage`
        if (lowerAt(parts, at - 1) === 'a' && /^(?:not|without)$/.test(lowerAt(parts, at - 2)))
          return { at, percent: 0 };
        break;
      case 'no':
        if (isNone(parts, at)) return { at, percent: 0 };
        break;
    }
  }
  return null;
}

const happens = /^(?:is|has|paid|sent|lost|left|sold|made|done|built|held|met|goes|falls|with|without|open)$/;
/** `almost all` is no more a measure than `most`. */
const nearly = /^(?:almost|nearly|virtually|practically)$/;

const beforeIdiom = /^(?:at|above|after|they|we|it|you|them|us|over|and|first|of|not|best|that's)$/;
const behindIdiom =
  /^(?:about|along|around|day|night|year|week|long|set|good|clear|right|things|else|together|too|round|kinds|sorts|manner|hands|time|times|inclusive)$/;

function isAll(parts: Parts, at: number): boolean {
  if (nearly.test(wordAt(parts, at - 1))) return false;
  if (
    beforeIdiom.test(wordAt(parts, at - 1)) &&
    wordAt(parts, at - 1) !== 'of' &&
    wordAt(parts, at - 1) !== 'and' &&
    wordAt(parts, at - 1) !== 'at'
  )
    return false;
  if (
    /^(?:at|for)$/.test(wordAt(parts, at - 1)) &&
    parts.tokens[at + 1]?.kind !== 'word' &&
    parts.tokens[at + 1]?.kind !== 'amount'
  )
    return false;
  const behind = parts.tokens[at + 1];
  if (!behind || behind.kind === 'mark') return behind?.lower === '(' || behind?.lower === '"';
  if (behindIdiom.test(behind.lower)) return false;
  if (behind.lower === 'the') return !/^(?:time|way|while|more|same|best)$/.test(wordAt(parts, at + 2));
  if (wordAt(parts, at - 1) === 'at' && everywhere.test(behind.lower)) return false;
  return behind.lower === 'of' || behind.kind !== 'word' || !isRelational(behind.lower);
}

/** `at all levels`, `at every touchpoint`: everywhere, and nothing that could be counted. */
const everywhere = /^(?:levels?|touchpoints?|stages?|turn|turns|opportunity|times|step|steps|corner|costs?)$/;

const rhythm =
  /^(?:day|week|month|quarter|year|time|sprint|hour|minute|second|weekday|weekend|other|season|term|cycle|iteration|fortnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|single|step)$/;

function isEvery(parts: Parts, at: number): boolean {
  const behind = parts.tokens[at + 1];
  if (!behind || behind.kind === 'mark' || nearly.test(wordAt(parts, at - 1))) return false;
  if (behind.kind === 'amount') return behind.amount?.unit.kind !== 'duration';
  if (wordAt(parts, at - 1) === 'at' && everywhere.test(behind.lower)) return false;
  if (behind.lower === 'single') return !rhythm.test(wordAt(parts, at + 2));
  if (nths.has(behind.lower)) {
    const noun = wordAt(parts, at + 2);
    return noun !== '' && !rhythm.test(noun) && !isRelational(noun);
  }
  return !rhythm.test(behind.lower) && (behind.lower === 'of' || !isRelational(behind.lower));
}

/** `The entire fleet is electric`: of what the sentence is about, and not `the whole day` or `across the entire company`. */
function isWhole(parts: Parts, at: number): boolean {
  if (at > 1 || !/^(?:the|our)$/.test(lowerAt(parts, 0))) return false;
  for (let i = at + 2; i < at + 5; i++) {
    if (/^(?:is|are|has|have|runs?|uses?|works?)$/.test(wordAt(parts, i)) || /.{3}ed$/.test(wordAt(parts, i)))
      return true;
  }
  return false;
}

const nths: ReadonlyMap<string, number> = new Map([
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['tenth', 10],
]);

/** `every second customer`: one out of how many; 1 where there is no such word. */
function nthAt(parts: Parts, at: number): number {
  return nths.get(wordAt(parts, at)) ?? 1;
}

/** `No rower in the crew suffers …`, `with no critical bugs`, `no downtime`; not `No Jenkins`, `no longer`. */
function isNone(parts: Parts, at: number): boolean {
  if (/^(?:lose|miss)$/.test(wordAt(parts, at - 1))) return true;
  const place =
    isClauseStart(parts, at) ||
    /^(?:with|have|has|had|and|ensure|that|see|keep|maintain|,|there)$/.test(lowerAt(parts, at - 1)) ||
    /^(?:are|is|were)$/.test(lowerAt(parts, at - 1));
  if (!place) return false;
  const first = parts.tokens[at + 1];
  if (first?.kind === 'amount') return first.lower === 'one';
  if (
    first?.kind !== 'word' ||
    (isCapital(parts, at + 1) && !/\d|^[A-Z]+$/.test(parts.text.slice(first.start, first.end)))
  )
    return false;
  if (/^(?:longer|more|later|matter|need|fewer|less|further|doubt|other)$/.test(first.lower)) return false;
  for (let i = at + 1; i < at + 6 && parts.tokens[i]?.kind === 'word'; i++) {
    const word = wordAt(parts, i);
    if (isPlural(word) || massFailures.has(word)) return true;
    // `no critical vuln older than 30 days`
    if (i > at + 1 && /^(?:older|longer|later|larger|more)$/.test(word) && wordAt(parts, i + 1) === 'than') return true;
    // `No contract signed without …`, `No invoice paid late`
    if (i > at + 1 && (/.{3}ed$/.test(word) || happens.test(word))) return true;
  }
  return false;
}
