/** Checks of unknown data by shape. A guard that the compiler compares with the type it stands for cannot forget a field. */
export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

/** A whole number from 0 on: a line, a column, an offset, a count. */
export const isCount: Guard<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** For a field that may be left out. */
export function optional<T>(guard: Guard<T>): Guard<T> {
  return (value): value is T => value === undefined || guard(value);
}

export function either<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

/** One of the words of a union. The words are keys, so that the compiler finds a missing one. */
export function word<T extends string>(words: Record<T, true>): Guard<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(words, value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < value.length; i++) if (!guard(value[i])) return false;
    return true;
  };
}

export function recordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(guard);
}

/** An object with at least these fields. */
export function shape<T extends object>(fields: { [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const checks = Object.entries(fields) as [string, Guard<unknown>][];
  return (value): value is T => {
    if (!isRecord(value)) return false;
    for (const [name, guard] of checks) if (!guard(value[name])) return false;
    return true;
  };
}
