import { type FileProblem, lineStartsOf, type OkrFile } from '@okr-language/core';
import { settled } from './conflicts.ts';
import type * as ast from './generated/ast.ts';
import { hiddenDirections } from './hidden.ts';
import { listOf } from './lower/lists.ts';
import { Source } from './lower/source.ts';
import { statement } from './lower/statements.ts';
import { suppressionsIn } from './lower/suppressions.ts';
import { lay } from './syntax/layout.ts';
import { read as readTokens } from './syntax/read.ts';
import { isUnprintable, scan } from './syntax/scan.ts';
import { Tokens } from './syntax/tokens.ts';
import { cellsOf, type NodeOf } from './syntax/tree.ts';

const FILE = cellsOf<ast.File>('File');

/** Texts longer than this (in UTF-16 code units) are not read: no person keeps so much in one file. */
export const LONGEST_TEXT = 8_000_000;
/** How many problems a file lists at most; one more says how many were left out. */
export const MOST_PROBLEMS = 100;

/**
 * Reads an `.okr` file. It never throws, whatever the text: what cannot be read is listed under `problems` and everything
 * around it is in `statements`. Time and memory grow with the length of the text.
 */
export function parseOkr(uri: string, written: string): OkrFile {
  if (written.length > LONGEST_TEXT) return refused(uri, written, tooLarge);
  if (written.includes('\0')) return refused(uri, written, notText);
  const { text, problems: undecided } = settled(written);
  const scanned = scan(text, scannedTokens.clear());
  if (!scanned.isPrintable && !isText(text)) return refused(uri, text, notText);
  const laid = lay(scanned.tokens, text, laidTokens.clear());
  const { tree, problems: read } = readTokens(laid.tokens, text);
  const source = new Source(text, tree, laid.tokens, scanned.comments);
  const first = tree.at(tree.root as NodeOf<ast.File>, FILE.statements);
  const statements = listOf(tree, first, (node) => statement(source, node));
  const lineStarts = lineStartsOf(text);
  const suppressions = suppressionsIn(text, scanned.comments, scanned.tokens, lineStarts);
  const problems = [
    ...undecided,
    ...hiddenDirections(written),
    ...scanned.problems,
    ...laid.problems,
    ...read,
    ...source.problems,
  ];
  return {
    uri,
    lineStarts,
    length: text.length,
    statements,
    problems: sorted(problems),
    suppressions,
  };
}

/** Nobody keeps the tokens of a file, so those of the one before are used again. */
const scannedTokens = new Tokens();
const laidTokens = new Tokens();

const tooLarge: FileProblem = {
  code: 'file-too-large',
  message: `This file holds more than ${LONGEST_TEXT / 1_000_000} million characters, so it was not read. Split it into several files.`,
  span: { start: 0, end: 0 },
};
const notText: FileProblem = {
  code: 'not-text',
  message:
    'This file does not hold plain text, so it was not read. Save it as text in UTF-8, or give it another ending than .okr.',
  span: { start: 0, end: 0 },
};

/** A text that is not read at all. */
function refused(uri: string, text: string, why: FileProblem): OkrFile {
  return { uri, lineStarts: [0], length: text.length, statements: [], problems: [why], suppressions: [] };
}

/** Up to here a text is looked at for what it holds. */
const SAMPLE = 10_000;

function isText(text: string): boolean {
  const end = Math.min(text.length, SAMPLE);
  let odd = 0;
  for (let at = 0; at < end; at++) if (isUnprintable(text.charCodeAt(at))) odd++;
  return end < 10 || odd * 10 <= end;
}

function sorted(problems: FileProblem[]): readonly FileProblem[] {
  problems.sort((a, b) => a.span.start - b.span.start);
  if (problems.length <= MOST_PROBLEMS) return problems;
  const left = problems.length - MOST_PROBLEMS;
  const { span } = problems[MOST_PROBLEMS] as FileProblem;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    {
      code: 'syntax-error',
      message: `There are ${left} more problems from here on. Mend the ones above first: the others often go away with them.`,
      span,
    },
  ];
}
