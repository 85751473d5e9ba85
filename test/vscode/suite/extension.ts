/** Commands, views and pages. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  commands,
  DiagnosticSeverity,
  extensions,
  languages,
  TabInputText,
  TabInputWebview,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import { open } from './files.ts';
import { test, until } from './runner.ts';

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
const ours = () => {
  const extension = extensions.getExtension('okr-language.okr-language');
  assert.ok(extension);
  return extension;
};

test('every command of the manifest is there', async () => {
  const there = new Set(await commands.getCommands(true));
  const promised: { command: string }[] = ours().packageJSON.contributes.commands;
  assert.deepEqual(
    promised.map(({ command }) => command).filter((command) => !there.has(command)),
    [],
  );
});

test('every file that the manifest names is in the package', async () => {
  const named = JSON.stringify(ours().packageJSON).matchAll(
    /"(\.?\/?(?:dist|icons|schemas|snippets|syntaxes|walkthrough)\/[^"]+)"/g,
  );
  const paths = [...named].map(([, path = '']) => path);
  assert.ok(paths.length >= 10);
  for (const path of paths) await workspace.fs.stat(Uri.joinPath(ours().extensionUri, path));
});

test('the checker is started with two heaps of the C library, which would keep one for each thread', async () => {
  if (process.platform !== 'linux') return;
  await open('shop/support.okr');
  const checker = await until('the checker runs', () =>
    execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
      .split('\n')
      .find((line) => line.includes('dist/server.cjs')),
  );
  const environment = readFileSync(`/proc/${Number.parseInt(checker, 10)}/environ`, 'utf8').split('\0');
  assert.deepEqual(
    environment.filter((variable) => variable.startsWith('MALLOC_ARENA_MAX=')),
    ['MALLOC_ARENA_MAX=2'],
  );
});

test('the cascade opens beside the text, once', async () => {
  await open('shop/support.okr');
  const cascades = () =>
    tabs().filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('okr.cascadePanel'));
  await commands.executeCommand('okr.showCascade');
  await until('its tab', () => cascades().length === 1);
  assert.notEqual(cascades()[0]?.group.viewColumn, window.activeTextEditor?.viewColumn);
  await commands.executeCommand('okr.showCascade');
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(cascades().length, 1);
  await window.tabGroups.close(cascades());
});

test('the task checks the whole folder with the command that ships along', async () => {
  const [task] = await tasks.fetchTasks({ type: 'okr' });
  assert.ok(task);
  assert.deepEqual(task.problemMatchers, ['$okr']);
  const ended = new Promise<number | undefined>((resolve) => {
    const listening = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition.type !== 'okr') return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await tasks.executeTask(task);
  assert.equal(await ended, 1); // the folder holds goals with errors
});

test('the page of a rule opens without a network', async () => {
  await commands.executeCommand('okr.openRulePage', 'kr-no-number');
  const page = await until('the preview', () =>
    tabs().find(({ input }) => input instanceof TabInputWebview && input.viewType.includes('markdown')),
  );
  await window.tabGroups.close(page);
});

test('only pages of rules are opened, whatever is asked for', async () => {
  const before = tabs().length;
  void commands.executeCommand('okr.openRulePage', '../../package');
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(tabs().length, before);
  await commands.executeCommand('notifications.clearAll');
});

test('the first objective is a file without errors', async () => {
  await commands.executeCommand('okr.newFile');
  const document = window.activeTextEditor?.document;
  assert.match(document?.uri.path ?? '', /\/goals\.okr$/);
  assert.ok(document);
  await until('its text', () => document.getText().includes('objective loyalty'));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const errors = languages.getDiagnostics(document.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
  );
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await workspace.fs.delete(document.uri);
  assert.equal(
    tabs().some(({ input }) => input instanceof TabInputText && input.uri.path.endsWith('/goals.okr')),
    false,
  );
});
