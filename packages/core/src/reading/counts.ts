import { isClauseStart, isWordOf, lowerAt, type Parts, wordAt } from './context.ts';
import { isRelational, quantitiesOf } from './figures.ts';
import { leadingVerbOf } from './leading.ts';
import { isBareCount, isOutput, isToFall, isVanity } from './lexicon/classes.ts';
import { outputPhrases, products, vanityPhrases } from './lexicon/counted.ts';
import { phraseAt, phrases } from './phrases.ts';
import type { Stretch } from './stretch.ts';

/** A figure that a rule about counts has in mind rises, or is just to be reached; this tells the ones that are to fall. */
function falls(parts: Parts): boolean {
  return (parts.classes & isToFall) !== 0 || leadingVerbOf(parts)?.entry.class === 'keeping';
}

/** A share of things (`90% of tickets`) says how well it goes and not how much was done. */
function isShare(parts: Parts): boolean {
  return quantitiesOf(parts).some(
    ({ at, amount }) => amount.unit.kind === 'percent' && lowerAt(parts, at + 1) === 'of',
  );
}

// --- what a team produces -------------------------------------------------------------------------------------------------

const outputs = phrases(outputPhrases);
const done =
  /^(?:closed|merged|shipped|delivered|released|deployed|written|published|produced|created|sent|made|held|conducted|organi[sz]ed|run|performed|burned|completed|fixed|distributed|printed|logged|posted|carried|hosted|given)$/;
/** Behind `12 reports published`: when or how often, and nothing of how well. */
const howOften = /^(?:per|a|each|every|in|by|this|out|with|from|to|up|[:,.;(]|at|by)$/;

/** What is produced in the course of the work: `lines of code`, `12 features shipped`, `Number of inspections carried out`. */
export function outputIn(parts: Parts): Stretch | null {
  if ((parts.classes & isOutput) === 0) return null;
  const found = phraseAt(parts, outputs) ?? productIn(parts);
  return found && !falls(parts) && !isShare(parts) ? found : null;
}

function productIn(parts: Parts): Stretch | null {
  for (let at = 0; at < parts.tokens.length; at++) {
    const here = products.has(lowerAt(parts, at));
    if (here && done.test(wordAt(parts, at + 1)) && isCount(parts, at, at + 2)) return { from: at, to: at + 1 };
    // `closed tickets`, `merged pull requests`, `meetings with partners held` is left to other rules
    if (here && done.test(wordAt(parts, at - 1)) && isCount(parts, at - 2, at + 1)) return { from: at - 1, to: at };
  }
  return null;
}

/** Whether the whole metric is that count: nothing but adjectives before it, and a figure or a rhythm behind it. */
function isCount(parts: Parts, noun: number, behind: number): boolean {
  for (let at = noun - 1; at >= 0 && !isClauseStart(parts, at + 1); at--) {
    const word = wordAt(parts, at);
    if (parts.tokens[at]?.amount || (word === 'of' && /^(?:number|amount|total|count)$/.test(wordAt(parts, at - 1))))
      break;
    if (word !== 'of' && isRelational(word)) return false;
  }
  const next = parts.tokens[behind];
  return !next || next.amount !== null || parts.inDate[behind] === true || howOften.test(next.lower);
}

// --- counts that flatter --------------------------------------------------------------------------------------------------

const vanities = phrases(vanityPhrases);
/** Words that mean much else: they count only beside a figure. */
const manyMeanings = /^(?:views|likes|shares|mentions|fans|installs|subscribers|followers)$/;
/** Who pays, stays or comes back has done something. */
const engaged = /^(?:paying|paid|active|loyal|repeat|returning|qualified|retained|market|their|our|'s)$/;

/** A count that flatters: `page views`, `followers`; null where the sentence says what comes of them. */
export function vanityIn(parts: Parts): Stretch | null {
  if ((parts.classes & isVanity) === 0) return null;
  const found = phraseAt(parts, vanities);
  if (!found || falls(parts) || isShare(parts) || engaged.test(wordAt(parts, found.from - 1))) return null;
  for (let at = found.to + 1; at <= found.to + 4; at++) {
    const word = wordAt(parts, at);
    // `views that end in a sale`, `downloads to sign-ups`: somebody does something then
    const leads =
      /^(?:that|who|which|into|and|ending|leading)$/.test(word) || (at === found.to + 1 && /^(?:to|with)$/.test(word));
    if (leads && !parts.tokens[at + 1]?.amount) return null;
  }
  const single = found.from === found.to && manyMeanings.test(wordAt(parts, found.to));
  return single && !isBesideFigure(parts, found) ? null : found;
}

/** `2,000 Instagram followers`, `Likes per post from 30 to 90`, `video views: 10k`. */
function isBesideFigure(parts: Parts, { from, to }: Stretch): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    if (
      parts.tokens[at]?.amount ||
      /^(?:number|page|profile|media|instagram|linkedin|youtube|facebook|newsletter)$/.test(wordAt(parts, at))
    )
      return true;
    if (isRelational(wordAt(parts, at))) break;
  }
  const behind = parts.tokens[to + 1];
  return !behind || behind.amount !== null || /^(?:per|from|up|by|to|:|→|\()$/.test(behind.lower);
}

// --- counts that everybody makes differently ------------------------------------------------------------------------------

const emptyAdjective =
  /^(?:active|total|new|our|the|overall|more|of|to|reach|have|get|hit|increase|grow|raise|boost|lift|drive|improve|double|triple|reduce|cut|lower|achieve|user|customer|million)$/;

/** Bare `users`, `active users`, `revenue`: whose, in which time? Only where the whole metric is that word. */
export function ambiguousIn(parts: Parts): Stretch | null {
  if ((parts.classes & isBareCount) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    const word = wordAt(parts, at);
    if (!isWordOf(parts, at, isBareCount)) continue;
    if (word === 'base' && !/^(?:user|customer)$/.test(wordAt(parts, at - 1))) return null;
    if (wordAt(parts, at - 1) === 'of' && parts.tokens[at - 2]?.amount) return null; // a share of them
    for (let before = at - 1; before >= 0; before--) {
      const token = parts.tokens[before];
      if (token?.amount || isClauseStart(parts, before + 1)) break;
      if (token?.kind === 'word' && !emptyAdjective.test(token.lower)) return null;
    }
    const noun = /^(?:score|level|levels|rate)$/.test(wordAt(parts, at + 1)) && word !== 'conversions' ? at + 1 : at;
    const behind = parts.tokens[noun + 1];
    const figure = parts.tokens[noun + 2]?.amount;
    const plain =
      !behind ||
      behind.amount !== null ||
      /^[.,:(→+]$/.test(behind.lower) ||
      (figure && /^(?:from|to|by|at|up|of|down)$/.test(behind.lower));
    return plain || parts.inDate[noun + 1] ? { from: at, to: at } : null;
  }
  return null;
}
