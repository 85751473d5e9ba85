/** The running server after anything that may happen in an editor and on the disk, against one that starts afresh, and against `okr check`. */
import { deepStrictEqual } from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultConfig, formatIsoDay } from '@okr-language/core';
import { pathOf, uriOf } from '@okr-language/files';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { readArguments } from '../../../packages/cli/src/arguments.ts';
import { check } from '../../../packages/cli/src/check.ts';
import type { JsonPlace, JsonReport } from '../../../packages/cli/src/report/json.ts';
import { type Case, cases } from '../../../packages/language/src/slices/testing/cases.ts';
import { type Edit, edited, edits } from '../../../packages/language/src/slices/testing/projects.ts';
import { nodeDisk } from '../../../packages/server/src/nodeDisk.ts';
import { Session } from '../../../packages/server/src/session.ts';
import type { Suite } from '../suite.ts';

const paths = ['a.okr', 'sub/b.okr', 'sub/c d#%.okr', 'other/d.okr', 'sub/deep/e.okr'] as const;
const configs = ['okr.config.json', 'sub/okr.config.json'] as const;
const folders = ['sub', 'other', 'sub/deep', 'new'] as const;
const configTexts = [
  '{}',
  '{ "ignore": ["sub"] }',
  '{ "ignore": ["**/c*"] }',
  '{ "extends": "strict" }',
  '{ "rules": { "unknown-name": "off", "siloed-team": "error", "no-guardrail": "warning", "level-skip": "hint" } }',
  '{',
];

