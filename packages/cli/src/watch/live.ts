/** Projects that are kept up with: after a change only what changed is read, and only what that concerns is checked. */
import type { Day, Finding } from '@okr-language/core';
import { type DiskProblem, readTextFile } from '@okr-language/files';
import { type CheckedFile, indexFiles, placedFinding, unpacked } from '@okr-language/indexer';
import { isConfigFile, type TextMark } from '@okr-language/language';
import type { Checked } from '../checking.ts';
import type { Choice } from '../choosing.ts';
import type { Reading } from '../reading.ts';
import type { Sources } from '../sources.ts';
import type { Touched } from './folders.ts';

export class LiveProjects {
  readonly #reading: Reading;
  readonly #unreadable: Set<string>;
  /** What tells each file as it is known from any other. */
  readonly #known = new Map<string, string>();
  readonly #found: Map<string, readonly Finding[]>;

  /** `found` is where `reading` was told to note what is found in each file, and goes on doing so. */
  constructor(reading: Reading, { configs }: Sources, found: Map<string, readonly Finding[]>) {
    this.#reading = reading;
    this.#unreadable = new Set(reading.unreadable.keys());
    this.#found = found;
    for (const { uri, mark, problem } of reading.toKeep()) this.#known.set(uri, stateOf(mark, problem));
    for (const { uri, text, problem } of configs) this.#known.set(uri, stateOf(text, problem));
    for (const [uri, { problem }] of reading.unreachable) this.#known.set(uri, stateOf(null, problem));
  }

  /**
   * Takes everything in as it stands now, on this day. `touched` are the only files that may hold something else, where that is known. Says whether
   * anything is different from before.
   */
  async follow(choice: Choice, today: Day, touched: Touched): Promise<boolean> {
    const { workspace } = this.#reading;
    let isNews = today !== workspace.today;
    workspace.setToday(today);
    // A folder that had a configuration, or gets one, is a project of another kind.
    workspace.setFolders(choice.folders);
    for (const uri of workspace.allUris) {
      if (choice.files.has(uri) || choice.unreachable.has(uri)) continue;
      workspace.remove(uri);
      this.#unreadable.delete(uri);
      this.#found.delete(uri);
      this.#known.delete(uri);
      isNews = true;
    }
    const isOther = (uri: string, state: string) => {
      isNews ||= this.#known.get(uri) !== state;
      this.#known.set(uri, state);
    };
    for (const [uri, { problem }] of choice.unreachable) {
      this.#unreadable.add(uri);
      isOther(uri, stateOf(null, problem));
      workspace.set(uri, null, problem, false);
    }
    const goals: string[] = [];
    for (const [uri, path] of choice.files) {
      if (touched && !touched.has(path) && workspace.has(uri)) continue;
      if (!isConfigFile(uri)) {
        goals.push(path);
        continue;
      }
      const { text, problem } = await readTextFile(path);
      this.#note(uri, text !== null);
      isOther(uri, stateOf(text, problem));
      workspace.set(uri, text, problem, false);
    }
    for await (const lot of indexFiles(goals)) {
      for (const { uri, body, mark, problem } of lot) {
        this.#note(uri, mark !== null);
        isOther(uri, stateOf(mark, problem));
        workspace.take(uri, unpacked(body), mark, problem);
      }
    }
    return isNews;
  }

  checked(choice: Choice): Checked {
    const { workspace } = this.#reading;
    workspace.settle();
    return {
      choice,
      files: { [Symbol.iterator]: () => this.#files() },
      isUnreadable: (uri) => this.#unreadable.has(uri),
      cascadeOf: (root) => workspace.project(root)?.cascade ?? null,
      texts: workspace,
      async keep() {},
    };
  }

  *#files(): Generator<CheckedFile> {
    const { workspace } = this.#reading;
    const lineStarts = (uri: string) => workspace.lineStarts(uri);
    for (const root of workspace.roots) {
      for (const uri of workspace.project(root)?.uris ?? []) {
        const findings = isConfigFile(uri) ? workspace.findings(uri) : (this.#found.get(uri) ?? []);
        yield { root, uri, findings: findings.map((finding) => placedFinding(finding, lineStarts)) };
      }
    }
  }

  #note(uri: string, isReadable: boolean): void {
    if (isReadable) this.#unreadable.delete(uri);
    else this.#unreadable.add(uri);
  }
}

function stateOf(content: TextMark | string | null, problem: DiskProblem | null): string {
  return JSON.stringify([content, problem]);
}
