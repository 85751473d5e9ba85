/** Figures of so many digits and their powers of ten are exact, and so is what dividing them gives. */
const MOST_DIGITS = 15;
const powers: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => Number(`1e${digits}`));

/** The figure from one offset of a text to another where it is written in digits alone, perhaps with a point: `42`, `4.2`. NaN where it is not. */
export function plainFigure(text: string, start: number, end: number): number {
  if (end <= start || end - start > MOST_DIGITS) return Number.NaN;
  let value = 0;
  let point = -1;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0 && i > start && i < end - 1) point = i;
    else return Number.NaN;
  }
  return point < 0 ? value : value / (powers[end - point - 1] as number);
}
