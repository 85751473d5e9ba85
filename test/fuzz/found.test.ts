/** What the random tests found, each as the small case that showed it. Defects of one room have theirs beside its source. */
import { OkrWorkspace } from '@okr-language/language';
import { expect, test, vi } from 'vitest';
import { Look } from '../../packages/language/src/slices/look.ts';
import { Units } from '../../packages/language/src/slices/units.ts';
import { findingsOf, fixesOf, projectOf } from '../unit/rules/project.ts';
import { expectLinear } from './time.ts';

const titlesOf = (files: string, rule: string) => {
  const project = projectOf(files);
  return findingsOf(project, rule).flatMap((finding) => fixesOf(project, finding).map(({ title }) => title));
};

test('no goal is offered as a parent that supports this one already', () => {
  const goals = (link: string) => `company acme "Acme"
team support "Support" in acme
okrs for acme in 2026-Q3 {
    objective loyalty "Become the shop people come back to" { ${link} kr "Rate" from 3 to 4 }
}
okrs for support in 2026-Q3 {
    objective trust "Earn back trust" { kr csat "Rating" from 3 to 4 }
}
`;
  expect(titlesOf(goals(''), 'orphan-objective').join()).toContain('Become the shop people come back to');
  for (const link of ['supports support.trust', 'supports support.trust.csat']) {
    expect(titlesOf(goals(link), 'orphan-objective')).toEqual(['Say that it stands alone, and why']);
  }
});

test('a second cycle of the calendar is not renamed to another one of the calendar', () => {
  expect(titlesOf('cycle 2026-Q3\ncycle 2026-Q3\n', 'duplicate-id')).toEqual(['Rename this one to `own-2026-Q3`']);
  expect(titlesOf('cycle 2026-Q3\ncycle 2026-Q3\ncycle own-2026-Q3\n', 'duplicate-id')).toEqual([
    'Rename this one to `own-2026-Q3-2`',
  ]);
});

test('a team that leads itself is not offered as the person to own its goals', () => {
  const goals = 'team care "Care" { lead care }\nokrs for care in 2026-Q3 { objective "Be there" { owner care } }\n';
  expect(titlesOf(goals, 'team-as-owner')).toEqual([]);
});

test('a dead link is not sent to the goal that it stands in', () => {
  const goals = `company acme "Acme"
okrs for acme in 2026-Q3 { objective reach "Be seen" { supports reach in 2025, acme.reach in 2024 } }
okrs for acme in 2026-Q2 { objective reach "Be seen" }
`;
  const titles = titlesOf(goals, 'parent-unresolved');
  expect(titles).toContain('Write `in 2026-Q2` behind it');
  expect(titles).not.toContain('Write `in 2026-Q3` behind it');
});

/** Checks a text of so many pieces as an editor does; `piece` says the next one by its number. */
const checkPieces = (piece: (number: number) => string) => (pieces: number) => {
  const workspace = new OkrWorkspace({ today: 20_680, folders: ['file:///w'] });
  workspace.set('file:///w/a.okr', Array.from({ length: pieces }, (_, number) => piece(number)).join('\n'));
  workspace.findings('file:///w/a.okr');
};

test('many blocks of one set in one file are followed once, not once for each', () => {
  expectLinear(
    checkPieces(() => 'okrs for acme in 2026-Q3 { objective "x" {'),
    200,
  );
});

/** How many statements are looked at when a text of so many pieces is checked: the same on any machine. */
function looksAt(pieces: number, piece: (number: number) => string): number {
  let looks = 0;
  const { each } = Look.prototype;
  const { declarationOf } = Units.prototype;
  const counted =
    (show: Parameters<typeof each>[1]): typeof show =>
    (...what) => {
      looks++;
      show(...what);
    };
  const spies = [
    vi.spyOn(Look.prototype, 'each').mockImplementation(function (this: Look, key, show, chosen) {
      each.call(this, key, counted(show), chosen);
    }),
    vi.spyOn(Units.prototype, 'declarationOf').mockImplementation(function (this: Units, name) {
      looks++;
      return declarationOf.call(this, name);
    }),
  ];
  checkPieces(piece)(pieces);
  for (const spy of spies) spy.mockRestore();
  return looks;
}

