/**
 * What the engine does for one edit, counted: figures that are the same on every machine and must not grow with the company. `npm test` holds them;
 * run by itself it prints them: `node bench/work.ts 10 1000`.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultConfig, parseIsoDay } from '@okr-language/core';
import { nodeDisk } from '../packages/server/src/nodeDisk.ts';
import { Session } from '../packages/server/src/session.ts';
import { generate } from './generate.ts';
import { linkedByName, withOtherName } from './workspace/edits.ts';
import { today } from './workspace/invent.ts';

export interface Work {
  /** Texts that were read. */
  readonly parsed: number;
  /** Files whose findings were worked out. */
  readonly checked: number;
  /** Parts of the project that were built for it. */
  readonly slices: number;
  /** Projects that were built in whole. */
  readonly whole: number;
  /** Files whose diagnostics were sent. */
  readonly published: number;
}

/** By what is edited. */
interface WorkOfFile {
  /** The first letter of a remark, in a file as it was read from the disk. */
  readonly first: Work;
  readonly comment: Work;
  readonly figure: Work;
  readonly title: Work;
}

export interface WorkOfEdits {
  readonly files: number;
  /** Edits of a file that nobody links to. */
  readonly quiet: WorkOfFile;
  /** The same in the file that most others link to. */
  readonly hot: WorkOfFile;
  /** An objective of the hot file gets another name. */
  readonly hotName: Work;
  /** Files that link to that objective, by the text of the files. */
  readonly linked: number;
  /** Files with findings that point to a place in the hot file, which must be told anew when titles there change. */
  readonly pointing: number;
}

export async function workOf(files: number): Promise<WorkOfEdits> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-work-')));
  let published = 0;
  const session = new Session({
    disk: nodeDisk(console.error),
    outlet: { diagnosticsChanged: () => published++, treeChanged() {}, status() {} },
    today: parseIsoDay(today) as number,
    base: defaultConfig,
    log(line) {
      throw new Error(line);
    },
  });
  try {
    const { paths, lonely } = generate(files, 'okr', folder);
    const hot = paths[0] as string;
    await session.setFolders([pathToFileURL(folder).href]);
    const uri = (path: string) => pathToFileURL(join(folder, path)).href;
    const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
    for (const path of [lonely, hot]) await session.opened(uri(path), texts.get(path) as string);
    session.settle();
    const workFor = (path: string, text: string): Work => {
      const before = { ...session.workspace.counts, published };
      session.edited(uri(path), text);
      session.settle();
      const { parsed, checked, slices, whole } = session.workspace.counts;
      return {
        parsed: parsed - before.parsed,
        checked: checked - before.checked,
        slices: slices - before.slices,
        whole: whole - before.whole,
        published: published - before.published,
      };
    };
    const editsOf = (path: string): WorkOfFile => {
      const asRead = texts.get(path) as string;
      const first = workFor(path, `${asRead}// a\n`);
      const text = withKeyResult(asRead, 'Guests who come back', '10%');
      workFor(path, text);
      return {
        first,
        comment: workFor(path, `${text}// a\n`),
        figure: workFor(path, withKeyResult(text, 'Guests who come back', '20%')),
        title: workFor(path, withKeyResult(text, 'Guests who came back', '20%')),
      };
    };
    const [quiet, loud] = [editsOf(lonely), editsOf(hot)];
    const hotText = texts.get(hot) as string;
    const pointing = [...session.workspace.check()].filter(({ uri: from, findings }) =>
      findings.some(({ related }) => from !== uri(hot) && related.some((place) => place.uri === uri(hot))),
    ).length;
    const hotName = workFor(hot, withOtherName(hotText));
    return { files, quiet, hot: loud, hotName, linked: linkedByName(texts.values()), pointing };
  } finally {
    session.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first key result with another title and measure; its name, and what stands in its block, stay. */
function withKeyResult(text: string, title: string, baseline: string): string {
  return text.replace(/^( *kr first) "[^"]*"[^{\n]*/m, `$1 "${title}" from ${baseline} to 20% `);
}

if (import.meta.main) {
  for (const files of process.argv.slice(2)) console.log(JSON.stringify(await workOf(Number(files)), null, 1));
}
