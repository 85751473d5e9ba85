/**
 * What an editor feature is given. Features are pure functions of it: they hold no state, open no file and know no connection.
 * Positions at the boundary are those of the Language Server Protocol (line and column in UTF-16 code units).
 */
import {
  type Cascade,
  type Finding,
  type OkrFile,
  type Place,
  positionAt,
  type Span,
  type SupporterCounts,
} from '@okr-language/core';
import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { Directory } from '../lookup/directory.ts';

export interface FeatureContext {
  readonly uri: string;
  readonly text: string;
  readonly file: OkrFile;
  /** Of the project that the file belongs to: at least as much of it as can be seen from the file. */
  readonly cascade: Cascade;
  /** Where `cascade` is only a part of the project: what is known by name of all of it. */
  readonly directory?: Directory;
  /** How many support goals, where `cascade` shows only some of these. */
  readonly supporters?: SupporterCounts;
  /** What is found in the project, by file, where it is at hand; asked for only by who needs it. */
  findings?(): ReadonlyMap<string, readonly Finding[]>;
  /** The text of another file of the project, null where it is not at hand. Only changes to files need it. */
  textOf(uri: string): string | null;
  lineStartsOf(uri: string): readonly number[];
}

export function toRange(lineStarts: readonly number[], span: Span): Range {
  return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}

export function toLocation(context: FeatureContext, place: Place): Location {
  return { uri: place.uri, range: toRange(context.lineStartsOf(place.uri), place.span) };
}

/** The offset of a position. What lies beyond the end of a line or of the file falls on its end. */
export function offsetAt(text: string, lineStarts: readonly number[], position: Position): number {
  if (position.line < 0) return 0;
  const start = lineStarts[position.line];
  if (start === undefined) return text.length;
  const next = lineStarts[position.line + 1] ?? text.length + 1;
  let end = next - 1;
  if (end > start && text.charCodeAt(end - 1) === 13 && text.charCodeAt(end) === 10) end--;
  return Math.min(start + Math.max(0, position.character), end, text.length);
}

/** Whether an offset lies in a span or touches one of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
