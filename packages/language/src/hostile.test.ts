import { describe, expect, test } from 'vitest';
import { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
import { problemsOf } from './testing/kit.ts';
import { tokenize } from './tokenize.ts';

/** Of processor time, so that a busy machine fails no test. */
const SECOND = 1_000_000;
const TEAM = '\nteam last "Last"\n';

/** Each text, some of a size that no person writes, with a good statement behind it that must still be read. */
const hostile: Readonly<Record<string, string>> = {
  'braces nested 4,000 deep': '{'.repeat(4000),
  'a million opening braces': '{'.repeat(1_000_000),
  'a million closing braces': '}'.repeat(1_000_000),
  '600 nested half statements': 'okrs for a in b { objective o "O" { kr k "K" from 3 '.repeat(200),
  '600 nested half statements on lines': 'okrs for a in b {\nobjective o "O" {\nkr k "K" from 3 {\n'.repeat(200),
  '4,000 nested objectives': 'okrs for a in b {'.concat('\nobjective o "O" {'.repeat(4000)),
  'key results between braces that belong to nothing': `${'{'.repeat(50)}${'\nkr "K" {'.repeat(50_000)}`,
  'a line of 2 MB': `team a "${'x'.repeat(2_000_000)}"`,
  'a line of 2 MB of words': 'kr from owner '.repeat(150_000),
  'a line of 2 MB of names': 'abc '.repeat(500_000),
  'unclosed comments': '/* \n'.repeat(300_000),
  'comments in comments on one line': '/* /* */ '.repeat(200_000),
  'unclosed texts': 'team "a\n'.repeat(200_000),
  'curly quotation marks on one line': '“a '.repeat(300_000),
  'single quotation marks on one line': "'a ".repeat(300_000),
  'texts that may go on in the next line': '"a\n'.repeat(300_000),
  'tags before a brace that never comes': `objective a ${'#a '.repeat(200_000)}`,
  'doc comments': '/// a\n'.repeat(300_000),
  suppressions: '// okr-ignore a, b, c\n'.repeat(50_000),
  dots: `objective o { supports ${'a.'.repeat(300_000)}`,
  'commas and numbers': '1,1_1,'.repeat(300_000),
  digits: '9'.repeat(2_000_000),
  'a long number with a long unit': `kpi a to 5 ${'unit '.repeat(200_000)}`,
  slashes: '/ '.repeat(500_000),
  'only keywords': 'okrs for in checkin closing objective kr team\n'.repeat(30_000),
  signs: '+-$€%#&@'.repeat(200_000),
  'a repeated clause': `okrs for a in b { ${'draft '.repeat(200_000)} }`,
};

describe.each(Object.entries(hostile))('%s', (_, text) => {
  test('is read in time, and what follows it too', { timeout: 30_000 }, () => {
    const begin = process.cpuUsage();
    const file = parseOkr('', text + TEAM);
    const { user } = process.cpuUsage(begin);
    expect(file.statements.at(-1)).toMatchObject({ kind: 'unit', name: { text: 'last' }, title: { text: 'Last' } });
    expect(file.problems.length).toBeLessThanOrEqual(MOST_PROBLEMS + 1);
    expect(user).toBeLessThan(4 * SECOND);
  });
});

test('20,000 objectives in one file', { timeout: 30_000 }, () => {
  const objective =
    'objective "Earn back trust" { kr "Rating" from 3.9 of 5 to 4.4 of 5 by 2026-08-31 { owner liam } }\n';
  const begin = process.cpuUsage();
  const [set] = parseOkr('', `okrs for a in b {\n${objective.repeat(20_000)}}`).statements;
  expect(process.cpuUsage(begin).user).toBeLessThan(4 * SECOND);
  expect(set?.kind === 'okrs' && set.objectives.length).toBe(20_000);
});

test('nesting that is too deep is reported once, and what stands inside is left out', () => {
  const text = `team a ${'{'.repeat(4000)} team b ${'}'.repeat(4000)}${TEAM}`;
  const problems = problemsOf(parseOkr('', text));
  expect(problems.filter((problem) => problem.startsWith('nesting-too-deep'))).toHaveLength(1);
});

test('many problems end in one that says how many more there are', () => {
  const { problems } = parseOkr('', 'foo\n'.repeat(1000));
  expect(problems).toHaveLength(MOST_PROBLEMS + 1);
  expect(problems.at(-1)?.message).toContain('900 more');
  for (const { message } of problems) expect(message).not.toBe('');
});

test('a file that is too large is not read', () => {
  const file = parseOkr('', `team a\n${' '.repeat(LONGEST_TEXT)}`);
  expect(problemsOf(file)).toEqual([expect.stringMatching(/^file-too-large: .*8 million/)]);
  expect(file.statements).toEqual([]);
});

test.each([
  ['NUL bytes', 'team a\0\0'],
  ['control characters', '\u0001\u0002\u0003PK\u0004\u0014\u0006\b'.repeat(10)],
  ['bytes that are no characters', '\ufffd\ufffdA\ufffd\ufffdB'.repeat(20)],
  ['control characters in quotation marks', `team a "${'ab\u0001'.repeat(20)}"`],
  ['control characters behind backslashes', `team a "${'\\\u0001'.repeat(20)}"`],
  ['control characters in curly quotation marks', `team a “${'ab\u0001'.repeat(20)}”`],
  ['control characters in comments', `// ${'ab\ufffd'.repeat(20)}\n/* ${'ab\u007f'.repeat(20)} */`],
])('%s are not text', (_, text) => {
  const file = parseOkr('', text);
  expect(problemsOf(file)).toEqual([expect.stringMatching(/^not-text: /)]);
});

test('a single strange character does not make a file unreadable', () => {
  expect(parseOkr('', 'team a "Caf\ufffd"\n\u0007team b').statements).toHaveLength(2);
});

test('half a character at the end of a part of a text is no whole one', () => {
  for (let i = 0; i < 5_000; i++) {
    const text = `${'team '.repeat(4 + (i % 9))}\ud801\udf37\ud8fb\udf37 and more`;
    const part = text.slice(0, text.indexOf('\ud8fb') + 1);
    const [last] = tokenize(part).slice(-1);
    expect(last?.span.end).toBe(part.length);
  }
});

test('any text can be cut into tokens', { timeout: 30_000 }, () => {
  for (const text of Object.values(hostile)) expect(tokenize(text.slice(0, 100_000)).length).toBeGreaterThan(0);
});
