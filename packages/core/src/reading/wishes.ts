import { isWordOf, lowerAt, type Parts, wordAt } from './context.ts';
import { isPlural, isRelational } from './figures.ts';
import type { FoundVerb } from './leading.ts';
import { isFelt, isVirtueNoun } from './lexicon/classes.ts';
import { abstractNouns, businessMetrics, mereGood } from './lexicon/nouns.ts';
import { handiwork, verbForms } from './lexicon/verbs.ts';
import { saysWhatFor } from './purposes.ts';

/** More words than this say enough to be no empty wish. */
const SHORT = 9;
const wishVerbs = /^(?:be|become|do|get|have|create)$/;
const comparatives = /^(?:better|nicer|further|faster|quicker|stronger|bigger|greater|higher|improved|smarter|more)$/;
/** How people are to do what they do anyway. */
const sounder =
  /^(?:better|more|less|smarter|faster|harder|healthier|happier|greener|leaner|fitter|wiser|bolder|safer)$/;
const living = /^(?:live|eat|sleep|feel|work|think|act|cook|train|write|read|sell|play|communicate|plan|decide|lead)$/;
const conquests = /^(?:conquer|dominate|rule|own|disrupt|change|save|crush|kill)$/;
const whatNobodyWins = /^(?:world|planet|universe|globe|market|industry|internet|competition)$/;
/** To be known: without a word about what anybody would do then. */
const being = /^(?:awareness|visibility|recognition|presence|profile|exposure)$/;
const giving =
  /^(?:drive|ensure|promote|enable|deliver|leverage|achieve|support|create|build|provide|generate|unlock|pursue)$/;
/** What every firm wants to be. */
const fashions =
  /^(?:driven|centric|oriented|focused|focussed|agile|digital|lean|sustainable|transparent|professional|flexible|resilient)$/;
const forming = /^(?:develop|upskill|train|empower|engage|motivate|educate|qualify)$/;
const ownPeople = /^(?:people|employees|staff|workforce|team|teams|managers|leaders|colleagues|personnel)$/;
const changes =
  /^(?:reduction|optimi[sz]ation|improvement|increase|expansion|enhancement|acceleration|strengthening)s?$/;
/** What is done to things without end: `bug fixes`, `cleanups`. */
const upkeep = /^(?:fixes|improvements|enhancements|optimi[sz]ations|tweaks|cleanups|updates|upgrades)$/;
const fine =
  /^(?:motivated|engaged|stable|strong|healthy|reliable|loyal|skilled|modern|robust|excellent|solid|smooth|skilled|qualified)$/;
const figureVerbs =
  /^(?:increase|raise|grow|boost|lift|reduce|decrease|lower|cut|shorten|shrink|minimi[sz]e|maximi[sz]e|rise|fall|drop|slash|trim)$/;

/**
 * Whether an objective wishes for more or better, or names a figure that is to move, and says nothing of who, how or what for; null where it
 * says enough.
 */
