import { isWordOf, lowerAt, type Parts, wordAt } from './context.ts';
import { isPlural } from './figures.ts';
import { isVague } from './lexicon/classes.ts';
import type { Stretch } from './stretch.ts';

/** How big a movement or a share is, said without a figure. */
const size =
  /^(?:significant|substantial|considerable|noticeable|dramatic|marked|massive|large|great|high|big|good|sizeable|meaningful)$/;
const sized =
  /^(?:increase|rise|improvement|reduction|decrease|drop|fall|decline|growth|gain|share|number|part|portion|proportion|percentage|amount|majority)$/;
const nearly = /^(?:almost|nearly|virtually|practically)$/;

/** The words that stand where a figure is due: `significantly`, `more`, `several`, `almost all`, `as much as possible`. */
export function vagueIn(parts: Parts): Stretch | null {
  if ((parts.classes & isVague) === 0) return null;
  for (let at = 0; at < parts.tokens.length; at++) {
    if (!isWordOf(parts, at, isVague)) continue;
    const to = vagueEndingAt(parts, at);
    if (to !== null) return { from: at, to };
  }
  return null;
}

function vagueEndingAt(parts: Parts, at: number): number | null {
  const word = wordAt(parts, at);
  const next = wordAt(parts, at + 1);
  if (nearly.test(word)) return /^(?:all|every|each|everyone|everybody)$/.test(next) ? at + 1 : null;
  if (word === 'most') return lowerAt(parts, at - 1) !== 'at' && (next === 'of' || isPlural(next)) ? at : null;
  if (word === 'as' && wordAt(parts, at + 2) === 'as') return possibleAt(parts, at + 3);
  if (size.test(word)) return sized.test(next) ? at + 1 : null;
  // `no more`, `once more`, `more than`: the figure is told elsewhere
  return next === 'than' || /^(?:no|not|once|any)$/.test(wordAt(parts, at - 1)) ? null : at;
}

/** `as much as possible`, `as many schools as possible` */
function possibleAt(parts: Parts, at: number): number | null {
  for (let i = at; i < at + 4; i++) if (wordAt(parts, i) === 'possible') return i;
  return null;
}
