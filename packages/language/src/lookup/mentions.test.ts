import { defaultConfig, parseIsoDay } from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FeatureContext } from '../lsp/context.ts';
import { nameAt } from '../lsp/lookup.ts';
import { references, referencesEverywhere } from '../lsp/navigation.ts';
import { rename, renameEverywhere } from '../lsp/rename.ts';
import { project } from '../lsp/testing/kit.ts';
import { files } from '../slices/testing/projects.ts';
import { OkrWorkspace } from '../workspace/workspace.ts';

const today = parseIsoDay('2026-08-15') as number;
const uriOf = (i: number) => `file:///w/${i}.okr`;
const never = async () => {};

function workspaceOf(texts: readonly string[]) {
  const byUri = new Map(texts.map((text, i) => [uriOf(i), text]));
  const workspace = new OkrWorkspace({
    today,
    folders: ['file:///w/'],
    base: defaultConfig,
    readText: (uri) => byUri.get(uri) ?? null,
  });
  for (const [uri, text] of byUri) workspace.set(uri, text, null, uri === uriOf(0));
  return workspace;
}

/** A file of a project, seen in the whole and in a slice; null where there is nothing. */
function seen(workspace: OkrWorkspace, uri: string) {
  const directory = workspace.directoryOf(uri);
  const near = workspace.near([uri], 'goals');
  const text = workspace.text(uri);
  const file = workspace.file(uri);
  const cascade = workspace.projectOf(uri)?.cascade;
  if (!directory || !near || text === null || !file || !cascade) throw new Error(`nothing is known of ${uri}`);
  const common = {
    uri,
    text,
    file,
    textOf: (other: string) => workspace.text(other),
    lineStartsOf: (other: string) => workspace.lineStarts(other),
  };
  return { whole: { ...common, cascade } as FeatureContext, part: { ...common, cascade: near, directory } };
}

/** The same of the file in which the cursor stands, and where it does. */
function atCursor(marked: readonly string[]) {
  const { uri, texts, position } = project(Object.fromEntries(marked.map((text, i) => [uriOf(i), text])));
  return { ...seen(workspaceOf([...texts.values()]), uri), position };
}

/** Every position at which a name stands. */
function* namesIn(context: FeatureContext) {
  const lines = context.text.split('\n');
  for (const [line, text] of lines.entries()) {
    for (const word of text.matchAll(/[\p{L}_][\p{L}\p{N}_-]*/gu)) {
      const position = { line, character: word.index + 1 };
      if (nameAt(context, (context.file.lineStarts[line] as number) + word.index + 1)) yield position;
    }
  }
}

