/**
 * A file as bytes: what closed files are kept as, what a worker hands over and what lies in the cache. Some hundred bytes instead of the many
 * kilobytes that the same objects take.
 */
import type { FileProblem, FileProblemCode, OkrFile, Suppression } from '@okr-language/core';
import { Reader, Writer } from './bytes.ts';
import { list, oneOf } from './part.ts';
import { maybeText } from './parts.ts';
import { piecesOfSieve, sieveOf } from './sieve.ts';
import { statements } from './statements.ts';

/** Changes with every change of the format or of the model behind it; bytes of another version are not read. */
export const codecVersion = 6;

const code = oneOf<FileProblemCode>(
  'syntax-error',
  'repeated-clause',
  'invalid-amount',
  'invalid-date',
  'nesting-too-deep',
  'file-too-large',
  'unreadable-file',
  'not-text',
  'hidden-direction',
  'merge-conflict',
);

const problems = list<FileProblem>({
  write(to, value) {
    code.write(to, value.code);
    to.text(value.message);
    to.span(value.span);
  },
  read: (from) => ({ code: code.read(from), message: from.text(), span: from.span() }),
});

const suppressions = list<Suppression>({
  write(to, value) {
    to.text(value.rule);
    to.span(value.ruleSpan);
    maybeText.write(to, value.reason);
    to.span(value.span);
    to.span(value.covers);
  },
  read: (from) => ({
    rule: from.text(),
    ruleSpan: from.span(),
    reason: maybeText.read(from),
    span: from.span(),
    covers: from.span(),
  }),
});

/** One for all files: to make room for each takes as long as to write it. */
const to = new Writer();

/** Everything of a file but its address. Two files are equal exactly when their bytes are. */
export function encodeFile(file: OkrFile): Uint8Array<ArrayBuffer> {
  to.clear();
  to.count(file.length);
  to.count(file.lineStarts.length);
  let before = 0;
  for (const start of file.lineStarts) {
    to.count(start - before);
    before = start;
  }
  problems.write(to, file.problems);
  suppressions.write(to, file.suppressions);
  statements.write(to, file.statements);
  return to.done(sieveOf(to.letters));
}

/** The file that `encodeFile` was given. Throws a `RangeError` where the bytes are damaged. */
export function decodeFile(uri: string, bytes: Uint8Array): OkrFile {
  const from = new Reader(bytes, piecesOfSieve);
  const length = from.count();
  const lines = from.count();
  const lineStarts: number[] = [];
  let before = 0;
  for (let i = 0; i < lines; i++) {
    before += from.count();
    lineStarts.push(before);
  }
  const read = { problems: problems.read(from), suppressions: suppressions.read(from) };
  return { uri, lineStarts, length, statements: statements.read(from), ...read };
}
