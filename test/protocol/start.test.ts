/** A start that takes what an earlier one left of the server's code. */
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Client } from './client.ts';

const goals = 'okrs for acme in 2026-Q3 {\n    objective calm "Give people their evenings back" {\n';

describe('the code of the server', () => {
  it('is kept when nobody types, and the next start takes it and finds the same', async () => {
    const caches = realpathSync(mkdtempSync(join(tmpdir(), 'okr-code-')));
    const folder = join(caches, 'okr-language', 'code');
    const kept = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.okr-code')) : []);
    const environment = { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, CI: '', NODE_DISABLE_COMPILE_CACHE: '' };
    const start = async () => {
      const client = await Client.start({ environment });
      await client.open('goals.okr', goals);
      await client.until('findings', ({ diagnostics }) => diagnostics.has('goals.okr'));
      return client;
    };
    try {
      const first = await start();
      await first.until('code is kept', () => kept().length > 0);
      const found = first.codes('goals.okr');
      await first.stop();
      const [name = ''] = kept();
      expect(name).toMatch(/^server-code\.cjs-[0-9a-f]{64}-v/);
      const { mtimeMs } = statSync(join(folder, name));

      const second = await start();
      await second.until('the same findings', () => second.codes('goals.okr').join() === found.join());
      await second.stop();
      expect([...second.log]).toEqual([]);
      expect(kept()).toEqual([name]);
      expect(statSync(join(folder, name)).mtimeMs).toBe(mtimeMs);
    } finally {
      rmSync(caches, { recursive: true, force: true });
    }
  });
});
