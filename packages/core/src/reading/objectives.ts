import type { Span } from '../model/span.ts';
import { lowerAt, type Parts, partsOfSentence, wordAt } from './context.ts';
import { type LeadingVerb, leadingVerb } from './wording.ts';

/** More words than this say enough to be no empty wish. */
const SHORT = 9;

/** Words behind which an objective says what for, for whom or how: then it is no bare wish and no bare task. */
const purpose = /^(?:so|that|which|who|where|because|until|before|without|when|while|instead|as|like|with|by|into)$/;
const wishVerbs = /^(?:be|become|do|get|have|create)$/;
const comparatives = /^(?:better|nicer|further|faster|quicker|stronger|bigger|greater|improved|smarter|more)$/;

/** Making and starting something may well be the aim itself (`Build a crew that …`), finishing and shipping it hardly is. */
const aimsThemselves = new Set(
  'build create make design establish open start set give send offer learn help hold host lead choose write draw promote'.split(
    ' ',
  ),
);
/** Praise in an objective says what it should be like. */
const praise =
  /^(?:awesome|great|best|top|world|leading|trusted|outstanding|thriving|memorable|amazing|excellent|brilliant|delightful|finest|favourite|favorite|first|simple|easy|\w+est)$/;

/**
 * An objective that only wishes for more or better: a verb of moving with a bare object (`Improve quality`) or a comparative
 * (`Be more agile`), short, and without what for, for whom or how. Null for all else and in other languages than English.
 * The span is the title's.
 */
export function vagueWish(title: string): Span | null {
  const parts = partsOfSentence(title);
  const words = parts.tokens.filter(({ kind }) => kind === 'word').length;
  if (parts.language === 'other' || words === 0 || words > SHORT || saysWhatFor(parts, 0)) return null;
  const wishes = leadingVerb(title)?.kind === 'movement' || isComparativeWish(parts);
  return wishes ? { start: 0, end: parts.tokens.at(-1)?.end ?? title.length } : null;
}

function isComparativeWish(parts: Parts): boolean {
  if (!wishVerbs.test(wordAt(parts, 0))) return false;
  return parts.tokens.some(({ lower }) => comparatives.test(lower));
}

/**
 * The verb of an objective that is a task: it begins with a verb of doing or finishing a thing (`Roll out the new form`) and says
 * neither what for nor what it should be like. Null for all else and in other languages than English.
 */
export function taskIn(title: string): LeadingVerb | null {
  const verb = leadingVerb(title);
  if (!verb || (verb.kind !== 'output' && verb.kind !== 'activity') || aimsThemselves.has(verb.verb)) return null;
  const parts = partsOfSentence(title);
  return saysWhatFor(parts, 1) || parts.tokens.some(({ lower }) => praise.test(lower)) ? null : verb;
}

function saysWhatFor(parts: Parts, from: number): boolean {
  for (let at = from; at < parts.tokens.length; at++) {
    if (parts.inDate[at] || parts.inDate[at + 1]) continue; // `by Q1` says when
    const word = wordAt(parts, at);
    if (purpose.test(word)) return true;
    if (word === 'to' && at > 0 && wordAt(parts, at - 1) !== 'up') return true;
    if (lowerAt(parts, at) === ':' || (word === 'for' && wordAt(parts, at + 1) !== '')) return true;
  }
  return false;
}
