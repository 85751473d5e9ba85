import { parseIsoDay } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from './arguments.ts';

const read = (line: string, environment: Record<string, string> = {}) =>
  readArguments(line.split(' ').filter(Boolean), environment);

function refusal(line: string, environment: Record<string, string> = {}): string {
  try {
    read(line, environment);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`accepted: okr ${line}`);
}

describe('the arguments of okr', () => {
  it('have sensible defaults', () => {
    expect(read('check')).toEqual({
      command: 'check',
      paths: [],
      today: null,
      color: null,
      format: 'pretty',
      failOn: 'error',
      profile: 'gentle',
      maxWarnings: null,
      watch: false,
      cache: { kind: 'usual' },
      baseline: null,
      updateBaseline: false,
      summary: false,
    });
    expect(read('tree')).toMatchObject({ command: 'tree', format: 'text' });
    expect(read('strength a')).toMatchObject({ command: 'strength', format: 'text', paths: ['a'] });
    expect(read('rules')).toEqual({ command: 'rules', name: null, format: 'text', profile: 'gentle', color: null });
    expect(read('rules kr-no-number')).toMatchObject({ name: 'kr-no-number' });
    expect(read('fmt a.okr b')).toMatchObject({ command: 'fmt', check: false, paths: ['a.okr', 'b'] });
  });

  it('may stand in any order and with or without =', () => {
    const expected = { command: 'check', format: 'sarif', failOn: 'warning', maxWarnings: 3, paths: ['a', 'b'] };
    expect(read('check --format sarif a --fail-on=warning --max-warnings 3 b')).toMatchObject(expected);
    expect(read('--format=sarif check a b --max-warnings=3 --fail-on warning')).toMatchObject(expected);
  });

  it('take what follows -- for paths', () => {
    expect(read('check -- --format')).toMatchObject({ paths: ['--format'] });
  });

  it('take the day from --today, else from OKR_TODAY', () => {
    expect(read('check --today 2026-08-31', { OKR_TODAY: '2020-01-01' })).toMatchObject({
      today: parseIsoDay('2026-08-31'),
    });
    expect(read('tree', { OKR_TODAY: '2020-02-29' })).toMatchObject({ today: parseIsoDay('2020-02-29') });
    expect(read('lsp --stdio', { OKR_TODAY: '' })).toMatchObject({ today: null });
  });

  it('know help and version everywhere', () => {
    expect(read('--help')).toEqual({ command: 'help', about: null });
    expect(read('-h')).toEqual({ command: 'help', about: null });
    expect(read('help tree')).toEqual({ command: 'help', about: 'tree' });
    expect(read('fmt --help')).toEqual({ command: 'help', about: 'fmt' });
    expect(read('--version')).toEqual({ command: 'version' });
    expect(read('check -v')).toEqual({ command: 'version' });
  });
});

it('looks at the day of the environment only where a day counts', () => {
  for (const line of ['rules', 'fmt']) expect(() => read(line, { OKR_TODAY: 'tomorrow' })).not.toThrow();
  expect(() => read('fmt --today tomorrow')).toThrow(UsageError);
});

it('takes the last word on colours', () => {
  expect(read('check --no-color --color')).toMatchObject({ color: true });
  expect(read('check --color --no-color')).toMatchObject({ color: false });
  expect(read('check --color --no-color --color')).toMatchObject({ color: true });
});

it('takes an empty text for no folder: a variable that is not set is not the folder one is in', () => {
  const reading =
    (...args: string[]) =>
    () =>
      readArguments(args, {});
  for (const command of ['check', 'tree', 'strength', 'fmt']) {
    expect(reading(command, 'a', '')).toThrow(
      `okr ${command} was given an empty text: write a folder or a file, or leave it out.`,
    );
  }
  expect(reading('rules', '')).toThrow('okr rules was given an empty text: write the name of a rule, or leave it out.');
});

describe('wrong usage gets one plain sentence with a way out', () => {
  it.each([
    [
      '',
      'Say what to do: okr check, okr tree, okr strength, okr fmt, okr rules or okr lsp (okr --help explains them).',
    ],
    ['chek', 'There is no command "chek": did you mean okr check?'],
    ['serve', 'There is no command "serve": there are okr check, okr tree, okr strength, okr fmt, okr rules, okr lsp.'],
    ['check --formt json', 'There is no option --formt: did you mean --format?'],
    ['check --zzzzzzz', 'There is no option --zzzzzzz: okr --help shows all options.'],
    ['check -x', 'There is no option -x: okr --help shows all options.'],
    ['check --format xml', '--format cannot be "xml": write pretty, compact, json, sarif, github, junit or markdown.'],
    ['tree --format sarif', '--format cannot be "sarif": write text or json.'],
    ['check --format', '--format needs a value: write --format pretty|compact|json|sarif|github|junit|markdown.'],
    ['check --format=', '--format needs a value: write --format pretty|compact|json|sarif|github|junit|markdown.'],
    ['check --profile lax', '--profile cannot be "lax": write gentle, strict, google or structure-only.'],
    ['check --update-baseline', '--update-baseline needs --baseline FILE: the file to write.'],
    ['check --baseline', '--baseline needs a value: write --baseline FILE.'],
    ['check --summary --format json', '--summary goes with --format pretty only: leave out one of the two.'],
    ['check --fail-on hint', '--fail-on cannot be "hint": write error, warning, info or never.'],
    ['check --max-warnings -1', '--max-warnings cannot be "-1": write a whole number such as 0 or 10.'],
    ['check --max-warnings many', '--max-warnings cannot be "many": write a whole number such as 0 or 10.'],
    ['check --today 2026-02-30', '--today cannot be "2026-02-30": write a day of the calendar such as 2026-08-31.'],
    ['check --no-color=yes', '--no-color takes no value: write --no-color alone.'],
    ['tree --fail-on error', 'okr tree knows no option --fail-on: okr tree --help shows what it knows.'],
    ['lsp', 'Write okr lsp --stdio: an editor is served in no other way.'],
    ['rules kr-no-number kr-activity', 'okr rules takes only one name: leave out "kr-activity".'],
    ['rules --format xml', '--format cannot be "xml": write text or json.'],
    ['rules --today 2026-08-31', 'okr rules knows no option --today: okr rules --help shows what it knows.'],
    ['lsp --stdio folder', 'okr lsp takes no paths: leave out "folder".'],
  ])('okr %s', (line, message) => {
    expect(refusal(line)).toBe(message);
  });

  it('also where the day in the environment is none', () => {
    expect(refusal('check', { OKR_TODAY: 'tomorrow' })).toBe(
      'The variable OKR_TODAY cannot be "tomorrow": write a day of the calendar such as 2026-08-31.',
    );
  });
});
