import type { Cascade } from '../cascade/cascade.ts';
import type { Name, Quoted } from '../model/file.ts';
import { positionAt, type Span } from '../model/span.ts';
import type { RowPlace } from './tree.ts';

interface Shown {
  readonly span: Span;
  readonly title?: Quoted | null;
  readonly name?: Name | null;
}

/** Where a row's statement stands, and where a click on it goes: the title, else the name, else its beginning. */
export function rowPlace(uri: string, { span, title, name }: Shown, { files }: Pick<Cascade, 'files'>): RowPlace {
  const click = (title ?? name)?.span ?? span;
  const { line, character } = positionAt(files.get(uri)?.lineStarts ?? [0], click.start);
  return { uri, start: span.start, end: span.end, line, character };
}
