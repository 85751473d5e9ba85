import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanGoals, errorRule, Folder, okr, organisation, root, withError } from './okr.ts';

const read = (folder: Folder, name: string) => readFileSync(join(folder.path, name), 'utf8');

interface Row {
  readonly kind?: string;
  readonly [key: string]: unknown;
}

/** Every object with a kind, at any depth. */
function rowsIn(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(rowsIn);
  return 'kind' in value ? [value as Row, ...inner] : inner;
}

describe('okr strength', () => {
  it('shows each figure with its seven dimensions, as text and as JSON', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    const { code, out } = await folder.okr('strength');
    expect(code).toBe(0);
    expect(out).toMatch(/^Acme Retail in 2026-Q3 +\d+, /);
    expect(out).toMatch(new RegExp(`−30 ambition: “Repeat purchase rate”: .*\\(${errorRule}\\)`, 's'));
    const json = await folder.okr('strength', '--format', 'json', 'goals.okr');
    const [set] = JSON.parse(json.out).projects[0].sets;
    expect(set).toMatchObject({ kind: 'set', unit: 'acme', cycle: '2026-Q3', file: 'goals.okr', line: 1, column: 1 });
    expect(set.objectives).toHaveLength(3);
    for (const { strength } of [set, ...set.objectives]) expect(strength.dimensions).toHaveLength(7);
  });

  it('reports what it cannot read, and still shows the rest', async () => {
    using folder = new Folder({ 'goals.okr': cleanGoals });
    const { code, out, err } = await folder.okr('strength', 'goals.okr', 'nowhere.okr');
    expect([code, err.includes('nowhere.okr'), out.includes('Become the shop')]).toEqual([2, true, true]);
  });
});

