/** The task *okr: check*: the command line over a whole folder, with its findings among the problems. The command ships with the extension. */
import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const type = 'okr';

/** As `taskDefinitions` in the manifest describes it; it comes from `tasks.json`, where anything may stand. */
interface CheckTask extends TaskDefinition {
  readonly paths?: unknown;
  readonly options?: unknown;
}

export function registerTasks(context: ExtensionContext): Disposable {
  const command = context.asAbsolutePath('dist/okr.cjs');
  return tasks.registerTaskProvider(type, {
    provideTasks: () => folders().map((folder) => checkTask({ type }, folder, command)),
    resolveTask: ({ definition, scope }) => {
      const folder = folders().find((one) => one === scope) ?? folders()[0];
      return folder && checkTask(definition, folder, command);
    },
  });
}

/** Folders on a real disk: nowhere else can a process run. */
function folders(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

function checkTask(definition: CheckTask, folder: WorkspaceFolder, command: string): Task {
  const args = [
    command,
    'check',
    '--format',
    'compact',
    ...texts(definition.options),
    '--',
    ...texts(definition.paths),
  ];
  // The editor's own program runs as plain Node where this is set.
  const env = { ELECTRON_RUN_AS_NODE: '1' };
  const execution = new ProcessExecution(process.execPath, args, { cwd: folder.uri.fsPath, env });
  return new Task(definition, folder, 'check', type, execution, '$okr');
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
