import type { Amount } from '../amounts/amount.ts';
import { knownUnit } from '../amounts/units.ts';
import { isCapital, isClauseStart, lowerAt, type Parts, tokenAt, wordAt } from './context.ts';
import { fallingWords, risingWords } from './lexicon/directions.ts';
import {
  ambiguousNames,
  attributiveNouns,
  measuringModifiers,
  metricNames,
  numberedNames,
  numberedNouns,
  numberedOrVerb,
  oneThings,
  timedNouns,
  zeroNames,
} from './lexicon/names.ts';
import { verbForms } from './lexicon/verbs.ts';
import { rememberingLast } from './memory.ts';

/** A figure that measures something: the token that holds it. */
export interface Quantity {
  readonly at: number;
  readonly amount: Amount;
}

/**
 * The figures of a sentence that are quantities or thresholds. A digit is not a measure: dates, versions, standards,
 * numbered things (`phase 2`), ages, clock times, windows (`first 60 days`), rhythms (`every 4 weeks`) and modifiers
 * (`a 30-day trial`) are left out.
 */
export const quantitiesOf: (parts: Parts) => readonly Quantity[] = rememberingLast(findQuantities);

function findQuantities(parts: Parts): readonly Quantity[] {
  if (!parts.hasAmount) return noQuantities;
  const found: Quantity[] = [];
  for (let at = 0; at < parts.tokens.length; at++) {
    const amount = parts.tokens[at]?.amount;
    if (amount && !parts.inDate[at] && !measuresNothing(parts, at, amount)) found.push({ at, amount });
  }
  return found;
}

const noQuantities: readonly Quantity[] = [];

function measuresNothing(parts: Parts, at: number, amount: Amount): boolean {
  return (
    isListNumber(parts, at, amount) ||
    isNumbered(parts, at, amount) ||
    isModifier(parts, at, amount) ||
    isOne(parts, at, amount) ||
    isAgeOrClock(parts, at, amount) ||
    isRhythm(parts, at, amount) ||
    isWindow(parts, at, amount) ||
    isFigureOfSpeech(parts, at, amount)
  );
}

function isBare(amount: Amount): boolean {
  return amount.unit.kind === 'number' && amount.unit.outOf === null && amount.unit.per === null && !amount.signed;
}

/** `1. Launch …`, `2) Hire …`, `(3) Test …`, `1.1 Grow …`, `3 - Sign …` at the start. */
function isListNumber(parts: Parts, at: number, amount: Amount): boolean {
  if (!isBare(amount) || amount.value > 99) return false;
  if (at === 1) return lowerAt(parts, 0) === '(' && lowerAt(parts, 2) === ')' && parts.tokens[3]?.kind === 'word';
  const behind = parts.tokens[1];
  if (at !== 0 || !behind) return false;
  if (behind.lower === '/' && !behind.spaced) return parts.tokens[2]?.spaced === true;
  if (behind.lower === '.' && lowerAt(parts, 2) === ')') return true;
  if (/^\d+$/.test(amount.text) && /^[.)]$/.test(behind.lower) && !behind.spaced)
    return parts.tokens[2]?.spaced === true;
  if (/^\d+$/.test(amount.text) && /^[-–:]$/.test(behind.lower)) return parts.tokens[2]?.spaced === true;
  return /^\d\.\d$/.test(amount.text) && isCapital(parts, 1) && !/^[kmgt]wh?p?$/.test(wordAt(parts, 1)); // `1.2 MW of heat`
}

