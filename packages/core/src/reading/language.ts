import { endsForeign, isEnglish, isNeverEnglish, isOfOtherLanguage } from './lexicon/classes.ts';
import { farLetters } from './lexicon/languages.ts';
import { wordsOf } from './lexicon/lists.ts';
import type { Token } from './token.ts';
import type { Tokenised } from './tokens.ts';

/**
 * Whether a sentence is English, as far as a rule must know: rules that read English words stay silent on `other`.
 * Another script or more function words of another language than of English make it `other`; what tells nothing
 * (`NPS 40`) counts as English.
 */
export function languageOf({ tokens, classes }: Tokenised, text: string): 'english' | 'other' {
  const plain = !hasMarkedLetter(text); // nearly always: then no letter need be looked at again
  if (plain && (classes & mayBeForeign) === 0) return 'english';
  let english = 0;
  let other = 0;
  let latin = 0;
  let foreign = 0;
  let marked = false;
  let never = false;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const { lower: word, classes } = token;
    if (!plain && hasOtherScript(word)) foreign += word.length;
    else latin += word.length;
    if (!plain && hasMarkedLetter(word) && !loanWords.has(word) && !isName(token, text)) marked = true;
    if ((classes & isEnglish) !== 0) english++;
    if ((classes & isNeverEnglish) !== 0 && !isName(token, text)) never = true;
    if ((classes & isNeverEnglish) !== 0 || (!plain && farLetters.test(word) && !isName(token, text))) other += 2;
    else if ((classes & (isOfOtherLanguage | endsForeign)) !== 0 && !isName(token, text)) other++;
    else if (!plain && word.length > 6 && hasMarkedLetter(word)) other++;
  }
  if (foreign * 4 > latin) return 'other';
  // a title of two or three words has little else to show: `Umsatz 15 %`, `Réussir ensemble`
  if (english === 0 && other === 1 && marked && latin < 40) return 'other';
  // `Feedback der Nutzer`: no word of it is English; `Van Gogh week` has a name
  if ((never || (other > 0 && english === 0)) && !tokens.some(({ lower }) => functionWords.has(lower))) return 'other';
  return other > 1 && other > english ? 'other' : 'english'; // one word alone may be a loan or a name
}

const mayBeForeign = isNeverEnglish | isOfOtherLanguage | endsForeign;

/** Without any of these a sentence that holds a word of another language is in that language: `Test-Team in Köln aufbauen`. */
const functionWords = wordsOf(
  'the of and to for with by our their that than is are from at this we us an every each all per',
);

/** Words with a foreign letter that English has taken over. */
const loanWords: ReadonlySet<string> = new Set(
  'café cafés résumé résumés naïve cliché clichés entrée entrées décor protégé fiancé fiancée soufflé crème brûlée à voilà über façade'.split(
    ' ',
  ),
);

/** A capital inside the sentence: `a shop in Łódź`. */
function isName(token: Token, text: string): boolean {
  const first = text.charAt(token.start);
  return token.start > 0 && first !== first.toLowerCase();
}

/** Letters beyond the Latin ones: Greek, Cyrillic, Arabic, Chinese and so on. */
function hasOtherScript(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x370 && word.charCodeAt(i) < 0x1e00) return true;
  return /[\u2e80-\uffdc]/.test(word);
}

/** A plain loop: titles are so short that to ask a pattern takes several times as long. */
function hasMarkedLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0xc0) return true;
  return false;
}
