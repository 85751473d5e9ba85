/** The page that explains a rule. All pages ship with the extension, so they open without a network. */
import { openRulePageCommand } from '@okr-language/server/protocol';
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';

export function registerRulePages(context: ExtensionContext): Disposable {
  const folder = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  return commands.registerCommand(openRulePageCommand, async (rule: unknown) => {
    const names = await ruleNames(folder);
    const asked = typeof rule === 'string' ? rule : await chosenRule(folder, names);
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

/** People know a rule by what is said of it, so its title is listed, with its name behind it. */
async function chosenRule(folder: Uri, names: readonly string[]): Promise<string | undefined> {
  const choice = await window.showQuickPick(offered(folder, names), {
    placeHolder: 'Which rule?',
    matchOnDescription: true,
  });
  return choice?.description;
}

async function offered(folder: Uri, names: readonly string[]): Promise<{ label: string; description: string }[]> {
  const pages = names.map(async (name) => {
    const page = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, `${name}.md`)));
    return { label: titleOfPage(page) ?? name, description: name };
  });
  return (await Promise.all(pages)).sort((a, b) => a.label.localeCompare(b.label));
}

/** The first heading. */
export function titleOfPage(page: string): string | null {
  return /^# (.+)$/m.exec(page)?.[1]?.trim() ?? null;
}
