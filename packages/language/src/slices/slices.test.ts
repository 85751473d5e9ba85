import {
  buildCascade,
  type Cascade,
  type Config,
  checkProject,
  type Day,
  defaultConfig,
  type OkrFile,
  parseIsoDay,
  rules,
} from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOkr } from '../parse.ts';
import { SlicedProject } from './project.ts';
import { cases, casesAbout } from './testing/cases.ts';

const usualDay = parseIsoDay('2026-08-15') ?? 0;
const uriOf = (i: number) => `file:///w/${i}.okr`;

function projectOf(
  texts: readonly string[],
  config: Config = defaultConfig,
  today: Day = usualDay,
  asked: (uri: string) => void = () => {},
) {
  const parsed = new Map<string, OkrFile>();
  const counts = { slices: 0, checked: 0, whole: 0 };
  const fileOf = (uri: string) => {
    asked(uri);
    return parsed.get(uri) ?? null;
  };
  const project = new SlicedProject({ fileOf, config, today, counts });
  const put = (uri: string, text: string) => {
    const before = parsed.get(uri) ?? null;
    const after = parseOkr(uri, text);
    parsed.set(uri, after);
    project.put(uri, before, after);
  };
  const remove = (uri: string) => {
    const before = parsed.get(uri);
    parsed.delete(uri);
    if (before) project.remove(uri, before);
  };
  for (const [i, text] of texts.entries()) put(uriOf(i), text);
  return { project, parsed, put, remove, counts };
}

function wholeFindings(parsed: ReadonlyMap<string, OkrFile>, config: Config, today: Day) {
  return checkProject(buildCascade(parsed, config, today));
}

describe('the projects that slices are tried on', () => {
  it.each(rules.map((rule) => [rule.meta.name, rule] as const))('have something to say for %s', (name, rule) => {
    const heard = new Set<string>();
    for (const { texts, config, today } of fc.sample(casesAbout(rule), { numRuns: 10, seed: 1 })) {
      const parsed = new Map(texts.map((text, i) => [uriOf(i), parseOkr(uriOf(i), text)]));
      for (const found of wholeFindings(parsed, config, today).values()) for (const { rule } of found) heard.add(rule);
    }
    expect(heard).toContain(name);
  });
});

describe('what is seen around a file', () => {
  it('holds goals of a set that names no cycle yet', () => {
    const { project } = projectOf([
      'company acme "Acme"\nokrs for acme in 2026-Q3 { objective "Be there" { supports acme.trust } }',
      'okrs for acme in { objective trust "Be trusted" }',
    ]);
    expect(project.near([uriOf(0)], 'all').objectives.map(({ title }) => title)).toContain('Be trusted');
  });
});