describe('okr tree', () => {
  it('gives every key result with its measure, deadline and place as JSON', async () => {
    const odd = 'Cut "refund" time\\\\from 9 to 4 days by end of August';
    using folder = new Folder({
      'org.okr': organisation,
      'goals.okr': `${cleanGoals}
okrs for support in 2026-Q3 {
    objective "Earn trust so that buyers return" {
        supports acme.loyalty
        kr "${odd.replaceAll('"', '\\"')}"
        kr "Be nice"
    }
}
`,
    });
    const { code, out } = await folder.okr('tree', '--format', 'json', '--today', '2026-08-20');
    expect(code).toBe(0);
    const whole = JSON.parse(out);
    expect(whole).toMatchObject({ version: 1, today: '2026-08-20', projects: [{ root: '.' }] });
    const keyResults = rowsIn(whole).filter((row) => row.kind === 'keyResult');
    expect(keyResults).toHaveLength(8);
    const by = (title: string) => keyResults.find((row) => row['title'] === title);
    expect(by('Repeat purchase rate')).toMatchObject({
      measure: { baseline: { value: 31 }, target: { value: 45 } },
      deadline: { source: 'inherited', date: '2026-09-30' },
      file: 'goals.okr',
      line: 5,
    });
    expect(by('Cut "refund" time\\from 9 to 4 days by end of August')).toMatchObject({
      measure: { source: 'sentence' },
      deadline: { source: 'stated' },
    });
    expect(by('Be nice')).toMatchObject({ measure: null });
    for (const row of rowsIn(whole)) if ('file' in row) expect(row['line']).toBeGreaterThan(0);
  });

  it('reads well as text, in the terminal of anyone', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': cleanGoals });
    const { out } = await folder.okr('tree');
    expect(out).toContain('Acme Retail');
    expect(out).toMatch(/Repeat purchase rate {2}31% → 45% .*▮▮▮▮▮▯▯▯▯▯ +57% ● on track/);
    expect(out).not.toContain('\u001b');
    expect((await folder.okr('tree', '--color')).out).toContain('\u001b');
  });

  it('shows only what stands in the files that are named', async () => {
    using folder = new Folder({
      'okr.config.json': '{}',
      'org.okr': organisation,
      'goals.okr': cleanGoals,
      'support.okr': 'okrs for support in 2026-Q3 { objective "Earn trust" { kr "Rating" from 3 to 4 } }',
    });
    const { out } = await folder.okr('tree', 'support.okr');
    expect(out).toContain('Earn trust');
    expect(out).toContain('Acme Retail');
    expect(out).not.toContain('Repeat purchase rate');
  });

  it('lets no title steer the terminal', async () => {
    using folder = new Folder({
      'a.okr': `company a "A\u001b[2J"\nokrs for a in 2026 { objective "\u009b31mRed" { kr "\u001b]0;x\u0007" from 1 to 2 } }`,
    });
    for (const command of ['tree', 'check']) {
      const { out } = await folder.okr(command);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the test
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

describe('okr fmt', () => {
  const messy =
    'company   acme   "Acme"\nokrs for acme in 2026-Q3 {\nobjective "Win" {\nkr "A"   from 1   to 2\n}\n}\n';

  it('writes files in the common style, once', async () => {
    using folder = new Folder({ 'a.okr': messy });
    chmodSync(join(folder.path, 'a.okr'), 0o640);
    const first = await folder.okr('fmt');
    expect(first).toEqual({ code: 0, out: 'a.okr\n', err: 'Wrote 1 of 1 file.\n' });
    expect(read(folder, 'a.okr')).not.toBe(messy);
    expect(statSync(join(folder.path, 'a.okr')).mode & 0o777).toBe(0o640);
    expect(await folder.okr('fmt')).toEqual({ code: 0, out: '', err: 'Nothing to change in 1 file.\n' });
    expect((await folder.okr('fmt', '--check')).code).toBe(0);
  });

  it('leaves a write-protected file as it is, and says so', async () => {
    using folder = new Folder({ 'a.okr': messy });
    chmodSync(join(folder.path, 'a.okr'), 0o444);
    expect(await folder.okr('fmt')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(
        'a.okr: This file could not be written: it is write-protected, so it stays as it was.',
      ),
    });
    expect(read(folder, 'a.okr')).toBe(messy);
  });

  it('only looks with --check, and ends with 1 where something would change', async () => {
    using folder = new Folder({ 'a.okr': messy, 'b.okr': 'company b "B"\n' });
    const { code, out } = await folder.okr('fmt', '--check');
    expect([code, out]).toEqual([1, 'a.okr\n']);
    expect(read(folder, 'a.okr')).toBe(messy);
  });

  it('writes only what is named', async () => {
    using folder = new Folder({ 'a.okr': messy, 'sub/b.okr': messy });
    expect((await folder.okr('fmt', 'sub')).out).toBe('sub/b.okr\n');
    expect(read(folder, 'a.okr')).toBe(messy);
  });

  it('writes through a link and leaves the link a link', async () => {
    using folder = new Folder({ 'real/a.okr': messy });
    symlinkSync('real/a.okr', join(folder.path, 'link.okr'));
    expect((await folder.okr('fmt', 'link.okr')).code).toBe(0);
    expect(read(folder, 'real/a.okr')).not.toBe(messy);
    expect(read(folder, 'link.okr')).toBe(read(folder, 'real/a.okr'));
  });

  it('touches no file of which it could not read every character, and ends with 2', async () => {
    const bytes = Buffer.concat([Buffer.from('company   a "Caf'), Buffer.from([0xe9]), Buffer.from('"\n')]);
    using folder = new Folder({ 'latin1.okr': bytes, 'b.okr': messy });
    const { code, out, err } = await folder.okr('fmt');
    expect([code, out]).toEqual([2, 'b.okr\n']);
    expect(err).toContain('latin1.okr: Some characters of this file could not be read');
    expect(readFileSync(join(folder.path, 'latin1.okr'))).toEqual(bytes);
  });
});

describe('files of which a part cannot be read', () => {
  it('are named on standard error by the commands whose result has no place for them', async () => {
    const half = 'okrs for acme in 2026-Q3 {\n  objective "half\n}\n';
    using folder = new Folder({ 'org.okr': organisation, 'a.okr': half, 'sub/b.okr': half });
    const said = (what: string) =>
      `Part of 2 files cannot be read and ${what}: a.okr, sub/b.okr. Run okr check to see why.\n`;
    for (const command of ['tree', 'strength']) {
      expect(await folder.okr(command), command).toMatchObject({ code: 0, err: said('may be missing here') });
    }
    const checked = await folder.okr('fmt', '--check', 'a.okr', 'sub');
    expect(checked.err).toContain(said('is left as it is'));
    expect((await folder.okr('fmt')).err).toContain(said('was left as it is'));
    for (const name of ['c.okr', 'd.okr']) folder.write(name, half);
    expect((await folder.okr('tree')).err).toContain(
      'Part of 4 files cannot be read and may be missing here: a.okr, c.okr, d.okr and 1 more.',
    );
  });
});

describe('what is wrong with the configuration', () => {
  const messy = 'company   acme   "Acme"\n';

  it('is told by the commands whose result has no place for it', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'sub/goals.okr': cleanGoals });
    folder.write('okr.config.json', '{\n    "extends": "stirct"\n}\n');
    const told =
      'okr.config.json:2:16: `extends` names one of the profiles "gentle", "strict", "google", "structure-only". Did you mean `strict`?';
    for (const command of ['tree', 'strength', 'fmt']) {
      const { code, err } = await folder.okr(command, 'sub');
      expect([code, err], command).toEqual([0, expect.stringContaining(`${told}\n`)]);
    }
    folder.write('okr.config.json', '[');
    for (const command of ['tree', 'strength']) {
      expect(await folder.okr(command)).toMatchObject({
        code: 0,
        err: expect.stringContaining('okr.config.json:1:1: '),
      });
    }
  });

  it('keeps okr fmt from writing what it may leave out, in the folders of those that cannot be read', async () => {
    using folder = new Folder({ 'a/gen/x.okr': messy, 'b/x.okr': messy, 'c/x.okr': messy, 'c/okr.config.json': '{}' });
    for (const text of ['[{ "ignore": ["gen"] }', '{ "ignore": ["gen"]', Buffer.from([0x7b, 0xe9, 0x7d])]) {
      folder.write('a/okr.config.json', text);
      for (const args of [['--check'], []]) {
        folder.write('b/x.okr', messy);
        const { code, out, err } = await folder.okr('fmt', ...args);
        expect([code, out.includes('b/x.okr'), out.includes('gen'), read(folder, 'a/gen/x.okr')]).toEqual([
          2,
          true,
          false,
          messy,
        ]);
        expect(err).toContain('a/okr.config.json: As this cannot be read, nobody knows which files it leaves out');
      }
    }
    expect((await folder.okr('fmt', 'a/gen/x.okr')).code).toBe(2);
    expect(read(folder, 'a/gen/x.okr')).toBe(messy);
    expect((await folder.okr('fmt', 'c')).code).toBe(0);
  });
});

