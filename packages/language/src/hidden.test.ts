import type { Finding } from '@okr-language/core';
import { expect, test } from 'vitest';
import { syntaxFixes } from './lsp/actions/syntax-fixes.ts';
import { parseOkr } from './parse.ts';

const told = (text: string) =>
  parseOkr('', text)
    .problems.filter(({ code }) => code === 'hidden-direction')
    .map(({ span }) => text.slice(span.start, span.end));

/** As a file that was made to deceive holds it: the signs stand in titles, comments and between statements. */
test.each([
  ['an override', 'team a "A\u202eB"', '\u202e'],
  ['an override that is closed', 'team a "A\u202eB\u202c"', '\u202eB\u202c'],
  ['an isolate', 'team a "\u2067from 90 to 10\u2069"', '\u2067from 90 to 10\u2069'],
  ['a comment', '// \u2066 fine', '\u2066'],
  ['between statements', 'team a \u202a "A"', '\u202a'],
  ['Hebrew that is overridden', 'team a "\u202eשלום"', '\u202e'],
  ['Arabic that is left open', 'team a "\u2067مرحبا"', '\u2067'],
  ['Arabic that closes something else', 'team a "\u2067مرحبا\u202c"', '\u2067مرحبا\u202c'],
])('%s is reported', (_, text, marked) => {
  expect(told(text)).toEqual([marked]);
});

test.each([
  ['no signs', 'team a "שלום مرحبا café 目标"'],
  ['marks that turn nothing round', 'team a "שלום\u200f, A"'],
  ['signs around Arabic that are closed again', 'team a "\u2067مرحبا\u2069 and \u202bשלום\u202c"'],
])('%s: nothing is said', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('each line is told once, and the fix takes all of its signs away', () => {
  const text = 'team a "\u202eA\u202c B\u2066"\r\nteam b "\u202dB"\n';
  const problems = parseOkr('', text).problems;
  expect(problems.map(({ code }) => code)).toEqual(['hidden-direction', 'hidden-direction']);
  const [first] = problems;
  const finding = { rule: 'hidden-direction', uri: '', span: first?.span } as Finding;
  expect(syntaxFixes(text, finding)[0]?.edit).toMatchObject({ span: { start: 8, end: 14 }, text: 'A B' });
});

test('a file of nothing but such signs is read in time', { timeout: 30_000 }, () => {
  const begun = process.cpuUsage();
  parseOkr('', `${'\u202e\u2066'.repeat(500_000)}\n${'\u202e\n'.repeat(500_000)}`);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(4_000);
});
