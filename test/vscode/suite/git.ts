/** Findings on changed lines only, where the files lie in a Git repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { ConfigurationTarget, commands, extensions, type Uri, workspace } from 'vscode';
import { file, open, rulesAt, write } from './files.ts';
import { test, until } from './runner.ts';

const goals = (...keyResults: string[]) => `company acme "Acme Retail" { lead acme }
okrs for acme in 2026-Q3 {
    objective trust "Earn back customer trust so that buyers return" {
        kr "Help desk rating" from 3.9 of 5 to 4.4 of 5
${keyResults.map((line) => `        ${line}\n`).join('')}    }
}
`;
const old = 'kr "Customers are happy with us"';
const added = 'kr "Customers who write twice" from 410 to 410';

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Maya Ortiz', '-c', 'user.email=maya@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: file('kept').fsPath, stdio: 'pipe' });
}

async function untilRules(path: string, rules: string[]): Promise<void> {
  const expected = rules.join();
  await until(`${expected || 'nothing'} in ${path}`, () => rulesAt(path).join() === expected);
}

test('findings on changed lines are those of lines that the last commit does not have', async () => {
  const calm = workspace.getConfiguration('okr.calm');
  const [kept, fresh] = ['kept/goals.okr', 'kept/fresh.okr'];
  await write(kept, goals(old));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'First goals');
  // Not committed, and there before anybody opens the file: only Git knows that these lines are new.
  await write(kept, goals(old, added));
  await write(fresh, goals(old).replaceAll('acme', 'other'));
  await until('all findings', () => rulesAt(kept).length >= 2 && rulesAt(fresh).length >= 1);
  const all = rulesAt(kept);
  assert.ok(all.includes('kr-no-number'));

  await knownToGit(file(kept));
  await calm.update('onlyChanges', true, ConfigurationTarget.Global);
  await open(kept);
  await untilRules(kept, ['kr-baseline-equals-target']);
  await open(fresh);
  await until('the findings of a file in no commit', () => rulesAt(fresh).includes('kr-no-number'));

  git('commit', '--quiet', '-a', '-m', 'One more');
  // By itself Git looks again only in a window that has the focus.
  await commands.executeCommand('git.refresh');
  await untilRules(kept, []);
  await calm.update('onlyChanges', undefined, ConfigurationTarget.Global);
  await until('all findings again', () => rulesAt(kept).join() === all.join());
  await workspace.getConfiguration('git').update('enabled', undefined, ConfigurationTarget.Global);
  await commands.executeCommand('workbench.action.closeAllEditors');
  await workspace.fs.delete(file('kept'), { recursive: true });
});

/** Turns VS Code's Git extension on, where it is off, and waits until it has found the repository by itself. */
async function knownToGit(uri: Uri): Promise<void> {
  const extension = extensions.getExtension('vscode.git');
  assert.ok(extension, 'this VS Code comes without its Git extension');
  const exported = await extension.activate();
  await workspace.getConfiguration('git').update('enabled', true, ConfigurationTarget.Global);
  await until('Git', () => exported.enabled);
  await until('the repository', () => exported.getAPI(1).getRepository(uri)?.state.HEAD?.commit);
}