test.each([
  ['check-ins of one set', () => 'check-in 2026-08-14 for acme in 2026-Q3 { trust.csat 3.5 }'],
  [
    'KPIs of one name, and who names them',
    () => 'kpi churn "Churn" of acme at most 2%\nokrs for acme in 2026-Q3 { objective "x" { guardrail churn } }',
  ],
  [
    'cycles, each with a set of one unit',
    (n: number) => `cycle c${n} from 2026-07-01 to 2026-09-30\nokrs for acme in c${n} { objective trust "x" }`,
  ],
  [
    'goals of units in each other, each for the one above',
    (n: number) =>
      `team u${n + 1} "U" in u${n}\nokrs for u${n + 1} in 2026-Q3 { objective trust "x" { supports u${n}.trust } }`,
  ],
  [
    'years of one unit that are closed',
    (n: number) =>
      `okrs for acme in ${1000 + n} { objective trust "x" { kr csat "y" } }\nclosing for acme in ${1000 + n} { trust score 0.3 }`,
  ],
  [
    'years of one unit that are checked in',
    (n: number) =>
      `okrs for acme in ${1000 + n} { objective trust "x" { kr csat "y" } }\ncheck-in 2026-08-14 for acme in ${1000 + n} { trust.csat 3.5 }`,
  ],
  [
    'years of one unit that are carried on',
    (n: number) => `okrs for acme in ${1000 + n} { objective trust "x" { carried from acme.trust in ${999 + n} } }`,
  ],
  [
    'objectives of one name, and links to them',
    () => 'okrs for acme in 2026-Q3 { objective trust "x" { depends on acme.trust } }',
  ],
  [
    'declarations of one company, and goals without key results',
    (n: number) => `company acme "Acme"\nokrs for acme in 2026-Q3 { objective o${n} "x" { supports o${n} } }`,
  ],
  [
    'objectives of one name without key results, and who supports them',
    () => 'company acme "Acme"\nokrs for acme in 2026-Q3 { objective o "x" { supports acme.o } }',
  ],
])('%s: a file with four times as many looks at four times as many statements', (_, piece) => {
  expect(looksAt(160, piece)).toBeLessThan(5 * looksAt(40, piece));
});

test('the units with goals of a cycle are looked through once, not once for each company', () => {
  expectLinear(
    checkPieces(
      (number) => `company acme${number} "Acme" { lead maya }
person maya "Maya Ortiz" in acme${number}
team care${number} "Care" in acme${number}
okrs for acme${number} in 2025 { objective "Be there" }
okrs for care${number} in 2026-Q3 { objective "Be there" }`,
    ),
    100,
  );
});

test('what a fix takes away does not reach into what it adds, in a text that is broken off', () => {
  const first = `company acme "Acme"
okrs for acme in 2026-Q3 {
    objective trust "Earn back trust" { kr "Rating" from 3 to 4 }
}
`;
  const goals = Array.from({ length: 5 }, () => '    objective " in 2026-Q3 {');
  const second = `okrs for acme in 2026-Q3 {\n${goals.join('\n')}\n    objective "Earn trust" {\n        kr "Requests" from 9% to 4%\n    }\n`;
  const project = projectOf({ 'first.okr': first, 'second.okr': second });
  expect(findingsOf(project, 'too-many-objectives')).not.toEqual([]);
  for (const finding of findingsOf(project, 'too-many-objectives')) {
    for (const { edits } of fixesOf(project, finding)) {
      for (const one of edits) {
        const others = edits.filter((other) => other !== one && other.uri === one.uri);
        expect(others.filter(({ span }) => span.start < one.span.end && span.end > one.span.start)).toEqual([]);
      }
    }
  }
});