export function emptiness(parts: Parts, verb: FoundVerb | null): 'wish' | 'metric' | null {
  const words = parts.tokens.filter(({ kind }) => kind === 'word');
  if (isBareBetterment(parts, words.length) || isForVirtue(parts)) return 'wish';
  if (words.length === 0 || words.length > SHORT) return null;
  const virtue = words.some(({ lower, classes }) => (classes & isVirtueNoun) !== 0 && lower !== 'awareness');
  if (
    isOwnPeople(parts, words.length) ||
    isBeingKnown(parts, verb) ||
    isSlogan(parts, words.length) ||
    isBestOfAll(parts, words.length) ||
    isValue(parts) ||
    isVirtuesOnly(parts, words.length) ||
    isBareManner(parts, verb, words.length)
  )
    return 'wish';
  // with whom a virtue is to be shared says nothing of what it would be good for
  if (saysWhatFor(parts, verb ? verb.at + 1 : 0, virtue ? /^with$/ : null)) return null;
  if (words.some(({ classes }) => (classes & isFelt) !== 0)) return null;
  if (!virtue && words.some(({ lower }) => /^(?:among|between)$/.test(lower))) return null; // it says among whom
  if (verb?.entry.class === 'movement') {
    // `Extend the reach of the museum to new neighbourhoods`
    if (
      /^(?:extend|expand|spread)$/.test(verb.entry.base) &&
      words.some(({ lower }) => /^(?:to|into|beyond)$/.test(lower))
    )
      return null;
    return figureVerbs.test(verb.entry.base) && namesMetric(parts, verb.at + 1) ? 'metric' : 'wish';
  }
  const first = wordAt(parts, 0);
  const last = words.at(-1)?.lower ?? '';
  // `Sell more`, `Hire more people`, `Be the best`
  if (wordAt(parts, 1) === 'more' && words.length <= 3) return namesMetric(parts, 2) ? 'metric' : 'wish';
  if (isConquest(parts, words.length)) return 'wish';
  if (words.length === 2 && living.test(first) && sounder.test(last)) return 'wish';
  if (wishVerbs.test(first) && words.some(({ lower }) => comparatives.test(lower))) return 'wish';
  const thing = /^(?:our|the)$/.test(wordAt(parts, 1));
  if (first === 'make' && words.length <= (thing ? 6 : 4) && mereGood.has(last)) return 'wish';
  // `Become data-driven`, `Become agile`
  if (/^(?:be|become)$/.test(first) && words.length <= 4 && (mereGood.has(last) || fashions.test(last))) return 'wish';
  if (isOfFashion(parts, words.length)) return 'wish';
  // `Have happy members`
  if (/^(?:have|get)$/.test(first) && words.length === 3 && isFine(wordAt(parts, 1)) && isPlural(last)) return 'wish';
  if (giving.test(first) && isVirtue(parts, 1, words.length > 6)) return 'wish';
  // `Excellence in public service`
  if (words.length <= 5 && isWordOf(parts, 0, isVirtueNoun) && wordAt(parts, 1) === 'in') return 'wish';
  if (isUpkeep(parts, words.length)) return 'wish';
  if (/^(?:more|higher|better|greater|less|lower|fewer)$/.test(first) && words.length <= 5)
    return namesMetric(parts, 1) ? 'metric' : 'wish';
  if (words.length > 3) return null;
  if (/^(?:up|down)$/.test(last) && namesMetric(parts, 0)) return 'metric';
  if (words.length !== parts.tokens.length || isVerbFirst(first)) return null;
  // `Cost reduction`
  if (words.length === 2 && changes.test(last)) return 'wish';
  // `Innovation`, `Financial health`, `Happy customers`
  return abstractNouns.has(last) || (words.length > 1 && isFine(first) && isPlural(last)) ? 'wish' : null;
}

function isFine(word: string): boolean {
  return mereGood.has(word) || fine.test(word);
}

/** `Become an agile authority`, `Be a data-driven company`: what every firm wants to be, and nothing of what it would do otherwise. */
function isOfFashion(parts: Parts, words: number): boolean {
  if (!/^(?:be|become)$/.test(wordAt(parts, 0)) || !/^(?:an?|the|more)$/.test(wordAt(parts, 1)) || words > 5)
    return false;
  const last = parts.tokens.length - 1;
  const isWhole = parts.tokens.every(({ lower, kind }) => kind === 'word' || lower === '-');
  return isWhole && fashions.test(wordAt(parts, last - 1)) && !isRelational(wordAt(parts, last));
}

/** `Conquer the planet`, `Dominate the market` */
function isConquest(parts: Parts, words: number): boolean {
  const last = wordAt(parts, words - 1);
  return words <= 4 && conquests.test(wordAt(parts, 0)) && wordAt(parts, 1) === 'the' && whatNobodyWins.test(last);
}

