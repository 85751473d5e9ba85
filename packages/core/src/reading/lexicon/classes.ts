/**
 * Classes of words. A text of any length has few different words, so in which classes a word is, is found out once for each and kept
 * as bits: then one look at a word answers many questions, and one look at a sentence says what need not be looked for in it.
 */
import { edges, endAbbreviations, months, nextWords, pastWords, periods, seasons } from '../../dates/lexicon.ts';
import { firstWords, outputPhrases, products, vanityPhrases } from './counted.ts';
import {
  englishWords,
  neverEnglish,
  neverEnglishEndings,
  otherLanguageEndings,
  otherLanguageWords,
} from './languages.ts';
import { wordsOf } from './lists.ts';
import { abstractNouns } from './nouns.ts';
import { factorWords, fractions, magnitudePlurals, magnitudes, numberWords, timesWords } from './numbers.ts';
import { rhythms } from './prepositions.ts';
import { verbForms } from './verbs.ts';

/** `earlier`: the bits of the classes above that the word is in. */
type Test = (word: string, earlier: number) => boolean;

/** As many as there are bits. */
const MOST_CLASSES = 31;
const tests: Test[] = [];

function wordClass(test: Test | RegExp): number {
  if (tests.length === MOST_CLASSES) throw new Error('There are no more bits for classes of words');
  tests.push(test instanceof RegExp ? (word) => test.test(word) : test);
  return 1 << (tests.length - 1);
}

/** Looked up and not matched: a pattern of words is compiled at its first use, and many are used at the start. */
function oneOf(words: string): (word: string) => boolean {
  const all = wordsOf(words);
  return (word) => all.has(word);
}

// --- languages --------------------------------------------------------------------------------------------------------------

export const isEnglish = wordClass((word) => englishWords.has(word) || verbForms.has(word));
export const isNeverEnglish = wordClass(
  (word) => neverEnglish.has(word) || (word.length > 6 && neverEnglishEndings.test(word)),
);
export const isOfOtherLanguage = wordClass((word) => otherLanguageWords.has(word));
export const endsForeign = wordClass((word) => word.length > 6 && otherLanguageEndings.test(word));

// --- times ------------------------------------------------------------------------------------------------------------------

/** Words before which a date phrase may begin; the word behind them tells whether one does. */
export const isArticle = wordClass(oneOf('the this these our'));
const dateWords: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...edges.keys(),
  ...endAbbreviations.keys(),
  ...seasons,
  ...nextWords,
  ...pastWords,
  ...periods.keys(),
  ...'the this these our current very fy fiscal financial calendar cw kw first second third fourth final'.split(' '),
]);
/** What a date phrase may begin with, also `q3`, `h2`, `fy26`, `eoq3`, `3q`, `31st`, `quarter's`. */
export const mayBeginDate = wordClass(
  (word) =>
    dateWords.has(word) || /^[qhfe\d].*\d|^\d/.test(word) || (word.endsWith("'s") && periods.has(word.slice(0, -2))),
);
/** Prepositions of a limit in time. */
export const isLimit = wordClass(oneOf('by until till til before due through latest'));
export const isLongUnit = wordClass(oneOf('week month quarter year'));
/** What is launched has its first week. */
export const isOpening = wordClass(oneOf('first opening launch'));
export const isRhythm = wordClass((word) => rhythms.has(word));

const comparisons = oneOf(
  "later ahead same yoy y ago earlier before first second 1st 2nd previous last prior preceding today today's now current currently present",
);
/** Without one of these nothing is compared with another time, unless there is a date. */
export const mayCompareTimes = wordClass((word) => comparisons(word) || word.startsWith('year'));

// --- figures in words -------------------------------------------------------------------------------------------------------

/** `a` aside, which stands everywhere. */
export const mayBeginNumeral = wordClass(
  (word) => numberWords.has(word) || timesWords.has(word) || magnitudePlurals.has(word) || word === 'half',
);
/** What makes a number of the `a` before it: `a third`, `a dozen`. */
export const isPartOfNumeral = wordClass((word) => fractions.has(word) || magnitudes.has(word));
export const isFactor = wordClass((word) => factorWords.has(word) || word === 'half');
/** Shares of a population without a figure. */
export const isCoverage = wordClass(oneOf('all every each everyone everybody nobody none single no entire whole'));

// --- what goals say ---------------------------------------------------------------------------------------------------------