test('what is found in a set that moves to another file while its rows are worked out is told with them afterwards', async () => {
  const workspace = new OkrWorkspace({ today: 20_680, folders: ['file:///w'], trees: true });
  const goals = (name: string) => `okrs for acme in 2026-Q3 { objective ${name} "Be there" }\n`;
  workspace.set('file:///w/a.okr', `company acme "Acme"\n${goals('one')}`);
  workspace.set('file:///w/old.okr', goals('two'));
  const tree = workspace.treeOf('file:///w/');
  const found = async (pause: () => Promise<void>) => {
    const wanted = { cycle: null, open: ['~unit/acme'], filter: null };
    const answer = await tree?.answer(wanted, null, (uri) => workspace.findings(uri), pause, {
      files: 0,
      objectives: 0,
    });
    return Object.keys(answer?.findings ?? {});
  };
  let pauses = 0;
  await found(async () => {
    if (pauses++ > 0) return;
    workspace.remove('file:///w/old.okr');
    workspace.set('file:///w/new.okr', goals('two'));
    workspace.settle();
  });
  expect(await found(async () => {})).toEqual(['acme/2026-Q3/one', 'acme/2026-Q3/two']);
});

test('work that others refer to, or whose name is taken, is not offered to be written as an initiative', () => {
  const goals = (kr: string, link: string) => `company acme "Acme"
team support "Support" in acme
okrs for acme in 2026-Q3 {
    objective trust "Earn back trust" { ${kr} }
}
okrs for support in 2026-Q3 { objective calm "Stay calm" { ${link} } }
`;
  const portal = 'kr portal "Launch the new help portal"';
  expect(titlesOf(goals(portal, ''), 'kr-activity')).toContain('Write it as an initiative');
  expect(titlesOf(goals(portal, 'supports acme.trust.portal'), 'kr-activity')).toEqual([]);
  expect(titlesOf(goals(`${portal} initiative portal "Portal"`, ''), 'kr-activity')).toEqual([]);
});

test('an objective is not offered where only key results have readings', () => {
  const reading = (path: string) => `company acme "Acme"
okrs for acme in 2026-Q3 { objective trust "Earn back trust" { kr csat "Rating" from 3 to 4 } }
check-in 2026-08-14 for acme in 2026-Q3 { ${path} 3.5 }
`;
  expect(titlesOf(reading('trst'), 'unknown-name')).toEqual([]);
  expect(titlesOf(reading('trst.csat'), 'unknown-name')).toEqual(['Change to `trust`']);
});

test('no check-in is offered for a key result whose name leads to another one', () => {
  const goals = (name: string) => `company acme "Acme"
okrs for acme in 2026-Q3 {
    objective trust "Earn back trust" {
        kr csat "Rating" from 3 to 4 { check-in 2026-07-10 3.5 }
        kr ${name} "Calls" from 3 to 4 { check-in 2026-07-10 3.5 }
    }
}
`;
  expect(titlesOf(goals('calls'), 'stale-checkin')).toEqual(['Add a check-in with the last values, to be corrected']);
  expect(titlesOf(goals('csat'), 'stale-checkin')).toEqual([]);
});

test('no cycle without a name is proposed for a link to a goal whose set names none yet', () => {
  const project = projectOf({
    'units.okr': 'company acme "Acme"\nteam care "Care" in acme\n',
    'typed.okr': 'okrs for care in { objective trust "Be there" }\n',
    'goals.okr': 'okrs for acme in 2026-Q3 { objective "Be there" { supports care.trust } }\n',
  });
  expect(findingsOf(project, 'parent-unresolved').map(({ message }) => message.todo)).toEqual([
    'Name a goal that is there, or take the link away.',
  ]);
});

test('other days of a cycle that the company has goals for are news to all whose own cycle they touch', () => {
  const workspace = new OkrWorkspace({ today: 20_680, folders: ['file:///w'] });
  const summer = (days: string) => `cycle summer "Summer sale" from ${days}\n`;
  const texts = {
    org: 'company acme "Acme"\nteam care "Care" in acme\n',
    summer: summer('2026-06-01 to 2026-08-31'),
    acme: 'okrs for acme in summer { objective "Be there" }\n',
    care: 'okrs for care in 2026-Q3 { objective "Be there" }\n',
  };
  for (const [name, text] of Object.entries(texts)) workspace.set(`file:///w/${name}.okr`, text);
  const isAnchored = () => !workspace.findings('file:///w/care.okr').some(({ rule }) => rule === 'no-company-anchor');
  expect(isAnchored()).toBe(true);
  workspace.set('file:///w/summer.okr', summer('2027-06-01 to 2027-08-31'));
  expect(isAnchored()).toBe(false);
  workspace.set('file:///w/summer.okr', texts.summer);
  expect(isAnchored()).toBe(true);
});
