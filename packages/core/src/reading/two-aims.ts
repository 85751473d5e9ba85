import { lowerAt, type Parts, wordAt } from './context.ts';
import { isPlural, isRelational } from './figures.ts';
import type { FoundVerb } from './leading.ts';
import { isJoining } from './lexicon/classes.ts';
import { verbForms } from './lexicon/verbs.ts';
import type { Stretch } from './stretch.ts';

/** Verbs of aims that are no work. */
const aiming =
  /^(?:win|become|be|earn|give|bring|turn|put|show|help|make|find|take|get|own|let|delight|inspire|protect|attract|secure|reward|save|prove|know|open)$/;
/** What a verb has before its object; behind a noun none of them stands. */
const determiner = /^(?:our|the|a|an|their|its|your|my)$/;
const clearObject = /^(?:our|the|a|an|their|its|all|every|new|more|up|out|young|better)$/;
/** Words that stand behind `and` and are no verb, whatever follows. */
const neverVerbs =
  /^(?:then|also|even|only|not|never|just|both|all|yet|many|half|such|rather|now|here|there|why|how|what|across|beyond|outside|inside|without|despite)$/;
/** `Help customers find and fix the leak`: two verbs of one helper. */
const helping = /^(?:help|let|enable|allow|teach|get|make|see)$/;

/** The `and` of an objective behind which a second verb begins: `Win back trust and launch in Spain`. */
export function twoAimsIn(parts: Parts, verb: FoundVerb | null): Stretch | null {
  if ((parts.classes & isJoining) === 0) return null;
  const begin = verb?.entry.form === 'base' ? verb.at : isOrder(parts) ? 0 : null;
  if (begin === null) return null;
  for (let at = begin + 2; at + 2 < parts.tokens.length; at++) {
    const word = wordAt(parts, at);
    if (/^(?:that|which|so|who|where|because|to|by|while|when)$/.test(word)) return null;
    if (word !== 'and' && lowerAt(parts, at) !== '&') continue;
    if (helping.test(wordAt(parts, begin)) && isHelpedVerb(parts, at - 1)) continue;
    if (isSecondVerb(parts, at + 1)) return { from: at, to: at };
  }
  return null;
}

function isHelpedVerb(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  return (verbForms.get(word)?.form === 'base' || aiming.test(word)) && !isRelational(wordAt(parts, at - 1));
}

/** Whether a title begins with a verb: one of aims, or an unknown word before an article (`Modernise our yards`). */
function isOrder(parts: Parts): boolean {
  const first = wordAt(parts, 0);
  if (aiming.test(first)) return true;
  return (
    first !== '' &&
    !isRelational(first) &&
    !neverVerbs.test(first) &&
    !isPlural(first) &&
    determiner.test(wordAt(parts, 1))
  );
}

function isSecondVerb(parts: Parts, at: number): boolean {
  const word = wordAt(parts, at);
  const object = parts.tokens[at + 1];
  if (word === '' || object?.kind !== 'word' || parts.inDate[at + 1]) return false;
  const entry = verbForms.get(word);
  if (entry?.form === 'base') {
    // `plan and review cycles` names nouns; an article or a plural behind it shows a verb
    const place = (entry.class === 'output' || entry.class === 'movement') && /^(?:in|to|into|for)$/.test(object.lower);
    const mover = entry.class === 'movement' || entry.class === 'keeping';
    return clearObject.test(object.lower) || isPlural(object.lower) || place || (mover && !isRelational(object.lower));
  }
  if (aiming.test(word)) return clearObject.test(object.lower) || isPlural(object.lower);
  return (
    !isRelational(word) &&
    !neverVerbs.test(word) &&
    !isPlural(word) &&
    !/ing$/.test(word) &&
    determiner.test(object.lower)
  );
}
