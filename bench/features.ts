/**
 * What each feature of the editor costs in a company of 10 files and of 10,000, one after the other in one server:
 *
 *   npm run build && node bench/features.ts [--size 10,10000] [--times 12] [--only completion,tree] [--bundle FILE]
 *
 * For each: p50 and p95 of the answer in milliseconds, its bytes, and the longest time for which the server kept another question waiting
 * meanwhile. An edit comes before each question, so that nothing is answered from what was worked out for the last one. Questions are asked in a file
 * that nobody links to, in the hot file to which a tenth of all others link, and in one of these.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LspServer, type Position } from './measure/lsp.ts';
import { ampleHeap } from './measure/machine.ts';
import { quantile } from './measure/statistics.ts';
import { root } from './paths.ts';
import { prepareWorkspace } from './prepare.ts';
import { hasRead } from './subjects/status.ts';
import { offsetBehind, placeAt } from './workspace/edits.ts';
import { company, today } from './workspace/invent.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10,10000' },
    times: { type: 'string', default: '12' },
    only: { type: 'string' },
    bundle: { type: 'string' },
  },
});
const only = values.only?.split(',') ?? null;

type Document = 'lonely' | 'hot' | 'linked';

/** A question, by the words before the place that it is asked at. `typed` is written there first, and taken away again. */
interface Question {
  readonly name: string;
  readonly method: string;
  /** Where it is asked; in the lonely file unless it says so. */
  readonly in?: Document;
  readonly after?: string;
  readonly typed?: string;
  params?(place: { textDocument: { uri: string }; position: Position }): unknown;
  /** Asked with the first item of the answer. */
  readonly andThen?: string;
}

/** What references and renames are asked with besides the place. */
const withDeclaration: Question['params'] = (place) => ({ ...place, context: { includeDeclaration: true } });
const toNewName: Question['params'] = (place) => ({ ...place, newName: 'renamed' });

/** How a link to a goal of the hot file begins. */
const hotLink = `supports ${company}.`;

const questions: readonly Question[] = [
  { name: 'completion', method: 'textDocument/completion', after: 'supports ', andThen: 'completionItem/resolve' },
  { name: 'completion of a name', method: 'textDocument/completion', after: 'supports ', typed: 'craf' },
  { name: 'completion of a path', method: 'textDocument/completion', after: 'supports ', typed: 'acme.pa' },
  { name: 'completion of a rare word', method: 'textDocument/completion', after: 'supports ', typed: 'zzyx' },
  { name: 'completion of an owner', method: 'textDocument/completion', after: 'owner ', typed: 'gre' },
  { name: 'hover', method: 'textDocument/hover', after: 'objective ' },
  { name: 'references, few', method: 'textDocument/references', after: 'kr ', params: withDeclaration },
  { name: 'references, many', method: 'textDocument/references', after: 'supports ', params: withDeclaration },
  { name: 'rename', method: 'textDocument/rename', after: 'kr ', params: toNewName },
  { name: 'symbols', method: 'workspace/symbol', params: () => ({ query: 'nearest depot in bergen' }) },
  { name: 'symbols of a letter', method: 'workspace/symbol', params: () => ({ query: 'q' }) },
  {
    name: 'actions',
    method: 'textDocument/codeAction',
    after: 'kr ',
    params: ({ textDocument }) => ({
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } },
      context: { diagnostics: [] },
    }),
  },
  { name: 'lenses', method: 'textDocument/codeLens', params: ({ textDocument }) => ({ textDocument }) },
  { name: 'tree', method: 'okr/tree', params: ({ textDocument }) => ({ uri: textDocument.uri }) },
  { name: 'hover, hot goal', in: 'hot', method: 'textDocument/hover', after: 'objective ' },
  { name: 'hover, link to it', in: 'linked', method: 'textDocument/hover', after: hotLink },
  {
    name: 'references, hot goal',
    in: 'hot',
    method: 'textDocument/references',
    after: 'objective ',
    params: withDeclaration,
  },
  { name: 'rename, hot goal', in: 'hot', method: 'textDocument/rename', after: 'objective ', params: toNewName },
  { name: 'rename, its key result', in: 'hot', method: 'textDocument/rename', after: 'kr ', params: toNewName },
  { name: 'rename, the company', in: 'hot', method: 'textDocument/rename', after: 'okrs for ', params: toNewName },
  {
    name: 'lenses, hot file',
    in: 'hot',
    method: 'textDocument/codeLens',
    params: ({ textDocument }) => ({ textDocument }),
  },
  { name: 'tree, hot file', in: 'hot', method: 'okr/tree', params: ({ textDocument }) => ({ uri: textDocument.uri }) },
];

