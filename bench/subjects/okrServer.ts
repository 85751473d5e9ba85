/** Our language server, used as an editor uses it: started on a folder, asked while it still reads, then typed into. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment } from '../../packages/server/src/protocol.ts';
import { type Diagnostic, LspServer, type Position, type ServerCommand } from '../measure/lsp.ts';
import { ampleHeap } from '../measure/machine.ts';
import type { Notebook } from '../measure/notebook.ts';
import { quantile } from '../measure/statistics.ts';
import { caches, serverBundle } from '../paths.ts';
import { prepareWorkspace } from '../prepare.ts';
import { offsetBehind, placeAt, withProbe } from '../workspace/edits.ts';
import { today } from '../workspace/invent.ts';
import { hasRead } from './status.ts';

/** As many edits as these, or as fit into the time. */
const mostEdits = 60;
const mostMilliseconds = 15_000;
/** Between two edits, as people type. */
const pause = 30;

const okr: ServerCommand = {
  command: process.execPath,
  args: [ampleHeap, serverBundle, '--stdio'],
  env: { ...serverEnvironment, OKR_TODAY: today, XDG_CACHE_HOME: caches, CI: '', NODE_DISABLE_COMPILE_CACHE: '' },
};

/** Starts the server once so that its code is kept, as it is on every machine that it has been started on. */
export async function keepCode(): Promise<void> {
  const { folder, lonely } = prepareWorkspace(10, 'okr');
  const code = join(caches, 'okr-language', 'code');
  rmSync(code, { recursive: true, force: true }); // or it would start from that, and keep nothing anew
  const server = new LspServer(okr, { folder, languageId: 'okr' });
  try {
    await server.initialize();
    server.open(lonely, readFileSync(join(folder, lonely), 'utf8'));
    await until(() => existsSync(code) && readdirSync(code).some((name) => name.endsWith('.okr-code')));
  } finally {
    server.stop();
  }
}