/** `phase 2`, `ISO 27001`, `Tier-1`, `#4711`, `Node 24`, `website 2.0`. */
function isNumbered(parts: Parts, at: number, amount: Amount): boolean {
  const before = tokenAt(parts, at - 1);
  if (!before || !isBare(amount) || amount.text.includes(':')) return false;
  const touching = !(parts.tokens[at]?.spaced ?? true);
  if (before.lower === '#' && touching) {
    // `#1 in the app store`; but `#3 Hire …` is a list
    const leads =
      isClauseStart(parts, at - 1) &&
      /^(?:in|for|on|among|product|choice|app|brand|rank|spot)$/.test(wordAt(parts, at + 1));
    return amount.value > 10 || !(leads || isRankWord(lowerAt(parts, at - 2)));
  }
  if ((before.lower === '!' && touching) || before.lower === '§') return true;
  const joined = touching && /^[-+/.:]$/.test(before.lower) && !before.spaced;
  if (joined && parts.tokens[at - 2]?.kind === 'word')
    return !/^(?:top|sub|under|over|plus|minus|pre)$/.test(lowerAt(parts, at - 2));
  if (before.lower === '.' && /^(?:art|sec|ch|app|fig|par|para)$/.test(lowerAt(parts, at - 2))) return true; // `GDPR Art. 30`
  if (before.lower === '.' && /^(?:no|nr|vol)$/.test(lowerAt(parts, at - 2)))
    return amount.value > 10 || !isRankWord(lowerAt(parts, at - 3)); // `Become No. 1`
  if (isNextNumber(parts, at) || isUpgrade(parts, at) || isShippedVersion(parts, at, amount)) return true;
  if (before.kind !== 'word' || parts.inDate[at - 1]) return false;
  const plus = lowerAt(parts, at + 1) === '+';
  const name = before.lower;
  if (numberedNames.has(name)) {
    const version = /^\d\.\d/.test(amount.text); // `Web 3.0`
    const isFirst = isClauseStart(parts, at - 1) && !replaced.test(wordAt(parts, at + 1));
    const named = !ambiguousNames.has(name) || (isCapital(parts, at - 1) && (version || !isFirst));
    if (named) return true;
  }
  const plural =
    name.endsWith('s') &&
    (numberedNouns.has(name.slice(0, -1)) || numberedNouns.has(name.replace(/es$/, ''))) &&
    (name === 'levels' || !metricNames.has(name));
  if (plural || numberedNouns.has(name)) return isNumberedNoun(parts, at);
  // `Sign a new number 9`
  if (name === 'number' && [2, 3].some((step) => /^(?:a|our)$/.test(lowerAt(parts, at - step)))) return true;
  const hasPoint = amount.text.includes('.');
  if (
    hasPoint &&
    /^\d+\.\d+$/.test(amount.text) &&
    /^(?:release|version|launch|upgrade|rollout)$/.test(wordAt(parts, at + 1))
  )
    return true;
  if (metricNames.has(name) || plus) return false;
  if (hasPoint && /^\d+\.0$/.test(amount.text))
    return !isRelational(name) && !isDirection(name) && !isClauseStart(parts, at - 1);
  return isProperName(parts, at);
}

function isRankWord(word: string): boolean {
  return /^(?:the|a|be|become|rank|ranks|ranked|ranking|reach|at|hit|as|is|remain|our|in|position|place|to)$/.test(
    word,
  );
}

/** `Windows 10 phased out`; but a scale is reached: `TRL 6 achieved`. */
const replaced = /^(?!reach|achiev|attain|obtain|pass).{3,}ed$/;

const upgrading: ReadonlySet<string> = new Set(['upgrade', 'migrate', 'update', 'move']);

/** `Upgrade Postgres from 12 to 16`: versions, although they stand like a way. */
function isUpgrade(parts: Parts, at: number): boolean {
  // `migration guide from 3.9 to 4.0`
  const isGuide = [3, 5].some((step) => /^(?:migration|upgrade)$/.test(wordAt(parts, at - step)));
  if (isGuide && /^\d+\.\d+$/.test(lowerAt(parts, at)) && /^(?:from|to)$/.test(lowerAt(parts, at - 1))) return true;
  if (!upgrading.has(wordAt(parts, 0))) return false;
  const from = lowerAt(parts, at - 1) === 'from' ? at - 1 : lowerAt(parts, at - 3) === 'from' ? at - 3 : -1;
  return from > 1 && (at === from + 1 || lowerAt(parts, at - 1) === 'to') && numberedNames.has(wordAt(parts, from - 1));
}

