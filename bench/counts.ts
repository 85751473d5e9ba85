/**
 * What the server sends for one edit, counted: figures that are the same on every machine. `npm test` holds them; run by itself it prints
 * them: `node bench/counts.ts 10 100`.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { LspServer, type Traffic } from './measure/lsp.ts';
import { root } from './paths.ts';
import { hasRead } from './subjects/status.ts';
import { linkedByName, offsetBehind, placeAt, withOtherName, withProbe } from './workspace/edits.ts';
import { today } from './workspace/invent.ts';

export interface Counts {
  readonly files: number;
  /** A letter in a comment, at the end of a file that nobody links to: nothing is found or lost. */
  readonly comment: Traffic;
  /** A baseline that now equals its target: one finding more in that file. */
  readonly finding: Traffic;
  /** The same in the hot file; no name changes. */
  readonly hotFinding: Traffic;
  /** An objective of the hot file gets another name: whoever links to it by the old one has a finding. */
  readonly hotName: Traffic;
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
  // With those of the goals comes the one of the units.
  const round = () => hasRead(server, files + 1);
  /** What comes between a change and the end of the round of work that it causes. */
  const sentFor = async (path: string, text: string): Promise<Traffic> => {
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
    const [quietFault, hotFault] = [withProbe(quietText).text, withProbe(hotText).text];
    const comment = await sentFor(lonely, `${quietText}// a\n`);
    const [finding, hotFinding] = [await sentFor(lonely, quietFault), await sentFor(hot, hotFault)];
    const hotName = await sentFor(hot, withOtherName(hotFault));
    const position = placeAt(quietFault, offsetBehind(quietFault, 'supports '));
    const textDocument = { uri: server.uri(lonely) };
    const { bytes } = await server.request('textDocument/completion', { textDocument, position });
    return { files, comment, finding, hotFinding, hotName, linked: linkedByName(texts.values()), completion: bytes };
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const files of process.argv.slice(2)) console.log(await countsOf(Number(files)));
  process.exit(0);
}
