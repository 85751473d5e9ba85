import type { Day, DayRange } from '../dates/day.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { WrittenDate, WrittenReading } from '../model/file.ts';
import type { Reading } from './cascade.ts';
import { comparePlaces } from './places.ts';

/** A reading as written, once its day is known; null where day or value cannot be read. */
export function readingOf(
  node: WrittenReading,
  date: WrittenDate | null,
  uri: string,
  cycle: DayRange | null,
): Reading | null {
  const day = date && resolveDate(date.text, cycle);
  if (day === null || node.value === null) return null;
  return {
    day,
    value: node.value,
    confidence: node.confidence?.value ?? null,
    note: node.note?.text ?? null,
    place: { uri, span: node.span },
    node,
  };
}

/** By day, then place, so that of two readings on one day the later place comes last and counts. */
export function inOrder(readings: Reading[]): Reading[] {
  return readings.length < 2 ? readings : readings.sort((a, b) => a.day - b.day || comparePlaces(a.place, b.place));
}

/** The last reading on or before a day, from readings in order; null where there is none. */
export function lastReadingBy(readings: readonly Reading[], day: Day): Reading | null {
  for (let i = readings.length - 1; i >= 0; i--) {
    const reading = readings[i];
    if (reading && reading.day <= day) return reading;
  }
  return null;
}
