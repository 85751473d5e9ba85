/** A pattern of `ignore` as paths are held against it: relative to the folder of the configuration, as a `/` in front says too. */
export function plainPattern(pattern: string): string {
  return pattern
    .normalize('NFC')
    .replace(/^\.?\//, '')
    .replace(/\/+$/, '');
}

/** Whether a pattern can stand for a path: no path holds `.`, `..` or an empty name. */
export function mayMatch(pattern: string): boolean {
  return !plainPattern(pattern)
    .split('/')
    .some((name) => name === '' || name === '.' || name === '..');
}
