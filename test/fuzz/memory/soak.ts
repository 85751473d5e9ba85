/** Days after days, and a word on whether memory grows. */
import { type Point, type Verdict, verdictOn } from './curve.ts';
import { Day, type DayOptions } from './day.ts';

export interface Soaked extends Verdict {
  readonly points: readonly Point[];
  readonly steps: number;
}

export interface SoakOptions extends DayOptions {
  readonly measurements: number;
  /** How long to live from one to the next: by the clock, or so many steps, each time the same ones. */
  readonly each: { readonly ms: number } | { readonly steps: number };
  /** Hears of each measurement. */
  readonly tell?: (point: Point) => void;
}

export async function soakMemory({ measurements, each, tell, ...options }: SoakOptions): Promise<Soaked> {
  const day = await Day.begin(options);
  try {
    const points: Point[] = [];
    for (let i = 0; i < measurements; i++) {
      if ('ms' in each) {
        const end = Date.now() + each.ms;
        await day.live(() => Date.now() >= end);
      } else {
        day.again();
        const end = day.steps + each.steps;
        await day.live(() => day.steps >= end);
      }
      const point = await day.measure();
      points.push(point);
      tell?.(point);
    }
    return { ...verdictOn(points), points, steps: day.steps };
  } finally {
    day.end();
  }
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

export function describePoint({ edits, used, reserved, rss }: Point): string {
  return `${String(edits).padStart(9)} edits: heap ${mb(used)} of ${mb(reserved)}, resident ${mb(rss)}`;
}

export function describeVerdict({ slope, noise, scatter, grows }: Verdict): string {
  return `heap over the second half: ${slope.toFixed(1)} ± ${noise.toFixed(1)} bytes an edit, figures ± ${mb(scatter)} around the line: ${grows ? 'it grows' : 'no growth'}`;
}
