import type { Paint } from '../terminal/paint.ts';
import { safeLine } from '../terminal/safe.ts';
import { clusters, widthOf, widthOfCluster } from '../terminal/width.ts';
import type { ReportedFinding } from './report.ts';

/** The line a finding begins in, with the marked stretch underlined; empty where there is nothing to see. */
export function frame(
  { start, end }: Pick<ReportedFinding, 'start' | 'end'>,
  text: string,
  lineStarts: readonly number[],
  columns: number,
  paint: Paint,
): readonly string[] {
  const line = text.slice(lineStarts[start.line], lineStarts[start.line + 1] ?? text.length).replace(/[\r\n]+$/, '');
  if (line.trim() === '') return [];
  const number = `${start.line + 1}`.padStart(6);
  const room = Math.max(20, columns - number.length - 4);
  const view = windowOn(line, start.character, end.line > start.line ? line.length : end.character, room);
  return [
    paint('dim', `${number} │ `) + view.text,
    paint('dim', `${' '.repeat(number.length)} │ `) +
      ' '.repeat(view.markFrom) +
      paint('red', '~'.repeat(view.markLength)),
  ];
}

interface LineWindow {
  readonly text: string;
  /** In columns of the terminal. */
  readonly markFrom: number;
  readonly markLength: number;
}

const tab = '    ';

/** As much of a line as there is room for, around the marked stretch, in columns of the terminal. */
function windowOn(line: string, markStart: number, markEnd: number, room: number): LineWindow {
  const first = firstShown(line, markStart, markEnd, room);
  let shown = first > 0 ? '…' : '';
  let width = shown.length;
  let markFrom = width;
  let markTo = width;
  let offset = first;
  // A little more than there is room for, so that a line of megabytes costs no more than a short one.
  for (const cluster of clusters(line.slice(first, first + room * 4))) {
    const visible = cluster === '\t' ? tab : safeLine(cluster);
    const wide = cluster === '\t' ? tab.length : widthOfCluster(visible);
    if (width + wide > room - 1) {
      shown += '…';
      break;
    }
    if (offset < markStart) markFrom = width + wide;
    if (offset < markEnd) markTo = width + wide;
    shown += visible;
    width += wide;
    offset += cluster.length;
  }
  return { text: shown, markFrom, markLength: Math.max(1, markTo - markFrom) };
}

/** The beginning where the mark fits in from there, else a place a little before it. */
function firstShown(line: string, markStart: number, markEnd: number, room: number): number {
  if (markEnd < room && widthOf(line.slice(0, markEnd).replaceAll('\t', tab)) < room - 1) return 0;
  const near = Math.max(0, markStart - Math.floor(room / 4));
  // Not in the middle of a pair that makes one character.
  const code = line.charCodeAt(near);
  return code >= 0xdc00 && code <= 0xdfff ? near - 1 : near;
}
