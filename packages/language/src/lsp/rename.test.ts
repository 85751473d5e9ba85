import { describe, expect, test } from 'vitest';
import { prepareRename, rename } from './rename.ts';
import { applyEdits, project, textIn } from './testing/kit.ts';

const org = `company acme "Acme"
team support "Support" in acme
person maya "Maya" in support
`;
const goals = `okrs for acme in 2026-Q3 {
    objective loyalty "Loyalty" { kr repeat "Repeat" from 1 to 2 }
}
okrs for support in 2026-Q3 {
    objective trust "Trust" {
        owner maya
        supports acme.loyalty.repeat
        kr csat "Rating" from 3 to 4
        kr wait "Wait" from 3 to 2
        initiative "Phones" for csat
    }
    objective "No name yet" { supports acme.loyalty }
}
`;
const checkin = 'checkin 2026-08-14 for support in 2026-Q3 {\n    trust.csat 3.5\n}\n';

const at = (marked: string) =>
  project({ 'org.okr': org, 'goals.okr': goals.replace(marked.replace('<|>', ''), marked), 'checkin.okr': checkin });

/** The texts that change, or why it is refused. */
function renamed(marked: string, name: string): Record<string, string> | string {
  const files = at(marked);
  const result = rename(files, files.position, name);
  if ('refused' in result) return result.refused;
  const texts = Object.entries(result.changes ?? {}).map(([uri, edits]) => [
    uri,
    applyEdits(files.texts.get(uri) ?? '', edits),
  ]);
  return Object.fromEntries(texts);
}

describe('a name is changed wherever it is used', () => {
  test('a key result, in its set and in check-ins', () => {
    expect(renamed('kr cs<|>at', 'rating')).toEqual({
      'goals.okr': goals.replaceAll('csat', 'rating'),
      'checkin.okr': checkin.replace('csat', 'rating'),
    });
  });

  test('a unit, from a reference', () => {
    expect(renamed('supports ac<|>me.loyalty.repeat', 'acme-retail')).toEqual({
      'org.okr': org.replaceAll(/\bacme\b/g, 'acme-retail'),
      'goals.okr': goals.replaceAll('acme', 'acme-retail'),
    });
  });

  test.each(['objective', 'kr', 'owner', 'from', 'in', 'supports', 'by', 'yes', 'checkin', 'standalone'])(
    'a keyword is a fine name: %s',
    (name) => {
      expect(renamed('objective tru<|>st', name)).toMatchObject({
        'checkin.okr': expect.stringContaining(`${name}.csat`),
      });
    },
  );

  test.each(['vertrauen_2', '信頼', 'ثقة', 'confiança', '_x'])('letters of any script: %s', (name) => {
    expect(renamed('objective tru<|>st', name)).toMatchObject({
      'checkin.okr': expect.stringContaining(`${name}.csat`),
    });
  });

  test('a name whose marks are written in two ways, to one way', () => {
    const text = (name: string, other: string) =>
      `team ${name} "Café" okrs for ${other} in 2026-Q3 { objective trust "T" { supports ${name}.wide } }`;
    const [apart, name] = ['cafe\u0301', 'caf\u00e9'];
    const files = project(text(apart, `caf<|>\u00e9`));
    const result = rename(files, files.position, 'the\u0301');
    const edits = 'changes' in result ? (result.changes?.['a.okr'] ?? []) : [];
    expect(applyEdits(text(apart, name), edits)).toBe(text('th\u00e9', 'th\u00e9'));
  });

  test('the same name changes nothing', () => {
    expect(renamed('kr cs<|>at', 'csat')).toEqual({});
  });
});

describe('refused, with the reason', () => {
  test.each([
    ['', 'A name cannot be empty.'],
    ['   ', 'A name cannot be empty.'],
    ['two words', 'A name is one word'],
    ['a"b', 'no quotation marks'],
    ['2nd', 'begins with a letter'],
    ['a.b', 'letters of any script'],
    ['a{', 'letters of any script'],
    ['a\nb', 'A name is one word'],
  ])('%j', (name, reason) => {
    expect(renamed('kr cs<|>at', name)).toContain(reason);
  });

  test('a name that is taken in its scope', () => {
    expect(renamed('kr cs<|>at', 'wait')).toContain('There already is a key result of this objective called wait');
    expect(renamed('supports ac<|>me.loyalty.repeat', 'maya')).toContain('There already is a person called maya');
  });

  test('the same name in another scope is free', () => {
    expect(renamed('kr cs<|>at', 'repeat')).toBeTypeOf('object');
  });

  test('a name that would hide another one: `c.reach` would be read from the own set', () => {
    const files = project(`company c "C"
okrs for c in 2026 { objective reach "R" { } }
team t "T" in c
okrs for t in 2026 {
    objective here<|> "H" { kr reach "R" to 3 }
    objective there "T" { supports c.reach }
}`);
    const result = rename(files, files.position, 'c');
    expect(result).toMatchObject({
      refused: expect.stringContaining('“c.reach” in line 6 of a.okr would mean something else'),
    });
  });

  test('a name that a reference without target is waiting for', () => {
    const files = project(
      'company c "C"\nokrs for c in 2026-Q3 { objective a<|> "A" { }\n objective b "B" { depends on gone } }',
    );
    expect(rename(files, files.position, 'gone')).toMatchObject({
      refused: expect.stringContaining('“gone” in line 3'),
    });
  });

  test('a file that is needed and not at hand', () => {
    const files = at('kr cs<|>at');
    const result = rename({ ...files, textOf: () => null }, files.position, 'rating');
    expect(result).toMatchObject({ refused: expect.stringContaining('checkin.okr') });
  });
});

describe('prepare', () => {
  const prepared = (marked: string) => {
    const files = at(marked);
    const result = prepareRename(files, files.position);
    return 'refused' in result ? result.refused : `${textIn(files.text, result.range)} ${result.placeholder}`;
  };

  test.each([
    ['trust<|> "Trust"', 'trust trust'],
    ['supports acme.loyalty.rep<|>eat', 'repeat repeat'],
    ['owner ma<|>ya', 'maya maya'],
  ])('%s', (marked, expected) => {
    expect(prepared(marked)).toBe(expected);
  });

  test.each([
    ['"No na<|>me yet"', 'no name yet'],
    ['in 2026<|>-Q3', 'cycle of the calendar'],
    ['from 3 to<|> 4', 'Only names can be renamed'],
  ])('nothing to rename at %s', (marked, reason) => {
    expect(prepared(marked)).toContain(reason);
  });

  test('a name that stands for nothing', () => {
    const files = project('company c "C"\nokrs for c in 2026-Q3 { owner no<|>body }');
    expect(prepareRename(files, files.position)).toMatchObject({
      refused: expect.stringContaining('stands for nothing'),
    });
  });
});
