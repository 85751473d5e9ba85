/** Findings of a text that was edited since, at the places where they stand now. */
import type { Finding, Span } from '@okr-language/core';

/** What lies before or behind the edited stretch moves with the text; what lies in it is left out. */
export function moved(findings: readonly Finding[], uri: string, before: string, after: string): readonly Finding[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  const end = before.length - same;
  const by = after.length - before.length;
  const move = (span: Span): Span | null => {
    if (span.end <= start) return span;
    return span.start >= end ? { start: span.start + by, end: span.end + by } : null;
  };
  return findings.flatMap((finding) => {
    const span = move(finding.span);
    if (!span) return [];
    const related = finding.related.flatMap((place) => {
      const there = place.uri === uri ? move(place.span) : place.span;
      return there ? [{ ...place, span: there }] : [];
    });
    return [{ ...finding, span, related }];
  });
}
