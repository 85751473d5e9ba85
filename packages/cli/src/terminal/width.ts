/** How many columns of a terminal text takes: East Asian and emoji characters take two, marks on a letter none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const cluster of clusters(text)) width += widthOfCluster(cluster);
  return width;
}

/** Cuts text to so many columns; `…` stands for what is left out. */
export function fitTo(text: string, columns: number): string {
  if (text.length <= columns && isPlain(text)) return text;
  let width = 0;
  let kept = '';
  let keptWithEllipsis = '';
  for (const cluster of clusters(text)) {
    width += widthOfCluster(cluster);
    if (width > columns) return `${keptWithEllipsis}…`;
    kept += cluster;
    if (width < columns) keptWithEllipsis = kept;
  }
  return text;
}

/** Made when it is needed: that takes 9 ms, as much as loading everything of the terminal. */
let segmenter: Intl.Segmenter | null = null;

/** What people see as one character each. */
export function* clusters(text: string): Generator<string> {
  if (isPlain(text)) {
    yield* text;
    return;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

export function widthOfCluster(cluster: string): number {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mark}\u200b-\u200f\u2060\ufeff]/u.test(cluster)) return 0;
  if (cluster.includes('\ufe0f') || /^\p{Emoji_Presentation}/u.test(cluster)) return 2;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The blocks of Unicode whose characters are wide or full-width. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
