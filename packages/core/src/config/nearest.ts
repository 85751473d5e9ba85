/** The name that was probably meant, or null where none is near: at most a third of the letters may differ. */
export function nearest(word: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let smallest = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= smallest) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance < smallest) {
      smallest = distance;
      best = name;
    }
  }
  return best;
}

/** How many letters must be added, dropped or changed to make one word of the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    previous = row;
  }
  return previous[b.length] as number;
}
