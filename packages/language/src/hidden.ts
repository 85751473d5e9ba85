/**
 * Signs of the bidirectional algorithm (unicode.org/reports/tr9) that nobody sees and that make a line look different from what is read.
 * A reviewer of a change sees the one, a program reads the other.
 */
import type { FileProblem } from '@okr-language/core';

const ANY = /[\u202a-\u202e\u2066-\u2069]/;
const SIGNS = /[\u202a-\u202e\u2066-\u2069]/g;
const OVERRIDE = /[\u202d\u202e]/;
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A problem for each line with such signs, from the first to the last of them. */
export function hiddenDirections(text: string): readonly FileProblem[] {
  if (!ANY.test(text)) return [];
  const problems: FileProblem[] = [];
  let start = 0;
  for (const line of text.split(/[\r\n\u2028\u2029]/)) {
    const places = ANY.test(line) && !isHonest(line) ? [...line.matchAll(SIGNS)].map(({ index }) => start + index) : [];
    const [first] = places;
    if (first !== undefined) {
      problems.push({
        code: 'hidden-direction',
        message:
          'This line holds signs that nobody sees and that turn the direction of the writing round, so it may look different from what is read. Take them away.',
        span: { start: first, end: (places.at(-1) ?? first) + 1 },
      });
    }
    start += line.length + 1;
  }
  return problems;
}

/** The stretch without its hidden signs. */
export function withoutDirections(text: string): string {
  return text.replace(SIGNS, '');
}

/** Text that is written from right to left may need such signs; then each is closed, and none overrides what its letters are. */
function isHonest(line: string): boolean {
  return RIGHT_TO_LEFT.test(line) && !OVERRIDE.test(line) && isClosed(line);
}

function isClosed(line: string): boolean {
  const open: string[] = [];
  for (const [sign] of line.matchAll(SIGNS)) {
    const closes = sign === '\u202c' || sign === '\u2069';
    if (!closes) open.push(sign < '\u2066' ? '\u202c' : '\u2069');
    else if (open.pop() !== sign) return false;
  }
  return open.length === 0;
}
