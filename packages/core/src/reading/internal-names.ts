import { isClauseStart, isWordOf, type Parts, wordAt } from './context.ts';
import { leadingVerbOf } from './leading.ts';
import { isLabel } from './lexicon/classes.ts';
import { measureOf } from './read.ts';
import type { Stretch } from './stretch.ts';

const numberedName = /\p{Lu}\S* \d+\.\d/u;
const version = /^v\d+(?:\.\d+)*$/;
const particles = /^(?:off|out|over|up|live|with|the|our|a|new|work)$/;

/** A version or code name, and no figure or effect: `Release v4`, `Finish Project Heron`, `Phase 3 finished`. */
export function internalNameIn(parts: Parts): Stretch | null {
  if (
    (parts.classes & isLabel) === 0 &&
    !(parts.hasAmount && parts.text.includes('.') && numberedName.test(parts.text))
  )
    return null;
  const verb = leadingVerbOf(parts);
  if (verb && verb.entry.class === 'movement') return null;
  if (parts.tokens.some(({ lower }) => /^(?:so|that|which|who|to)$/.test(lower)) || measureOf(parts) !== null)
    return null;
  const first = verb ? verb.at + 1 : 0;
  for (let at = first; at < parts.tokens.length; at++) {
    const token = parts.tokens[at];
    if (!token || parts.inDate[at]) continue;
    if (version.test(token.lower)) return { from: at, to: at };
    const behind = parts.tokens[at + 1];
    const named = behind?.kind === 'word' && /^\p{Lu}/u.test(parts.text.slice(behind.start, behind.end));
    const counted = behind?.amount != null && !parts.inDate[at + 1];
    const capital = token.kind === 'word' && /^\p{Lu}/u.test(parts.text.slice(token.start, token.end));
    if (isWordOf(parts, at, isLabel) && behind && (named || counted) && isObject(parts, first, at, verb !== null))
      return { from: at, to: at + 1 };
    // `Launch Phoenix 2.0`
    if (verb && capital && counted && /^\d+\.\d/.test(behind.lower) && at === first) return { from: at, to: at + 1 };
  }
  return null;
}

/** Whether the name is what is worked on, and not where something else happens (`the results of phase 3`). */
function isObject(parts: Parts, first: number, at: number, hasVerb: boolean): boolean {
  if (!hasVerb && at === 0) return true;
  for (let i = hasVerb ? first : 1; i < at; i++) {
    const word = wordAt(parts, i);
    if (/^(?:of|for|in|from|on|about)$/.test(word) && !isWordOf(parts, i - 1, isLabel)) return false;
    if (!hasVerb && i === at - 1 && !particles.test(word) && !isClauseStart(parts, i)) return i === 1;
  }
  return true;
}
