import type { Finding } from '@okr-language/core';
import { describe, expect, test } from 'vitest';
import { syntaxFixes } from './lsp/actions/syntax-fixes.ts';
import { formatText } from './lsp/format/format.ts';
import { parseOkr } from './parse.ts';
import { problemsOf } from './testing/kit.ts';
import { tokenize } from './tokenize.ts';

const objective = (...lines: readonly string[]) =>
  `okrs for support in 2026-Q3 {\n    objective trust "Earn trust" {\n${lines.map((line) => `${line}\n`).join('')}    }\n}\n`;
const conflict = (ours: readonly string[], theirs: readonly string[], base?: readonly string[]) => [
  '<<<<<<< HEAD',
  ...ours,
  ...(base ? ['||||||| 1f2e3d4', ...base] : []),
  '=======',
  ...theirs,
  '>>>>>>> calmer-targets',
];
const high = '        kr csat "Rating" from 3 to 4.4';
const low = '        kr csat "Rating" from 3 to 4.2';
const said = (text: string) => problemsOf(parseOkr('', text), text);
const targetsIn = (text: string) =>
  parseOkr('', text).statements.flatMap((statement) =>
    statement.kind === 'okrs'
      ? statement.objectives.flatMap(({ keyResults }) => keyResults.map(({ measure }) => measure?.target?.value))
      : [],
  );
const fixesOf = (text: string) =>
  parseOkr('', text).problems.flatMap(({ code, span, message }) =>
    syntaxFixes(text, { rule: code, uri: '', span, message: { what: message } } as Finding),
  );
const applied = (text: string, title: string) => {
  const edit = fixesOf(text).find((fix) => fix.title === title)?.edit;
  return edit ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : null;
};

describe('a merge that is not finished', () => {
  test.each([
    ['with two versions', conflict([high], [low])],
    ['with the version that both were made from', conflict([high], [low], ['        kr csat "Rating" from 3 to 4'])],
    ['with lines that end as on Windows', conflict([high], [low]).map((line) => `${line}\r`)],
    ['with versions of which one is empty', conflict([], [low])],
  ])('%s is one finding, and the first version counts', (_, lines) => {
    const text = objective(...lines);
    expect(said(text)).toEqual(['merge-conflict at "<<<<<<< HEAD"']);
    expect(targetsIn(text)).toEqual(lines[1]?.includes('4.4') ? [4.4] : []);
  });

  test('says what git calls the two, and is one finding for each', () => {
    const text = objective(...conflict([high], [low]), ...conflict(['        owner maya'], ['        owner liam']));
    const messages = parseOkr('', text).problems.map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('from `HEAD` and from `calmer-targets`');
  });

  test('is found in comments, which are read without it', () => {
    const text = ['/**', ...conflict([' * Agreed on 3 July'], [' * Agreed on 4 July']), ' */', 'team a "A"', ''].join(
      '\n',
    );
    const { statements, problems } = parseOkr('', text);
    expect(problems.map(({ code }) => code)).toEqual(['merge-conflict']);
    expect(statements).toMatchObject([{ doc: 'Agreed on 3 July' }]);
  });

  test.each([
    ['Keep the first version (HEAD)', objective(high)],
    ['Keep the second version (calmer-targets)', objective(low)],
    ['Keep both', objective(high, low)],
  ])('%s', (title, after) => {
    expect(applied(objective(...conflict([high], [low])), title)).toBe(after);
  });

  test('of two check-ins that share their last brace is kept with a brace for each', () => {
    const checkin = (day: string, value: string) => [
      `checkin ${day} for support in 2026-Q3 {`,
      `    trust.csat ${value}`,
    ];
    const text = [...conflict(checkin('2026-08-14', '4.1'), checkin('2026-08-15', '4.2')), '}', ''].join('\n');
    const after = [...checkin('2026-08-14', '4.1'), '}', ...checkin('2026-08-15', '4.2'), '}', ''].join('\n');
    expect(applied(text, 'Keep both')).toBe(after);
    expect(said(after)).toEqual([]);
  });

  test('leaves the text unformatted', () => {
    const text = objective(...conflict([`   ${high}`], [low]));
    expect(formatText(text)).toBe(text);
  });

  test('is a comment where it is not read', () => {
    const text = objective(...conflict([high], [low]));
    const comments = tokenize(text).filter(({ kind }) => kind === 'comment');
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '<<<<<<< HEAD\n',
      `=======\n${low}\n>>>>>>> calmer-targets\n`,
    ]);
  });
});

describe('a line that git has left', () => {
  test.each(['<<<<<<< HEAD', '>>>>>>> calmer-targets', '<<<<<<<'])('%s is told, and taken away', (line) => {
    const text = objective(high, line, '        owner maya');
    expect(said(text)).toEqual([`merge-conflict at "${line}"`]);
    expect(targetsIn(text)).toEqual([4.4]);
    expect(applied(text, 'Remove this line')).toBe(objective(high, '        owner maya'));
  });

  test('is each of those that make no conflict', () => {
    const text = objective('=======', '<<<<<<< a', high, '<<<<<<< b', '>>>>>>> c');
    expect(parseOkr('', text).problems.map(({ code }) => code)).toEqual(Array(4).fill('merge-conflict'));
    expect(targetsIn(text)).toEqual([4.4]);
  });

  test.each([
    ['underlined', '/*\nTitle\n=======\n*/\n'],
    ['indented', '/*\n  <<<<<<< a\n*/\n'],
    ['longer', '/*\n<<<<<<<< a\n>>>>>>>>\n*/\n'],
    ['in a title', 'team a "<<<<<<< A"\n'],
  ])('is none of git that is %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

test('a file of nothing but lines of git is read in time', { timeout: 30_000 }, () => {
  const begun = process.cpuUsage();
  for (const line of ['<<<<<<< a\n', '>>>>>>>\n', '<<<<<<< a\n=======\n>>>>>>> b\n'])
    parseOkr('', line.repeat(Math.floor(2_000_000 / line.length)));
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(6_000);
});
