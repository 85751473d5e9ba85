/** The text of a file in the last commit, from VS Code's own Git extension. */
import { Disposable, type Event, extensions, type Uri } from 'vscode';

/** The little of the Git extension and its public API (version 1) that is used here. */
interface Git {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  /** Throws while Git is turned off in the settings. */
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: Event<void> };
  show(ref: string, path: string): Promise<string>;
}

export interface Committed {
  /** Changes with each commit; what was learned about another one no longer holds. */
  readonly commit: string;
  /** Null for a file that is in no commit yet. */
  readonly text: string | null;
}

/** Null where the file lies in no repository, or Git is not there. */
export async function committed(uri: Uri): Promise<Committed | null> {
  const repository = await repositoryOf(uri);
  const commit = repository?.state.HEAD?.commit;
  if (!repository || commit === undefined) return null;
  try {
    return { commit, text: await repository.show(commit, uri.fsPath) };
  } catch {
    return { commit, text: null };
  }
}

/** The commit that a file is compared with; null where there is none. */
export async function commitOf(uri: Uri): Promise<string | null> {
  return (await repositoryOf(uri))?.state.HEAD?.commit ?? null;
}

/** Tells when there may be another commit: Git finds a repository later than VS Code opens its files, and people commit in terminals. */
export function onCommit(listener: () => void): Disposable {
  const listening: Disposable[] = [];
  const watch = ({ state }: Repository) => listening.push(state.onDidChange(listener));
  const watchAll = (git: Git) => {
    const { repositories, onDidOpenRepository } = git.getAPI(1);
    for (const repository of repositories) watch(repository);
    const found = onDidOpenRepository((repository) => {
      watch(repository);
      listener();
    });
    listening.push(found);
    listener();
  };
  void git().then((git) => {
    if (!git) return;
    // It says so a moment before its API can be had.
    listening.push(git.onDidChangeEnablement((isOn) => isOn && setTimeout(() => watchAll(git), 0)));
    if (git.enabled) watchAll(git);
  });
  return new Disposable(() => Disposable.from(...listening).dispose());
}

async function repositoryOf(uri: Uri): Promise<Repository | null> {
  try {
    return (await git())?.getAPI(1).getRepository(uri) ?? null;
  } catch {
    return null; // Git is turned off in the settings.
  }
}

/** Null where VS Code comes without it, or it does not start. */
async function git(): Promise<Git | null> {
  try {
    return (await extensions.getExtension<Git>('vscode.git')?.activate()) ?? null;
  } catch {
    return null;
  }
}
