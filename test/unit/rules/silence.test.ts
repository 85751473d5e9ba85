/** What is said where check-ins are missing or bad: each trouble once, at the largest whole that it concerns. */
import { describe, expect, it } from 'vitest';
import { allFindings, marked, projectOf } from './project.ts';

const organisation = `company acme "Acme Retail" { lead maya }
person maya "Maya Ortiz" in acme
`;
const goals = (...keyResults: readonly string[]) => `${organisation}
okrs for acme in 2026-Q3 {
    objective trust "Earn back customer trust" {
${keyResults.map((line) => `        ${line}\n`).join('')}    }

    objective reach "Be tried by people who never heard of us" {
        kr cities "Cities with a first order" from 2 to 9 { checkin 2026-08-14 6 }
        kr orders "First orders" from 300 to 900 { checkin 2026-08-14 700 }
    }
}
`;

const progressRules =
  /^(?:stale-checkin|not-started|behind-pace|green-but-flat|forecast-miss|risk-without-note|committed-low-confidence|past-due-open|closed-without-decision)$/;

function said(text: string, today = '2026-08-15'): readonly string[] {
  const project = projectOf(text, { today });
  return allFindings(project)
    .filter(({ rule }) => progressRules.test(rule))
    .map((finding) => `${finding.rule}: ${marked(project, finding)}`);
}

const rating = (inside = '', more = '') => `kr rating "Help desk rating" from 3 of 5 to 4 of 5${more} { ${inside} }`;
const twice = (inside = '') => `kr twice "Customers who write twice" from 400 to 200 { ${inside} }`;

describe('no news', () => {
  it('of one key result is said there', () => {
    expect(said(goals(rating('checkin 2026-08-14 3.6 of 5'), twice()))).toEqual([
      'not-started: "Customers who write twice"',
    ]);
  });

  it('of a whole objective is said once', () => {
    expect(said(goals(rating(), twice()))).toEqual(['not-started: "Earn back customer trust"']);
  });

  it('of a whole team is said once, and not again for what never began', () => {
    const text = goals(rating('checkin 2026-07-10 3.2 of 5'), twice()).replaceAll('2026-08-14', '2026-07-10');
    expect(said(text)).toEqual(['stale-checkin: acme']);
  });

  it('is no matter in a draft, before the first week is over, or when all is reached', () => {
    expect(said(goals(rating(), twice()).replace('2026-Q3 {', '2026-Q3 { draft'))).toEqual([]);
    expect(said(goals(rating(), twice()), '2026-07-06')).toEqual([]);
    expect(said(goals(rating('checkin 2026-07-10 4 of 5'), twice('checkin 2026-07-10 180')))).toEqual([]);
  });

  it('of a goal that is overdue is said as that', () => {
    expect(said(goals(rating('', ' by 2026-08-01'), twice('checkin 2026-08-14 300')))).toEqual([
      'past-due-open: 2026-08-01',
    ]);
  });

  it('after the end of the cycle only its closing is asked for, half a year long', () => {
    const text = goals(rating(), twice());
    expect(said(text, '2026-10-10')).toEqual([]);
    expect(said(text, '2026-10-20')).toEqual(['closed-without-decision: acme']);
    expect(said(text, '2027-06-01')).toEqual([]);
  });
});

describe('bad news without a note', () => {
  it('is asked about once: by the confidence where one is stated, else by the pace', () => {
    const late = 'checkin 2026-08-14 395';
    expect(said(goals(rating('checkin 2026-08-14 3.6 of 5'), twice(late)))).toEqual(['behind-pace: 395']);
    expect(said(goals(rating('checkin 2026-08-14 3.6 of 5'), twice(`${late} confidence 20%`)))).toEqual([
      'risk-without-note: 20%',
    ]);
    expect(
      said(goals(rating('checkin 2026-08-14 3.6 of 5'), `${twice(`${late} confidence 60%`).slice(0, -1)} committed }`)),
    ).toEqual(['committed-low-confidence: 60%']);
  });

  it('is news with a note', () => {
    expect(said(goals(rating('checkin 2026-08-14 3.6 of 5'), twice('checkin 2026-08-14 395 "Starts Monday"')))).toEqual(
      [],
    );
  });

  it('is judged by the day on which it was read', () => {
    // 40% of the quarter had passed on 6 August, 49% on the 14th.
    expect(said(goals(rating('checkin 2026-08-06 3.15 of 5'), twice('checkin 2026-08-14 300')))).toEqual([]);
    expect(said(goals(rating('checkin 2026-08-14 3.15 of 5'), twice('checkin 2026-08-14 300')))).toEqual([
      'behind-pace: 3.15 of 5',
    ]);
  });
});
