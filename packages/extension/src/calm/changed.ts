/** Which lines of a text were not in an earlier one. A line that only moved is not changed: its goal is the same. */
export function changedLines(before: string, now: string): ReadonlySet<number> {
  const left = new Map<string, number>();
  for (const line of linesOf(before)) left.set(line, (left.get(line) ?? 0) + 1);
  const changed = new Set<number>();
  for (const [index, line] of linesOf(now).entries()) {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    else changed.add(index);
  }
  return changed;
}

/** White space at the ends of a line changes nothing. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
