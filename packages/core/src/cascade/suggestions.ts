/** Names that a misspelt one may have meant. */

/** Looking through more names than this would make each wrong name in a large project slow. */
const mostCandidates = 500;
const mostSuggestions = 5;

/**
 * At most five of the candidates, nearest spelling first, then in their own order; all that differ too much are left out. For
 * an empty name, the first five candidates. Looks at the first few hundred candidates of a fitting length only.
 */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  const seen = new Set<string>([name]);
  const found: { candidate: string; distance: number }[] = [];
  const limit = name === '' ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(name.length / 3));
  let looked = 0;
  let passed = 0;
  for (const candidate of candidates) {
    // Names of the wrong length are passed over cheaply, but not without end.
    if (looked >= mostCandidates || ++passed > mostCandidates * 20) break;
    if (candidate === '' || seen.has(candidate) || Math.abs(candidate.length - name.length) > limit) continue;
    seen.add(candidate);
    looked++;
    const distance = name === '' ? 0 : editDistance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, mostSuggestions).map(({ candidate }) => candidate);
}

/** How many letters must be changed, added, dropped or swapped with their neighbour; anything above `limit` is `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length > 64 || b.length > 64) return a === b ? 0 : limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