const file = fc.nat(paths.length - 1);
/** Whether the next thing happens before the server has done with this one. */
const isHasty = fc.boolean();
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('edit' as const), edit: edits.map(([first]) => first as Edit) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), file, isHasty }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), file, isHasty }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), file, isHasty }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), file, to: file, isHasty }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), file, isHasty }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      from: fc.constantFrom(...folders),
      to: fc.constantFrom(...folders),
      isHasty,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('configure' as const),
      at: fc.constantFrom(...configs),
      text: fc.constantFrom(...configTexts, null),
      isHasty,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('day' as const), by: fc.constantFrom(-200, -1, 1, 30, 90) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ask' as const), file }) },
  { weight: 2, arbitrary: fc.constant({ do: 'turn' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A folder on the disk, the documents that are open over it, and the server that serves them. */
class World {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-session-')));
  readonly open = new Map<string, string>();
  readonly told = new Map<string, readonly Diagnostic[]>();
  readonly session: Session;
  #today: number;
  #underway: Promise<void>[] = [];

  constructor({ texts, today }: Case) {
    this.#today = today;
    for (const [i, text] of texts.entries()) this.#write(paths[i] ?? 'a.okr', text);
    this.session = this.#start(this.told);
  }

  uri(path: string): string {
    return uriOf(join(this.root, path));
  }

  async begin(): Promise<void> {
    await this.session.setFolders([uriOf(this.root)]);
  }

  async take(step: Step): Promise<void> {
    const work = this.#work(step);
    if ('isHasty' in step && step.isHasty) this.#underway.push(work);
    else await work;
  }

  async #work(step: Step): Promise<void> {
    switch (step.do) {
      case 'edit':
        return this.#edit(step.edit);
      case 'open': {
        const path = this.#path(step.file);
        const text = this.#read(path);
        if (text !== null && !this.open.has(path)) await this.#open(path, text);
        return;
      }
      case 'save':
        return this.#save(this.#path(step.file));
      case 'close':
        return this.#close(this.#path(step.file));
      case 'rename':
        return this.#rename(this.#path(step.file), this.#path(step.to));
      case 'delete': {
        const path = this.#path(step.file);
        rmSync(join(this.root, path), { force: true });
        await this.session.touched([this.uri(path)]);
        return;
      }
      case 'move':
        return this.#move(step.from, step.to);
      case 'configure':
        if (step.text === null) rmSync(join(this.root, step.at), { force: true });
        else this.#write(step.at, step.text);
        return this.session.touched([this.uri(step.at)]);
      case 'day':
        this.#today += step.by;
        this.session.setToday(this.#today);
        return;
      case 'ask':
        this.session.diagnosticsNow(this.uri(this.#path(step.file)));
        return;
      case 'turn':
        await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  async #edit(edit: Edit): Promise<void> {
    const path = this.#path(edit.file % paths.length);
    const now = paths.map((one) => this.open.get(one) ?? this.#read(one) ?? '');
    const before = this.open.get(path) ?? this.#read(path);
    const text = edited(before ?? '', edit, now);
    if (text === null) return;
    if (this.open.has(path)) {
      this.open.set(path, text);
      this.session.edited(this.uri(path), text);
      return;
    }
    this.#write(path, text);
    await this.session.touched([this.uri(path)]);
  }

  async #open(path: string, text: string): Promise<void> {
    this.open.set(path, text);
    await this.session.opened(this.uri(path), text);
  }

  async #save(path: string): Promise<void> {
    const text = this.open.get(path);
    if (text === undefined) return;
    this.#write(path, text);
    await this.session.touched([this.uri(path)]);
  }

  async #close(path: string): Promise<void> {
    if (this.open.delete(path)) await this.session.closed(this.uri(path));
  }

  async #rename(from: string, to: string): Promise<void> {
    if (from === to || !existsSync(join(this.root, from))) return;
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    await this.#follow([from], [to], () => this.session.touched([this.uri(from), this.uri(to)]));
  }

  async #move(from: string, to: string): Promise<void> {
    const [old, place] = [join(this.root, from), join(this.root, to)];
    if (!existsSync(old) || existsSync(place) || `${to}/`.startsWith(`${from}/`)) return;
    mkdirSync(dirname(place), { recursive: true });
    renameSync(old, place);
    const inside = [...this.open.keys()].filter((path) => path.startsWith(`${from}/`));
    const moved = inside.map((path) => to + path.slice(from.length));
    await this.#follow(inside, moved, () => this.session.foldersTouched([this.uri(from), this.uri(to)]));
  }

  /** An editor goes on with its documents under their new names. */
  async #follow(from: readonly string[], to: readonly string[], tell: () => Promise<void>): Promise<void> {
    const documents = from.map((path) => this.open.get(path));
    const work: Promise<void>[] = [];
    for (const path of from) work.push(this.#close(path));
    for (const [i, path] of to.entries()) {
      const text = documents[i];
      if (text !== undefined && !this.open.has(path)) work.push(this.#open(path, text));
    }
    await Promise.all([...work, tell()]);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#underway);
    this.#underway = [];
    this.session.settle();
  }

  /** What a server says that starts now. */
  async fresh(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const told = new Map<string, readonly Diagnostic[]>();
    const session = this.#start(told);
    await session.setFolders([uriOf(this.root)]);
    for (const [path, text] of this.open) await session.opened(this.uri(path), text);
    session.settle();
    session.dispose();
    return told;
  }

  /** Everything is saved and closed. */
  async leave(): Promise<void> {
    for (const path of [...this.open.keys()]) {
      await this.#save(path);
      await this.#close(path);
    }
    this.session.settle();
  }

  async checked(): Promise<JsonReport> {
    const invocation = readArguments(['check', '.', '--no-cache', '--format', 'json'], {
      OKR_TODAY: formatIsoDay(this.#today),
    });
    if (invocation.command !== 'check') throw new Error('This is no check.');
    let out = '';
    await check(invocation, {
      cwd: this.root,
      environment: {},
      columns: null,
      date: formatIsoDay(this.#today),
      out: (text) => {
        out += text;
      },
      say() {},
      status: null,
      interrupted: () => Promise.resolve(),
    });
    return JSON.parse(out) as JsonReport;
  }

  end(): void {
    this.session.dispose();
    rmSync(this.root, { recursive: true, force: true });
  }

  #start(told: Map<string, readonly Diagnostic[]>): Session {
    return new Session({
      disk: nodeDisk(() => {}),
      outlet: { diagnosticsChanged: (uri, found) => told.set(uri, found), treeChanged() {}, status() {} },
      today: this.#today,
      base: defaultConfig,
      log(line) {
        throw new Error(line);
      },
    });
  }

  /** Known paths, and those that they were moved to. */
  #path(at: number): string {
    return paths[at] ?? paths[0];
  }

  #write(path: string, text: string): void {
    const whole = join(this.root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  #read(path: string): string | null {
    const whole = join(this.root, path);
    return existsSync(whole) ? readFileSync(whole, 'utf8') : null;
  }
}

const severities = ['error', 'warning', 'information', 'hint'];

/** What is shown, by file, as `okr check` writes it. */
function shown(told: ReadonlyMap<string, readonly Diagnostic[]>, root: string): readonly string[] {
  const place = (uri: string, { start, end }: Diagnostic['range']): JsonPlace => ({
    file: (pathOf(uri) ?? uri).slice(root.length + 1),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  return [...told]
    .flatMap(([uri, all]) =>
      all.map(({ code, severity, range, message, relatedInformation }) =>
        JSON.stringify([
          place(uri, range),
          code,
          severities[(severity ?? 1) - 1],
          message,
          (relatedInformation ?? []).map(({ location, message: label }) => [
            place(location.uri, location.range),
            label,
          ]),
        ]),
      ),
    )
    .sort();
}

function reported({ findings }: JsonReport): readonly string[] {
  const place = ({ file: path, line, column, endLine, endColumn }: JsonPlace) => ({
    file: path,
    line,
    column,
    endLine,
    endColumn,
  });
  return findings
    .map((finding) =>
      JSON.stringify([
        place(finding),
        finding.rule,
        finding.severity,
        finding.message,
        finding.related.map((one) => [place(one), one.label]),
      ]),
    )
    .sort();
}

const world = fc.tuple(
  cases.filter(({ texts }) => texts.length <= paths.length),
  fc.array(step, { minLength: 1, maxLength: 12 }),
);

export const sessions: Suite = {
  name: 'sessions',
  holds:
    'whatever happens in editor and folder, the server shows in the end what a fresh one shows, and what okr check says',
  shortRuns: 75,
  property: () =>
    fc.asyncProperty(world, async ([first, steps]) => {
      const around = new World(first);
      try {
        await around.begin();
        for (const one of steps) await around.take(one);
        await around.settle();
        deepStrictEqual(shown(around.told, around.root), shown(await around.fresh(), around.root));
        await around.leave();
        deepStrictEqual(shown(around.told, around.root), reported(await around.checked()));
      } finally {
        around.end();
      }
    }),
};
