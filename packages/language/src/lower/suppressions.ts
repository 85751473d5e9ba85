import { positionAt, type Span, type Suppression } from '@okr-language/core';
import type { Comment } from '../syntax/scan.ts';
import type { Tokens } from '../syntax/tokens.ts';

const IGNORE = /^(\/\/+|\/\*+)\s*okr-ignore\b[ \t]*/;
const RULE = /[\p{L}\p{Nd}_-]+/gu;

/** The `// okr-ignore RULE, RULE2: reason` comments of a file, one entry for each rule named; where none is, one without. */
export function suppressionsIn(
  text: string,
  comments: readonly Comment[],
  tokens: Tokens,
  lineStarts: readonly number[],
): readonly Suppression[] {
  const suppressions: Suppression[] = [];
  for (const { start, end, kind } of comments) {
    const written = text.slice(start, end);
    const opening = IGNORE.exec(written);
    if (!opening) continue;
    const isBlock = kind === 'block' || kind === 'docBlock';
    const body = isBlock ? written.replace(/\*\/$/, '') : written;
    const colon = body.indexOf(':', opening[0].length);
    const names = body.slice(opening[0].length, colon < 0 ? body.length : colon);
    const reason = colon < 0 ? '' : body.slice(colon + 1).trim();
    const rules = [...names.matchAll(RULE)];
    const common = {
      reason: reason === '' ? null : reason,
      span: { start, end },
      covers: coveredLine(text, start, end, tokens, lineStarts),
    };
    if (rules.length === 0) suppressions.push({ rule: '', ruleSpan: { start, end }, ...common });
    for (const rule of rules) {
      const at = start + opening[0].length + rule.index;
      suppressions.push({ rule: rule[0], ruleSpan: { start: at, end: at + rule[0].length }, ...common });
    }
  }
  return suppressions;
}

/** The comment's own line when code stands on it, else the next line that holds code. */
function coveredLine(text: string, start: number, end: number, tokens: Tokens, lineStarts: readonly number[]): Span {
  const own = lineSpan(text, start, lineStarts);
  const next = firstFrom(tokens, own.start);
  const startOfNext = startOf(tokens, next, text);
  if (startOfNext < own.end) return own;
  const following = firstFrom(tokens, end);
  return lineSpan(text, startOf(tokens, following, text), lineStarts);
}

function startOf(tokens: Tokens, i: number, text: string): number {
  return i < tokens.count ? (tokens.starts[i] as number) : text.length;
}

function lineSpan(text: string, offset: number, lineStarts: readonly number[]): Span {
  const { line } = positionAt(lineStarts, offset);
  return { start: lineStarts[line] as number, end: lineStarts[line + 1] ?? text.length };
}

/** Index of the first token that begins at `offset` or later. */
function firstFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
