/** "Write your first objective": a new file with one whole goal in it, each part ready to be typed over. */
import {
  commands,
  type Disposable,
  SnippetString,
  type TextDocumentShowOptions,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { CascadePanels } from './cascade/panels.ts';

export function registerFirstGoal(panels: CascadePanels): Disposable {
  return commands.registerCommand('okr.newFile', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const known = folder ? await textsIn(folder) : [];
    const editor = await newEditor(folder);
    // Asked for from the cascade, the text must not cover it.
    panels.stepAside(editor.viewColumn);
    await editor.insertSnippet(firstGoal(new Date(), known));
  });
}

/** In a folder the new file belongs to it at once; without one it stays unsaved. */
async function newEditor(folder: Uri | undefined): Promise<TextEditor> {
  if (!folder) {
    return window.showTextDocument(await workspace.openTextDocument({ language: 'okr' }), inText());
  }
  const file = await freeName(folder);
  await workspace.fs.writeFile(file, new Uint8Array());
  return window.showTextDocument(file, inText());
}

function inText(): TextDocumentShowOptions {
  return { viewColumn: window.activeTextEditor ? ViewColumn.Active : ViewColumn.One };
}

/** In so many files it is looked for what is declared: more of them have their company long since. */
const mostLookedAt = 100;

/** What is written in the goals beside the new file, saved or not. */
async function textsIn(folder: Uri): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.okr'));
  return Promise.all(names.slice(0, mostLookedAt).map((name) => textOf(Uri.joinPath(folder, name))));
}

/** Nothing where it cannot be read: a folder may be called like a file. */
async function textOf(file: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return '';
  }
}

async function freeName(folder: Uri): Promise<Uri> {
  const taken = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  let name = 'goals.okr';
  for (let number = 2; taken.has(name); number++) name = `goals-${number}.okr`;
  return Uri.joinPath(folder, name);
}

/**
 * A company, a person and a goal for the quarter that `now` lies in. What the texts beside it declare is used and not declared again: a second
 * `person maya` would be an error in the file that was there first.
 */
export function firstGoal(now: Date, known: readonly string[] = []): SnippetString {
  const quarter = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  const company = declaredIn(known, 'company');
  const person = declaredIn(known, 'person');
  const unit = `\${1:${company ?? 'acme'}}`;
  const owner = `\${3:${person ?? 'maya'}}`;
  const declarations = [
    company === null ? `company ${unit} "\${2:Our company}"` : '',
    person === null ? `person ${owner} "\${4:Maya Ortiz}" in ${unit}` : '',
  ].filter(Boolean);
  const name = declaredIn(known, 'objective', 'loyalty') === null ? `\${5:loyalty} ` : '';
  return new SnippetString(`${declarations.map((line) => `${line}\n`).join('')}${declarations.length > 0 ? '\n' : ''}\
okrs for ${unit} in ${quarter} {
    objective ${name}"\${6:Become the shop people come back to, so that growth no longer depends on ads}" {
        owner ${owner}
        committed

        kr "\${7:Customers who buy again within 90 days}" from \${8:31%} to \${9:45%}
        kr "\${10:Help desk rating}" from \${11:3.9 of 5} to \${12:4.4 of 5}
    }
}
$0`);
}

/** The first name that is declared as something, or this one if it is; null where it is not. */
function declaredIn(texts: readonly string[], what: string, name = '[\\w-]+'): string | null {
  const declaration = new RegExp(`^[ \\t]*${what}[ \\t]+(${name})(?![\\w-])`, 'm');
  for (const text of texts) {
    const found = declaration.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
