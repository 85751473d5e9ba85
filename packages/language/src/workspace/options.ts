/** What an engine is made with, and what it counts. */
import type { Config, Day, Finding } from '@okr-language/core';

export interface WorkspaceOptions {
  readonly today: Day;
  /** Opened folders, or the folder named on the command line. */
  readonly folders: readonly string[];
  /** What applies where `okr.config.json` says nothing: the editor's settings. */
  readonly base?: Config;
  /** Reads the text of a closed file again when somebody asks for it; null where it is not there. Without it such texts are not to be had. */
  readonly readText?: (uri: string) => string | null;
  /** True where somebody looks at cascades as rows: `treeOf`. */
  readonly trees?: boolean;
  /**
   * How much `check` may look at together, in bytes of stored files; taken apart they are some twenty times as large. The more, the less is
   * looked at twice.
   */
  readonly bytesAtOnce?: number;
  /** Told the findings of a file each time they were worked out anew. */
  readonly onFindings?: (uri: string, findings: readonly Finding[]) => void;
  /** Told when a defect of ours was contained; the message is for a log, not for people who write OKRs. */
  readonly onInternalError?: (where: string, error: unknown) => void;
}

/** What was done so far: numbers that do not depend on the machine. */
export interface WorkspaceCounts {
  /** Texts that were parsed. */
  parsed: number;
  /** Files whose findings were worked out. */
  checked: number;
  /** Slices that were built for it. */
  slices: number;
  /** Projects that were built in whole: never where somebody types. */
  whole: number;
}