describe('the day', () => {
  it('is --today, else OKR_TODAY', async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': cleanGoals });
    const day = async (args: string[], environment = {}) =>
      JSON.parse((await okr(['check', '--format', 'json', ...args], { cwd: folder.path, environment })).out).today;
    expect(await day([], { OKR_TODAY: '2026-07-01' })).toBe('2026-07-01');
    expect(await day(['--today', '2026-07-02'], { OKR_TODAY: '2026-07-01' })).toBe('2026-07-02');
    expect(await day([], { OKR_TODAY: '' })).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('output', () => {
  it('arrives whole through a slow pipe, however long', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, i) => `okrs for t${i} in 2026-Q3 { objective "Win" { kr "Be nice" } }\n`,
    );
    using folder = new Folder({ 'many.okr': many.join('') });
    const child = spawn(process.execPath, [bin, 'check', '--format', 'json'], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    let out = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) out += chunk;
    expect(out.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(out).findings.length).toBeGreaterThanOrEqual(3000);
  });

  it.skipIf(process.platform === 'win32')('may be cut off by its reader without a word', () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) => `okrs for t${i} in 2026-Q3 { objective "Win" { kr "Be nice" } }\n`,
    );
    using folder = new Folder({ 'many.okr': many.join('') });
    const result = spawnSync('sh', ['-c', `"$0" "$1" check | head -n 1`, process.execPath, bin], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe('many.okr\n');
  });
});

describe('the built command', () => {
  /** The machine's own Node where it is an older one than runs the tests: the product promises Node 20. */
  const older = (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path) && /^v20\./.test(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout));

  it(`runs on Node 20${older === undefined ? ' (there is none here: run with the Node of the tests instead)' : ''}`, async () => {
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': withError });
    const { code, out } = await okr(['check'], { cwd: folder.path, node: older ?? process.execPath });
    expect(code).toBe(1);
    expect(out).toContain(errorRule);
  });

  it('is linked where npm links commands', () => {
    const linked = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'okr.cmd' : 'okr');
    const { status, stdout } = spawnSync(linked, ['--version'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});
