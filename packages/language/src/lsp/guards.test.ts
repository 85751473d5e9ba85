import { checkProject } from '@okr-language/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import * as lsp from './index.ts';
import { garbledText } from './testing/generate.ts';
import { acme, project, symbolsOf } from './testing/kit.ts';

async function everything(text: string, at: number): Promise<Range[]> {
  const files = project({ 'b.okr': `${text.slice(0, at)}<|>${text.slice(at)}`, 'org.okr': acme });
  const { position, file, cascade } = files;
  const here = { start: position, end: position };
  const found = checkProject(cascade);
  const findings = found.get(files.uri) ?? [];
  const ranges: Range[] = [];
  for (const item of lsp.completions(files, position).items) {
    await lsp.resolveCompletion(async (id) => {
      const goal = cascade.goals.get(id);
      return goal ? { goal } : null;
    }, item);
    if (item.textEdit && 'range' in item.textEdit) ranges.push(item.textEdit.range);
  }
  const hover = lsp.hover({ ...files, findings: () => found }, position);
  if (hover?.range) ranges.push(hover.range);
  lsp.definition(files, position);
  lsp.references(files, position, true);
  ranges.push(...lsp.documentHighlights(files, position).map(({ range }) => range));
  const renamable = lsp.prepareRename(files, position);
  if ('range' in renamable) ranges.push(renamable.range);
  lsp.rename(files, position, 'another');
  ranges.push(...lsp.documentSymbols(file).map(({ range }) => range));
  await symbolsOf(files.texts, 'a');
  lsp.foldingRanges(files);
  ranges.push(...lsp.selectionRanges(files, [position]).map(({ range }) => range));
  ranges.push(...lsp.documentLinks(file).map(({ range }) => range));
  lsp.codeActions(files, here, findings, { openPageCommand: 'x' });
  lsp.codeActions(files, here, findings, { only: [lsp.fixAllKind] });
  lsp.inlayHints(files, { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } });
  lsp.codeLenses(files);
  lsp.semanticTokens(files);
  ranges.push(...lsp.formattingEdits(files.text).map(({ range }) => range));
  return ranges;
}

test('no feature fails on any text at any place, and every range lies in the text', async () => {
  await fc.assert(
    fc.asyncProperty(garbledText, fc.nat(), async (text, at) => {
      const lines = text.split(/\r\n|\r|\n/);
      for (const { start, end } of await everything(text, text.length === 0 ? 0 : at % text.length)) {
        for (const place of [start, end]) {
          expect(place.line).toBeLessThan(lines.length + 1);
          expect(place.character).toBeLessThanOrEqual((lines[place.line] ?? '').length + 1);
        }
        expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('positions outside the text are taken as its nearest place', () => {
  const files = project(acme);
  for (const position of [
    { line: 99_999, character: 0 },
    { line: 0, character: 99_999 },
    { line: -1, character: -1 },
  ]) {
    expect(lsp.completions(files, position).items).toBeInstanceOf(Array);
    expect(() => lsp.hover(files, position)).not.toThrow();
    expect(lsp.prepareRename(files, position)).toBeTypeOf('object');
  }
});
