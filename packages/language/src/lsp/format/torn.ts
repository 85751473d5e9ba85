/**
 * Which lines a layout must leave as they are because an `okr-ignore` is about all that stands on them: broken over several lines, a part of it
 * would stand on a line that nobody accepted anything of, and joined with others the comment would be about these too.
 */
import { countBefore, type OkrFile, type Span } from '@okr-language/core';
import { type Lexeme, lexemesOf } from '../outline/lexemes.ts';
import { isComment } from '../outline/outline.ts';

type Reading = readonly [text: string, file: OkrFile];

/** Stretches of the text before, of whose lines a part stands elsewhere after. Both hold the same lexemes and exceptions in the same order. */
export function tornApart(before: Reading, after: Reading): readonly Span[] {
  if (before[1].suppressions.length === 0) return [];
  const [old, now] = [coveredBy(before), coveredBy(after)];
  return old.flatMap(({ from, to, span }, i) => (from === now[i]?.from && to === now[i]?.to ? [] : [span]));
}

interface Covered {
  /** Index of the first lexeme, and behind the last. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

function coveredBy([text, { suppressions }]: Reading): readonly Covered[] {
  const code = lexemesOf(text).filter((lexeme) => !isComment(lexeme));
  const before = (offset: number) => countBefore(code, (lexeme: Lexeme) => lexeme.start < offset);
  return suppressions.map(({ covers }) => {
    const [from, to] = [before(covers.start), before(covers.end)];
    const end = to > from ? (code[to - 1] as Lexeme).end : covers.start;
    return { from, to, span: { start: code[from]?.start ?? covers.start, end } };
  });
}
