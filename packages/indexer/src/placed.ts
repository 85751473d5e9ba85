import { type Finding, type Position, positionAt } from '@okr-language/core';

/** A finding at its place, told without the text: lines and columns count from 0. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly start: Position;
  readonly end: Position;
  /** Where the places of `finding.related` are, in their order. */
  readonly related: readonly { readonly start: Position; readonly end: Position }[];
}

/** A finding with the lines and columns of all that it names. `lineStarts` gives the offsets at which the lines of a file begin. */
export function placedFinding(finding: Finding, lineStarts: (uri: string) => readonly number[]): PlacedFinding {
  const range = ({ uri, span }: Pick<Finding, 'uri' | 'span'>) => {
    const lines = lineStarts(uri);
    return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
  };
  return { finding, ...range(finding), related: finding.related.map(range) };
}
