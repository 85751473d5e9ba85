/**
 * Signs of the bidirectional algorithm (unicode.org/reports/tr9) that nobody sees and that make a line look different from what is read.
 * A reviewer of a change sees the one, a program reads the other.
 */
import type { FileProblem } from '@okr-language/core';

const SIGNS = /[\u202a-\u202e\u2066-\u2069]/g;
const OVERRIDE = /[\u202d\u202e]/;
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A problem for each line with such signs, from the first to the last of them. */
export function hiddenDirections(text: string): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  let start = 0;
  for (let first = nextSign(text, 0); first >= 0; first = nextSign(text, start)) {
    start = lineStartBefore(text, first);
    const end = lineEndBehind(text, first);
    if (!isHonest(text.slice(start, end))) problems.push(problemAt(first, lastSign(text, end)));
    start = end;
  }
  return problems;
}

function problemAt(first: number, last: number): FileProblem {
  return {
    code: 'hidden-direction',
    message:
      'This line holds signs that nobody sees and that turn the direction of the writing round, so it may look different from what is read. Take them away.',
    span: { start: first, end: last + 1 },
  };
}

function isSign(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** The next sign from there, -1 where none is. */
function nextSign(text: string, from: number): number {
  SIGNS.lastIndex = from;
  const found = SIGNS.test(text) ? SIGNS.lastIndex - 1 : -1;
  SIGNS.lastIndex = 0;
  return found;
}

/** The last sign of a line that holds one. */
function lastSign(text: string, end: number): number {
  let at = end - 1;
  while (!isSign(text.charCodeAt(at))) at--;
  return at;
}

function lineStartBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEndBehind(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
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
  for (const sign of line) {
    if (!isSign(sign.charCodeAt(0))) continue;
    const closes = sign === '\u202c' || sign === '\u2069';
    if (!closes) open.push(sign < '\u2066' ? '\u202c' : '\u2069');
    else if (open.pop() !== sign) return false;
  }
  return open.length === 0;
}
