/** Figures as the page of benchmarks writes them, in its tables and in its sentences. */

/** What `works` is 0 where it does, 1 where it does not. */
export type Unit = 'ratio' | 'share' | 'ms' | 'bytes' | 'works';

export function written(value: number, unit: Unit): string {
  if (unit === 'works') return value === 0 ? 'works' : 'fails';
  if (unit === 'ratio') return value > 0 && value < 0.5 ? `1/${short(1 / value)}` : short(value);
  if (unit === 'share') return `${Math.round(value * 100)}%`;
  if (unit === 'bytes' && value >= 10 * 1_048_576) return `${short(value / 1_048_576)} MB`;
  if (unit === 'bytes') return value >= 10_240 ? `${short(value / 1_024)} KB` : `${Math.round(value)} B`;
  return value >= 10_000 ? `${short(value / 1_000)} s` : `${short(value)} ms`;
}

/** More than three figures would say more than was measured. */
function short(value: number): string {
  return value >= 100 ? whole(value) : String(Number(value.toPrecision(3)));
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function files(count: number): string {
  return `${whole(count)} files`;
}
