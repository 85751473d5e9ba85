/** What `okr check .` says of a folder. */
import { type Day, formatIsoDay } from '@okr-language/core';
import { OkrWorkspace } from '@okr-language/language';
import { readArguments } from '../../../packages/cli/src/arguments.ts';
import { check } from '../../../packages/cli/src/check.ts';
import type { JsonReport } from '../../../packages/cli/src/report/json.ts';
import { diagnosticsOf } from '../../../packages/server/src/diagnostics.ts';
import { addressIn, type MemoryFolder, type RealFolder } from './folder.ts';
import { MemoryDisk } from './memoryDisk.ts';
import type { Told } from './serving.ts';

/** The command itself, without a cache. */
export async function checked({ root }: RealFolder, today: Day): Promise<JsonReport> {
  const invocation = readArguments(['check', '.', '--no-cache', '--format', 'json'], {
    OKR_TODAY: formatIsoDay(today),
  });
  if (invocation.command !== 'check') throw new Error('This is no check.');
  let out = '';
  await check(invocation, {
    cwd: root,
    environment: {},
    columns: null,
    date: formatIsoDay(today),
    out: (text) => {
      out += text;
    },
    say() {},
    status: null,
    taken: () => Promise.resolve(),
    interrupted: () => Promise.resolve(),
  });
  return JSON.parse(out) as JsonReport;
}

/** The engine as the command uses it, in memory: everything is read once, and every project is looked at whole. */
export async function checkedInMemory(folder: MemoryFolder, today: Day): Promise<Told> {
  const root = addressIn(folder, '');
  const workspace = new OkrWorkspace({ today, folders: [root] });
  for await (const { plain, indexed } of new MemoryDisk(folder).readFolder(root, {
    configText: () => null,
    storage: null,
    deep: true,
  })) {
    for (const { uri } of [...plain, ...indexed])
      workspace.set(uri, folder.texts.get(pathIn(root, uri)) ?? '', null, false);
  }
  return new Map(
    [...workspace.check()].map(({ uri, findings }) => [uri, diagnosticsOf(findings, (of) => workspace.lineStarts(of))]),
  );
}

function pathIn(root: string, uri: string): string {
  return decodeURIComponent(uri.slice(root.length + 1));
}