interface Measured {
  readonly name: string;
  readonly times: number[];
  readonly waits: number[];
  bytes: number;
}

const bundle = values.bundle ?? join(root, 'packages/server/dist/server.cjs');
const results: Record<string, readonly Measured[]> = {};
for (const size of values.size.split(',').map(Number)) results[size] = await measure(size);
console.log(
  `\n${'feature'.padEnd(28)}${Object.keys(results)
    .map((size) => `${size} files: p50, p95, wait ms, KB`.padStart(38))
    .join('')}`,
);
for (const [index, { name }] of (Object.values(results)[0] ?? []).entries()) {
  const cells = Object.values(results).map((all) => {
    const { times, waits, bytes } = all[index] as Measured;
    const figures = [quantile(times, 0.5), quantile(times, 0.95), Math.max(0, ...waits)].map((ms) =>
      ms.toFixed(1).padStart(9),
    );
    return `${figures.join('')}${(bytes / 1_024).toFixed(1).padStart(11)}`;
  });
  console.log(name.padEnd(28) + cells.join(''));
}
process.exit(0);

async function measure(size: number): Promise<readonly Measured[]> {
  const { folder, lonely, paths } = prepareWorkspace(size, 'okr');
  const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
  const [hot = lonely, ...others] = paths;
  const places = { lonely, hot, linked: others.find((path) => textOf(path).includes(hotLink)) ?? lonely };
  const server = new LspServer(
    { command: process.execPath, args: [ampleHeap, bundle, '--stdio'], env: { OKR_TODAY: today } },
    { folder, languageId: 'okr', initializationOptions: { pushDiagnostics: true } },
  );
  const ready = hasRead(server, size);
  await server.initialize();
  for (const path of new Set(Object.values(places))) server.open(path, textOf(path));
  await ready;
  await server.quiet(1_500);
  console.log(
    `${size} files: read after ${((performance.now() - server.begun) / 1_000).toFixed(1)} s, ${(server.usage().memory / 1e6).toFixed(0)} MB`,
  );
  const measured: Measured[] = [];
  for (const question of questions) {
    if (only && !only.some((word) => question.name.startsWith(word))) continue;
    const one: Measured = { name: question.name, times: [], waits: [], bytes: 0 };
    const path = places[question.in ?? 'lonely'];
    const text = textOf(path);
    const begun = performance.now();
    for (let time = 0; time < Number(values.times) && performance.now() - begun < 20_000; time++) {
      await ask(server, path, text, question, one);
    }
    measured.push(one);
  }
  console.log(
    `${size} files: at the end ${(server.usage().memory / 1e6).toFixed(0)} MB, at most ${(server.usage().peak / 1e6).toFixed(0)} MB`,
  );
  server.stop();
  return measured;
}

async function ask(server: LspServer, path: string, text: string, question: Question, into: Measured): Promise<void> {
  const { after, typed = '', method, params, andThen } = question;
  const offset = after === undefined ? 0 : offsetBehind(text, after);
  const word = typed === '' ? '' : (/^[\p{L}\p{N}._-]*/u.exec(text.slice(offset))?.[0] ?? '');
  const changed = typed === '' ? `${text} ` : text.slice(0, offset) + typed + text.slice(offset + word.length);
  server.change(path, [{ text: changed }]);
  await server.quiet(60);
  const place = {
    textDocument: { uri: server.uri(path) },
    position: placeAt(changed, offset + typed.length),
  };
  const request = server.request(method, params?.(place) ?? place);
  let isDone = false;
  const waiting = (async () => {
    while (!isDone) {
      const { milliseconds } = await server.request('textDocument/foldingRange', { textDocument: place.textDocument });
      into.waits.push(milliseconds);
    }
  })();
  const answer = await request;
  isDone = true;
  into.times.push(answer.milliseconds);
  into.bytes = Math.max(into.bytes, answer.bytes);
  await waiting;
  const first = (answer.result as { items?: readonly unknown[] } | null)?.items?.[0];
  if (andThen && first) into.times.push((await server.request(andThen, first)).milliseconds);
  server.change(path, [{ text }]);
  await server.quiet(30);
}
