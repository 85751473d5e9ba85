/** What server and extension say to each other beyond the Language Server Protocol. Nothing else may name these. */
import type { CascadeTree, FindingCounts, TreeWanted } from '@okr-language/core';

export type { TreeWanted };

/** Asks for the cascade of the project that a file belongs to. */
export const treeRequest = 'okr/tree';

export interface TreeParams {
  /** Address of a file; null for the first project of the workspace. Its rows are there, also where not all are. */
  readonly uri: string | null;
  /** Which rows of a large tree should be there: `TreeResult.tree.part` tells whether it is one. A small one is there in whole. */
  readonly wanted?: TreeWanted;
}

export interface TreeResult {
  /** Address of the project's folder. */
  readonly root: string;
  /** All projects of the workspace, so that the view can tell when there are several. */
  readonly projects: readonly string[];
  readonly tree: CascadeTree;
  /** By row id; rows without findings are left out. */
  readonly findings: Readonly<Record<string, FindingCounts>>;
}

/** Tells that some tree is no longer what it was; whoever shows one asks again. */
export const treeChangedNotification = 'okr/treeChanged';

/** Tells what the server is doing, for the status bar. */
export const statusNotification = 'okr/status';

export interface ServerStatus {
  /** True until all files of the workspace have been read once. */
  readonly reading: boolean;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Whatever is milder than a warning. */
  readonly hints: number;
}

/** What the client says when it starts the server. */
export interface InitializationOptions {
  /**
   * Send diagnostics unasked even to a client that could ask for them. VS Code asks for closed files only every two seconds; a finding
   * in another file should show at once.
   */
  readonly pushDiagnostics?: boolean;
  /** The client has the command `openRulePageCommand`. */
  readonly opensRulePages?: boolean;
  /** The client has the command `showPlaceCommand`. */
  readonly showsPlaces?: boolean;
  /** The editor's settings under `okr`, in the shape of `okr.config.json`. */
  readonly settings?: unknown;
  /** `YYYY-MM-DD`; today unless given. */
  readonly today?: string;
  /** The full path of a folder where the server may keep what it has read for the next start. Nothing is kept unless it is given. */
  readonly storage?: string;
}

/** The command on a code action that opens a rule's page: one argument, the rule's id. The client registers it. */
export const openRulePageCommand = 'okr.openRulePage';

/**
 * The command on a code action that shows what its edit wrote out of sight: two arguments, the address of a file and a range in it. The client
 * registers it.
 */
export const showPlaceCommand = 'okr.showPlace';

/**
 * What whoever starts the server tells its system. Of 10,000 files a worker thread and those of V8 leave some 25 MB in heaps of their own that the
 * C library of Linux keeps for each; two heaps are enough for all. It asks only when a process starts, so `okr lsp`
 * does without: one more process would take about as much as is saved.
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' };
