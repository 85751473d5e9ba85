/** Titles as they are compared with each other, in any language: letters and digits decide; case, punctuation and blanks do not. */

import type { Measure } from '../cascade/cascade.ts';

/** Longer titles are compared by their beginning, so that a damaged file costs no more than others. */
const longestCompared = 300;

/** The letters and digits of a text, its words parted by one blank; empty where there is nothing to compare. */
export function plainText(text: string): string {
  return plainWords(text).join(' ');
}

/** A number that two texts have in common when they say the same; hardly any others do. 0 where there is nothing to compare. */
export function textNumber(text: string): number {
  const end = Math.min(text.length, longestCompared);
  let number = 0;
  let gap = false;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return numberOf(plainText(text));
    const plain = plainCode[code] as number;
    if (plain === 0) gap = number !== 0;
    else {
      if (gap) number = next(number, blank);
      number = next(number, plain);
      gap = false;
    }
  }
  return number;
}

/** So many letters tell nearly all titles apart. */
const lettersOfBeginning = 12;

/** A number for the first letters and digits of a text: texts that say the same have the same. 0 where there is nothing to compare. */
export function beginningOf(text: string): number {
  const end = Math.min(text.length, longestCompared);
  let number = 0;
  let letters = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    // Also behind the last letter: what follows may change it.
    if (code >= 128) return numberOf(plainText(text).replaceAll(' ', '').slice(0, lettersOfBeginning));
    if (letters === lettersOfBeginning) break;
    const plain = plainCode[code] as number;
    if (plain === 0) continue;
    number = next(number, plain);
    letters++;
  }
  return number;
}

/** Whether there is anything to compare in a text; the first letter of nearly all tells. */
export function hasWords(text: string): boolean {
  return (plainCode[text.charCodeAt(0)] ?? 0) !== 0 || textNumber(text) !== 0;
}

const blank = 32;
/** Letters and digits as they are compared, 0 for all other signs. */
const plainCode = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0;
});

function numberOf(plain: string): number {
  let number = 0;
  for (let at = 0; at < plain.length; at++) number = next(number, plain.charCodeAt(at));
  return number;
}

/** Never 0, which says that there is nothing. */
function next(number: number, code: number): number {
  return (Math.imul(number, 31) + code) | 0 || 1;
}

/** Whether two texts say the same, in as many words; never where there is nothing to compare. */
export function isSameText(a: string, b: string): boolean {
  if (beginsOtherwise(a, b) || textNumber(a) !== textNumber(b)) return false;
  const words = plainText(a);
  return words !== '' && words === plainText(b);
}

/** Whether two texts begin with different letters: of most one need look no further. */
function beginsOtherwise(a: string, b: string): boolean {
  const first = plainCode[a.charCodeAt(0)];
  const second = plainCode[b.charCodeAt(0)];
  return first !== second && Boolean(first) && Boolean(second);
}

/** Whether two measures are written with the same figures. */
export function sameFigures(a: Measure | null, b: Measure | null): boolean {
  if (a?.form !== b?.form) return false;
  return (
    a?.baseline?.text === b?.baseline?.text && a?.low?.text === b?.low?.text && a?.target?.text === b?.target?.text
  );
}

/** Whether two texts may be `least` alike, told from numbers for their words, without making a string of any of them. */
export function mayBeLike(a: string, b: string, least: number): boolean {
  const left = wordNumbers(a, leftWords);
  const right = wordNumbers(b, rightWords);
  if (left < 1 || right < 1) return true;
  let shared = 0;
  for (let i = 0; i < left; i++) {
    let at = 0;
    while (at < right && rightWords[at] !== leftWords[i]) at++;
    if (at === right) continue;
    shared++;
    rightWords[at] = 0;
  }
  return (2 * shared) / (left + right) >= least;
}

const leftWords = new Int32Array(longestCompared);
const rightWords = new Int32Array(longestCompared);

/** Writes a number for each word and says how many there are; -1 for a text that is not in ASCII. */
function wordNumbers(text: string, into: Int32Array): number {
  const end = Math.min(text.length, longestCompared);
  let count = 0;
  let number = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return -1;
    const plain = plainCode[code] as number;
    if (plain !== 0) number = next(number, plain);
    else if (number !== 0) {
      into[count++] = number;
      number = 0;
    }
  }
  if (number !== 0) into[count++] = number;
  return count;
}

/** How much two plain texts have in common, 0 to 1: twice the words of both, divided by the words of each. */
export function likeness(a: string, b: string): number {
  const left = a.split(' ');
  const right = b.split(' ');
  if (left[0] === '' || right[0] === '') return 0;
  const open = new Map<string, number>();
  for (const word of left) open.set(word, (open.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const times = open.get(word) ?? 0;
    if (times > 0) shared++;
    open.set(word, times - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** The words of a text as they are compared. */
export function plainWords(text: string): readonly string[] {
  const read = text.slice(0, longestCompared).toLowerCase();
  // Most titles need no more than this, and it is several times as fast.
  if (onlyAscii.test(read)) return read.match(/[a-z0-9]+/g) ?? [];
  return read.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const onlyAscii = /^[\n -~]*$/;
