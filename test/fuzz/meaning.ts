/** What a file says, apart from where it says it: written here anew, so that nothing is measured by its own yardstick. */
import type { OkrFile, Span } from '@okr-language/core';

type Plain = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSpan(value: unknown): value is Span {
  return isRecord(value) && typeof value['start'] === 'number' && typeof value['end'] === 'number';
}

/** Places become a mark, since that there is one may mean something; gaps inside a stretch of text are as wide as they like. */
function withoutPlaces(key: string, value: unknown): unknown {
  if (isSpan(value) && Object.keys(value).length === 2) return '·';
  return (key === 'text' || key === 'doc') && typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
}

/** All statements and exceptions of a file without their places, as one text. */
export function meaningOf({ statements, suppressions }: Pick<OkrFile, 'statements' | 'suppressions'>): string {
  return JSON.stringify({ statements, suppressions }, withoutPlaces);
}

function meaningOfPart(part: unknown): string {
  return JSON.stringify(part, withoutPlaces);
}

/** Every place in some data, at any depth. */
export function spansIn(value: unknown): readonly Span[] {
  const found: Span[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (Array.isArray(next)) left.push(...next);
    else if (isRecord(next)) {
      if (isSpan(next)) found.push(next);
      left.push(...Object.values(next));
    }
  }
  return found;
}

/** A statement, at whatever depth, with its place and what it says. */
export interface Stated {
  readonly kind: string;
  readonly span: Span;
  readonly meaning: string;
}

/** Every statement of a file: those within others too. */
export function statedIn({ statements }: Pick<OkrFile, 'statements'>): readonly Stated[] {
  const found: Stated[] = [];
  const left: unknown[] = [...statements];
  while (left.length > 0) {
    const next = left.pop();
    if (Array.isArray(next)) left.push(...next);
    else if (isRecord(next)) {
      const { kind, span } = next;
      if (typeof kind === 'string' && 'doc' in next && isSpan(span))
        found.push({ kind, span, meaning: meaningOfPart(next) });
      left.push(...Object.values(next));
    }
  }
  return found;
}
