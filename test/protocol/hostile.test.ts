/** No file can take the service away from the others: not at the start, not as an edit. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Client, type ClientOptions } from './client.ts';

const clients: Client[] = [];
const start = async (options: ClientOptions) => {
  const client = await Client.start(options);
  clients.push(client);
  return client;
};
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

const good = `company acme "Acme"
okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop that people come back to" {
        supports nobody.knows
    }
}
`;

const halves = [
  'okrs for',
  'objective "',
  'kr "x" from',
  'supports acme.',
  'checkin 2026-',
  'team t in {',
  'by by by',
  'kr',
];
const random = (length: number) => {
  // A fixed sequence, so that a failure can be seen again.
  const bytes = new Uint8Array(length);
  let state = 42;
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  return bytes;
};
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const manyObjectives = `company big "Big"\nokrs for big in 2026-Q3 {\n${Array.from({ length: 20_000 }, (_, i) => `    objective o${i} "Go further than before" {\n        kr "Reach 5 more towns"\n    }`).join('\n')}\n}\n`;

const texts: Record<string, string> = {
  'nested.okr': '{'.repeat(4_000),
  'nested-objectives.okr': 'okrs for acme in 2026-Q3 { objective "x" {'.repeat(2_000),
  'halves.okr': Array.from({ length: 600 }, (_, i) => `${halves[i % halves.length]} {`).join('\n'),
  'nul.okr': 'okrs for acme\0 in 2026-Q3 {\0}',
  'line.okr': `kr "${'a very long title '.repeat(120_000)}`,
  'many.okr': manyObjectives,
};

const cycle = {
  'cycle/okr.config.json': '{}',
  'cycle/units.okr': 'company a "A" in b\nteam b "B" in a\n',
  'cycle/goals.okr': `okrs for a in 2026-Q3 {
    objective one "Be one" { supports b.two  kr "Raise it from 1 to 2" }
}
okrs for b in 2026-Q3 {
    objective two "Be two" { supports a.one  kr "Raise it from 1 to 2" }
}
`,
};

/** What must not be in any message that people see. */
const internal = /internal|exception|stack|undefined|null|node:|\.ts\b|token|Error:/i;

const expectPlainMessages = (client: Client) => {
  for (const [path, diagnostics] of client.diagnostics) {
    for (const { message } of diagnostics) expect(message, path).not.toMatch(internal);
  }
  expect(client.log, 'no defect of ours had to be contained').toEqual([]);
};

describe('a workspace with hostile files', () => {
  it('is served at the start as if they were not there', async () => {
    const begun = Date.now();
    const client = await start({
      files: {
        ...texts,
        ...cycle,
        'bytes.okr': random(50_000),
        'utf16.okr': utf16(good.replaceAll('acme', 'second')),
        'good/good.okr': good,
        'good/okr.config.json': '{}',
      },
      prepare(folder) {
        mkdirSync(join(folder, 'folder.okr'));
        symlinkSync(join(folder, 'nowhere.okr'), join(folder, 'dangling.okr'));
        symlinkSync(join(folder, 'loop-b.okr'), join(folder, 'loop-a.okr'));
        symlinkSync(join(folder, 'loop-a.okr'), join(folder, 'loop-b.okr'));
        symlinkSync(folder, join(folder, 'again'));
      },
    });
    await client.until('the good file is served', () => client.codes('good/good.okr').includes('parent-unresolved'));
    await client.until('all files are looked at', () => client.notifications.includes('okr/treeChanged'));
    const seconds = (Date.now() - begun) / 1000;
    expect(seconds).toBeLessThan(15);
    for (const path of [
      'nested.okr',
      'halves.okr',
      'nul.okr',
      'bytes.okr',
      'folder.okr',
      'dangling.okr',
      'loop-a.okr',
      'line.okr',
    ]) {
      expect(client.codes(path), path).not.toEqual([]);
    }
    expect(client.codes('utf16.okr')).toContain('parent-unresolved');
    expect(client.codes('cycle/goals.okr')).toContain('parent-cycle');
    expect(client.codes('many.okr').length).toBeGreaterThan(0);
    expectPlainMessages(client);
  }, 60_000);

  for (const [path, text] of Object.entries(texts)) {
    it(`goes on when ${path} arrives as an edit`, async () => {
      const client = await start({ files: { 'good.okr': good, 'other.okr': '' } });
      await client.until('the good file is served', () => client.codes('good.okr').includes('parent-unresolved'));
      await client.open('other.okr', '');
      await client.edit('other.okr', text);
      await client.until('the file is reported', () => client.codes('other.okr').length > 0);
      await client.open('good.okr', good);
      await client.edit('good.okr', good.replace('supports nobody.knows', 'supports loyalty.gone'));
      await client.until('edits elsewhere still show', () =>
        (client.diagnostics.get('good.okr') ?? []).some(({ message }) => String(message).includes('gone')),
      );
      const items = await client.at<unknown>('textDocument/completion', 'good.okr', { line: 3, character: 17 });
      expect(items).toBeTruthy();
      expectPlainMessages(client);
    }, 60_000);
  }
});
