/** The readings of a key result as a line against the dashed way to the target. */
import type { KeyResultRow } from '@okr-language/core';
import { percent, shortDate, spoken } from '../words.ts';
import { svg } from './icons.ts';

const width = 320;
const height = 56;
const margin = 5;

interface Point {
  readonly day: number;
  readonly progress: number;
  readonly date: string;
}

/** Null where there is no reading that has a place along the way. */
export function readingsChart(row: KeyResultRow, today: string): SVGSVGElement | null {
  const readings: Point[] = row.readings.flatMap((reading) => {
    const day = dayOf(reading.date);
    return day === null || reading.progress === null ? [] : [{ day, progress: reading.progress, date: reading.date }];
  });
  const lastReading = readings.at(-1);
  if (!lastReading) return null;

  const now = dayOf(today) ?? lastReading.day;
  const start = (row.start === null ? null : dayOf(row.start)) ?? readings[0]?.day ?? now;
  const due = row.deadline?.date ? dayOf(row.deadline.date) : null;
  const first = Math.min(start, readings[0]?.day ?? start);
  const end = Math.max(due ?? now, lastReading.day, first + 1);
  const shares = readings.map((point) => point.progress);
  const bottom = Math.max(-1, Math.min(0, ...shares));
  const top = Math.min(2, Math.max(1, ...shares));

  const x = (day: number) => round(margin + ((day - first) / (end - first)) * (width - 2 * margin));
  const y = (progress: number) => {
    const within = Math.min(top, Math.max(bottom, progress));
    return round(height - margin - ((within - bottom) / (top - bottom)) * (height - 2 * margin));
  };
  const line = (name: string, x1: number, y1: number, x2: number, y2: number) =>
    svg('line', { class: name, x1, y1, x2, y2 });

  const way = readings.map((point) => `${x(point.day)},${y(point.progress)}`);
  if ((readings[0]?.day ?? start) > start) way.unshift(`${x(start)},${y(0)}`);
  const chart = svg(
    'svg',
    { class: `chart health-${row.progress.health}`, viewBox: `0 0 ${width} ${height}`, role: 'img' },
    line('ground', margin, y(0), width - margin, y(0)),
    line('plan', x(start), y(0), x(due ?? end), y(1)),
    ...(now >= first && now <= end ? [line('now', x(now), margin, x(now), height - margin)] : []),
    svg('polyline', { class: 'way', points: way.join(' ') }),
    svg('circle', { class: 'last', cx: x(lastReading.day), cy: y(lastReading.progress), r: 3 }),
  );
  const list = readings.slice(-6).map((point) => `${shortDate(point.date, today)} ${percent(point.progress)}`);
  const cut = readings.length > list.length ? 'the latest: ' : '';
  chart.setAttribute('aria-label', spoken(`Progress by reading, ${cut}${list.join(', ')}`));
  return chart;
}

function dayOf(iso: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time / 86_400_000;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