/** What may stand before the verb that a title begins with. */
export const isBeforeVerb = wordClass(
  oneOf(
    "we i we've i've we'll we're have has will to successfully fully properly finally quickly also then and please must should need jointly keenly seriously regularly continuously continually constantly significantly substantially dramatically greatly further steadily let's proactively actively collectively",
  ),
);
/** Words for figures that nobody gave, and those that some of them begin with. */
export const isVague = wordClass(
  oneOf(
    'significantly substantially considerably noticeably dramatically greatly drastically massively markedly measurably strongly visibly appreciably vastly sharply slightly more fewer less several various numerous multiple many some lots plenty sufficient enough regularly frequently better higher lower faster shorter stronger quicker majority significant substantial considerable noticeable dramatic marked massive large great high big good sizeable meaningful almost nearly virtually practically most as',
  ),
);
export const isBareCount = wordClass(
  oneOf(
    'users customers traffic engagement usage activity sign-ups visitors revenue sales productivity performance adoption conversions efficiency growth retention quality costs base',
  ),
);
/** What is produced in the course of the work, or begins a phrase for it. */
const outputs = firstWords(outputPhrases);
export const isOutput = wordClass((word) => products.has(word) || outputs.has(word));
/** What a phrase for a figure that flatters begins with. */
const vanities = firstWords(vanityPhrases);
export const isVanity = wordClass((word) => vanities.has(word));
/** What says that a figure is to fall, or to stay small. */
export const isToFall = wordClass(
  oneOf('reduce cut lower decrease drop drops fall falls shrink fewer less below under down most waiting open overdue'),
);
const labels = oneOf(
  'project release version phase milestone sprint epic initiative codename workstream program programme operation build wave package mvp',
);
/** A label with a name or number behind it (`project X`), or a version. */
export const isLabel = wordClass((word) => labels(word) || (word.startsWith('v') && /^v\d+(?:\.\d+)*$/.test(word)));
/** Words behind which a sentence says what for, for whom or how. */
export const saysPurpose = wordClass(
  oneOf(
    'so that which who whose where because until before without when while instead as like with by into through than whenever wherever what whatever how why worth around not nothing nobody',
  ),
);
export const isPronoun = wordClass(oneOf('our we they you people everyone everybody nobody i anyone'));
/** Praise in an objective says what it should be like. */
const praise = oneOf(
  'awesome great best top world leading trusted outstanding thriving memorable amazing excellent brilliant delightful favourite favorite first simple easy easier loved beloved irresistible magical effortless seamless beautiful unforgettable solid stunning remarkable exceptional superb superior flawless perfect inspiring engaging meaningful joyful incredible winning breathtaking',
);
const praiseForms = /^(?:un\w{3,}able|\w{3,}est)$/;
const noPraise = oneOf(
  'harvest forest interest request contest protest conquest modest tempest arrest invest digest suggest manifest latest northwest southwest midwest pentest backtest unavailable unstable',
);
/** Whoever or whatever is cared for is more than an object of work. */
const cared = oneOf(
  'people lives life hearts world families children promise promises trust future fairness dignity joy',
);
export const isPraiseOrCare = wordClass(
  (word) => praise(word) || (praiseForms.test(word) && !noPraise(word)) || cared(word),
);
/** What people feel is somebody's, however short the sentence. */
export const isFelt = wordClass(
  oneOf(
    'lives life pain joy fear hassle stress burden worry worries anxiety hope pride dread loneliness confidence reputation',
  ),
);
export const isVirtueNoun = wordClass((word) => abstractNouns.has(word));

/** Words and signs that may join two clauses. */
export const isJoining = wordClass(oneOf('and & ; , while whilst plus without well'));

// --- what any text may hold ---------------------------------------------------------------------------------------------------

/** Without one of these no text speaks of pay; an address may hold anything. */
export const isOfPay = wordClass(
  /bonus|salar|^pay|'pay|compensation|commission|promotion|rating|appraisal|performance|raise|merit|remunerat|^url$/,
);
/** Words, letters and signs without one of which nothing in a text is still to be filled in, but for what figures in digits hold. */
export const mayBeOpen = wordClass(
  /[^\p{ASCII}]|[[({<≤#?_….]|(?:^|')(?:[xyzn]+|b|tb[dca]|later|here|be|objective|result|kr)(?:'|$)|todo|fixme|lorem|^url$/u,
);

// --- what a measured key result may say ---------------------------------------------------------------------------------------

const mayTell =
  isNeverEnglish |
  isOfOtherLanguage |
  endsForeign |
  isRhythm |
  isPartOfNumeral |
  isFactor |
  isCoverage |
  isVague |
  isBareCount |
  isOutput |
  isVanity |
  isLabel |
  isOfPay |
  mayBeOpen;
/** They stand in all kinds of sentences, and begin a date or a number only before a word that may tell something itself. */
const tellsWithAnother = oneOf('the this these our first second fourth final');
/** Other words to do with keeping something as it is, and times that something opens with. */
const tellsBesides = oneOf('honour honor provide offer weekend fortnight later ahead');
/**
 * Without one of these the title of a key result whose fields state a measure states nothing, is English and gives no rule anything to say, if
 * it is all letters (`glance.ts`).
 */
export const tellsSomething = wordClass((word, earlier) => {
  if ((earlier & mayTell) !== 0 || tellsBesides(word)) return true;
  if ((earlier & (mayBeginDate | mayBeginNumeral)) !== 0 && !tellsWithAnother(word)) return true;
  const verb = verbForms.get(word);
  return verb !== undefined && (verb.class === 'movement' || verb.class === 'keeping' || verb.base === 'hold');
});

/** The bits of all classes that a word in small letters is in. */
export function classesOf(word: string): number {
  let classes = 0;
  for (let i = 0; i < tests.length; i++) if ((tests[i] as Test)(word, classes)) classes |= 1 << i;
  return classes;
}
