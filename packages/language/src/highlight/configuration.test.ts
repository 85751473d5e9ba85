import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Time of our own work, so that a busy machine does not look like a slow reader. */
const cpuMs = () => process.cpuUsage().user / 1000;

const configuration = JSON.parse(
  readFileSync(new URL('../../../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
) as {
  readonly wordPattern: string;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly previousLineText?: string;
    readonly action: { readonly appendText?: string; readonly removeText?: number };
  }[];
};

test('a word is a whole name, in any script', () => {
  const words = new RegExp(configuration.wordPattern, 'gu');
  expect('supports acme.first-visit, Größe.目標 in FY26 -5%'.match(words)).toEqual([
    'supports',
    'acme',
    'first-visit',
    'Größe',
    '目標',
    'in',
    'FY26',
  ]);
});

describe('indentation', () => {
  const increases = new RegExp(configuration.indentationRules.increaseIndentPattern, 'u');

  test.each([
    'okrs for acme in FY26 {',
    '  objective a "with { in it" {',
    'kr a { owner maya } {',
    '{',
    'kr "T" to 4/5 {',
    'okrs for a in b { draft',
  ])('grows behind: %s', (line) => {
    expect(increases.test(line)).toBe(true);
  });

  test.each(['kr "T" { owner maya }', 'kr "with { in it"', '// okrs {', '}', '', 'kr "T" to 5 // {'])(
    'stays behind: %s',
    (line) => {
      expect(increases.test(line)).toBe(false);
    },
  );

  test('shrinks at a closing brace', () => {
    const decreases = new RegExp(configuration.indentationRules.decreaseIndentPattern, 'u');
    expect(decreases.test('    }')).toBe(true);
    expect(decreases.test('  kr "T" { }')).toBe(false);
  });

  test('takes no long time on a long line', () => {
    const begin = cpuMs();
    for (const piece of ['{', '"', 'a', '/', '{}', '""', '\\', '{"']) increases.test(piece.repeat(20_000));
    expect(cpuMs() - begin).toBeLessThan(2000);
  });
});

describe('a new line', () => {
  /** What the editor writes at the start of the next line, or null. */
  function appended(before: string, previous = ''): string | null {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText, previousLineText }) =>
        new RegExp(beforeText, 'u').test(before) &&
        (afterText === undefined || new RegExp(afterText, 'u').test('')) &&
        (previousLineText === undefined || new RegExp(previousLineText, 'u').test(previous)),
    );
    return rule?.action.appendText ?? null;
  }

  test('goes on with a doc comment', () => {
    expect(appended('  /// The year')).toBe('/// ');
    expect(appended('/** The year')).toBe(' * ');
    expect(appended(' * of the others', '/** The year')).toBe('* ');
  });

  test('and ends it behind an empty one', () => {
    expect(appended('///')).toBeNull();
    expect(appended('// plain')).toBeNull();
    expect(appended('okrs for a in b {')).toBeNull();
    expect(appended(' */')).toBeNull();
  });
});
