/** Small words and figures that explanations are made of. */

/** A share as people read it: `47%`. Only what is whole is 100%. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${rounded === 100 && share < 1 ? 99 : rounded}%`;
}

/** A whole number as people read it: `12,565`. */
export function inFigures(number: number): string {
  return number < 1_000 ? `${number}` : number.toLocaleString('en-US');
}

/** `1 key result`, `5 key results`, `12,565 objectives` */
export function counted(number: number, thing: string): string {
  return `${inFigures(number)} ${thing}${number === 1 ? '' : 's'}`;
}

const longestTitle = 60;

/** A title as it stands within a line; long ones are cut. */
export function shortTitle(title: string, name: string | null, thing: string): string {
  const text = title.trim() || name || thing;
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text;
}
