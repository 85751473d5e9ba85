/**
 * Merge conflicts that are not settled yet: git leaves both versions of the lines in the file, between lines of its own (git-scm.com/docs/git-merge,
 * "How conflicts are presented"). One version is read, so that goals are not counted twice, and the rest is told.
 */
import type { FileProblem, Span } from '@okr-language/core';

/** Two versions of the same lines. */
export interface Conflict {
  /** From the first line of git's own to the end of the last, line break included. */
  readonly span: Span;
  readonly ours: Span;
  readonly theirs: Span;
  /** What git calls the two: mostly `HEAD` and a branch. */
  readonly names: readonly [ours: string, theirs: string];
}

/** A text as it is read, and what is not. */
export interface Settled {
  /** As long as the text, with blanks for all that is not read. */
  readonly text: string;
  /** The stretches with blanks, in their order. */
  readonly blank: readonly Span[];
  readonly problems: readonly FileProblem[];
}

const LINE_OF_GIT = /^(?:<{7}|>{7}|\|{7}|={7}(?=[ \t]*$))(?:[ \t][^\r\n]*)?$/gm;
const LONGEST_NAME = 40;

/** Lines of git's own, with the line break behind them. */
interface GitLine extends Span {
  readonly sign: '<' | '|' | '=' | '>';
  readonly name: string;
}

/** Whether a text may hold lines of git's own: nearly none does. */
function mayBeMerged(text: string): boolean {
  return text.includes('<<<<<<<') || text.includes('>>>>>>>');
}

/** What is read of a text: of each conflict the first version. */
export function settled(text: string): Settled {
  if (!mayBeMerged(text)) return { text, blank: [], problems: [] };
  const { conflicts, left } = conflictsIn(text);
  const blank = [
    ...conflicts.flatMap(({ span, ours }) => [
      { start: span.start, end: ours.start },
      { start: ours.end, end: span.end },
    ]),
    ...left,
  ].sort((a, b) => a.start - b.start);
  const problems = [
    ...conflicts.map((conflict) => undecided(text, conflict)),
    ...left.map((line) => leftOver(text, line)),
  ];
  return { text: blanked(text, blank), blank, problems };
}

/** The conflict that begins there, or the line that is left over, line break included; null where neither does. */
export function undecidedAt(text: string, start: number): Conflict | { readonly span: Span } | null {
  if (!mayBeMerged(text)) return null;
  const { conflicts, left } = conflictsIn(text);
  const lines = left.map((span) => ({ span }));
  return [...conflicts, ...lines].find(({ span }) => span.start === start) ?? null;
}

function conflictsIn(text: string): { readonly conflicts: readonly Conflict[]; readonly left: readonly GitLine[] } {
  const conflicts: Conflict[] = [];
  const left: GitLine[] = [];
  let open: GitLine[] = [];
  for (const line of linesOfGit(text)) {
    const last = open.at(-1)?.sign;
    const [first] = open;
    if (line.sign === '<') {
      left.push(...open);
      open = [line];
    } else if (first && line.sign === '>' && last === '=') {
      conflicts.push(conflict(open, line));
      open = [];
    } else if (first && ((line.sign === '|' && last === '<') || (line.sign === '=' && last !== '='))) {
      open.push(line);
    } else left.push(line);
  }
  left.push(...open);
  // A row of equals signs may underline a heading in a comment.
  const isGits = left.some(({ sign }) => sign === '<' || sign === '>');
  return { conflicts, left: isGits ? left : [] };
}

function linesOfGit(text: string): readonly GitLine[] {
  return [...text.matchAll(LINE_OF_GIT)].map(({ index, 0: line }) => ({
    sign: line.charAt(0) as GitLine['sign'],
    name: line.slice(7).trim(),
    start: index,
    end:
      index +
      line.length +
      (/^(?:\r\n|\n|\r)/.exec(text.slice(index + line.length, index + line.length + 2))?.[0].length ?? 0),
  }));
}

/** From the lines that begin the versions, of which a third one may be what both were made from, and the one that ends them. */
function conflict(begun: readonly GitLine[], end: GitLine): Conflict {
  const [first, second] = begun as [GitLine, GitLine];
  const middle = begun.at(-1) as GitLine;
  return {
    span: { start: first.start, end: end.end },
    ours: { start: first.end, end: second.start },
    theirs: { start: middle.end, end: end.start },
    names: [first.name, end.name],
  };
}

function undecided(text: string, { span, names }: Conflict): FileProblem {
  const [ours, theirs] = names.map(shown);
  const both = ours && theirs ? `, from ${ours} and from ${theirs}` : '';
  return problemAt(
    text,
    span.start,
    `Two versions of the same lines stand here${both}; only the first one is read. Keep what is right, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>.`,
  );
}

function leftOver(text: string, { start }: GitLine): FileProblem {
  return problemAt(
    text,
    start,
    'This line is left over from a merge in git. Remove it once the lines around it are as they should be.',
  );
}

/** At the line that begins there. */
function problemAt(text: string, start: number, message: string): FileProblem {
  const length = /^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { code: 'merge-conflict', message, span: { start, end: start + length } };
}

function shown(name: string): string {
  return name === '' ? '' : `\`${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}\``;
}

function blanked(text: string, spans: readonly Span[]): string {
  let read = '';
  let at = 0;
  for (const { start, end } of spans) {
    read += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return read + text.slice(at);
}
