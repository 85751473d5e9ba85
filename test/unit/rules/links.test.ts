/** Links between goals: what is said where they lead nowhere, elsewhere or in a circle, and how they are mended. */
import { defaultConfig } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { applied, findingsOf, fixesOf, marked, projectOf } from './project.ts';

const organisation = `company acme    "Acme Retail" { lead maya }
team    support "Customer Support" in acme { lead maya }
team    growth  "Growth"           in acme { lead maya }
person  maya    "Maya Ortiz"       in support

okrs for acme in 2026 {
    objective loyalty "Become the shop people come back to" {
        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps    "Net promoter score"   from 38 to 55
    }
    objective reach "Be tried by people who never heard of us"
}
`;

const set = (...lines: readonly string[]) =>
  `${organisation}\nokrs for support in 2026-Q3 {\n    objective trust "Earn back trust" {\n${lines
    .map((line) => `        ${line}\n`)
    .join('')}    }\n}\n`;

describe('taking a link away', () => {
  it.each([
    ['with its line', ['supports acme.nowhere', 'owner maya'], ['owner maya']],
    ['from the front of a list', ['supports acme.nowhere weight 2, acme.loyalty'], ['supports acme.loyalty']],
    ['from the middle', ['supports acme.loyalty, acme.nowhere, acme.reach'], ['supports acme.loyalty, acme.reach']],
    ['from the end', ['supports acme.loyalty, acme.nowhere weight 2'], ['supports acme.loyalty']],
    ['with the cycle that it names', ['supports acme.nowhere in 2026', 'owner maya'], ['owner maya']],
    ['a dependency', ['depends on growth.nowhere', 'owner maya'], ['owner maya']],
    ['what it continues', ['carried from growth.nowhere in 2026-Q2', 'owner maya'], ['owner maya']],
    ['of a key result', ['kr "A" to 5 { supports acme.nowhere owner maya }'], ['kr "A" to 5 { owner maya }']],
  ])('%s', (_, before, after) => {
    const project = projectOf(set(...before));
    const [finding] = findingsOf(project, 'parent-unresolved');
    const fix = finding && fixesOf(project, finding).find(({ title }) => title === 'Take the link away');
    expect(fix && applied(project.texts, fix)['example.okr']).toBe(set(...after));
  });
});

it('marks the part of a path that is not there, and names what is near', () => {
  const project = projectOf(set('supports acme.loyalty.repaet'));
  const [finding] = findingsOf(project, 'parent-unresolved');
  expect(finding && marked(project, finding)).toBe('repaet');
  expect(finding?.message.todo).toBe('Perhaps `repeat` is meant.');
});

it('names the cycles in which the goal stands', () => {
  const other = `${set('supports acme.fame')}
okrs for acme in 2025 { objective fame "Be known" }
okrs for acme in 2024 { objective fame "Be known" }
`;
  const project = projectOf(other);
  const [finding] = findingsOf(project, 'parent-unresolved');
  const fixes = finding ? fixesOf(project, finding) : [];
  expect(fixes.slice(0, 2).map(({ title, kind }) => `${title} (${kind})`)).toEqual([
    'Write `in 2024` behind it (unsafe)',
    'Write `in 2025` behind it (unsafe)',
  ]);
});

describe('a circle', () => {
  const circle = (unit: string, name: string, supports: string) =>
    `okrs for ${unit} in 2026-Q3 {\n    objective ${name} "Objective ${name}" { supports ${supports} }\n}\n`;

  it('of three files is found once, at the link that leads down', () => {
    const project = projectOf({
      'org.okr': organisation.slice(0, organisation.indexOf('okrs')),
      'a.okr': circle('acme', 'a', 'support.b'),
      'b.okr': circle('support', 'b', 'growth.c'),
      'c.okr': circle('growth', 'c', 'acme.a'),
    });
    const found = findingsOf(project, 'parent-cycle');
    expect(found.map((finding) => `${finding.uri}: ${marked(project, finding)}`)).toEqual(['a.okr: support.b']);
    expect(found[0]?.related.map(({ uri }) => uri).sort()).toEqual(['b.okr', 'c.okr']);
  });

  it('is no matter of key results that support their own objective', () => {
    const own = projectOf(set('kr speed "Speed" from 1 to 2 { supports trust }'));
    expect(findingsOf(own, 'parent-cycle')).toEqual([]);
  });

  it('of one: an objective that supports a key result of its own', () => {
    const own = projectOf(set('supports trust.speed', 'kr speed "Speed" from 1 to 2'));
    expect(findingsOf(own, 'parent-cycle')).toHaveLength(1);
  });

  it('of one with two links to itself is told at each of them', () => {
    const own = projectOf(set('kr speed "Speed" from 1 to 2 { supports trust.speed, trust.speed in 2026-Q3 }'));
    const found = findingsOf(own, 'parent-cycle');
    expect(found.map(({ message }) => message.what)).toEqual(Array(2).fill('This goal supports itself.'));
    expect(found.map((finding) => marked(own, finding))).toEqual(['trust.speed', 'trust.speed in 2026-Q3']);
  });
});

