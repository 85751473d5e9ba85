/** What reads our output elsewhere: the editor's problem matcher, the hooks of pre-commit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compactPieces } from '../../../packages/cli/src/report/compact.ts';
import { sampleReport } from '../../../packages/cli/src/report/testing.ts';
import { oneText } from '../../../packages/cli/src/testing.ts';
import { root } from './okr.ts';

const { contributes } = JSON.parse(readFileSync(join(root, 'packages/extension/package.json'), 'utf8'));

describe('the problem matcher $okr', () => {
  const [pattern] = contributes.problemPatterns;
  const [matcher] = contributes.problemMatchers;

  it.each([
    ['a.okr', 'This is wrong.'],
    ['C:/plans 2026/a-b.okr', 'The title "a:1:2: error: x [y]" is odd [really].'],
  ])('understands --format compact: %s', (file, what) => {
    const text = 'team a "A"\nkr "Be nice"\n';
    const [line] = oneText(
      compactPieces(sampleReport([{ file, text, mark: '"Be nice"', what, severity: 'warning' }])),
    ).split('\n');
    const match = new RegExp(pattern.regexp).exec(line ?? '');
    const part = (name: string) => match?.[pattern[name]];
    expect([part('file'), part('line'), part('column'), part('severity'), part('code')]).toEqual([
      file,
      '2',
      '4',
      'warning',
      'kr-no-number',
    ]);
    expect(part('message')).toBe(`${what} It matters. Mend it.`);
  });

  it('is the one that names the pattern', () => {
    expect(matcher).toMatchObject({ name: 'okr', pattern: `$${pattern.name}` });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');

  it.each([
    ['okr-check', 'goals/2026.okr', true],
    ['okr-check', 'okr.config.json', true],
    ['okr-check', 'goals/okr.config.json', true],
    ['okr-check', 'not-okr.config.json', false],
    ['okr-check', 'README.md', false],
    ['okr-fmt', 'goals/2026.okr', true],
    ['okr-fmt', 'okr.config.json', false],
  ])('%s looks at %s: %s', (id, file, expected) => {
    const hook = hooks.split('- id: ').find((part) => part.startsWith(`${id}\n`)) ?? '';
    const files = /files: '(.*)'/.exec(hook)?.[1];
    expect(files).toBeDefined();
    expect(new RegExp(files ?? '').test(file)).toBe(expected);
  });

  it('checks everything before every commit: a file that is deleted or changed breaks links in others', () => {
    const [check, fmt] = ['okr-check', 'okr-fmt'].map((id) =>
      hooks.split('- id: ').find((part) => part.startsWith(id)),
    );
    expect(check).toMatch(/pass_filenames: false\n {2}always_run: true/);
    expect(fmt).not.toContain('pass_filenames');
  });
});