/** `Ship dark mode in 17.2` */
function isShippedVersion(parts: Parts, at: number, { text }: Amount): boolean {
  return (
    /^(?:ship|release|land)$/.test(wordAt(parts, 0)) &&
    /^\d+\.\d+$/.test(text) &&
    /^(?:in|with)$/.test(lowerAt(parts, at - 1)) &&
    (at === parts.tokens.length - 1 || parts.inDate[at + 1] === true || lowerAt(parts, at + 1) === '.')
  );
}

const certified: ReadonlySet<string> = new Set(['certified', 'compliant', 'certification', 'compliance']);

/** The `2` of `phases 1 and 2`, the `549` of `EN 301 549`. */
function isNextNumber(parts: Parts, at: number): boolean {
  const behind = wordAt(parts, at + 1);
  const another = behind !== '' && !isRelational(behind) && !certified.has(behind);
  const joined = /^(?:and|&|-|–|to|,|\/|\+|:)$/.test(lowerAt(parts, at - 1));
  const earlier = joined ? at - 2 : at - 1;
  const amount = parts.tokens[earlier]?.amount;
  // `ESI levels 1-5`, `ISO 27001:2022`
  const isRun = /^[-–:]$/.test(lowerAt(parts, at - 1)) && parts.tokens[at]?.spaced === false;
  const isNext = isRun || amount?.value === (parts.tokens[at]?.amount?.value ?? 0) - 1;
  // `phase 2 and 30 users` counts users, `modules 4 and 5 translated` and `scope 1 and 2 emissions` nothing
  if (another && !isNext && !(isPlural(wordAt(parts, at - 3)) && !isPlural(behind))) return false;
  return amount !== null && amount !== undefined && !parts.inDate[earlier] && isNumbered(parts, earlier, amount);
}

function isNumberedNoun(parts: Parts, at: number): boolean {
  const noun = lowerAt(parts, at - 1);
  const earlier = lowerAt(parts, at - 2);
  if (/^(?:per|a|an|each|every|this|next|last|average|mean|median)$/.test(earlier)) return false; // `per month 20 orders`, `average grade 2.1`
  const verbPlace = isClauseStart(parts, at - 1) || /^(?:and|to|,|or|&|we|will)$/.test(earlier);
  const object =
    parts.tokens[at + 1]?.kind === 'word' &&
    !/^(?:of|is|in|for|and|to|at|by|live|done)$/.test(wordAt(parts, at + 1)) &&
    verbForms.get(wordAt(parts, at + 1))?.form !== 'past'; // `Release 5.2 shipped`
  if (numberedOrVerb.has(noun) && verbPlace && object) return false;
  // `from level 2 to level 4` is a way like any other
  const scale = /^(?:level|lvl|stage|tier|grade|band|category|step)$/.test(noun);
  if (scale && /^(?:from|to)$/.test(earlier)) {
    return !(hasWord(parts, 'from', 0, at) || earlier === 'from') || !hasWord(parts, 'to', 0, parts.tokens.length);
  }
  return true;
}

/** `Node 24 update`, `Bundle 30K model`: a name with its number, in a sentence that is not all capitals. */
function isProperName(parts: Parts, at: number): boolean {
  if (parts.language === 'other') return false; // German nouns have capitals
  if (!isCapital(parts, at - 1) || isClauseStart(parts, at - 1)) return false;
  const token = parts.tokens[at - 1];
  const written = token ? parts.text.slice(token.start, token.end) : '';
  const behind = wordAt(parts, at + 1);
  if (isDirection(wordAt(parts, at - 1)) || isRelational(wordAt(parts, at - 1)) || isTitleCase(parts)) return false;
  // `reach XYZ 45`: an index by its letters; but `promote NHS 111`
  const index = written.length > 1 && written === written.toUpperCase() && behind === '';
  if (index) return /^(?:activity|output)$/.test(verbForms.get(wordAt(parts, 0))?.class ?? '');
  return !(isPlural(behind) && !isCapital(parts, at + 1));
}