describe('findings on slices', () => {
  it('are those of the whole project', () => {
    fc.assert(
      fc.property(cases, ({ texts, config, today }) => {
        const { project, parsed } = projectOf(texts, config, today);
        const whole = wholeFindings(parsed, config, today);
        for (const uri of parsed.keys()) expect([uri, project.check([uri]).get(uri)]).toEqual([uri, whole.get(uri)]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('are those of the whole project when files are checked together', () => {
    fc.assert(
      fc.property(cases, ({ texts, config, today }) => {
        const { project, parsed } = projectOf(texts, config, today);
        const whole = wholeFindings(parsed, config, today);
        const some = [...parsed.keys()].slice(0, 3);
        const found = project.check(some);
        for (const uri of some) expect([uri, found.get(uri)]).toEqual([uri, whole.get(uri)]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('show of a file what the whole project shows of it', () => {
    const shown = (cascade: Cascade, uri: string) => ({
      goals: [...cascade.objectives, ...cascade.keyResults]
        .filter((goal) => goal.uri === uri)
        .map(({ id, progress, health, owners, deadline, supportedBy, closing, ...goal }) => ({
          id,
          progress: { ...progress, explanation: { ...progress.explanation } },
          health: { ...health, explanation: { ...health.explanation } },
          owners: owners.value.map(({ name, unit }) => [name, unit?.title, unit?.parent?.title, unit?.children.length]),
          deadline,
          supportedBy: supportedBy.map(({ from }) => `${from.uri} ${from.node.span.start}`).sort(),
          closing: closing?.node.span,
          measure: 'measure' in goal ? goal.measure : null,
          readings: 'readings' in goal ? goal.readings : [],
          setProgress: (goal.kind === 'objective' ? goal : goal.objective).set.progress.value,
        })),
      references: cascade.references
        .get(uri)
        ?.map(({ role, segmentTargets, failure }) => [
          role,
          failure?.segment,
          segmentTargets.map((target) => target && ('id' in target ? target.id : target.name)),
        ]),
    });
    fc.assert(
      fc.property(cases, ({ texts, config, today }) => {
        const { project, parsed } = projectOf(texts, config, today);
        const whole = buildCascade(parsed, config, today);
        for (const uri of parsed.keys()) expect(shown(project.near([uri], 'all'), uri)).toEqual(shown(whole, uri));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  const org = 'company acme "Acme"\nteam shops "Shops" in acme { lead maya }\nperson maya "Maya" in shops\n';
  const hot = `okrs for acme in 2026-Q3 {
  objective trust "Be trusted" { kr csat "Rating" from 1 to 2
    kr nps "Promoters" from 1 to 2 }
}`;
  const teamGoals = (link: string) => `okrs for shops in 2026-Q3 {
  objective calm "Be calm" { supports ${link}
    kr queue "Queue" from 5 to 2
    kr rush "Rush" from 5 to 2 }
}`;
  const settled = (texts: readonly string[]) => {
    const made = projectOf(texts);
    const checkedBy = (change: () => void) => {
      change();
      const waiting = [...made.project.waiting];
      for (const uri of waiting) made.project.check([uri]);
      return waiting;
    };
    checkedBy(() => {});
    return { ...made, checkedBy };
  };

  it('are looked for again only in the file itself while others see nothing new in it', () => {
    const texts = [org, hot, teamGoals('acme.trust.csat'), 'okrs for acme in 2026-Q4 { objective rest "Rest" }'];
    const { put, checkedBy } = settled(texts);
    expect(checkedBy(() => put(uriOf(3), `${texts[3]} `))).toEqual([uriOf(3)]);
    expect(checkedBy(() => put(uriOf(1), `// a remark\n\n${hot}`))).toEqual([uriOf(1)]);
    expect(new Set(checkedBy(() => put(uriOf(1), hot.replace('csat', 'rating'))))).toEqual(
      new Set([uriOf(1), uriOf(2)]),
    );
  });

  it('are not looked for again in others for a doc comment on what these look at', () => {
    const { put, checkedBy } = settled([org, hot, 'checkin 2026-08-14 for acme in 2026-Q3 { trust.csat 1.5 }']);
    const withDoc = hot.replace('  objective', '  /// What this is for.\n  objective');
    expect(checkedBy(() => put(uriOf(1), withDoc))).toEqual([uriOf(1)]);
    expect(checkedBy(() => put(uriOf(1), hot.replace('from 1', 'from 0')))).toEqual([uriOf(1), uriOf(2)]);
  });

  it('are looked for again in others for the days of a cycle and not for what it is called', () => {
    const spring = 'cycle spring "Spring" from 2026-07-01 to 2026-09-30';
    const { put, checkedBy } = settled([org, spring, hot.replace('2026-Q3', 'spring')]);
    expect(checkedBy(() => put(uriOf(1), spring.replace('"Spring"', '"The spring"')))).toEqual([uriOf(1)]);
    expect(checkedBy(() => put(uriOf(1), spring.replace('09-30', '10-31')))).toEqual([uriOf(1), uriOf(2)]);
  });

  it('are looked for again for the days of a year around a cycle: dates in words follow from them', () => {
    const year = 'cycle FY27 from 2026-02-01 to 2027-01-31';
    const quarter = 'cycle FY27-Q4 from 2026-11-01 to 2027-01-31';
    const goals = hot.replace('2026-Q3', 'FY27-Q4').replace('{ kr', '{ by "end of year" kr');
    const { put, checkedBy } = settled([org, quarter, year, goals]);
    expect(checkedBy(() => put(uriOf(2), year.replace('01-31', '12-31')))).toContain(uriOf(3));
  });

  it('are looked for again for another lead in the sets of the unit itself, and not in those below it', () => {
    const company = 'company acme "Acme" { lead maya }';
    const rest = 'team shops "Shops" in acme\nperson maya "Maya" in shops';
    const { put, checkedBy } = settled([company, rest, hot, teamGoals('acme.trust.csat')]);
    const waiting = checkedBy(() => put(uriOf(0), company.replace('{ lead maya }', '')));
    expect([...waiting].sort()).toEqual([uriOf(0), uriOf(2)]);
  });

  it('are looked for again in the units of a company when it has a first goal for their time, and not for another one', () => {
    const other = (cycle: string, goals: string) => `okrs for acme in ${cycle} { ${goals} }`;
    const team = 'okrs for shops in 2026-Q4 { objective calm "Be calm" }';
    const { put, checkedBy } = settled([org, hot, team, other('2027', ''), other('2026-Q4', '')]);
    const goal = 'objective rest "Rest"';
    expect(checkedBy(() => put(uriOf(3), other('2027', goal)))).not.toContain(uriOf(2));
    expect(checkedBy(() => put(uriOf(4), other('2026-Q4', goal)))).toContain(uriOf(2));
  });

  it('of news of a unit that is gone follow from the set and its closing elsewhere', () => {
    const goals = 'okrs for sales in 2026-Q2 { objective calm "Be calm" }';
    const news = 'checkin 2026-06-14 for sales in 2026-Q2 { churn 1% }';
    const closing = 'closing for sales in 2026-Q2 on 2026-07-06 { calm 0.7 }';
    const { put, project, checkedBy } = settled([
      'company acme "Acme"\nkpi churn "Churn" of acme',
      goals,
      news,
      closing,
    ]);
    const found = () => project.check([uriOf(2)]).get(uriOf(2));
    expect(found()?.map(({ rule }) => rule)).not.toContain('unknown-name');
    expect(checkedBy(() => put(uriOf(3), ''))).toContain(uriOf(2));
    expect(found()?.map(({ rule }) => rule)).toContain('unknown-name');
  });

  it('ask a file that declares many units once and not for each of them', () => {
    const names = Array.from({ length: 40 }, (_, i) => `team${i}`);
    const texts = [
      names.map((name) => `team ${name} "${name}" in acme`).join('\n'),
      'company acme "Acme"',
      hot,
      ...names.map((name) => `okrs for ${name} in 2026-Q3 { objective calm "Be calm" { supports acme.trust } }`),
    ];
    let asked = 0;
    const { project, parsed } = projectOf(texts, defaultConfig, usualDay, (uri) => {
      if (uri === uriOf(0)) asked++;
    });
    asked = 0;
    for (const uri of parsed.keys()) if (uri !== uriOf(0)) project.check([uri]);
    expect(asked).toBe(1);
  });

  it('ask nothing of the files of cycles long past', () => {
    const quarters = [
      '2024-Q3',
      '2024-Q4',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ];
    const past = (cycle: string) => `okrs for shops in ${cycle} { objective calm "Be calm" { kr a "A" from 1 to 2 } }
closing for shops in ${cycle} on 2026-07-01 { calm 0.7 }`;
    const asked = new Set<string>();
    const texts = [org, ...quarters.map(past)];
    const { project } = projectOf(texts, defaultConfig, usualDay, (uri) => asked.add(uri));
    asked.clear();
    project.check([uriOf(quarters.length)]);
    expect(asked).toEqual(new Set([uriOf(0), uriOf(quarters.length - 1), uriOf(quarters.length)]));
  });

  it('know the one supporter among many that only look like one', () => {
    // Each team has an objective of its own called like the company, so that only the last one's link leads to the company's goal.
    const bare = 'okrs for acme in 2026-Q3 { objective trust "Be trusted" }';
    const team = (name: string) => `team ${name} "Team" in acme\nokrs for ${name} in 2026-Q3 {
  objective acme "Like the company" { kr trust "Trust" from 1 to 2\n kr b "B" from 1 to 2 }
  objective calm "Be calm" { supports acme.trust\n kr a "A" from 1 to 2\n kr b "B" from 1 to 2 }
}`;
    const others = ['a', 'b', 'c', 'd'].map(team);
    const codes = (texts: readonly string[]) =>
      projectOf(texts)
        .project.check([uriOf(0)])
        .get(uriOf(0))
        ?.map(({ rule }) => rule);
    expect(codes([bare, org, ...others])).toContain('objective-without-krs');
    expect(codes([bare, org, ...others, teamGoals('acme.trust')])).not.toContain('objective-without-krs');
  });
});