describe('a link of a goal to itself', () => {
  it.each([
    ['objective', 'depends on trust', 'kr speed "Speed" from 1 to 2'],
    ['objective, in the long form', 'depends on support.trust in 2026-Q3', 'kr speed "Speed" from 1 to 2'],
    ['key result', 'owner maya', 'kr speed "Speed" from 1 to 2 { depends on speed }'],
    ['objective that it continues', 'carried from trust', 'kr speed "Speed" from 1 to 2'],
    ['key result that it continues', 'owner maya', 'kr speed "Speed" from 1 to 2 { carried from trust.speed }'],
  ])('is found: %s', (_, ...lines) => {
    expect(findingsOf(projectOf(set(...lines)), 'parent-cycle')).toHaveLength(1);
  });

  it('is none where the goal of an earlier cycle is meant, which is offered', () => {
    const before = `${set()}\nokrs for support in 2026-Q2 { objective trust "Earn trust" }\n`;
    const project = projectOf(before.replace('"Earn back trust" {', '"Earn back trust" { carried from trust'));
    const [finding] = findingsOf(project, 'parent-cycle');
    const [fix] = finding ? fixesOf(project, finding) : [];
    const after = fix ? applied(project.texts, fix) : {};
    expect(after['example.okr']).toContain('carried from trust in 2026-Q2');
    expect(findingsOf(projectOf(after), 'parent-cycle')).toEqual([]);
  });
});

describe('what may have been meant', () => {
  const changes = (text: string, rule: string) => {
    const project = projectOf(text);
    return findingsOf(project, rule).flatMap((finding) =>
      fixesOf(project, finding).flatMap(({ title, preferred }) =>
        title.startsWith('Change to') ? [`${title.slice(11, -1)}${preferred ? '!' : ''}`] : [],
      ),
    );
  };

  it('is never the goal itself, or a part of it', () => {
    expect(changes(set('supports trus'), 'parent-unresolved')).toEqual([]);
    expect(changes(set('depends on support.trus'), 'parent-unresolved')).toEqual([]);
    expect(changes(set('supports trust.sped', 'kr speed "Speed" from 1 to 2'), 'parent-unresolved')).toEqual([]);
    expect(changes(set('kr speed "Speed" to 2 { depends on sped }'), 'parent-unresolved')).toEqual([]);
  });

  it.each(['carried from trust in 2026-Q2', 'carried from support.trust in 2026-Q2'])(
    'is not the goal itself where the one of another cycle is not read: %s',
    (link) => {
      const others = 'okrs for growth in 2026-Q3 { objective trust "Be trusted" }';
      const config = { ...defaultConfig, ignore: ['archive/**'] };
      const project = projectOf(`${set(link)}\n${others}`, { config });
      const [finding] = findingsOf(project, 'parent-unresolved');
      expect(finding?.message.why).toMatch(/has no goal( or unit)? called `trust` in 2026-Q2\.$/);
      expect(finding?.message.todo).toMatch(/Goals in files that `ignore` leaves out are not there\.$/);
      expect(finding && fixesOf(project, finding).map(({ title }) => title)).not.toContainEqual(
        expect.stringContaining('2026-Q3'),
      );
    },
  );

  it('is another goal beside it', () => {
    const two = set('kr speed "Speed" to 2 { depends on speedd }', 'kr speedy "Speedy" to 2');
    expect(changes(two, 'parent-unresolved')).toEqual(['speedy!']);
  });

  it('is no goal that supports this one', () => {
    const below = 'okrs for growth in 2026-Q3 { objective reach "Reach more" { supports support.trust } }';
    expect(changes(`${set('supports growth.reac')}\n${below}`, 'parent-unresolved')).toEqual([]);
    expect(changes(`${set('depends on growth.reac')}\n${below}`, 'parent-unresolved')).toEqual(['reach!']);
  });

  it('is no unit for its own place, nor one below it', () => {
    expect(changes('team sales "Sales" in sale\n', 'unknown-name')).toEqual([]);
    expect(changes('team sales "Sales" in shop\nteam shops "Shops" in sales\n', 'unknown-name')).toEqual([]);
  });

  it('is told apart by no editor where several are as likely', () => {
    expect(changes('team shop "Shop"\nokrs for shop in 2026-Q5 {}\n', 'unknown-name').join()).not.toContain('!');
    expect(changes('company acm "A"\ncompany acme "A"\nteam shops "S" in acmee\n', 'unknown-name')[0]).toBe('acme!');
  });
});

