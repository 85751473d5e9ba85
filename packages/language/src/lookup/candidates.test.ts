import { type Cascade, defaultConfig, parseIsoDay } from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completions } from '../lsp/completions/completions.ts';
import type { FeatureContext } from '../lsp/context.ts';
import { files } from '../slices/testing/projects.ts';
import { OkrWorkspace } from '../workspace/workspace.ts';

const today = parseIsoDay('2026-08-15') as number;
const uriOf = (i: number) => `file:///w/${i}.okr`;

function workspaceOf(texts: readonly string[], last: string): OkrWorkspace {
  const workspace = new OkrWorkspace({ today, folders: ['file:///w/'], base: defaultConfig });
  for (const [i, text] of [...texts, last].entries()) workspace.set(uriOf(i), text);
  return workspace;
}

/** What a file of a project is, seen from itself. */
function contextIn(
  workspace: OkrWorkspace,
  uri: string,
  text: string,
  cascade: Cascade | null | undefined,
): FeatureContext {
  const file = workspace.file(uri);
  if (!file || !cascade) throw new Error('no project');
  return {
    uri,
    text,
    file,
    cascade,
    textOf: (other) => workspace.text(other),
    lineStartsOf: (other) => workspace.lineStarts(other),
  };
}

function endOf(text: string) {
  const lines = text.split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

/** What is proposed at the end of a text, from the index. */
function fromIndex(workspace: OkrWorkspace, uri: string, text: string) {
  const context = contextIn(workspace, uri, text, workspace.near([uri], 'goals'));
  const directory = workspace.directoryOf(uri);
  return completions({ ...context, ...(directory ? { directory } : {}) }, endOf(text));
}

/** What is proposed at the end of a text that comes after the others: from the whole project, and from the index. */
function bothWays(texts: readonly string[], last: string) {
  const workspace = workspaceOf(texts, last);
  const uri = uriOf(texts.length);
  const whole = contextIn(workspace, uri, last, workspace.projectOf(uri)?.cascade);
  return { whole: completions(whole, endOf(last)), index: fromIndex(workspace, uri, last) };
}

describe('completion from the index', () => {
  const line = fc.constantFrom(
    'supports ',
    'supports acme.',
    'supports tr',
    'supports shops.trust.',
    'depends on ',
    'carried from ',
    'owner ',
    'owner m',
    'guardrail ',
  );
  const head = fc.constantFrom('okrs for acme in FY26 {', 'okrs for shops in 2026-Q3 {', 'okrs for sales in 2026-09 {');
  const name = fc.constantFrom('trust', 'growth', '');

  it('proposes what the whole project would', () => {
    fc.assert(
      fc.property(files, head, name, line, (texts, block, objective, typed) => {
        const { whole, index } = bothWays(
          texts,
          `${block}\n objective ${objective} "Be there" {\n  kr csat "x" ${'\n  '}${typed}`,
        );
        const shown = ({ items }: typeof whole) =>
          items.map(({ label, detail, data }) => JSON.stringify([label, detail, data])).sort();
        expect(shown(index)).toEqual(shown(whole));
        expect(index.isIncomplete).toBe(false);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('tells two goals of one name in a set apart as the whole project does', () => {
    const texts = [
      'company acme "Acme"\nteam sales "Sales" in acme\nteam shops "Shops" in acme',
      'okrs for sales in 2026-Q3 { objective first "Be the first choice" { } }',
      'okrs for sales in 2026-Q3 { objective first "Be there" { kr trust "Reach from 1 to 3 lakes" } }',
    ];
    const { whole, index } = bothWays(texts, 'okrs for acme in FY26 {\n objective trust "Be there" {\n  supports tr');
    expect(whole.items).toHaveLength(1);
    expect(index.items[0]?.data).toEqual(whole.items[0]?.data);
  });

  it('proposes in check-ins what the whole project would, with the last readings', () => {
    fc.assert(
      fc.property(files, (texts) => {
        const { whole, index } = bothWays(texts, 'checkin 2026-08-15 for shops in 2026-Q3 {\n  ');
        const shown = ({ items }: typeof whole) => items.map(({ label, detail }) => `${label} ${detail}`).sort();
        expect(shown(index)).toEqual(shown(whole));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    ['key result', 'acme.churn', 'objective acme "Be there" { kr churn "Who leaves" from 3 to 2 }'],
    ['guardrail', 'churn', 'guardrail churn'],
  ])('tells no reading of a KPI that is one of a %s', (_, path, goals) => {
    const texts = [
      'company acme "Acme"\nteam shops "Shops" in acme\nteam sales "Sales" in acme\nkpi churn "Churn" of acme at most 2%',
      `okrs for sales in 2026-Q3 { ${goals} }`,
      `checkin 2026-08-14 for sales in 2026-Q3 { ${path} 2 }`,
    ];
    const { whole, index } = bothWays(texts, 'checkin 2026-08-15 for shops in 2026-Q3 {\n  ');
    const shown = ({ items }: typeof whole) => items.map(({ label, detail }) => `${label}: ${detail}`);
    expect(shown(index)).toEqual(shown(whole));
  });

  it('proposes the nearest of very many, and says that there are more', () => {
    const goals = (count: number) =>
      Array.from({ length: count }, (_, i) => `objective goal-${i} "Goal ${i}" { kr first "A" from 1 to 2 }`).join(
        '\n',
      );
    const texts = [
      'company acme "Acme"\nteam shops "Shops" in acme',
      ...Array.from(
        { length: 500 },
        (_, i) => `team team-${i} "Team ${i}" in acme\nokrs for team-${i} in 2026-Q3 {\n${goals(3)}\n}`,
      ),
      `okrs for acme in 2026-Q3 {\n${goals(5)}\n}`,
    ];
    const workspace = workspaceOf(texts, '');
    const inGoal = (typed: string) => {
      const text = `okrs for shops in 2026-Q3 { objective own "Own" { supports ${typed}`;
      workspace.set(uriOf(texts.length), text);
      return fromIndex(workspace, uriOf(texts.length), text);
    };
    const nearest = inGoal('');
    expect(nearest.items.slice(0, 10).map(({ label }) => label)).toEqual(
      [0, 1, 2, 3, 4].flatMap((i) => [`acme.goal-${i}`, `acme.goal-${i}.first`]),
    );
    expect(nearest.items.length).toBeGreaterThan(150);
    expect(nearest.isIncomplete).toBe(true);
    expect(JSON.stringify(nearest).length).toBeLessThan(64 * 1024);
    const one = inGoal('team-417.');
    expect(one.items.map(({ label }) => label)).toContain('team-417.goal-2.first');
    expect(one.isIncomplete).toBe(false);
    const rare = inGoal('team-429');
    expect(rare.items.map(({ label }) => label)).toContain('team-429.goal-0');
    expect(inGoal('nowhere-to-be-found').items).toEqual([]);
  }, 60_000);
});
