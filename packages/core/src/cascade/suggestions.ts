/** Names that a misspelt one may have meant. */

/** Looking through more names than this would make each wrong name in a large project slow. */
const mostCompared = 200;
const mostPassed = 3000;
const mostSuggestions = 5;
const longestName = 64;

/**
 * At most five of the candidates, nearest spelling first, then in their own order; whatever differs in more than a third of its
 * letters is left out. For an empty name, the first five. Of very many candidates only the first few hundred are compared.
 */
export function spelledLike(name: string, candidates: Iterable<string>): readonly string[] {
  const seen = new Set<string>([name, '']);
  const found: { candidate: string; distance: number }[] = [];
  const limit = Math.max(1, Math.floor(name.length / 3));
  const lower = name.toLowerCase();
  let passed = 0;
  let compared = 0;
  for (const candidate of candidates) {
    if (++passed > mostPassed || compared > mostCompared) break;
    if (name === '') {
      if (!seen.has(candidate)) found.push({ candidate, distance: 0 });
      seen.add(candidate);
      if (found.length === mostSuggestions) break;
    }
    if (Math.abs(candidate.length - name.length) > limit || seen.has(candidate)) continue;
    seen.add(candidate);
    compared++;
    const distance = editDistance(lower, candidate.toLowerCase(), limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, mostSuggestions).map(({ candidate }) => candidate);
}

/** How many letters must be changed, added, dropped or swapped with the next to make one of the other; anything above `limit` counts as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (a.length > longestName || b.length > longestName) return limit + 1;
  let from = 0;
  let endA = a.length;
  let endB = b.length;
  while (from < endA && from < endB && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const height = endA - from;
  const width = endB - from;
  for (let j = 0; j <= width; j++) table[j] = j;
  for (let i = 1; i <= height; i++) {
    const row = i * size;
    table[row] = i;
    let least = i;
    const letter = a.charCodeAt(from + i - 1);
    const letterBefore = a.charCodeAt(from + i - 2);
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(from + j - 1);
      const at = row + j;
      let cost = cell(at - size - 1) + (letter === other ? 0 : 1);
      cost = Math.min(cost, cell(at - size) + 1, cell(at - 1) + 1);
      const swapped = i > 1 && j > 1 && letterBefore === other && letter === b.charCodeAt(from + j - 2);
      if (swapped) cost = Math.min(cost, cell(at - 2 * size - 2) + 1);
      table[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  return cell(height * size + width);
}

/** The table of distances between the beginnings of two names, used again for each pair. */
const size = longestName + 1;
const table = new Uint8Array(size * size);

function cell(at: number): number {
  return table[at] as number;
}
