import type { Span } from '../model/span.ts';
import { type Parts, partsOfSentence } from './context.ts';
import { mayBeOpen } from './lexicon/classes.ts';
import { isPrompt } from './prompts.ts';

/** What stands in for something to be filled in, in any language. Letters for a figure need its sign beside them: `X%`, `$N`, `from X to Y`. */
const patterns: readonly RegExp[] = [
  /\b(?:TBD|TBC|TBA|TODO|FIXME)\b|^\s*(?:tbd|tbc|todo)\b|[[(<{](?:[\w-]+ ){0,2}(?:tbd|tbc|tba)[\])>}]/,
  /(?<![\p{L}\d])(?:X{3,}|Y{3,}|Z{3,}|N{3,}|XX|\?{2,}|_{2,})(?![\p{L}\d])/u,
  /(?<![\p{L}\d])[XYZNxyn]{1,3}(?:\s?%|(?=\s(?:percent|pp)\b))/u,
  /[$€£]\s?(?:[XYZN]{1,3}|[xyzn]{2,3})(?![\p{L}\d])/u,
  /\b[Ff]rom (?:[XYABN]|[xyn])\s?\S{0,2} to (?:[XYBN]|[xyn])(?![\p{L}\d])/u,
  /\blorem ipsum\b/i,
  /(?<![#\p{L}\d])#{2,}(?![#\p{L}\d])/u,
  // `adopted by N schools`: a letter where a count is due
  /\b(?:by|to|of|than|least|most|[Aa]dd|[Ww]in|[Rr]each|[Hh]ire|[Ss]ign|[Gg]et|[Oo]pen|[Ss]ell|[Tt]rain|[Gg]ain|[Oo]nboard)\s[NXYZ]\s(?:new |more |additional )?\p{Ll}{3,30}s\b/u,
  /[[(<{](?:your |the |insert |enter |add )?(?:owner|name|number|metric|date|target|baseline|value|team|objective|key result|outcome|deadline|percentage|kpi|industry|region|product|company|customer|segment|market|city|country|department|topic|amount|figure|percent)(?: here| name)?[\])>}]/i,
  /\bgoes here\b|\b(?:fill in|filled in|(?:be )?(?:defined|decided|agreed|added|confirmed)) later\b|^\s*to be (?:defined|decided|agreed|added|confirmed)\s*\.?\s*$/i,
  /^\s*(?:(?:my |our |new |first |untitled |sample |example )(?:objective|key result|kr)|(?:objective|key result|kr)\s?#?\d{0,3}(?:\.\d+)?)\s*[.:]?\s*$/i,
  /^\s*(?:\.{3,}|…|-+|\?|n\/a)\s*$/i,
  /\b(?:so that|in order to|to)\s?(?:…|\.{3})\s*$/i,
];

/** Nearly no title holds any of what the patterns begin with. */
const suspicious =
  /[[({<#?_…]|^\s*-+\s*$|[$€£]\s?[xyz]*z|\.{3}|\b[XYZNxyn]+\b|\b[Ff]rom [AB]\b|\bTB[DCA]\b|^\s*t(?:b[dc]|odo)\b|TODO|FIXME|[Ll]orem|goes here|\blater\b|[Tt]o be \w|\b(?:[Oo]bjective|[Kk]ey [Rr]esult|KR|kr)\b|[Nn]\/[Aa]|\bto\s*$/;

/** One look at the words tells it of most titles; a figure may have taken a letter for its unit (`5 x`), and dashes may be all there is. */
function mayHoldOne({ classes, hasAmount, tokens }: Parts): boolean {
  if ((classes & mayBeOpen) !== 0 || tokens[0]?.lower === '-') return true;
  if (!hasAmount) return false;
  for (const { amount } of tokens)
    if (amount !== null && mayHoldLetter(amount.text) && /\b[xyzn]+\b/i.test(amount.text)) return true;
  return false;
}

/** Whether a text holds an x, y, z or n at all. */
function mayHoldLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const small = text.charCodeAt(i) | 32;
    if ((small >= 120 && small <= 122) || small === 110) return true;
  }
  return false;
}

/** The first placeholder of a title, or null. */
export function placeholderIn(title: string): Span | null {
  if (isPrompt(title)) return { start: 0, end: title.length };
  const text = title.slice(0, 500);
  if (!mayHoldOne(partsOfSentence(title)) || !suspicious.test(text)) return null;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}
