import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { titleOfPage } from './rulePages.ts';

vi.mock('vscode', () => ({}));

it('a rule is listed by the title of its page', () => {
  const page = readFileSync(new URL('../../../docs/rules/kr-no-number.md', import.meta.url), 'utf8');
  expect(titleOfPage(page)).toBe('Key result without a number');
});