describe('looking for a name in files that may hold it', () => {
  it('finds the references that the whole project has', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (texts) => {
        const workspace = workspaceOf(texts);
        for (let i = 0; i < Math.min(2, texts.length); i++) {
          const { whole, part } = seen(workspace, uriOf(i));
          for (const position of namesIn(whole)) {
            expect([position, await referencesEverywhere(part, position, true, never)]).toEqual([
              position,
              references(whole, position, true),
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it.each([
    [
      'shops',
      'a path would lead to a goal of another unit, though no word of the thing stands there',
      [
        'check-in 2026-08-14 for acme in 2026-Q3 { <|>growth.trust 3 }',
        'okrs for acme in 2026-Q3 { objective growth "Be there" { kr nps "Rating" from 1 to 2 } }',
        'okrs for shops in 2026 { objective trust "Be the first choice" }',
        'company acme "Acme"\nteam shops "Shops" in acme',
      ],
    ],
    [
      'acme',
      'a path would lead to another unit, which is known by its goals alone',
      [
        'okrs for sales in 2026-Q3 { objective <|>shops "Be there" { kr "Reach from 1 to 2 towns" { supports shops.trust.cast } } }',
        'okrs for acme in 2026 { }',
      ],
    ],
    [
      'trust',
      'a path would lead to a goal of the unit, in a file of its own',
      [
        'company <|>acme "Acme"\nteam shops "Shops" in acme',
        'okrs for shops in 2026-Q3 { objective trust "Be there" }',
        'check-in 2026-08-14 for shops in 2026-Q3 { trust.trust 3 }',
        'okrs for acme in 2026-Q3 { objective trust "Be chosen" }',
      ],
    ],
    [
      'trust',
      'two units would be called the same, each in a file of its own',
      [
        'company <|>acme "Acme"\nteam shops "Shops" in acme',
        'okrs for shops in 2026-Q3 { objective trust "Be there" }',
        'check-in 2026-08-14 for shops in 2026-Q3 { trust.trust 3 }',
        'team trust "Trust" in acme',
      ],
    ],
    [
      'trust',
      'a path elsewhere would lead to a goal in the file that declares the unit',
      [
        'okrs for maya in FY26 { objective "Be there" { supports shops.growth in 2026-Q3 } }',
        'okrs for maya in 2026-Q3 { objective trust "Be chosen" }\ncompany <|>shops "Shops"',
      ],
    ],
  ])('refuses the name %s by which %s', async (name, _, marked) => {
    const { whole, part, position } = atCursor(marked);
    expect(rename(whole, position, name)).toHaveProperty('refused');
    for (const atOnce of [1, 8]) {
      expect(await renameEverywhere(part, position, name, never, atOnce)).toHaveProperty('refused');
      expect(await renameEverywhere(part, position, 'fresh', never, atOnce)).toHaveProperty('changes');
    }
  });

  it('refuses any name of a cycle by which it would have other days, and a path elsewhere another meaning', async () => {
    const { whole, part, position } = atCursor([
      'cycle <|>2026-Q3 "All year" from 2026-01-01 to 2026-12-31',
      'okrs for acme in 2026 { objective growth "Be there" { supports trust } }',
      'okrs for acme in 2026-Q3 { objective trust "Be the first choice" }',
    ]);
    expect(rename(whole, position, 'fresh')).toHaveProperty('refused');
    expect(await renameEverywhere(part, position, 'fresh', never)).toHaveProperty('refused');
  });

  it('finds what names a goal in a block that has no unit yet', async () => {
    const texts = ['okrs in 2026-Q3 { objective <|>trust "Be chosen" }', 'check-in 2026-08-14 in 2026-Q3 { trust 3 }'];
    const { whole, part, position } = atCursor(texts);
    expect(references(whole, position, false)).toHaveLength(1);
    expect(await referencesEverywhere(part, position, false, never)).toEqual(references(whole, position, false));
  });

  it('renames a unit in files that are not looked at together, though goals of it stand in others', async () => {
    const texts = [
      'company acme "Acme"\nteam <|>shops "Shops" in acme',
      ...['Q1', 'Q2', 'Q3'].map((q) => `okrs for shops in 2026-${q} { objective trust "Be chosen in ${q}" }`),
      ...['Q1', 'Q2', 'Q3'].map((q) => `okrs for acme in 2026-${q} { objective a "A" { supports shops.trust } }`),
    ];
    const { whole, part, position } = atCursor(texts);
    expect(await renameEverywhere(part, position, 'stores', never, 1)).toEqual(rename(whole, position, 'stores'));
  });

  it('finds a key result that is carried on', async () => {
    const texts = [
      'okrs for acme in 2026-Q3 { objective <|>trust "Be the first choice" }',
      'okrs for shops in 2026-Q3 { objective calm "Be calm" { kr csat "Be chosen" { carried from acme.trust } } }',
    ];
    const { whole, part, position } = atCursor(texts);
    expect(references(whole, position, false)).toHaveLength(1);
    expect(await referencesEverywhere(part, position, false, never)).toEqual(references(whole, position, false));
  });

  it('renames in more files than are looked at together', async () => {
    const texts = [
      'okrs for acme in 2026-Q3 { objective <|>trust "Be the first choice" { kr nps "Rating" from 1 to 2 } }',
      ...Array.from(
        { length: 30 },
        (_, i) => `okrs for team-${i} in 2026-Q3 { objective a "A" { supports acme.trust${i % 2 ? '' : '.nps'} } }`,
      ),
    ];
    const { whole, part, position } = atCursor(texts);
    const expected = rename(whole, position, 'faith');
    expect(Object.keys((expected as WorkspaceEdit).changes ?? {})).toHaveLength(31);
    expect(await renameEverywhere(part, position, 'faith', never)).toEqual(expected);
    // Only the last of them has something by the new name.
    const taken = [...texts.slice(0, -1), 'okrs for acme in 2026-Q3 { objective calm "C" { depends on faith } }'];
    const { part: other } = atCursor(taken);
    expect(await renameEverywhere(other, position, 'faith', never)).toHaveProperty('refused');
  });

  it.each(['a', '__proto__'])('renames in a document of any address: declared in %s', async (home) => {
    const other = home === 'a' ? '__proto__' : 'a';
    const workspace = workspaceOf([]);
    workspace.set(home, 'company acme "Acme"', null, true);
    workspace.set(other, 'team shops "Shops" in acme', null, true);
    const { whole, part } = seen(workspace, home);
    const position = { line: 0, character: 8 };
    for (const found of [rename(whole, position, 'fresh'), await renameEverywhere(part, position, 'fresh', never)]) {
      const changes = Object.entries((found as WorkspaceEdit).changes ?? {});
      expect(changes.map(([uri, edits]) => `${uri}: ${edits.length}`).sort()).toEqual(['__proto__: 1', 'a: 1']);
    }
  });

  it('renames, or refuses to, as in the whole project', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.constantFrom('trust', 'acme', 'csat', 'FY26', 'fresh', 'shops'),
        fc.constantFrom(1, 2, 8),
        async (texts, name, atOnce) => {
          const workspace = workspaceOf(texts);
          const { whole, part } = seen(workspace, uriOf(0));
          for (const position of [...namesIn(whole)].slice(0, 12)) {
            const expected = rename(whole, position, name);
            const found = await renameEverywhere(part, position, name, never, atOnce);
            // Of several reasons to refuse another one may be met first.
            if ('refused' in expected && 'refused' in found) continue;
            expect([position, found]).toEqual([position, expected]);
          }
        },
      ),
      { numRuns: 80 },
    );
  }, 120_000);
});
