import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uriOf } from '@okr-language/files';
import { expect, it } from 'vitest';
import { nodeDisk } from './nodeDisk.ts';

it('leaves out what the configuration names that it hands over, also where that changes during the search', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-disk-')));
  try {
    mkdirSync(join(root, 'sub'));
    writeFileSync(join(root, 'a.okr'), '');
    writeFileSync(join(root, 'okr.config.json'), '{ "ignore": ["a.okr"] }');
    writeFileSync(join(root, 'sub/okr.config.json'), '{}');
    const configText = (uri: string) => {
      // The outer one has been read when the search comes to the inner one.
      if (uri.includes('/sub/')) writeFileSync(join(root, 'okr.config.json'), '{ "ignore": [] }');
      return null;
    };
    const found: string[] = [];
    const lots = nodeDisk(() => {}).readFolder(uriOf(root), { configText, storage: null, deep: true });
    for await (const { plain, indexed } of lots) for (const { uri } of [...plain, ...indexed]) found.push(uri);
    expect(found.sort()).toEqual(
      ['a.okr', 'okr.config.json', 'sub/okr.config.json'].map((path) => uriOf(join(root, path))),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
