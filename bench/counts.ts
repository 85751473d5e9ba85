/**
 * What the server sends for one edit, counted: figures that are the same on every machine. `npm test` holds them; run by itself it prints
 * them: `node bench/counts.ts 10 100`.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { LspServer } from './measure/lsp.ts';
import { root } from './paths.ts';
import { today } from './workspace/invent.ts';
import { objectiveIds } from './workspace/words.ts';

export interface Sent {
  /** Messages that publish the diagnostics of a file. */
  readonly published: number;
  readonly messages: number;
  readonly bytes: number;
}

export interface Counts {
  readonly files: number;
  /** A letter in a comment, at the end of a file that nobody links to: nothing is found or lost. */
  readonly comment: Sent;
  /** A baseline that now equals its target: one finding more in that file. */
  readonly finding: Sent;
  /** The same in the hot file; no name changes. */
  readonly hotFinding: Sent;
  /** An objective of the hot file gets another name: whoever links to it by the old one has a finding. */
  readonly hotName: Sent;
  /** Files that link to that objective, by the text of the files. */
  readonly linked: number;
  /** Bytes of the answer to a completion of what an objective supports. */
  readonly completion: number;
}

export async function countsOf(files: number): Promise<Counts> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-counts-')));
  const { paths, lonely } = generate(files, 'okr', folder);
  const hot = paths[0] as string;
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const server = new LspServer(
    {
      command: process.execPath,
      args: [join(root, 'packages/server/dist/server.cjs'), '--stdio'],
      env: { OKR_TODAY: today },
    },
    { folder, languageId: 'okr' },
  );
  const round = () =>
    server.heard(({ method, params }) => {
      const status = params as { reading: boolean; files: number };
      return method === 'okr/status' && !status.reading && status.files > files ? true : null;
    });
  /** What comes between a change and the end of the round of work that it causes. */
  const sentFor = async (path: string, text: string): Promise<Sent> => {
    const before = server.traffic;
    const settled = round();
    server.change(path, [{ text }]);
    await settled;
    const after = server.traffic;
    return {
      published: after.published - before.published,
      messages: after.messages - before.messages,
      bytes: after.bytes - before.bytes,
    };
  };
  try {
    const read = round();
    await server.initialize();
    await read;
    for (const path of [lonely, hot]) {
      const opened = round();
      server.open(path, texts.get(path) as string);
      await opened;
    }
    const [quietText, hotText] = [texts.get(lonely) as string, texts.get(hot) as string];
    const comment = await sentFor(lonely, `${quietText}// a\n`);
    const [finding, hotFinding] = [await sentFor(lonely, withFault(quietText)), await sentFor(hot, withFault(hotText))];
    const [first] = objectiveIds as [string];
    const hotName = await sentFor(hot, withFault(hotText).replace(`objective ${first} `, `objective ${first}x `));
    const line = quietText.split('\n').findIndex((candidate) => candidate.includes('supports '));
    const position = { line, character: (quietText.split('\n')[line] ?? '').indexOf('supports ') + 'supports '.length };
    const textDocument = { uri: server.uri(lonely) };
    const { bytes } = await server.request('textDocument/completion', { textDocument, position });
    const link = new RegExp(`acme\\.${first}[ .,]`);
    const linked = [...texts.values()].filter((text) => link.test(text)).length;
    return { files, comment, finding, hotFinding, hotName, linked, completion: bytes };
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first key result gets a baseline that equals its target; its name stays. */
function withFault(text: string): string {
  return text.replace(/^( *kr first ).*$/m, '$1"Guests who come back" from 20% to 20%');
}

if (import.meta.main) {
  for (const files of process.argv.slice(2)) console.log(await countsOf(Number(files)));
  process.exit(0);
}
