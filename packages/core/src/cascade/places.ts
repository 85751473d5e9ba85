/** The order in which a project is read: by file address, then from top to bottom. It decides which of two things comes first. */
import type { OkrFile, Statement } from '../model/file.ts';
import type { Place } from '../model/span.ts';

export function comparePlaces(a: Place, b: Place): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start;
}

/** A statement and the file that it stands in. */
export interface Placed<T extends Statement = Statement> {
  readonly uri: string;
  readonly node: T;
}

/** All statements of all files in the order of their places, whatever order the files came in. */
export function statementsInOrder(files: ReadonlyMap<string, OkrFile>): readonly Placed[] {
  const placed: Placed[] = [];
  for (const uri of [...files.keys()].sort()) {
    for (const node of files.get(uri)?.statements ?? []) placed.push({ uri, node });
  }
  return placed;
}

export function isOf<K extends Statement['kind']>(
  placed: Placed,
  kind: K,
): placed is Placed<Extract<Statement, { kind: K }>> {
  return placed.node.kind === kind;
}
