/** Where the editor enters: starts the language server and sets up what is shown of it. */
import { type ExtensionContext, workspace } from 'vscode';
import { CascadePanels } from './cascade/panels.ts';
import { CascadeSidebar } from './cascade/sidebar.ts';
import { CascadeSource } from './cascade/source.ts';
import { Client } from './client.ts';
import { registerFirstGoal } from './firstGoal.ts';
import { registerRulePages } from './rulePages.ts';
import { showStatus } from './status.ts';
import { registerTasks } from './tasks.ts';

let client: Client | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = new Client(context);
  const source = new CascadeSource(context, client);
  const panels = new CascadePanels(context, source);
  context.subscriptions.push(client, source, panels, new CascadeSidebar(context, source));
  context.subscriptions.push(
    showStatus(client),
    registerRulePages(context),
    registerFirstGoal(panels),
    registerTasks(context),
  );
  await client.start();
  if (workspace.getConfiguration('okr').get('cascade.openAtStart') === true) panels.openAtStart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
