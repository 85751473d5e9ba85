/** What helps while writing. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type SymbolInformation,
  type TextEdit,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { file, open, placeOf, replace, rulesAt, untilNoRule, untilRule } from './files.ts';
import { test, until } from './runner.ts';

test('after "supports " the goals of the units above come first', async () => {
  const { document } = await open('shop/support.okr');
  await replace('shop/support.okr', 'supports acme.loyalty.repeat', 'supports ');
  const labels = await until('a proposal from above', async () => {
    const place = placeOf(document, 'supports ', 'supports '.length);
    const list: CompletionList = await commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
      ' ',
    );
    const items = [...list.items].sort((a, b) =>
      (a.sortText ?? String(a.label)) < (b.sortText ?? String(b.label)) ? -1 : 1,
    );
    const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return found.includes('acme.loyalty') && found;
  });
  assert.match(labels[0] ?? '', /^acme\.loyalty/);
});

/** What the first quick fix of such a title changes for the finding of a rule. */
async function fixFor(path: string, rule: string, title: RegExp): Promise<WorkspaceEdit> {
  const finding = await untilRule(path, rule);
  // What an action changes is worked out when it is asked for: the first ten are.
  const actions: CodeAction[] = await commands.executeCommand(
    'vscode.executeCodeActionProvider',
    file(path),
    finding.range,
    'quickfix',
    10,
  );
  const fix = actions.find((action) => action.edit && title.test(action.title));
  assert.ok(fix?.edit, `offered: ${actions.map((action) => action.title).join('; ')}`);
  return fix.edit;
}

test('a quick fix mends what it promises to mend', async () => {
  await open('shop/support.okr');
  await replace('shop/support.okr', 'to 4.4 of 5', 'to 3.9 of 5');
  await workspace.applyEdit(await fixFor('shop/support.okr', 'kr-baseline-equals-target', /./));
  await untilNoRule('shop/support.okr', 'kr-baseline-equals-target');
});

test('what a quick fix leaves to be filled in is selected', async () => {
  const editor = await open('shop/support.okr');
  const { document } = editor;
  await replace('shop/support.okr', ' from 3.9 of 5 to 4.4 of 5', '');
  const fix = await fixFor('shop/support.okr', 'kr-no-number', /^Add `from 0 to 100`/);
  await workspace.applyEdit(fix);
  await until('the figures', () => document.getText().includes('kr csat "Help desk rating" from 0 to 100\n'));
  await until('the first place', () => document.getText(editor.selection) === '0');
  await commands.executeCommand('jumpToNextSnippetPlaceholder');
  await until('the next place', () => document.getText(editor.selection) === '100');
  await commands.executeCommand('leaveSnippet');
});

test('lines that a quick fix adds are indented like those around them', async () => {
  const editor = await open('shop/support.okr');
  const { document } = editor;
  const csat = 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5';
  await replace('shop/support.okr', csat, `// ${csat}`);
  const fix = await fixFor('shop/support.okr', 'too-few-krs', /to be filled in$/);
  await workspace.applyEdit(fix);
  const added = '\n        kr "What must improve along with it" from 0 to 100\n    }\n}\n';
  await until('the lines', () => document.getText().includes(added));
  await until('the first place', () => document.getText(editor.selection) === 'What must improve along with it');
  await commands.executeCommand('leaveSnippet');
});

test('a name leads to its definition in another file', async () => {
  const { document } = await open('shop/support.okr');
  const place = placeOf(document, 'acme.loyalty.repeat', 'acme.loyalty.r'.length);
  const found: (Location | LocationLink)[] = await commands.executeCommand(
    'vscode.executeDefinitionProvider',
    document.uri,
    place,
  );
  const targets = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri).path);
  assert.deepEqual(targets, [file('shop/company.okr').path]);
});

test('references are found in all files', async () => {
  const { document } = await open('shop/company.okr');
  const place = placeOf(document, 'repeat "', 1);
  const found: Location[] = await commands.executeCommand('vscode.executeReferenceProvider', document.uri, place);
  assert.ok(found.some(({ uri }) => uri.path.endsWith('/shop/support.okr')));
});

test('a rename changes every file and leaves nothing unresolved', async () => {
  const { document } = await open('shop/company.okr');
  const place = placeOf(document, 'loyalty', 1);
  const edit: WorkspaceEdit = await commands.executeCommand(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    place,
    'devotion',
  );
  assert.deepEqual(
    edit
      .entries()
      .map(([uri]) => uri.path.split('/').at(-1))
      .sort(),
    ['company.okr', 'support.okr'],
  );
  await workspace.applyEdit(edit);
  const support = await workspace.openTextDocument(file('shop/support.okr'));
  assert.match(support.getText(), /supports acme\.devotion\.repeat/);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(rulesAt('shop/support.okr').includes('parent-unresolved'), false);
});

test('a rename that would break something is refused with a reason', async () => {
  const { document } = await open('shop/company.okr');
  for (const name of ['', 'two words', 'say "so"']) {
    const rename = commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, 'loyalty', 1),
      name,
    );
    await assert.rejects(Promise.resolve(rename), `"${name}" was accepted`);
  }
});

test('the formatter lays a file out, and leaves it alone the second time', async () => {
  const { document } = await open('shop/support.okr');
  const before = document.getText();
  await replace('shop/support.okr', '        committed', 'committed   ');
  const format = async (): Promise<TextEdit[]> =>
    (await commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 4,
      insertSpaces: true,
    })) ?? [];
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await format());
  await workspace.applyEdit(edit);
  assert.match(document.getText(), /\n {8}committed\n/);
  assert.deepEqual(await format(), []);
  assert.equal(document.getText().replace(/\s+/g, ' '), before.replace(/\s+/g, ' '));
});

test('pointing at a key result explains its progress', async () => {
  const { document } = await open('shop/support.okr');
  const hovers: Hover[] = await commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, 'csat', 1),
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
  assert.match(text, /Help desk rating/);
  // From 3.9 to 4.4, at 4.1: two of five tenths.
  assert.match(text, /40\s?%/);
});

test('the outline, the folds and the search for goals know the file', async () => {
  const { document } = await open('shop/support.okr');
  const outline: DocumentSymbol[] = await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
  const names = (symbols: readonly DocumentSymbol[]): string[] =>
    symbols.flatMap((one) => [one.name, ...names(one.children)]);
  assert.ok(names(outline).some((name) => name.includes('Help desk rating') || name.includes('csat')));
  const folds: FoldingRange[] = await commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
  assert.ok(folds.some(({ start }) => start === 0));
  const found: SymbolInformation[] = await commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'loyalty');
  assert.ok(found.some(({ location }) => location.uri.path.endsWith('/shop/company.okr')));
});

test('a comment is toggled and a brace closed as the language asks', async () => {
  const editor = await open('shop/support.okr');
  await commands.executeCommand('cursorTop');
  await commands.executeCommand('editor.action.commentLine');
  assert.match(editor.document.lineAt(0).text, /^\/\/ okrs for/);
});
