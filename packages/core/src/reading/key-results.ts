import type { Span } from '../model/span.ts';
import { isClauseStart, isWordOf, lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { deadlineOf } from './deadline.ts';
import { isRelational, quantitiesOf } from './figures.ts';
import { leadInOf } from './frames.ts';
import { leadingVerbOf } from './leading.ts';
import { isBareCount, isLabel, isVague } from './lexicon/classes.ts';
import { verbForms } from './lexicon/verbs.ts';
import { measureOf } from './read.ts';

/** What a key result says in English, as far as rules ask; all of it null in other languages. */
export interface KeyResultWording {
  /** A word that stands for a figure that nobody gave: `significantly`, `more`, `several`. */
  readonly vague: Span | null;
  /** What is produced in the course of the work: `lines of code`, `story points`. */
  readonly output: Span | null;
  /** A count that flatters: `page views`, `followers`. */
  readonly vanity: Span | null;
  /** A figure that everybody may count differently: bare `users`. */
  readonly ambiguous: Span | null;
  /** The `and` between two measures; what stands behind it can stand alone. */
  readonly joint: Span | null;
  /** A version or code name, and no figure or effect. */
  readonly internal: Span | null;
  /** Whether the first verb says that it should rise or fall, and nothing in the sentence says otherwise. */
  readonly direction: { readonly way: 'up' | 'down'; readonly span: Span } | null;
}

const nothing: KeyResultWording = {
  vague: null,
  output: null,
  vanity: null,
  ambiguous: null,
  joint: null,
  internal: null,
  direction: null,
};

/** Reads all of it at once: taking the sentence apart is what costs. */
export function readKeyResult(title: string): KeyResultWording {
  const parts = partsOfSentence(title);
  if (parts.language === 'other' || parts.tokens.length === 0) return nothing;
  return {
    vague: spanAt(parts, vagueAt(parts)),
    output: spanOf(parts, outputAt(parts)),
    vanity: spanOf(parts, vanityAt(parts)),
    ambiguous: spanAt(parts, ambiguousAt(parts)),
    joint: spanAt(parts, jointAt(parts)),
    internal: spanOf(parts, internalAt(parts)),
    direction: directionOf(parts),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function spanOf(parts: Parts, stretch: Stretch | null): Span | null {
  const first = stretch && parts.tokens[stretch.from];
  const last = stretch && parts.tokens[stretch.to];
  return first && last ? { start: first.start, end: last.end } : null;
}

function spanAt(parts: Parts, at: number | null): Span | null {
  return at === null ? null : spanOf(parts, { from: at, to: at });
}

// --- words for figures ----------------------------------------------------------------------------------------------------

function vagueAt(parts: Parts): number | null {
  if ((parts.classes & isVague) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    if (!isWordOf(parts, at, isVague)) continue;
    // `no more`, `once more`, `more than`: the figure is told elsewhere
    if (wordAt(parts, at + 1) === 'than' || /^(?:no|not|once|any)$/.test(wordAt(parts, at - 1))) continue;
    return at;
  }
  return null;
}

/** A figure that a rule about counts has in mind: it rises, or is just to be reached. */
function falls(parts: Parts): boolean {
  const verb = leadingVerbOf(parts);
  return (
    parts.tokens.some(({ lower }) =>
      /^(?:reduce|cut|lower|decrease|drop|drops|fall|falls|shrink|fewer|less|below|under|per|down|most)$/.test(lower),
    ) || verb?.entry.class === 'keeping'
  );
}

/** Phrases by their first word, so that most words of a title are asked once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrases(list: string): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list.split(',')) {
    const words = phrase.trim().split(' ');
    const first = words[0] as string;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return byFirst;
}

function phraseAt(parts: Parts, known: Phrases): Stretch | null {
  for (let from = 0; from < parts.tokens.length; from++) {
    const token = parts.tokens[from];
    const found = token?.kind === 'word' ? known.get(token.lower) : undefined;
    if (found === undefined) continue;
    for (const phrase of found) {
      if (phrase.every((word, i) => wordAt(parts, from + i) === word)) return { from, to: from + phrase.length - 1 };
    }
  }
  return null;
}

const outputs = phrases(
  'lines of code,story points,storypoints,commits,pull requests merged,merged pull requests,prs merged,features shipped,features delivered,features released,' +
    'tickets closed,closed tickets,jira tickets,hours logged,hours worked,billable tasks,tasks completed,completed tasks,emails sent,calls made,slides',
);

function outputAt(parts: Parts): Stretch | null {
  const found = phraseAt(parts, outputs);
  return found && !falls(parts) ? found : null;
}

// --- figures that flatter or that everybody counts differently ------------------------------------------------------------

const vanities = phrases(
  'page views,pageviews,video views,views,impressions,likes,followers,fans,downloads,app downloads,website hits,page hits,social reach,mentions,retweets,website visits,page visits',
);

function vanityAt(parts: Parts): Stretch | null {
  const found = phraseAt(parts, vanities);
  if (!found || falls(parts)) return null;
  // `views that end in a sale`, `downloads to sign-ups`: somebody does something then
  const behind = wordAt(parts, found.to + 1);
  return /^(?:that|who|which|into|to|with|and)$/.test(behind) && !parts.tokens[found.to + 2]?.amount ? null : found;
}

const emptyAdjective =
  /^(?:active|total|new|our|the|overall|more|of|to|reach|have|get|hit|increase|grow|raise|boost|lift|drive)$/;

/** Bare `users`, `active users`, `revenue`: whose, in which time? Only where the whole metric is that word. */
function ambiguousAt(parts: Parts): number | null {
  if ((parts.classes & isBareCount) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    if (!isWordOf(parts, at, isBareCount)) continue;
    if (wordAt(parts, at - 1) === 'of' && parts.tokens[at - 2]?.amount) return null; // a share of them
    for (let before = at - 1; before >= 0; before--) {
      const token = parts.tokens[before];
      if (token?.amount || isClauseStart(parts, before + 1)) break;
      if (token?.kind === 'word' && !emptyAdjective.test(token.lower)) return null;
    }
    const behind = parts.tokens[at + 1];
    const figure = parts.tokens[at + 2]?.amount;
    const plain =
      !behind ||
      behind.amount !== null ||
      /^[.,:(→]$/.test(behind.lower) ||
      (figure && /^(?:from|to|by|at|up)$/.test(behind.lower));
    return plain || parts.inDate[at + 1] ? at : null;
  }
  return null;
}

// --- two in one -----------------------------------------------------------------------------------------------------------

const rising =
  /^(?:increase|raise|grow|boost|lift|expand|double|triple|improve|bring|take|move|push|get|reach|hit|achieve|win|earn)$/;
const falling = /^(?:reduce|decrease|lower|cut|shorten|shrink|minimi[sz]e|halve|slash|trim|drop)$/;

/** The `and` that two measures share: each side has its own figure, and the second a verb or a way of its own. */
function jointAt(parts: Parts): number | null {
  const all = quantitiesOf(parts);
  if (all.length < 2) return null;
  const deadline = deadlineOf(parts);
  const quantities = all.filter(({ at }) => !deadline || at < deadline.start || at >= deadline.next);
  if (quantities.length < 2) return null;
  for (let at = 2; at + 2 < parts.tokens.length; at++) {
    if (wordAt(parts, at) !== 'and' && lowerAt(parts, at) !== '&' && lowerAt(parts, at) !== ';') continue;
    const next = wordAt(parts, at + 1);
    const second = quantities.filter(({ at: figure }) => figure > at);
    const first = quantities.filter(({ at: figure }) => figure < at);
    if (first.length === 0 || second.length === 0) continue;
    if (rising.test(next) || falling.test(next)) return at;
    // `NPS from 30 to 45 and churn from 5% to 3%`
    const ways = [first, second].map((side) => side.some(({ at: figure }) => leadInOf(parts, figure).word === 'to'));
    if (next !== '' && !isRelational(next) && ways.every(Boolean) && first.length + second.length >= 3) return at;
  }
  return null;
}

// --- names that only insiders know -----------------------------------------------------------------------------------------

function internalAt(parts: Parts): Stretch | null {
  if ((parts.classes & isLabel) === 0) return null;
  const verb = leadingVerbOf(parts);
  if (!verb || (verb.entry.class !== 'output' && verb.entry.class !== 'activity')) return null;
  if (measureOf(parts) !== null) return null;
  if (parts.tokens.some(({ lower }) => /^(?:so|that|which|who)$/.test(lower))) return null;
  for (let at = verb.at + 1; at < parts.tokens.length; at++) {
    const token = parts.tokens[at];
    if (!token || parts.inDate[at]) continue;
    if ((token.classes & isLabel) === 0) continue;
    if (/^v\d/.test(token.lower)) return { from: at, to: at };
    const named = parts.tokens[at + 1];
    const capital = named?.kind === 'word' && /^\p{Lu}/u.test(parts.text.slice(named.start, named.end));
    if (named && (capital || named.amount) && !parts.inDate[at + 1]) return { from: at, to: at + 1 };
  }
  return null;
}

// --- direction --------------------------------------------------------------------------------------------------------------

/** Figures that are better when they are lower: a rise in rank is a fall in number. */
const ranks = /^(?:rank|ranks|ranking|rankings|position|place|handicap|time|times|speed|pace)$/;

function directionOf(parts: Parts): KeyResultWording['direction'] {
  const verb = leadingVerbOf(parts);
  const token = verb && parts.tokens[verb.at];
  if (!token || verb.entry.form !== 'base') return null;
  const way = /^(?:increase|raise|grow|boost|lift|expand)$/.test(verb.entry.base)
    ? 'up'
    : falling.test(verb.entry.base)
      ? 'down'
      : null;
  if (!way) return null;
  for (let at = verb.at + 1; at < parts.tokens.length; at++) {
    const word = wordAt(parts, at);
    const other = verbForms.get(word);
    // a second verb of moving governs the figures behind it; a rank or a time rises by falling
    if (other?.class === 'movement' || ranks.test(word)) return null;
    if (word === 'by' && other === undefined && verbForms.get(wordAt(parts, at + 1))?.form === 'ing') return null;
    if (
      /^(?:reduction|decline|decrease|fall|drop|saving|savings|loss|losses|gain|increase|without|lower|fewer|less)$/.test(
        word,
      )
    )
      return null;
  }
  return { way, span: { start: token.start, end: token.end } };
}