/** Every word of more than three letters has a capital: then capitals tell nothing. */
function isTitleCase(parts: Parts): boolean {
  let long = 0;
  let capital = 0;
  for (let i = 0; i < parts.tokens.length; i++) {
    if (wordAt(parts, i).length < 4) continue;
    long++;
    if (isCapital(parts, i)) capital++;
  }
  return long > 2 && capital * 4 >= long * 3;
}

/** `30-day trial`, `two-factor`, `12 month roadmap`; but `4-star` and `a 24-hour response time` measure. */
function isModifier(parts: Parts, at: number, amount: Amount): boolean {
  const attributive = attributiveDuration(parts, at, amount);
  if (attributive !== null) return attributive;
  if (amount.value === 0 && /^(?:trust|touch|sum|based|knowledge)$/.test(wordAt(parts, at + 1))) return true;
  let hyphen = at + 1;
  if (isHyphen(parts, hyphen) && parts.tokens[hyphen + 1]?.kind === 'amount') hyphen += 2; // `3-4-star`
  if (!isHyphen(parts, hyphen)) return false;
  const noun = wordAt(parts, hyphen + 1);
  // `more five-star reviews`: of which kind; but `a 4-star rating` is to be had
  const isEnd = amount.value === 1 || amount.value === 5;
  if (noun === 'star' && isEnd && hyphen === at + 1 && isPlural(wordAt(parts, hyphen + 2))) return true;
  if (noun === '' || measuringModifiers.has(noun) || noun === 'to') return false;
  if (amount.value === 0) return zeroNames.has(noun);
  return knownUnit(noun)?.kind === 'duration' ? !isTimedTarget(parts, at, hyphen + 2) : true;
}

/** `30 day retention`, `90d churn`: a unit in the singular stands before what it describes. Null where it is no such unit. */
function attributiveDuration(parts: Parts, at: number, amount: Amount): boolean | null {
  if (amount.unit.kind !== 'duration' || amount.unit.per !== null || amount.value === 1) return null;
  const singularUnit =
    (/[a-z](?<!s)$/i.test(amount.text) && /\s(?:day|week|month|year|hour|minute|quarter)$/i.test(amount.text)) ||
    (/^\d+[hdw]$/i.test(amount.text) && /^(?:a|an|the|our)$/.test(lowerAt(parts, at - 1))); // `a 24h hotline`
  const behind = wordAt(parts, at + 1);
  if (attributiveNouns.has(behind)) return true;
  return singularUnit && behind !== '' && !isRelational(behind) ? !isTimedTarget(parts, at, at + 1) : null;
}

/** `a 24-hour response time`, `sub 5-minute waits`: the duration is what is promised. */
function isTimedTarget(parts: Parts, at: number, from: number): boolean {
  const before = lowerAt(parts, at - 1);
  if (!/^(?:a|an|under|sub|within|achieve|offer|guarantee|reach|ensure|meet|hit|to|<|≤|-|than)$/.test(before))
    return false;
  for (let i = from; i < from + 3; i++) if (timedNouns.has(wordAt(parts, i))) return true;
  return false;
}

/** `one` as a pronoun or in a set phrase: `no one`, `one of`, `one team`, `day one`. */
function isOne(parts: Parts, at: number, amount: Amount): boolean {
  if (amount.text.length !== 3 || amount.text.toLowerCase() !== 'one') return false;
  const before = lowerAt(parts, at - 1);
  if (before === 'least' || before === 'than') return false;
  if (
    /^(?:no|this|that|the|every|any|each|number|day|phase|which|as|some|version|part|level|tier|last|another|or)$/.test(
      before,
    )
  )
    return true;
  const behind = wordAt(parts, at + 1);
  return behind === '' || isRelational(behind) || oneThings.has(behind);
}

