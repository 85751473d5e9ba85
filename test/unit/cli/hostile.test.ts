/** What comes with a folder that may be anybody's: links that lead out, names that give orders, days that turn elsewhere first. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanGoals, Folder, okr, organisation } from './okr.ts';

/** Each of these starts the command a dozen times, and other tests run beside it. */
const timeout = 60_000;

const formats = ['pretty', 'compact', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

/** What steers a terminal: control characters but tab and line feed, and the signs that turn the writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('links that lead out of the folder', () => {
  const secret = 'the-secret-of-the-build "token-4711';

  it('show nothing of what they lead to, in no format, whether found or named', { timeout }, async () => {
    using outside = new Folder({ 'secret.txt': secret, 'plans/other.okr': `team other "${secret}"\n` });
    using folder = new Folder({ 'org.okr': organisation });
    symlinkSync(join(outside.path, 'secret.txt'), join(folder.path, 'goals.okr'));
    symlinkSync(join(outside.path, 'plans'), join(folder.path, 'plans'));
    symlinkSync(join(outside.path, 'secret.txt'), join(folder.path, 'okr.config.json'));
    for (const format of formats) {
      for (const path of ['.', 'goals.okr']) {
        const { code, out, err } = await folder.okr('check', path, '--format', format);
        expect(out + err, `${format} ${path}`).not.toMatch(/secret-of|4711/);
        expect(code, `${format} ${path}`).toBe(2);
      }
    }
    for (const command of ['tree', 'strength', 'fmt']) {
      const { out, err } = await folder.okr(command);
      expect(out + err, command).not.toMatch(/secret-of|4711/);
    }
    const { out } = await folder.okr('check');
    expect(out).toContain('leads out of the folder');
  });

  it('are not written through either', async () => {
    using outside = new Folder({ 'other.okr': 'team   a    "A"\n' });
    using folder = new Folder({ 'org.okr': organisation });
    symlinkSync(join(outside.path, 'other.okr'), join(folder.path, 'goals.okr'));
    await folder.okr('fmt');
    await folder.okr('fmt', 'goals.okr');
    const { out } = await okr(['fmt', '--check', outside.path]);
    expect(out).toContain('other.okr'); // still as it was: it would change
  });

  it('are not read or written through where they lead to a folder and are named, or something behind them is', async () => {
    using outside = new Folder({ 'other.okr': `team   a    "${secret.replaceAll('"', '')}"\n`, 'in/more.okr': '' });
    using folder = new Folder({ 'org.okr': organisation, 'okr.config.json': '{}' });
    using without = new Folder({ 'org.okr': organisation });
    for (const { path } of [folder, without]) symlinkSync(outside.path, join(path, 'plans'));
    for (const args of [['plans'], ['plans/in'], ['plans/other.okr']]) {
      for (const command of ['check', 'tree', 'strength', 'fmt']) {
        for (const { code, out, err } of [
          await folder.okr(command, ...args),
          await without.okr(command, '.', ...args),
        ]) {
          expect([code, out + err], `${command} ${args}`).toEqual([2, expect.stringContaining('leads out')]);
          expect(out + err).not.toContain('secret-of');
        }
      }
    }
    expect(readFileSync(join(outside.path, 'other.okr'), 'utf8')).toContain('team   a');
  });

  it('are no way to overwrite a file by the name of a baseline', async () => {
    using outside = new Folder({ 'profile.sh': 'echo hello\n' });
    using folder = new Folder({ 'org.okr': organisation, 'goals.okr': 'okrs for acme in 2026-Q3 { objective "X" }\n' });
    symlinkSync(join(outside.path, 'profile.sh'), join(folder.path, 'baseline.json'));
    const { code, err } = await folder.okr('check', '--baseline', 'baseline.json', '--update-baseline');
    expect([code, err]).toEqual([2, expect.stringContaining('stays as it is')]);
    symlinkSync(join(outside.path, 'not-there-yet.sh'), join(folder.path, 'new.json'));
    await folder.okr('check', '--baseline', 'new.json', '--update-baseline');
    const { out } = await okr(['check', outside.path, '--format', 'json']);
    expect(JSON.parse(out).summary.files).toBe(0);
    const listed = await import('node:fs').then(({ readdirSync }) => readdirSync(outside.path));
    expect(listed).toEqual(['profile.sh']);
  });
});

describe('names and titles that give orders', () => {
  const title =
    '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e ::error::x %0A::warning::y <script>alert(1)</script> ]]> @everyone';
  const path = '\u001b[31m::error file=x::y,%0A #1 @all <b>.okr';

  it('give none, in no format and no command', { timeout }, async () => {
    using folder = new Folder({ 'org.okr': organisation });
    folder.write(path, `okrs for acme in 2026-Q3 {\n    objective "${title}" { owner nobody-${'x'.repeat(20)} }\n}\n`);
    const outputs = await Promise.all([
      ...formats.map((format) => folder.okr('check', '--format', format)),
      ...['tree', 'strength', 'fmt --check', 'tree --format json', 'strength --format json'].map((line) =>
        folder.okr(...line.split(' ')),
      ),
    ]);
    for (const { out, err } of outputs) {
      expect(out.length + err.length).toBeGreaterThan(0);
      expect(steering.exec(out)).toBeNull();
      expect(steering.exec(err)).toBeNull();
    }
  });

  it('add no annotation of their own', async () => {
    using folder = new Folder({ 'org.okr': organisation });
    folder.write(path, `okrs for acme in 2026-Q3 {\n    objective "${title}"\n}\n`);
    const [annotations, report] = await Promise.all([
      folder.okr('check', '--format', 'github'),
      folder.okr('check', '--format', 'json'),
    ]);
    const lines = annotations.out.trimEnd().split('\n');
    expect(lines).toHaveLength(JSON.parse(report.out).findings.length);
    for (const line of lines)
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::/,
      );
  });
});

describe('files whose names are strange', () => {
  it('are told apart although they look alike', async () => {
    using folder = new Folder({
      'org.okr': organisation,
      'caf\u00e9.okr': cleanGoals,
      'cafe\u0301.okr': 'team x "X"\n',
    });
    const { out } = await folder.okr('check', '--format', 'json');
    expect(JSON.parse(out).summary.files).toBe(3);
  });

  it('are left out by a pattern however their letters are put together', async () => {
    using folder = new Folder({
      'org.okr': organisation,
      'cafe\u0301/a.okr': 'x\n',
      'okr.config.json': '{ "ignore": ["caf\u00e9"] }',
    });
    expect((await folder.okr('check')).code).toBe(0);
  });

  it('and cannot be read as text are told and do no harm', async () => {
    using folder = new Folder({ 'org.okr': organisation });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from([0x61, 0xff, 0xfe]), Buffer.from('.okr')]),
      'team x "X"\n',
    );
    mkdirSync(join(folder.path, 'b.okr'));
    const { code, out } = await folder.okr('check', '--format', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toEqual([
      'unreadable-file',
      'unreadable-file',
    ]);
  });
});

describe('today', () => {
  /** The date where somebody is, as the system knows it. */
  const dateIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC', 'Asia/Kathmandu', 'America/St_Johns'])(
    'is that of the reader: %s',
    async (zone) => {
      using folder = new Folder({ 'org.okr': organisation });
      const before = dateIn(zone);
      const { out } = await okr(['tree', folder.path, '--format', 'json'], {
        environment: { OKR_TODAY: '', TZ: zone },
      });
      expect([before, dateIn(zone)]).toContain(JSON.parse(out).today);
    },
  );
});
