/** The text of a file in the last commit, from VS Code's own Git extension. */
import { extensions, type Uri } from 'vscode';

/** The little of the Git extension's public API (version 1) that is used here. */
interface GitApi {
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string } };
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

async function repositoryOf(uri: Uri): Promise<Repository | null> {
  const git = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!git) return null;
  try {
    return (await git.activate()).getAPI(1).getRepository(uri);
  } catch {
    return null; // Git is turned off in the settings.
  }
}