/** `in their 30s`, `the 1950s`, `under-21s` */
function isDecade(parts: Parts, at: number): boolean {
  const figure = lowerAt(parts, at);
  if (!figure.endsWith('s') || !/^(?:19|20)?\ds?\d?s$/.test(figure)) return false;
  const before = lowerAt(parts, at - 1);
  return (
    /^(?:the|their|his|her|our|early|late|mid)$/.test(before) ||
    (before === '-' && /^(?:under|over|early|late|mid)$/.test(lowerAt(parts, at - 2)))
  );
}

const agesAndClocks: ReadonlySet<string> = new Set(['am', 'pm', 'old', 'olds', "o'clock", 'a.m']);
const ages: ReadonlySet<string> = new Set(['age', 'ages', 'aged']);

/** `18 years old`, `aged 18-24`, `9 pm`, `24 hours a day`. */
function isAgeOrClock(parts: Parts, at: number, amount: Amount): boolean {
  const behind = wordAt(parts, at + 1);
  const things = behind === 'old' && wordAt(parts, at + 2) !== '' && !isRelational(wordAt(parts, at + 2)); // `40 old machines`
  if ((agesAndClocks.has(behind) && !things) || isDecade(parts, at)) return true;
  if ((behind === 'a' || behind === 'p') && lowerAt(parts, at + 2) === '.' && wordAt(parts, at + 3) === 'm')
    return true; // `6 a.m.`
  // `contracts older than 5 years`
  if (lowerAt(parts, at - 1) === 'than' && /^(?:older|younger|newer)$/.test(wordAt(parts, at - 2))) return true;
  if (behind === 'year' && /^olds?$/.test(wordAt(parts, at + 2))) return true;
  if (ages.has(wordAt(parts, at - 1)) || (isHyphen(parts, at - 1) && ages.has(wordAt(parts, at - 3)))) return true;
  return (
    amount.unit.per !== null && /^(?:24 hours|7 days|365 days) (?:a|per) (?:day|week|year)$/.test(lowerAt(parts, at))
  );
}

/** `every 4 weeks` is a rhythm, as `monthly` is. */
function isRhythm(parts: Parts, at: number, amount: Amount): boolean {
  return amount.unit.kind === 'duration' && /^(?:every|each)$/.test(lowerAt(parts, at - 1));
}

const windowWords =
  /^(?:first|last|past|previous|prior|trailing|rolling|initial|opening|preceding|after|next|coming|following)$/;

/** `the first 60 days`, `after 6 months`, `for 3 months`: a stretch of time that something is looked at in. */
function isWindow(parts: Parts, at: number, amount: Amount): boolean {
  if (amount.unit.kind !== 'duration' || amount.unit.per !== null) return false;
  const before = lowerAt(parts, at - 1);
  if (windowWords.test(before)) return true;
  if (before === '-' && windowWords.test(lowerAt(parts, at - 2))) return true;
  const long = /^(?:week|month|quarter|year)$/.test(amount.unit.name);
  if (before !== 'for' || !long || /^(?:consecutive|straight|running)$/.test(wordAt(parts, at + 1))) return false;
  return !/^(?:stay|stays|remain|remains|last|lasts|renewed|retained|keep)$/.test(lowerAt(parts, at - 2));
}

