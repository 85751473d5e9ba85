import { describe, expect, test } from 'vitest';
import { definition, documentHighlights, references } from './navigation.ts';
import { acme, project, textIn } from './testing/kit.ts';

const support = `okrs for support in 2026-Q3 {
    objective trust "Trust" {
        owner maya
        supports acme.loyalty.repeat, growth.spread
        kr csat "Rating" from 3 to 4
        initiative "Phones" for csat
    }
}
checkin 2026-08-14 for support in 2026-Q3 { trust.csat 3.5 }
`;

/** A project with the cursor at `marked` in place of the text it stands in. */
const at = (marked: string) =>
  project({ 'org.okr': acme, 'b.okr': support.replace(marked.replace('<|>', ''), marked) });

function target(marked: string): string | null {
  const files = at(marked);
  const location = definition(files, files.position);
  return location && `${location.uri} ${textIn(files.texts.get(location.uri) ?? '', location.range)}`;
}

describe('definition', () => {
  test.each([
    ['supports acme.loyalty.rep<|>eat', 'org.okr repeat'],
    ['supports acme.loy<|>alty', 'org.okr loyalty'],
    ['supports ac<|>me', 'org.okr acme'],
    ['owner ma<|>ya', 'org.okr maya'],
    ['for cs<|>at', 'b.okr csat'],
    ['trust.csat<|> 3.5', 'b.okr csat'],
    ['{ tru<|>st.csat', 'b.okr trust'],
    ['kr cs<|>at', 'b.okr csat'],
  ])('%s', (marked, expected) => {
    expect(target(marked)).toBe(expected);
  });

  test('a cycle of the calendar is declared nowhere', () => {
    expect(target('okrs for support in 2026<|>-Q3')).toBeNull();
  });

  test('a name that stands for nothing leads nowhere', () => {
    const files = project('company c "C"\nokrs for c in 2026-Q3 { objective x "X" { owner no<|>body } }');
    expect(definition(files, files.position)).toBeNull();
  });
});

describe('references', () => {
  const found = (marked: string, includeDeclaration: boolean) => {
    const files = at(marked);
    return references(files, files.position, includeDeclaration).map(
      ({ uri, range }) => `${uri}:${range.start.line + 1}`,
    );
  };

  test('all places of a project, with the declaration where asked for', () => {
    expect(found('kr cs<|>at', true)).toEqual(['b.okr:5', 'b.okr:6', 'b.okr:9']);
    expect(found('kr cs<|>at', false)).toEqual(['b.okr:6', 'b.okr:9']);
  });

  test('of a thing in another file', () => {
    expect(found('owner ma<|>ya', true)).toEqual(['org.okr:6', 'b.okr:3', 'org.okr:4', 'org.okr:11']);
  });

  test('a middle segment of a path counts', () => {
    expect(found('supports acme.loy<|>alty', false)).toEqual(['b.okr:4', 'org.okr:23']);
  });
});

test('highlights stay in the file and mark where the thing is declared', () => {
  const files = at('kr cs<|>at');
  expect(documentHighlights(files, files.position).map(({ range, kind }) => [range.start.line, kind])).toEqual([
    [4, 3],
    [5, 2],
    [8, 2],
  ]);
});
