/** The lines that a formatted text is made of, before their columns are aligned. */

export interface Line {
  readonly depth: number;
  /** Parts that stand below each other in neighbouring lines of one group; a line of no group has one cell. */
  readonly cells: string[];
  /** Lines are aligned with their neighbours of the same group; null where nothing is. */
  readonly group: AlignGroup | null;
  blankBefore: boolean;
  /** A comment behind the code, empty where there is none. */
  trailing: string;
  /** Lines of the author's text that stay as they are. */
  readonly raw: boolean;
}

export interface AlignGroup {
  readonly name: string;
  /** Spaces between two columns. */
  readonly gap: number;
  /** A cell that is wider than its limit is left out of the alignment. */
  readonly limits: readonly number[];
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const mark = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The columns that a text takes in a fixed-width font, roughly: marks take none, East Asian letters two. */
export function widthOf(text: string): number {
  if (isAscii(text)) return text.length;
  let width = 0;
  for (const char of text) width += mark.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return width;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}

/** Writes the lines with their columns and the comments behind them aligned. */
export function writeLines(lines: readonly Line[], indent: string): string[] {
  const code = alignCells(lines).map((text, i) => {
    const line = lines[i] as Line;
    return line.raw || text === '' ? text : indent.repeat(line.depth) + text;
  });
  const written: string[] = [];
  const columns = commentColumns(lines, code);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.blankBefore && i > 0) written.push('');
    const text = code[i] as string;
    const trailing = line.trailing === '' ? '' : pad(text, columns[i] as number) + line.trailing;
    written.push(trailing === '' ? text : trailing);
  }
  return written;
}

/** Each line's text, its cells padded to those of its neighbours. */
function alignCells(lines: readonly Line[]): string[] {
  const texts: string[] = [];
  for (let first = 0; first < lines.length; ) {
    let end = first + 1;
    while (end < lines.length && isNeighbour(lines[end] as Line, lines[first] as Line)) end++;
    const run = lines.slice(first, end);
    const group = (lines[first] as Line).group;
    if (group) {
      const widths = columnWidths(run, group);
      for (const line of run) texts.push(joinCells(line, widths, group));
    } else for (const line of run) texts.push(line.cells.join(' '));
    first = end;
  }
  return texts;
}

function isNeighbour(line: Line, first: Line): boolean {
  return (
    !line.blankBefore && line.group !== null && line.group.name === first.group?.name && line.depth === first.depth
  );
}

function columnWidths(run: readonly Line[], group: AlignGroup): number[] {
  const widths: number[] = [];
  for (const line of run) {
    for (let column = 0; column < lastCell(line); column++) {
      const width = widthOf(line.cells[column] as string);
      if (width <= (group.limits[column] ?? 40)) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return widths;
}

/** Index of the last cell that holds something; it needs no padding. */
function lastCell(line: Line): number {
  let last = line.cells.length - 1;
  while (last > 0 && line.cells[last] === '') last--;
  return last;
}

function joinCells(line: Line, widths: readonly number[], group: AlignGroup): string {
  const last = lastCell(line);
  let text = '';
  for (let column = 0; column <= last; column++) {
    const cell = line.cells[column] as string;
    if (column === last) text += cell;
    else {
      const width = widths[column] ?? 0;
      if (width > 0 || cell !== '') text += pad(cell, Math.max(width, widthOf(cell)) + group.gap);
    }
  }
  return text;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

const COMMENT_GAP = 2;
/** Comments behind lines of very different length are not pulled out to the longest. */
const COMMENT_SPREAD = 40;

/** The column at which the comment behind each line begins. */
function commentColumns(lines: readonly Line[], code: readonly string[]): number[] {
  const columns: number[] = [];
  for (let first = 0; first < lines.length; ) {
    let end = first + 1;
    const hasComment = (line: Line | undefined) => line !== undefined && line.trailing !== '' && !line.raw;
    if (hasComment(lines[first])) while (hasComment(lines[end]) && !lines[end]?.blankBefore) end++;
    const widths = code.slice(first, end).map(widthOf);
    const most = widths.reduce((a, b) => Math.max(a, b), 0);
    const least = widths.reduce((a, b) => Math.min(a, b), most);
    for (const width of widths) columns.push((most - least <= COMMENT_SPREAD ? most : width) + COMMENT_GAP);
    first = end;
  }
  return columns;
}
