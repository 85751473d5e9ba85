/** Language servers that ours is compared with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LspServer } from '../measure/lsp.ts';
import { ampleHeap } from '../measure/machine.ts';
import type { Notebook } from '../measure/notebook.ts';
import { quantile } from '../measure/statistics.ts';
import { trivialServer, yamlServer } from '../paths.ts';
import { prepareWorkspace } from '../prepare.ts';

/** The first diagnostic of a server that does nothing else. */
export async function trivial(book: Notebook): Promise<void> {
  const { folder, lonely } = prepareWorkspace(10, 'okr');
  const server = new LspServer(
    { command: process.execPath, args: [trivialServer, '--stdio'] },
    { folder, languageId: 'okr' },
  );
  try {
    await server.initialize();
    const first = server.diagnosed(lonely);
    server.open(lonely, readFileSync(join(folder, lonely), 'utf8'));
    await first;
    book.note('trivial/first', performance.now() - server.begun);
  } finally {
    server.stop();
  }
}

/** `yaml-language-server` looks at open files only, so all are opened: that is the price of findings in the whole folder. */
export async function yamlLanguageServer(book: Notebook, size: number): Promise<void> {
  const { folder, paths, lonely } = prepareWorkspace(size, 'yaml');
  const key = `yaml-server/${size}`;
  const server = new LspServer(
    { command: process.execPath, args: [ampleHeap, yamlServer, '--stdio'] },
    { folder, languageId: 'yaml', settings: { yaml: { validate: true, schemaStore: { enable: false } } } },
  );
  try {
    await server.initialize();
    await server.quiet(300);
    const seen = new Set<string>();
    const all = server.heard(({ method, params }) => {
      if (method === 'textDocument/publishDiagnostics') seen.add((params as { uri: string }).uri);
      return seen.size >= paths.length ? true : null;
    });
    for (const path of paths) server.open(path, readFileSync(join(folder, path), 'utf8'));
    await all;
    await server.quiet(1_000);
    book.note(`${key}/ready-cpu`, server.usage().cpu);
    book.note(`${key}/ready-peak`, server.usage().peak);
    const text = readFileSync(join(folder, lonely), 'utf8');
    const times: number[] = [];
    for (let i = 0; i < 10; i++) {
      const diagnosed = server.diagnosed(lonely);
      const sent = performance.now();
      server.change(lonely, [{ text: `${text}# ${i}\n` }]);
      await diagnosed;
      times.push(performance.now() - sent);
    }
    book.note(`${key}/edit-p50`, quantile(times, 0.5));
  } finally {
    server.stop();
  }
}
