import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { Publisher } from './publisher.ts';

const start = { line: 0, character: 0 };
const diagnostic = (message: string, severity: 1 | 2 | 3 | 4 = 1): Diagnostic => ({
  message,
  severity,
  range: { start, end: start },
});

it('tells only of files whose diagnostics changed', () => {
  const publisher = new Publisher();
  expect(publisher.update('a', [diagnostic('one')])).toBe(true);
  expect(publisher.update('b', [])).toBe(false);
  expect(publisher.update('a', [diagnostic('one')])).toBe(false);
  const before = publisher.resultId('a');
  expect(publisher.update('b', [diagnostic('two')])).toBe(true);
  expect(publisher.resultId('a')).toBe(before);
  expect(publisher.update('a', [diagnostic('other')])).toBe(true);
  expect(publisher.resultId('a')).not.toBe(before);
});

it('clears a file that has none any more, once', () => {
  const publisher = new Publisher();
  publisher.update('a', [diagnostic('one')]);
  expect([...publisher.uris]).toEqual(['a']);
  expect(publisher.update('a', [])).toBe(true);
  expect(publisher.update('a', [])).toBe(false);
  expect([...publisher.uris]).toEqual([]);
});

it('counts what the client shows', () => {
  const publisher = new Publisher();
  publisher.update('a', [diagnostic('one'), diagnostic('two', 2)]);
  publisher.update('b', [diagnostic('three'), diagnostic('four', 3), diagnostic('five', 4)]);
  expect([publisher.errors, publisher.warnings, publisher.hints]).toEqual([2, 1, 2]);
  publisher.update('a', [diagnostic('two', 2)]);
  publisher.update('b', []);
  expect([publisher.errors, publisher.warnings, publisher.hints]).toEqual([0, 1, 0]);
});