/** `360 view`, `onboarding 101`, `404 errors`, `Six Sigma`, `401(k)`; the `2026年` and `第3` of Chinese and Japanese. */
function isFigureOfSpeech(parts: Parts, at: number, amount: Amount): boolean {
  if (isOfDate(lowerAt(parts, at + 1)) || lowerAt(parts, at - 1).endsWith('第')) return true;
  // `31. Dezember`, `3. Quartal`
  const ordinal = parts.language === 'other' && lowerAt(parts, at + 1) === '.' && parts.tokens[at + 2]?.kind === 'word';
  if (ordinal && isBare(amount)) return true;
  const { text } = amount;
  const lower = lowerAt(parts, at);
  if (text.startsWith('401') && /^401\s?k?$/i.test(text) && (amount.value > 401 || lowerAt(parts, at + 1) === '('))
    return true;
  if (wordAt(parts, at + 1) === 'cfr') return true;
  if (
    (lower.endsWith(' years') || lower.endsWith(' year')) &&
    /^of (?:experience|history|existence|service|the|our)$/.test(`${wordAt(parts, at + 1)} ${wordAt(parts, at + 2)}`)
  )
    return true;
  if (!isBare(amount)) return isThousands(text) && isRace(parts, at);
  if (amount.value >= 400 && amount.value < 600 && /^(?:page|pages|errors?|responses?)$/.test(wordAt(parts, at + 1)))
    return true; // HTTP
  if ((text === 'six' || text === 'Six') && wordAt(parts, at + 1) === 'sigma') return true;
  if (amount.value === 360)
    return (
      lowerAt(parts, at + 1) === '°' || /^(?:feedback|view|degree|degrees|review|reviews)$/.test(wordAt(parts, at + 1))
    );
  if (amount.value === 101)
    return (
      parts.tokens[at - 1]?.kind === 'word' &&
      parts.tokens[at + 1]?.kind !== 'word' &&
      !isRelational(lowerAt(parts, at - 1))
    );
  return isThousands(text) && isRace(parts, at);
}

/** `年` behind a figure, and what else makes a date of it. */
function isOfDate(behind: string): boolean {
  return behind !== '' && behind.charCodeAt(0) > 0x2e80 && /^[年月日季号]/.test(behind);
}

/** `10k` */
function isThousands(text: string): boolean {
  return (text.endsWith('k') || text.endsWith('K')) && /^\d+k$/i.test(text);
}

/** `a 10K run` */
function isRace(parts: Parts, at: number): boolean {
  return (
    /^(?:run|race|walk|runs|races|walks|jog)$/.test(wordAt(parts, at + 1)) ||
    (/^(?:5k|10k|21k|42k)$/.test(lowerAt(parts, at)) &&
      (/^(?:a|an|the)$/.test(lowerAt(parts, at - 1)) || /^(?:run|finish)$/.test(wordAt(parts, 0)))) // `Finish Couch to 5K`
  );
}

// --- small helpers ------------------------------------------------------------------------------------------------------

export function isHyphen(parts: Parts, at: number): boolean {
  const token = tokenAt(parts, at);
  return token !== undefined && isDash(token.lower) && !token.spaced && parts.tokens[at + 1]?.spaced === false;
}

export function isDash(mark: string): boolean {
  return mark === '-' || mark === '–';
}

/** A word in -s, unless it ends in -ss, -us, -is or an apostrophe. */
export function isPlural(word: string): boolean {
  const { length } = word;
  if (length < 3 || word.charCodeAt(length - 1) !== S) return pluralsWithoutS.has(word);
  const before = word.charCodeAt(length - 2);
  return before !== S && before !== U && before !== I && before !== APOSTROPHE;
}

const [S, U, I, APOSTROPHE] = [115, 117, 105, 39];
const pluralsWithoutS: ReadonlySet<string> = new Set(['people', 'children', 'women', 'men']);

function isDirection(word: string): boolean {
  return risingWords.has(word) || fallingWords.has(word);
}

/** Prepositions, conjunctions and the like: words after which a new phrase begins. */
export function isRelational(word: string): boolean {
  return relational.has(word);
}

const relational = new Set(
  (
    'of to in on at by for from with and or than as is are was were be been the a an per into onto over under within until before ' +
    'after during through across against about around between least most up down that who which while when where more less via ' +
    'below above not no if so but all every each reach hit get achieve'
  ).split(' '),
);

function hasWord(parts: Parts, word: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lowerAt(parts, i) === word) return true;
  return false;
}
