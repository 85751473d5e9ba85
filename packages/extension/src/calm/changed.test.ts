import { expect, it } from 'vitest';
import { changedLines } from './changed.ts';

const before = 'a\n  b\nc\nc\n';

it.each([
  ['the same', before, []],
  ['other line ends and indentation', 'a\r\nb\r\n  c\r\nc\r\n', []],
  ['a line in front', 'new\na\nb\nc\nc\n', [0]],
  ['lines that moved', 'c\nc\nb\na\n', []],
  ['a line once more than before', 'a\nb\nc\nc\nc\n', [4]],
  ['a line that was edited', 'a\nb2\nc\nc\n', [1]],
  ['a line that is gone', 'a\nc\nc\n', []],
  ['nothing before', null, [0, 1, 2, 3]],
])('%s', (_, now, lines) => {
  expect([...(now === null ? changedLines('', before) : changedLines(before, now))]).toEqual(lines);
});