const heldHigh =
  /^(?:safety|quality|service|customers?|clients?|people|patients?|members?|guests?|users?|digital|mobile)$/;

/** `Safety first!`, `Take our bakery to the next level` */
function isSlogan(parts: Parts, words: number): boolean {
  if (words === 2) return wordAt(parts, 1) === 'first' && heldHigh.test(wordAt(parts, 0));
  const end =
    wordAt(parts, words - 1) === 'level' && wordAt(parts, words - 2) === 'next' && wordAt(parts, words - 4) === 'to';
  return end && words <= 8;
}

/** `Increase awareness for our museum`: whose it is says nothing of what it would be good for. */
function isBeingKnown(parts: Parts, verb: FoundVerb | null): boolean {
  if (verb?.at !== 0 || verb.entry.class !== 'movement') return false;
  const known = [1, 2, 3].find((at) => being.test(wordAt(parts, at)));
  if (known === undefined || !/^(?:of|for)$/.test(wordAt(parts, known + 1))) return false;
  if (!/^(?:our|the|my)$/.test(wordAt(parts, known + 2))) return false;
  const rest = parts.tokens.slice(known + 3);
  return rest.length <= 3 && !rest.some(({ lower }) => isRelational(lower));
}

/** `Be the best`, `Become the leading provider`, `Be the best dental practice`: of what kind is said, and not for whom or in what. */
function isBestOfAll(parts: Parts, words: number): boolean {
  const at = wordAt(parts, 1) === 'the' ? 2 : 1;
  const praise = wordAt(parts, at);
  if (
    !/^(?:be|become)$/.test(wordAt(parts, 0)) ||
    words !== parts.tokens.filter(({ lower }) => !/^[.!]$/.test(lower)).length
  )
    return false;
  if (words === at + 1) return /^(?:best|better|great)$/.test(praise);
  if (praise === 'best' && isAllWeDo(parts, at + 1)) return true;
  if (at === 1 || words > at + 3 || !/^(?:best|leading|greatest|premier|finest)$/.test(praise)) return false;
  return parts.tokens.every(({ lower }, i) => i < at || !isRelational(lower));
}

/** `in what we do`, `at everything we do` */
function isAllWeDo(parts: Parts, at: number): boolean {
  return (
    /^(?:in|at)$/.test(wordAt(parts, at)) &&
    /^(?:what|everything|all|whatever)$/.test(wordAt(parts, at + 1)) &&
    /^(?:|we|i)$/.test(wordAt(parts, at + 2))
  );
}

/** `Become better at turning rooms around`, `Get further with partners`, `Do good work`: better, and nothing of how one would see it. */
function isBareBetterment(parts: Parts, words: number): boolean {
  const [first, second, third] = [wordAt(parts, 0), wordAt(parts, 1), wordAt(parts, 2)];
  if (words > 7 || parts.tokens.some(({ lower }) => /^(?:so|that|because|than|who|until)$/.test(lower))) return false;
  if (first === 'do')
    return (
      /^(?:good|great|better|excellent)$/.test(second) &&
      (words <= 3 || (words === 4 && /^(?:work|job|things)$/.test(third)))
    );
  return /^(?:be|become|get)$/.test(first) && comparatives.test(second) && /^(?:at|in|with)$/.test(third);
}

/** `Develop our people`, `Upskill our workforce`: what every employer should do, and nothing of what they could do then. */
function isOwnPeople(parts: Parts, words: number): boolean {
  const last = parts.tokens.length - 1;
  return words <= 3 && words === last + 1 && forming.test(wordAt(parts, 0)) && ownPeople.test(wordAt(parts, last));
}

/** `Work smarter`, `Communicate better`, `Develop leadership`: a verb and a comparative or a virtue, and no more. */
function isBareManner(parts: Parts, verb: FoundVerb | null, words: number): boolean {
  const last = parts.tokens.length - 1;
  if (verb?.at !== 0 || words > 3 || words !== last + 1) return false;
  return comparatives.test(wordAt(parts, last)) || (words === 2 && isWordOf(parts, last, isVirtueNoun));
}

