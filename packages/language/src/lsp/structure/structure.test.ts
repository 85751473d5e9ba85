import { positionAt } from '@okr-language/core';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Position } from 'vscode-languageserver-types';
import { offsetAt } from '../context.ts';
import { acme, project, symbolsOf, textIn } from '../testing/kit.ts';
import { foldingRanges } from './folding.ts';
import { documentLinks } from './links.ts';
import { selectionRanges } from './selection.ts';
import { documentSymbols, MAX_SYMBOLS } from './symbols.ts';

function outline(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap((symbol) => [
    `${'  '.repeat(depth)}${symbol.name}${symbol.detail ? ` (${symbol.detail})` : ''}`,
    ...outline(symbol.children ?? [], depth + 1),
  ]);
}

describe('document symbols', () => {
  test('sets, objectives and key results in each other', () => {
    const { file } = project(
      'okrs for a in 2026-Q3 {\n objective x "Title" {\n kr "First" to 3\n kr two "Second" to 4\n guardrail "G" at most 3\n }\n}\ncheckin 2026-08-14 for a in 2026-Q3 { x.two 3 }',
    );
    expect(outline(documentSymbols(file))).toEqual([
      'a in 2026-Q3',
      '  Title (x)',
      '    First',
      '    Second (two)',
      '    G',
      'check-in 2026-08-14 of a in 2026-Q3',
    ]);
  });

  test('half-typed statements have a name too, and each selection lies in its range', () => {
    const { file } = project('okrs for\nobjective\nkr\nteam\ncycle "x"\nokrs for a in 2026 { objective { kr "');
    const check = (symbols: readonly DocumentSymbol[]) => {
      for (const { name, range, selectionRange, children } of symbols) {
        expect(name).not.toBe('');
        const before = (a: typeof range.start, b: typeof range.start) =>
          a.line < b.line || (a.line === b.line && a.character <= b.character);
        expect(before(range.start, selectionRange.start) && before(selectionRange.end, range.end)).toBe(true);
        check(children ?? []);
      }
    };
    const symbols = documentSymbols(file);
    expect(symbols.length).toBeGreaterThan(0);
    check(symbols);
  });
});

describe('workspace symbols', () => {
  const found = async (query: string, text = acme) =>
    (await symbolsOf(new Map([['org.okr', text]]), query)).map(({ name }) => name);

  test('by name, by the beginning of a word of the title, by letters in their order', async () => {
    expect(await found('nps')).toEqual(['nps  Net promoter score']);
    expect(await found('promoter')).toEqual(['nps  Net promoter score']);
    expect(await found('rptprchs')).toEqual(['repeat  Repeat purchase rate']);
    expect(await found('zzz')).toEqual([]);
  });

  test('what begins with the query comes first, and there is a limit', async () => {
    expect((await found('s'))[0]).toBe('support  Customer Support');
    expect(await found('', 'team "X"\n'.repeat(MAX_SYMBOLS + 1))).toHaveLength(MAX_SYMBOLS);
  });
});

describe('folding', () => {
  const folds = (text: string) =>
    foldingRanges(project(text)).map(
      ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`,
    );

  test('blocks, with the closing brace in sight, and comments', () => {
    expect(
      folds('// one\n// two\n\nokrs for a in 2026 {\n  objective "X" {\n    kr "K" to 3\n  }\n}\n/* a\n b */'),
    ).toEqual(['1-2 comment', '4-7', '5-6', '9-10 comment']);
  });

  test('a block on one line is not folded; one without its brace reaches as far as it can be told', () => {
    expect(folds('okrs for a in 2026 { draft }')).toEqual([]);
    expect(folds('okrs for a in 2026 {\n objective "X" {\n kr "K" to 3\n\nokrs for b in 2026 {\n draft\n}')).toEqual([
      '1-3',
      '2-3',
      '5-6',
    ]);
  });
});

describe('selection', () => {
  test('grows from a word over the text and the statement to the file', () => {
    const files = project('okrs for a in 2026 {\n  objective x "Some good wo<|>rds" { draft }\n}\n');
    const [range] = selectionRanges(files, [files.position]);
    const texts: string[] = [];
    for (let at = range; at; at = at.parent) texts.push(textIn(files.text, at.range));
    expect(texts).toEqual([
      'words',
      'Some good words',
      '"Some good words"',
      'objective x "Some good words"',
      'objective x "Some good words" { draft }',
      expect.stringMatching(/^\s*objective x .* \}\s*$/),
      expect.stringMatching(/^\{\n.*\n\}$/),
      expect.stringMatching(/^okrs .*\n.*\n\}$/),
      files.text,
    ]);
  });

  test('the innermost one contains its position, also beside quotation marks and braces', () => {
    const text = 'team q "Q" in nova { lead tara }\nokrs for q in 2026 { objective "O" { kr "K" } }';
    const files = project(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const position = positionAt(files.file.lineStarts, offset);
      const [found] = selectionRanges(files, [position]);
      const [start, end] = [found?.range.start, found?.range.end].map((at) =>
        offsetAt(text, files.file.lineStarts, at as Position),
      ) as [number, number];
      expect(start <= offset && offset <= end, `at ${offset}`).toBe(true);
    }
  });

  test('every offset of any text has one', () => {
    for (const text of [acme.slice(0, 600), '}}{{', '"', '']) {
      for (let line = 0; line < 5; line++) {
        for (let character = 0; character < 40; character += 3) {
          expect(selectionRanges(project(text), [{ line, character }])).toHaveLength(1);
        }
      }
    }
  });
});

test('links: only addresses of the web', () => {
  const files = project(`company a "A"
okrs for a in 2026 { objective x "X" {
  link "https://tracker.example/ABC-123"
  link "file:///etc/passwd"
  link "command:workbench.action"
  kr k "K" to 3 { source "http://bi.example/42" }
  kr l "L" to 3 { source "the finance report" }
} }`);
  const links = documentLinks(files.file);
  expect(links.map(({ target }) => target)).toEqual(['https://tracker.example/ABC-123', 'http://bi.example/42']);
  expect(links[0] && textIn(files.text, links[0].range)).toBe('https://tracker.example/ABC-123');
  const open = project('company a "A"\nokrs for a in 2026 { objective x "X" { link "https://a.example\n} }');
  const [unclosed] = documentLinks(open.file);
  expect(unclosed && textIn(open.text, unclosed.range)).toBe('https://a.example');
});