/** The first diagnostic where the server was never started before: V8 compiles all of it. */
export async function firstStart(book: Notebook, size: number): Promise<void> {
  const { folder, lonely } = prepareWorkspace(size, 'okr');
  const env = { ...okr.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const server = new LspServer({ ...okr, env }, { folder, languageId: 'okr' });
  try {
    await server.initialize();
    const first = server.diagnosed(lonely);
    server.open(lonely, withProbe(readFileSync(join(folder, lonely), 'utf8')).text);
    await first;
    book.note(`server/${size}/first-start`, performance.now() - server.begun);
  } finally {
    server.stop();
  }
}

export async function okrServer(book: Notebook, size: number, moments: Moments = {}): Promise<void> {
  await openAndType(book, size, okr, moments);
}

/** Starts the server twice with one folder for what it keeps, which is empty the first time. Nothing is opened: what is measured is the start. */
export async function startTwice(book: Notebook, size: number): Promise<void> {
  const { folder } = prepareWorkspace(size, 'okr');
  const storage = mkdtempSync(join(tmpdir(), 'okr-bench-storage-'));
  try {
    for (const start of ['cold', 'warm']) {
      const server = new LspServer(okr, { folder, languageId: 'okr', initializationOptions: { storage } });
      const ready = hasRead(server, size);
      try {
        await server.initialize();
        await ready;
        await server.quiet(1_000);
        book.note(`start-${start}/${size}/wall`, performance.now() - server.begun - 1_000);
        book.note(`start-${start}/${size}/cpu`, server.usage().cpu);
        if (start === 'cold') await keptBy(storage);
      } finally {
        server.stop();
      }
    }
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

/** Files and findings are written when everything else is done. */
async function keptBy(storage: string): Promise<void> {
  await until(() => readdirSync(storage).filter((name) => /\.okr-(files|run)$/.test(name)).length === 2);
}

async function until(isKept: () => boolean): Promise<void> {
  for (let waited = 0; waited < 120 && !isKept(); waited++) await new Promise((resolve) => setTimeout(resolve, 500));
  if (!isKept()) throw new Error('the server kept nothing');
}

/** Types from the first moment on, in a server of its own: what it works for the edits is no part of reading the files. */
export async function typeWhileReading(book: Notebook, size: number): Promise<void> {
  const { folder, lonely } = prepareWorkspace(size, 'okr');
  const server = new LspServer(okr, { folder, languageId: 'okr' });
  let read = false;
  const ready = hasRead(server, size).then(() => {
    read = true;
  });
  try {
    await server.initialize();
    const { text, place } = withProbe(readFileSync(join(folder, lonely), 'utf8'));
    server.open(lonely, text);
    const times = await edits(server, lonely, place, () => read);
    if (times.length > 0) book.note(`server/${size}/edit-during`, quantile(times, 0.5));
    await ready;
  } finally {
    server.stop();
  }
}

/** Called with the process when the server has been started, has read all files, and has been typed into. */
export interface Moments {
  begun?(pid: number): void;
  read?(pid: number): void;
  typed?(pid: number): Promise<void>;
}

export async function openAndType(
  book: Notebook,
  size: number,
  command: ServerCommand,
  moments: Moments,
): Promise<void> {
  const { folder, paths, lonely } = prepareWorkspace(size, 'okr');
  const key = `server/${size}`;
  const server = new LspServer(command, { folder, languageId: 'okr' });
  const ready = hasRead(server, size);
  try {
    await server.initialize();
    moments.begun?.(server.pid);
    const quiet = withProbe(readFileSync(join(folder, lonely), 'utf8'));
    const first = server.diagnosed(lonely);
    server.open(lonely, quiet.text);
    await first;
    book.note(`${key}/first`, performance.now() - server.begun);
    await ready;
    await server.quiet(1_000);
    book.note(`${key}/ready-cpu`, server.usage().cpu);
    book.note(`${key}/ready-peak`, server.usage().peak);
    book.note(`${key}/ready-memory`, server.usage().memory);

    moments.read?.(server.pid);
    await typing(book, server, `${key}/edit`, lonely, quiet.place);
    await moments.typed?.(server.pid);
    const hot = paths[0] as string;
    const loud = withProbe(readFileSync(join(folder, hot), 'utf8'));
    const opened = server.diagnosed(hot);
    server.open(hot, loud.text);
    await opened;
    await server.quiet(500);
    await typing(book, server, `${key}/edit-hot`, hot, loud.place);
    await completing(book, server, `${key}/completion`, lonely, quiet.text);
    book.note(`${key}/peak`, server.usage().peak);
  } finally {
    server.stop();
  }
}

/** The milliseconds from each keystroke to the file's findings. */
async function edits(server: LspServer, path: string, place: Position, enough: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < mostEdits && performance.now() - begun < mostMilliseconds && !enough()) {
    const wrong = times.length % 2 === 1;
    const diagnosed = server.diagnosed(path, (diagnostics) => isWrong(diagnostics, place) === wrong);
    const sent = performance.now();
    server.overtype(path, place, wrong ? '2' : '1');
    await diagnosed;
    times.push(performance.now() - sent);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  // An even number leaves the text as it was.
  if (times.length % 2 === 1) {
    const diagnosed = server.diagnosed(path, (diagnostics) => isWrong(diagnostics, place));
    server.overtype(path, place, '2');
    await diagnosed;
  }
  return times;
}

/** Whether the baseline is said to equal the target: other news of the file may come in between, above all while files are read. */
function isWrong(diagnostics: readonly Diagnostic[], place: Position): boolean {
  return diagnostics.some(({ code, range }) => code === 'kr-baseline-equals-target' && range.start.line === place.line);
}

async function typing(book: Notebook, server: LspServer, key: string, path: string, place: Position): Promise<void> {
  const before = { ...server.traffic, cpu: server.usage().cpu };
  const times = await edits(server, path, place, () => false);
  await server.quiet(200);
  const after = { ...server.traffic, cpu: server.usage().cpu };
  const count = times.length + (times.length % 2);
  book.note(`${key}-p50`, quantile(times, 0.5));
  book.note(`${key}-p95`, quantile(times, 0.95));
  book.note(`${key}-cpu`, (after.cpu - before.cpu) / count);
  book.note(`${key}-published`, (after.published - before.published) / count);
  book.note(`${key}-bytes`, (after.bytes - before.bytes) / count);
}

/** Asks for what an objective may support, at the beginning of a name. */
async function completing(book: Notebook, server: LspServer, key: string, path: string, text: string): Promise<void> {
  const position = placeAt(text, offsetBehind(text, 'supports '));
  const times: number[] = [];
  let bytes = 0;
  const begun = performance.now();
  while (times.length < 20 && performance.now() - begun < mostMilliseconds) {
    const answer = await server.request('textDocument/completion', {
      textDocument: { uri: server.uri(path) },
      position,
    });
    times.push(answer.milliseconds);
    bytes = answer.bytes;
  }
  book.note(`${key}-p50`, quantile(times, 0.5));
  book.note(`${key}-p95`, quantile(times, 0.95));
  book.note(`${key}-bytes`, bytes);
}
