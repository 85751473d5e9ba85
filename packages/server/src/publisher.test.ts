import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { Publisher } from './publisher.ts';

const start = { line: 0, character: 0 };
const diagnostic = (message: string): Diagnostic => ({ message, range: { start, end: start } });

it('names only the files whose diagnostics changed', () => {
  const publisher = new Publisher();
  expect(
    publisher.update(
      new Map([
        ['a', [diagnostic('one')]],
        ['b', []],
      ]),
    ),
  ).toEqual(['a']);
  expect(
    publisher.update(
      new Map([
        ['a', [diagnostic('one')]],
        ['b', [diagnostic('two')]],
      ]),
    ),
  ).toEqual(['b']);
  const before = publisher.get('b').resultId;
  expect(
    publisher.update(
      new Map([
        ['a', []],
        ['b', [diagnostic('two')]],
      ]),
    ),
  ).toEqual(['a']);
  expect(publisher.get('b').resultId).toBe(before);
});

it('clears a file that is gone, once', () => {
  const publisher = new Publisher();
  publisher.update(new Map([['a', [diagnostic('one')]]]));
  expect(publisher.update(new Map())).toEqual(['a']);
  expect(publisher.get('a').diagnostics).toEqual([]);
  expect(publisher.update(new Map())).toEqual([]);
});