/** `Product improvements & bug fixes`: nothing but kinds of upkeep. */
function isUpkeep(parts: Parts, words: number): boolean {
  if (words > 5 || !upkeep.test(wordAt(parts, parts.tokens.length - 1))) return false;
  return words <= 3 || parts.tokens.some(({ lower }) => /^(?:&|and|,)$/.test(lower));
}

/** `process improvement` and `network expansion` begin with nouns. */
function isVerbFirst(word: string): boolean {
  const base = verbForms.get(word)?.base;
  return base !== undefined && !handiwork.has(base);
}

/** `Leverage synergies to drive excellence`, `Synergies & excellence`, `Marketing`: one virtue for the sake of another, or a department. */
function isVirtuesOnly(parts: Parts, words: number): boolean {
  if (words === 1) return departments.test(wordAt(parts, 0));
  if (words > 7 || !isWordOf(parts, parts.tokens.length - 1, isVirtueNoun)) return false;
  for (let at = 1; at + 1 < parts.tokens.length; at++) {
    if (!isWordOf(parts, at - 1, isVirtueNoun)) continue;
    if (/^(?:and|&)$/.test(lowerAt(parts, at)) && at <= 2) return true;
    if (lowerAt(parts, at) === 'to' && giving.test(wordAt(parts, 0)) && giving.test(wordAt(parts, at + 1))) return true;
  }
  return false;
}

/** `Leverage our skills in carpentry to drive synergies and stakeholder value` */
function isForVirtue(parts: Parts): boolean {
  if (wordAt(parts, 0) !== 'leverage') return false;
  const to = parts.tokens.findIndex(({ lower }, at) => lower === 'to' && giving.test(wordAt(parts, at + 1)));
  return to > 0 && (isWordOf(parts, to + 2, isVirtueNoun) || isWordOf(parts, to + 3, isVirtueNoun));
}

const departments =
  /^(?:marketing|sales|finance|hr|operations|support|recruiting|recruitment|logistics|production|procurement|communications|hiring|it)$/;

/** `Deliver value to shareholders` */
function isValue(parts: Parts): boolean {
  const at = /^(?:more|real|added|sustainable|long-term)$/.test(wordAt(parts, 1)) ? 2 : 1;
  return (
    /^(?:deliver|create|add|provide|generate)$/.test(wordAt(parts, 0)) &&
    wordAt(parts, at) === 'value' &&
    parts.tokens.length <= at + 4
  );
}

/** Whether the phrase that begins at `from` ends in a figure by name: `patient throughput this year`, `our costs`. */
function namesMetric(parts: Parts, from: number): boolean {
  let last = from - 1;
  for (let at = from; at < parts.tokens.length && !parts.inDate[at]; at++) {
    const word = wordAt(parts, at);
    if (word === '' || /^(?:in|of|across|and|by|to|on|at|from|throughout|up|down)$/.test(word)) break;
    last = at;
  }
  return last >= from && businessMetrics.has(wordAt(parts, last));
}

/** A virtue behind a verb that only promises it: `drive growth`, `synergies across all teams`. `long`: where it says more than where, it is none. */
function isVirtue(parts: Parts, from: number, long: boolean): boolean {
  let words = 0;
  for (let at = from; words < 3 && at < parts.tokens.length; at++) {
    // `cross-functional` is one word
    if (lowerAt(parts, at + 1) === '-' || lowerAt(parts, at) === '-') continue;
    words++;
    if (!isWordOf(parts, at, isVirtueNoun)) continue;
    const behind = parts.tokens[at + 1];
    if (long) return /^(?:across|throughout)$/.test(behind?.lower ?? '');
    return (
      !behind || parts.inDate[at + 1] === true || /^(?:[.!]|across|and|in|throughout|of|everywhere)$/.test(behind.lower)
    );
  }
  return false;
}
