import { firstWordAt, lowerAt, type Parts, wordAt } from './context.ts';
import { isRelational } from './figures.ts';
import { leadingVerbOf } from './leading.ts';
import { growingWork, workProducts } from './lexicon/nouns.ts';

/** Whoever visits or calls is somebody from outside, unless it is said where from or for what. */
const ownVisits = /^(?:dealer|client|site|field|account|branch|factory|ward|supplier|prospect|farm|store|shop)$/;
const ownWalks = /^(?:safety|farm|gemba|site|store|shop|floor|ward|plant|quality)$/;
const ownCalls = /^(?:sales|outbound|cold|prospecting|outreach|coaching)$/;
/** These take place because somebody else wants it. */
const wanted =
  /^(?:qualified|booked|first|second|attended|inbound|incoming|requested|won|job|press|user|users|community|member|members|customer|customers|player|players|guest|guests|fan|fans|visitor|visitors|patient|patients|student|students|reader|readers|donor|donors|sponsor|investor|investors|buyer|buyers)$/;

/** Whether the noun at `at` is what people do in the course of their work: `webinars`, `town halls`, `dealer visits`. */
export function isEffort(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  if (word === 'halls') return wordAt(parts, at - 1) === 'town';
  if (word === 'days') return /^(?:open|training|away|taster)$/.test(wordAt(parts, at - 1));
  if (word === 'walks') return ownWalks.test(wordAt(parts, at - 1));
  if (word === 'visits') return ownVisits.test(wordAt(parts, at - 1));
  return workProducts.has(word) || (word === 'learns' && wordAt(parts, at - 2) === 'lunch');
}

const rising = /^(?:increase|raise|grow|boost|lift|expand|double|triple|scale)$/;
const counting = /^(?:number|amount|count|volume|frequency|total)$/;

/** The noun of work of which a sentence says that there is to be more: `Increase LinkedIn posts from 3 to 8`, `Number of site inspections: 4 to 8`. */
export function growingEffortOf(parts: Parts): number | null {
  const verb = leadingVerbOf(parts);
  const start = firstWordAt(parts);
  if (start < 0 || (verb && !rising.test(verb.entry.base))) return null;
  let at = verb ? verb.at + 1 : start;
  if (/^(?:the|our)$/.test(wordAt(parts, at))) at++;
  const counted = counting.test(wordAt(parts, at)) && wordAt(parts, at + 1) === 'of';
  if (!verb && !counted) return null;
  if (counted) at += 2;
  if (/^(?:the|our)$/.test(wordAt(parts, at))) at++;
  while (wordAt(parts, at + 1) !== '' && !isRelational(wordAt(parts, at + 1)) && !isGrowing(parts, at)) at++;
  if (!isGrowing(parts, at) || wanted.test(wordAt(parts, at - 1))) return null;
  const behind = parts.tokens[at + 1];
  return !behind ||
    behind.amount ||
    parts.inDate[at + 1] ||
    /^(?:from|to|by|per|a|each|every|with|for|goes|we|up|sent|written|held|made|done|:|\(|,)$/.test(
      lowerAt(parts, at + 1),
    )
    ? at
    : null;
}

function isGrowing(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  if (word === 'calls') return ownCalls.test(wordAt(parts, at - 1));
  if (word === 'visits' || word === 'halls') return isEffort(parts, at);
  return growingWork.has(word);
}
