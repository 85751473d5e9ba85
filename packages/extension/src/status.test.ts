import { expect, it, vi } from 'vitest';
import { findingsIn } from './status.ts';

vi.mock('vscode', () => ({}));

it.each([
  [{ errors: 1, warnings: 2, hints: 3 }, '1 error, 2 warnings'],
  [{ errors: 0, warnings: 0, hints: 3 }, '3 hints'],
  [{ errors: 0, warnings: 0, hints: 0 }, 'all clear'],
])('says what there is to look at, and that all is clear only where there is nothing', (status, words) => {
  expect(findingsIn(status)).toBe(words);
});
