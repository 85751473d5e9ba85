import { supportersOf, type UnitRow } from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { files } from '../slices/testing/projects.ts';
import type { OkrWorkspace } from '../workspace/workspace.ts';
import {
  ask,
  everything,
  none,
  objectivesIn,
  plain,
  root,
  setsIn,
  uriOf,
  whole,
  workspaceOf,
} from './testing/companies.ts';

describe('the cascade as rows', () => {
  it('is that of the whole project where this is small', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (texts) => {
        const workspace = workspaceOf(texts);
        expect(plain(await ask(workspace, everything))).toEqual(plain(whole(workspace)));
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  describe('of a company', () => {
    const block = (unit: string, parent: string | null) => {
      const goals = [0, 1, 2].map(
        (i) => `objective goal-${i} "Goal ${i} of ${unit}" { ${parent ? `supports ${parent}.goal-${i}` : ''}
          kr first "Visits" from 1 to 2 { owner ${unit.endsWith('7') ? 'liam' : unit} } }`,
      );
      return `okrs for ${unit} in 2026-Q3 {\n${goals.join('\n')}\n}\n`;
    };
    const texts = [
      'company acme "Acme"\nperson liam "Liam Chen" in acme',
      block('acme', null),
      ...Array.from(
        { length: 10 },
        (_, i) => `department area-${i} "Area ${i}" in acme\n${block(`area-${i}`, 'acme')}`,
      ),
      ...Array.from(
        { length: 300 },
        (_, i) => `team team-${i} "Team ${i}" in area-${i % 10}\n${block(`team-${i}`, `area-${i % 10}`)}`,
      ),
      'kpi leaving "Customers who go elsewhere" at most 4%',
      'okrs for team-9 in 2026-Q3 { guardrail leaving }',
    ];
    const workspace = workspaceOf(texts, false);
    const letters = (answer: unknown) => JSON.stringify(answer).length;

    it('holds back what nobody has opened, and counts it all the same', async () => {
      const { tree } = await ask(workspace, { cycle: null, open: [], filter: null });
      expect(tree.part).toMatchObject({ cycle: '2026-Q3', totals: { objectives: 933 } });
      const [acme] = tree.roots;
      expect(acme?.units).toHaveLength(10);
      expect(acme?.sets[0]?.objectives).toHaveLength(3);
      expect(acme?.units.find(({ name }) => name === 'area-3')).toMatchObject({
        held: 30,
        units: [],
        sets: [{ held: 3, objectives: [] }],
      });
      expect(workspace.counts.whole).toBe(0);
    });

    it('hands over what is opened, and where the text is', async () => {
      const { tree } = await ask(
        workspace,
        { cycle: null, open: ['~unit/area-3'], filter: null },
        undefined,
        uriOf(12 + 57),
      );
      const area = (name: string) => tree.roots[0]?.units.find((unit) => unit.name === name);
      expect(area('area-3')?.units).toHaveLength(30);
      expect(area('area-3')?.sets[0]?.objectives).toHaveLength(3);
      const team = area('area-7')?.units.find(({ name }) => name === 'team-57');
      expect(team?.sets[0]?.objectives.map(({ title }) => title)).toContain('Goal 2 of team-57');
    });

    it('finds what is not there, by text, owner, unit and state', async () => {
      const search = async (filter: object) => {
        const nothing = { text: '', unit: null, owner: null, health: [], unaligned: false, findings: false };
        const { tree } = await ask(workspace, { cycle: null, open: [], filter: { ...nothing, ...filter } });
        return { sets: [...setsIn(tree.roots)].map(({ id }) => id), part: tree.part };
      };
      expect((await search({ text: 'goal team-123' })).sets).toEqual(['team-123/2026-Q3']);
      expect((await search({ text: 'Team 45' })).sets).toContain('team-45/2026-Q3');
      expect((await search({ text: 'elsewhere' })).sets).toEqual(['team-9/2026-Q3']);
      expect((await search({ text: 'nothing like it' })).sets).toEqual([]);
      const chen = await search({ text: 'chen', unit: 'area-7' });
      expect(chen.sets).toHaveLength(31);
      expect(chen.part?.isCut).toBe(false);
      expect((await search({ owner: 'liam' })).sets).toHaveLength(31);
      const all = await search({ text: 'goal' });
      expect(all.part?.isCut).toBe(true);
      expect(all.sets.length).toBeGreaterThan(40);
      expect((await search({ unaligned: true })).sets).toEqual([]);
      expect((await search({ health: ['done'] })).sets).toEqual([]);
    }, 60_000);

    it('never hands over more than a megabyte', async () => {
      const open = [
        '~unit/acme',
        ...Array.from({ length: 10 }, (_, i) => `~unit/area-${i}`),
        ...Array.from({ length: 300 }, (_, i) => `~unit/team-${i}`),
      ];
      const answer = await ask(workspace, { cycle: null, open, filter: null });
      expect(letters(answer)).toBeLessThan(1_000_000);
      expect(letters(answer)).toBeGreaterThan(600_000);
      expect(answer.tree.part?.isCut).toBe(true);
    });
  });

  it('counts who supports a goal, also where these are very many', async () => {
    const goal = (unit: string, body: string) => `okrs for ${unit} in 2026-Q3 {\n${body}\n}`;
    const workspace = workspaceOf([
      'company acme "Acme"',
      goal(
        'acme',
        'objective trust "Trust" { kr first "A" from 1 to 2 }\nobjective acme "Acme" { kr trust "B" from 1 to 2 }',
      ),
      // Here the path leads to an own key result, there to another cycle.
      goal('odd', 'objective acme "Own" { kr trust "C" from 1 to 2 }\nobjective b "B" { supports acme.trust }'),
      'okrs for late in 2025-Q3 { objective a "A" { supports acme.trust in 2026-Q3 } }',
      'okrs for lost in 2025-Q3 { objective a "A" { supports acme.trust } }',
      ...Array.from({ length: 90 }, (_, i) =>
        goal(`team-${i}`, `objective a "A" { supports acme.trust${i % 3 === 0 ? '.first' : ''} }`),
      ),
    ]);
    const rows = (roots: readonly UnitRow[]) =>
      objectivesIn(setsIn(roots)).flatMap((objective) => [objective, ...objective.keyResults]);
    const expected = new Map(rows(whole(workspace).tree.roots).map(({ id, supportedBy }) => [id, supportedBy.length]));
    const { tree } = await ask(workspace, { ...everything, open: ['~unit/acme'] }, none);
    const found = rows(tree.roots);
    expect(found.length).toBeGreaterThan(3);
    for (const { id, supportedBy, supporters } of found) {
      expect([id, supporters ?? supportedBy.length]).toEqual([id, expected.get(id)]);
      expect(supportedBy.length).toBeLessThanOrEqual(60);
    }
    workspace.set(uriOf(5), goal('team-0', 'objective a "A"'));
    workspace.settle();
    const after = rows((await ask(workspace, { ...everything, open: ['~unit/acme'] }, none)).tree.roots);
    expect(after.find(({ id }) => id === 'acme/2026-Q3/trust/first')?.supporters).toBe(29);
  });

  it('shows what is done for a key result in other sets', async () => {
    const goals =
      'company acme "Acme"\nokrs for acme in FY26 { objective trust "Be trusted" { kr nps "Reach from 1 to 2 towns" } }';
    const cycles =
      'cycle FY26 "Year" from 2026-01-01 to 2026-12-31\ncycle 2026-Q4 "Autumn" from 2026-10-01 to 2026-12-31';
    const work = (path: string) => `initiative "Call back" for ${path} { owner acme }`;
    const sets = [
      `okrs for acme in 2026-Q4 { ${work('trust.nps')} }`,
      `team shops "Shops" in acme\nokrs for shops in FY26 { objective calm "Be calm" { ${work('acme.trust.nps')} kr a "A" from 1 to 2 { ${work('acme.trust.nps')} } } }`,
    ];
    const workspace = workspaceOf([goals, cycles, ...sets]);
    const done = (units: readonly UnitRow[]) => {
      const objective = objectivesIn(setsIn(units)).find(({ title }) => title === 'Be trusted');
      return objective?.keyResults[0]?.initiatives.map(({ id }) => id);
    };
    const told = async () => done((await ask(workspace, { ...everything, open: ['acme/FY26'] }, none)).tree.roots);
    const all = done(whole(workspace).tree.roots);
    expect(all).toHaveLength(3);
    expect(await told()).toEqual(all);
    workspace.set(uriOf(2), '');
    expect(await told()).toHaveLength(2);
    workspace.set(uriOf(2), sets[0] ?? '');
    expect(await told()).toEqual(all);
  });

  it('finds a set by what is done for its key results, wherever that stands and whoever leads those who do it', async () => {
    const workspace = workspaceOf([
      'company acme "Acme"\nteam shops "Shops" in acme\nteam depots "Depots" in acme { lead maya }\nperson maya "Maya Ito" in depots',
      'okrs for shops in 2026-Q3 { objective trust "Be trusted" { kr nps "Rating" from 1 to 2 { initiative "Call back" } } }',
      'okrs for depots in 2026-Q4 { initiative "Sweep the yard" { for shops.trust.nps in 2026-Q3 } }',
    ]);
    const search = async (filter: object) => {
      const nothing = { text: '', unit: null, owner: null, health: [], unaligned: false, findings: false };
      const { tree } = await ask(workspace, { ...everything, filter: { ...nothing, ...filter } }, none);
      return [...setsIn(tree.roots)].map(({ id }) => id);
    };
    expect(await search({ text: 'call' })).toEqual(['shops/2026-Q3']);
    expect(await search({ text: 'sweep yard' })).toContain('shops/2026-Q3');
    expect(await search({ text: 'ito' })).toContain('shops/2026-Q3');
    expect(await search({ owner: 'maya' })).toContain('shops/2026-Q3');
    workspace.set(uriOf(2), 'okrs for depots in 2026-Q4 { initiative "Sweep the yard" }');
    workspace.settle();
    expect(await search({ text: 'sweep' })).toEqual(['depots/2026-Q4']);
  });

  it('counts a goal once that has findings where it stands and in a check-in, and finds it by them', async () => {
    const workspace = workspaceOf([
      'company acme "Acme"\nteam shops "Shops" in acme',
      'okrs for shops in 2026-Q3 { objective trust "Be trusted" { kr nps "Happiness" from 1 to 2 { supports nowhere } } }',
      'checkin 2026-08-14 for shops in 2026-Q3 { trust.nps yes }',
    ]);
    for (const i of [1, 2]) expect(workspace.findings(uriOf(i))).not.toEqual([]);
    const filter = { text: '', unit: null, owner: null, health: [], unaligned: false, findings: true };
    const { tree, findings } = await ask(workspace, { ...everything, cycle: '2026-Q3', filter }, none);
    expect(tree.part?.totals.findings).toBe(Object.keys(findings).length);
    expect(findings).toEqual(whole(workspace).findings);
    expect([...setsIn(tree.roots)].map(({ id }) => id)).toEqual(['shops/2026-Q3']);
  });

  it('shows what was read of a health metric where another unit watches it', async () => {
    const workspace = workspaceOf([
      'company acme "Acme"\nkpi churn "Churn" of acme at most 2%\nteam shops "Shops" in acme',
      'check-in 2026-08-14 for acme in 2026-Q3 { acme.churn 2 }',
      'okrs for shops in 2026-Q4 { objective trust "Be trusted" { guardrail churn } }',
    ]);
    const { roots } = (await ask(workspace, { ...everything, open: ['shops/2026-Q4'] }, none)).tree;
    const watched = objectivesIn(setsIn(roots)).flatMap(({ guardrails }) => guardrails);
    expect(watched).toMatchObject([{ holds: true, lastReading: { text: '2' } }]);
  });

  describe('who supports a goal that very many support', () => {
    const hot = (figure: number, more = '') =>
      `company acme "Acme"\nokrs for acme in 2026-Q3 {\nobjective trust "Trust" { kr first "A" from 1 to ${figure} ${more} }\n}`;
    const team = (i: number, to = i % 3 === 0 ? 'acme.trust.first' : 'acme.trust') =>
      `okrs for team-${i} in 2026-Q3 {\nobjective a "A" { supports ${to} }\n}`;
    const company = () => workspaceOf([hot(2), ...Array.from({ length: 40 }, (_, i) => team(i))]);

    async function counted(workspace: OkrWorkspace, meanwhile = (_pauses: number) => {}) {
      let pauses = 0;
      const pause = async () => {
        meanwhile(++pauses);
      };
      const cascade = workspace.near([uriOf(0)], 'goals');
      if (!cascade) throw new Error('no cascade');
      const own = cascade.objectives.filter(({ uri }) => uri === uriOf(0));
      const counts = await workspace.treeOf(root)?.supporterCounts(own, pause);
      return { counts, pauses };
    }
    const expected = (workspace: OkrWorkspace) => {
      const all = workspace.project(root)?.cascade.objectives.filter(({ uri }) => uri === uriOf(0)) ?? [];
      return new Map(
        all.flatMap((one) => [one, ...one.keyResults]).map(({ id, supportedBy }) => [id, supportedBy.length]),
      );
    };

    it('is as in the whole project', async () => {
      await fc.assert(
        fc.asyncProperty(files, async (texts) => {
          const workspace = workspaceOf(texts);
          for (const i of texts.keys()) {
            const own = workspace.near([uriOf(i)], 'goals')?.objectives.filter(({ uri }) => uri === uriOf(i)) ?? [];
            const counts = await workspace.treeOf(root)?.supporterCounts(own, async () => {});
            const goals = workspace.project(root)?.cascade.goals;
            for (const goal of own.flatMap((one) => [one, ...one.keyResults])) {
              const expected = goals?.get(goal.id)?.supportedBy.length;
              expect([goal.id, supportersOf(goal, counts)]).toEqual([goal.id, expected]);
            }
          }
        }),
        { numRuns: 150 },
      );
    }, 60_000);

    it('counts for how well the goal is made, though few of them are looked at', async () => {
      const workspace = workspaceOf([
        hot(2).replace('company acme "Acme"', '$&\nteam team-1 "Team" in acme'),
        ...Array.from({ length: 40 }, (_, i) => team(i)),
      ]);
      const strengthIn = (units: readonly UnitRow[]) =>
        objectivesIn(setsIn(units)).find(({ name }) => name === 'trust')?.strength;
      const { tree } = await ask(workspace, { ...everything, open: ['acme/2026-Q3'] }, none);
      const expected = strengthIn(whole(workspace).tree.roots);
      expect(JSON.stringify(expected)).toContain('40 goals below it support it');
      expect(strengthIn(tree.roots)).toEqual(expected);
    });

    it('is gathered in turns, and not again when a figure is typed', async () => {
      const workspace = company();
      const first = await counted(workspace);
      expect(first.pauses).toBeGreaterThan(40);
      expect(first.counts).toEqual(expected(workspace));
      for (const figure of [20, 3, 44]) {
        workspace.set(uriOf(0), hot(figure));
        expect(await counted(workspace)).toEqual({ counts: first.counts, pauses: 0 });
      }
    });

    it('is not gathered again because somebody typed meanwhile, unless that changed who they are', async () => {
      const workspace = company();
      const first = await counted(workspace, (pauses) => workspace.set(uriOf(0), hot(20 + pauses)));
      expect(await counted(workspace)).toEqual({ counts: first.counts, pauses: 0 });
      const other = company();
      await counted(other, (pauses) => {
        if (pauses === 20) other.set(uriOf(5), team(5, 'acme.other'));
        if (pauses === 30) other.set(uriOf(0), hot(2).replace('kr first', 'kr second'));
      });
      const { counts, pauses } = await counted(other);
      expect(pauses).toBeGreaterThan(0);
      for (const [id, count] of expected(other)) expect([id, counts?.get(id) ?? 0]).toEqual([id, count]);
    });

    it('is right after every edit', async () => {
      const workspace = company();
      const edits: readonly (readonly [number, string | null])[] = [
        [5, team(5, 'acme.other')],
        [6, 'okrs for team-6 in 2026-Q3 { objective a "A" }'],
        [0, hot(2).replace('kr first', 'kr second')],
        [
          0,
          hot(2)
            .replace('kr first', 'kr second')
            .replace('company acme "Acme"', 'company acme "Acme"\nteam trust "T" { in acme }'),
        ],
        [0, hot(2)],
        [0, hot(2).replace('in 2026-Q3', 'in 2026-Q4')],
        [0, hot(7, '} objective other "Other" { kr b "B" from 1 to 2')],
        [7, null],
        [
          8,
          'okrs for team-8 in 2026-Q3 { objective acme "Own" { kr trust "C" from 1 to 2 }\nobjective b "B" { supports acme.trust } }',
        ],
        [41, hot(3).replace('trust', 'more')],
        [42, 'cycle 2026-Q3 "Third" { from 2026-07-01 to 2026-08-31 }'],
        [43, 'okrs for acme in 2026-Q4 { objective trust "Again" { kr first "A" from 1 to 2 } }'],
      ];
      for (const [i, text] of edits) {
        if (text === null) workspace.remove(uriOf(i));
        else workspace.set(uriOf(i), text);
        const { counts } = await counted(workspace);
        if (!counts) throw new Error(`nothing is counted after ${text}`);
        const all = expected(workspace);
        for (const [id, count] of all) expect([text, id, counts.get(id) ?? 0]).toEqual([text, id, count]);
      }
    });
  });
});

it.each([
  ['nobody declared', (_: string) => ''],
  ['have no days', (cycle: string) => `cycle ${cycle}\n`],
])('shows cycles that %s in one order, whichever was named first', async (_, declared) => {
  const goals = (cycle: string) => `${declared(cycle)}okrs for acme in ${cycle} { objective trust "Be trusted" }\n`;
  const company = 'company acme "Acme"\n';
  const grown = workspaceOf([company + goals('soon'), goals('last')]);
  grown.set(uriOf(0), '');
  grown.set(uriOf(0), company + goals('now'));
  const fresh = workspaceOf([company + goals('now'), goals('last')]);
  const shownBy = async (workspace: OkrWorkspace) => {
    workspace.settle();
    const { cycles, roots } = (await ask(workspace, everything, none)).tree;
    return [cycles.map(({ name }) => name), [...setsIn(roots)].map(({ cycle }) => cycle)];
  };
  expect(await shownBy(grown)).toEqual(await shownBy(fresh));
});
