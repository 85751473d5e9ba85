/** Shorthands for the files of the test workspace. */
import {
  type Diagnostic,
  languages,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { until } from './runner.ts';

export function file(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('VS Code has no folder open.');
  return Uri.joinPath(folder.uri, ...path.split('/'));
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(file(path)));
}

/** The rules that have a finding in a file, in the order of the text. */
export function rulesAt(path: string): string[] {
  return languages.getDiagnostics(file(path)).map(ruleOf);
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function untilRule(path: string, rule: string): Promise<Diagnostic> {
  return until(`${rule} in ${path}`, () =>
    languages.getDiagnostics(file(path)).find((finding) => ruleOf(finding) === rule),
  );
}

export async function untilNoRule(path: string, rule: string): Promise<void> {
  await until(`no more ${rule} in ${path}`, () => !rulesAt(path).includes(rule));
}

/** The place of a piece of text, `by` characters into it. */
export function placeOf(document: TextDocument, text: string, by = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri} does not hold "${text}".`);
  return document.positionAt(offset + by);
}

/** Replaces the first `from` of a file, open or not, without saving. */
export async function replace(path: string, from: string, to: string): Promise<void> {
  const document = await workspace.openTextDocument(file(path));
  const start = placeOf(document, from);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  if (!(await workspace.applyEdit(edit))) throw new Error(`The edit of ${path} was refused.`);
}

/** Gives every file of the shop the text that it began with. */
export async function restoreShop(): Promise<void> {
  for (const [path, text] of shop) {
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file(path).toString());
    if (document && document.getText() !== text) {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(new Position(0, 0), document.positionAt(document.getText().length)), text);
      await workspace.applyEdit(edit);
    }
    if (document?.isDirty) await document.save();
  }
}

const shop = new Map<string, string>();

/** Remembers how the files of the shop begin. */
export async function rememberShop(): Promise<void> {
  for (const path of ['shop/company.okr', 'shop/support.okr']) {
    shop.set(path, new TextDecoder().decode(await workspace.fs.readFile(file(path))));
  }
}

export async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}
