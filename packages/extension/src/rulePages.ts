/** The page that explains a rule. All pages ship with the extension, so they open without a network. */
import { openRulePageCommand } from '@okr-language/server/protocol';
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';

export function registerRulePages(context: ExtensionContext): Disposable {
  const folder = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  return commands.registerCommand(openRulePageCommand, async (rule: unknown) => {
    const names = await ruleNames(folder);
    const asked = typeof rule === 'string' ? rule : await window.showQuickPick(names, { placeHolder: 'Which rule?' });
    if (asked === undefined) return;
    // What is asked for may come from anywhere; only pages that are there are opened.
    if (!names.includes(asked)) {
      await window.showInformationMessage(`There is no page about "${asked}".`);
      return;
    }
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder, `${asked}.md`));
  });
}

async function ruleNames(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.flatMap(([name]) => /^([a-z0-9-]+)\.md$/.exec(name)?.[1] ?? []);
}
