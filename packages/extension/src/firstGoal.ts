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

export function registerFirstGoal(): Disposable {
  return commands.registerCommand('okr.newFile', async () => {
    const editor = await newEditor();
    await editor.insertSnippet(firstGoal(new Date()));
  });
}

/** In a folder the new file belongs to it at once; without one it stays unsaved. */
async function newEditor(): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    return window.showTextDocument(await workspace.openTextDocument({ language: 'okr' }), inText());
  }
  const file = await freeName(folder);
  await workspace.fs.writeFile(file, new Uint8Array());
  return window.showTextDocument(file, inText());
}

/** Asked for from the cascade, the text must not cover it. */
function inText(): TextDocumentShowOptions {
  return { viewColumn: window.activeTextEditor ? ViewColumn.Active : ViewColumn.One };
}

async function freeName(folder: Uri): Promise<Uri> {
  const taken = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  let name = 'goals.okr';
  for (let number = 2; taken.has(name); number++) name = `goals-${number}.okr`;
  return Uri.joinPath(folder, name);
}

/** A company, a person and a goal for the quarter that `now` lies in. */
export function firstGoal(now: Date): SnippetString {
  const quarter = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  return new SnippetString(`company \${1:acme} "\${2:Our company}"
person \${3:maya} "\${4:Maya Ortiz}" in \${1:acme}

okrs for \${1:acme} in ${quarter} {
    objective \${5:loyalty} "\${6:Become the shop people come back to, so that growth no longer depends on ads}" {
        owner \${3:maya}
        committed

        kr "\${7:Customers who buy again within 90 days}" from \${8:31%} to \${9:45%}
        kr "\${10:Help desk rating}" from \${11:3.9 of 5} to \${12:4.4 of 5}
    }
}
$0`);
}
