/** What README and pages show must be the language, and must lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Fenced blocks of one language, with the line that they begin on. */
function snippets(text: string, language: string): { line: number; text: string }[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}[^\\n]*\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    text: match[1] ?? '',
  }));
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('shows .okr text that reads without a syntax error', () => {
    for (const snippet of snippets(text, 'okr')) {
      expect(parseOkr(`${page}:${snippet.line}`, snippet.text).problems, `${page}:${snippet.line}`).toEqual([]);
    }
  });

  it('shows configurations without a mistake', () => {
    for (const { line, text: shown } of snippets(text, 'json')) {
      if (!/"(?:rules|extends|thresholds)"/.test(shown)) continue;
      expect(parseConfig(shown).problems, `${page}:${line}`).toEqual([]);
    }
  });

  it('links only to files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    const missing = targets.filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))));
    expect(missing.map((target) => relative(root, join(root, dirname(page), target)))).toEqual([]);
  });
});

it('finds the snippets of the README', () => {
  expect(snippets(readFileSync(join(root, 'README.md'), 'utf8'), 'okr').length).toBeGreaterThanOrEqual(4);
});