describe('an objective without a link', () => {
  it.each(['standalone', 'standalone because ""', 'standalone because " "'])(
    'needs a reason to stand alone: %s',
    (clause) => expect(findingsOf(projectOf(set(clause)), 'orphan-objective')).toHaveLength(1),
  );

  it('is asked for its reason once more where a fix left it open', () => {
    const project = projectOf(set());
    const [finding] = findingsOf(project, 'orphan-objective');
    const fix = finding && fixesOf(project, finding).at(-1);
    const after = projectOf(fix ? applied(project.texts, fix) : {});
    expect(findingsOf(after, 'placeholder-text').map((one) => marked(after, one))).toEqual(['"…"']);
  });

  it('is offered the goals of the units above, with their cycle only where it is needed', () => {
    const project = projectOf(
      `${set()}\nokrs for acme in 2026-Q3 {\n    objective loyalty "Keep those who came in summer"\n}\n`,
    );
    const finding = findingsOf(project, 'orphan-objective').at(0);
    const added = finding ? fixesOf(project, finding).map(({ edits }) => edits[0]?.text.trim()) : [];
    expect(added).toEqual([
      'supports acme.loyalty',
      'supports acme.loyalty in 2026',
      'supports acme.reach',
      'standalone because "…"',
    ]);
  });

  it('is left alone where nothing is above it', () => {
    expect(
      findingsOf(projectOf('team solo "Solo"\nokrs for solo in 2026 { objective "Do it" }'), 'orphan-objective'),
    ).toEqual([]);
  });
});

it('goals in a draft are one step milder', () => {
  const project = projectOf(set('draft', 'supports acme.nowhere'));
  expect(findingsOf(project, 'parent-unresolved').map(({ severity }) => severity)).toEqual(['warning']);
  const empty = findingsOf(project, 'objective-without-krs').map((finding) => [
    marked(project, finding),
    finding.severity,
  ]);
  expect(empty).toEqual([
    ['"Be tried by people who never heard of us"', 'warning'],
    ['"Earn back trust"', 'information'],
  ]);
});

it('what is said a second time can be deleted', () => {
  const project = projectOf(set('owner maya', 'by 2026-08-31', 'by 2026-09-15'));
  const [finding] = findingsOf(project, 'repeated-clause');
  const [fix] = finding ? fixesOf(project, finding) : [];
  expect(fix && applied(project.texts, fix)['example.okr']).toBe(set('owner maya', 'by 2026-08-31'));
});

describe('a goal that is linked to and not there yet', () => {
  const mended = (text: string) => {
    const project = projectOf(text);
    const [finding] = findingsOf(project, 'parent-unresolved');
    const fix = finding && fixesOf(project, finding).find(({ title }) => title.startsWith('Add '));
    return fix && applied(project.texts, fix)['example.okr'];
  };

  it('is added to the set of its unit that the link is looked up in', () => {
    const text = set('supports acme.welcome.first');
    expect(mended(text)).toBe(
      text.replace(
        'never heard of us"\n',
        'never heard of us"\n    objective welcome "…" {\n        kr first "…" from 0 to 100\n    }\n',
      ),
    );
  });

  it('is added to its objective where that is there', () => {
    const text = set('supports acme.loyalty.basket');
    expect(mended(text)).toBe(text.replace('from 38 to 55\n', 'from 38 to 55\n        kr basket "…" from 0 to 100\n'));
  });

  it('begins a set where its unit has none', () => {
    expect(mended(set('depends on growth.speed'))).toContain(
      '\nokrs for growth in 2026-Q3 {\n    objective speed "…"\n}\n',
    );
    expect(mended(set('depends on growth.speed in 2026'))).toContain('\nokrs for growth in 2026 {\n');
  });

  it('is nobody’s where its unit is not known', () => {
    expect(mended(set('supports warehouse.speed'))).toBeUndefined();
  });
});

it('a quarter in small letters is told, and written, in capital ones', () => {
  const texts = { 'example.okr': `${organisation}\nokrs for support in 2026-q3 { owner maya }\n` };
  const project = projectOf(texts);
  const [finding] = findingsOf(project, 'unknown-name');
  expect(finding?.message.todo).toBe('Write `2026-Q3`, with capital letters.');
  const [fix] = finding ? fixesOf(project, finding) : [];
  expect(fix && applied(texts, fix)['example.okr']).toContain('okrs for support in 2026-Q3 {');
});
