import { describe, expect, test } from 'vitest';
import { parseOkr } from './parse.ts';
import { keyResultOf, objectiveOf, problemsOf, statementsOf } from './testing/kit.ts';

describe('cycles', () => {
  test('with days and a rhythm', () => {
    const text = `/// The year everyone else's goals hang from.
      cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly reviews every 2 weeks }`;
    expect(statementsOf(text)).toEqual([
      {
        kind: 'cycle',
        name: 'FY26',
        title: 'Fiscal year 2026',
        from: '2026-01-01',
        to: '2026-12-31',
        checkins: 'monthly',
        reviews: 'every 2 weeks',
        doc: "The year everyone else's goals hang from.",
      },
    ]);
  });

  test.each([
    ['daily', 1],
    ['weekly', 7],
    ['biweekly', 14],
    ['monthly', 31],
    ['quarterly', 92],
    ['every week', 7],
    ['every 3 days', 3],
    ['every 2 weeks', 14],
    ['every 2 months', 62],
  ])('%s is a gap of %i days at most', (rhythm, days) => {
    const [cycle] = parseOkr('', `cycle a { check-ins ${rhythm} }`).statements;
    expect(cycle).toMatchObject({ checkins: { text: rhythm, days } });
  });
});

test('the organisation', () => {
  const text = `company acme "Acme Retail" department sales "Sales" in acme
    team support "Customer Support" in acme { lead maya } person maya "Maya Ortiz" in support`;
  expect(statementsOf(text)).toEqual([
    { kind: 'unit', level: 'company', name: 'acme', title: 'Acme Retail' },
    { kind: 'unit', level: 'department', name: 'sales', title: 'Sales', parent: 'acme' },
    { kind: 'unit', level: 'team', name: 'support', title: 'Customer Support', parent: 'acme', lead: 'maya' },
    { kind: 'unit', level: 'person', name: 'maya', title: 'Maya Ortiz', parent: 'support' },
  ]);
});

test('a set and its clauses', () => {
  const text = `okrs for growth in 2026-Q4 { draft owner maya, liam aspirational #north #first-visit
    objective reach "Reach" initiative "Tour" guardrail churn }`;
  expect(statementsOf(text)).toEqual([
    {
      kind: 'okrs',
      unit: 'growth',
      cycle: '2026-Q4',
      draft: true,
      owners: ['maya', 'liam'],
      ambition: 'aspirational',
      tags: ['north', 'first-visit'],
      objectives: [{ kind: 'objective', name: 'reach', title: 'Reach' }],
      initiatives: [{ kind: 'initiative', title: 'Tour' }],
      guardrails: [{ kind: 'guardrail', name: 'churn' }],
    },
  ]);
});

test.each([
  '2026',
  '2026-Q3 "Summer" { checkins monthly }',
  '2026-Q3 from 2026-07-01 to 2026-09-30',
  '2026-W14 from 2026-03-30 to 2026-04-05',
])('the declaration cycle %s', (declaration) => {
  const { statements, problems } = parseOkr('', `cycle ${declaration}`);
  expect(problems).toEqual([]);
  expect(statements).toMatchObject([{ kind: 'cycle', name: { text: declaration.split(' ')[0] } }]);
});

test('other days for a cycle of the calendar are reported', () => {
  const told = (text: string) => problemsOf(parseOkr('', text), text);
  expect(told('cycle 2026-Q3 from 2026-06-01 to 2026-09-30')).toEqual([
    'repeated-clause at "from 2026-06-01 to 2026-09-30"',
  ]);
  expect(told('cycle 2026-Q3 "Summer" to 2026-10-01 { checkins weekly }')).toEqual([
    'repeated-clause at "to 2026-10-01"',
  ]);
  expect(told('cycle 2026-Q3 from 2026-07-01 to 2026-09-30')).toEqual([]);
});

test('a cycle that ends before it begins is reported', () => {
  const { problems } = parseOkr('', 'cycle FY26 from 2026-12-31 to 2026-01-01');
  expect(problems).toMatchObject([{ code: 'invalid-date', span: { start: 30, end: 40 } }]);
});

test.each(['2026', '2026-H2', '2026-Q3', '2026-09', '2026-W14', 'FY26'])('the cycle %s', (cycle) => {
  expect(statementsOf(`okrs for acme in ${cycle} { }`)).toEqual([{ kind: 'okrs', unit: 'acme', cycle }]);
});

test('an objective and its clauses', () => {
  const text = `objective reach "Let people try us" by 2026-11-30 { committed draft weight 2 link "https://a.example" owner maya
    supports acme.loyalty weight 2, support.trust in 2026-Q3 weight 1 depends on support.trust.csat in 2026-Q3, b
    carried from growth.spread in 2026-Q3 #marketing standalone because "pilot" }`;
  expect(objectiveOf(text)).toEqual({
    kind: 'objective',
    name: 'reach',
    title: 'Let people try us',
    deadline: '2026-11-30',
    ambition: 'committed',
    draft: true,
    weight: 2,
    links: ['https://a.example'],
    owners: ['maya'],
    supports: [
      { reference: 'acme.loyalty', weight: 2 },
      { reference: 'support.trust in 2026-Q3', weight: 1 },
    ],
    dependsOn: ['support.trust.csat in 2026-Q3', 'b'],
    carriedFrom: 'growth.spread in 2026-Q3',
    tags: ['marketing'],
    standalone: { because: 'pilot' },
  });
});

test('a weight on a line of its own with a comma behind it goes on with the list', () => {
  expect(objectiveOf('objective o { supports a\nweight 2, b }')).toMatchObject({
    supports: [{ reference: 'a', weight: 2 }, { reference: 'b' }],
  });
});

test('a weight on a line of its own is the weight of what it stands in', () => {
  expect(objectiveOf('objective a { supports acme.loyalty weight 2\n weight 3 }')).toMatchObject({
    supports: [{ reference: 'acme.loyalty', weight: 2 }],
    weight: 3,
  });
  const alone = objectiveOf('objective a { supports acme.loyalty\n weight 3 }');
  expect(alone).toMatchObject({ supports: [{ reference: 'acme.loyalty' }], weight: 3 });
  expect(alone).not.toHaveProperty('supports.0.weight');
});

test('a key result and its clauses', () => {
  const text = `kr trial "First orders" from 300 to 900 by 2026-11-30 { weight 2 owner liam leading source "https://bi.example/42"
    committed supports acme.loyalty depends on support.trust carried from growth.old #city link "https://a.example"
    initiative "Tour" checkin 2026-08-14 410 confidence 70% "Two cities" checkin 2026-08-21 -5% }`;
  expect(keyResultOf(text)).toEqual({
    kind: 'keyResult',
    name: 'trial',
    title: 'First orders',
    measure: { form: 'from-to', baseline: '300', target: '900' },
    deadline: '2026-11-30',
    weight: 2,
    owners: ['liam'],
    indicator: 'leading',
    source: 'https://bi.example/42',
    ambition: 'committed',
    supports: [{ reference: 'acme.loyalty' }],
    dependsOn: ['support.trust'],
    carriedFrom: 'growth.old',
    tags: ['city'],
    links: ['https://a.example'],
    initiatives: [{ kind: 'initiative', title: 'Tour' }],
    readings: [
      { date: '2026-08-14', value: '410', confidence: 0.7, note: 'Two cities' },
      { date: '2026-08-21', value: '-5%' },
    ],
  });
});

test('a key result may be one sentence', () => {
  const text = 'kr "Reduce refund turnaround from 9 to 4 days by end of August"';
  expect(keyResultOf(text)).toMatchObject({ title: 'Reduce refund turnaround from 9 to 4 days by end of August' });
});

test('a text with quotation marks and backslashes in it', () => {
  expect(keyResultOf(String.raw`kr "They say \"wow\" in C:\\reports\new"`)).toEqual({
    kind: 'keyResult',
    title: String.raw`They say "wow" in C:\reports\new`,
  });
});

describe('measures', () => {
  test.each([
    ['from 31% to 45%', { form: 'from-to', baseline: '31%', target: '45%' }],
    ['from 6 days to 36 hours', { form: 'from-to', baseline: '6 days', target: '36 hours' }],
    ['to 12%', { form: 'to', target: '12%' }],
    ['to 12% from 3%', { form: 'from-to', baseline: '3%', target: '12%' }],
    ['baseline unknown to 12%', { form: 'to', baselineUnknown: true, target: '12%' }],
    ['baseline 3% to 12%', { form: 'from-to', baseline: '3%', target: '12%' }],
    ['up 20% from 1400 per month', { form: 'up', target: '20%', baseline: '1400 per month' }],
    ['from 410 down 25%', { form: 'down', target: '25%', baseline: '410' }],
    ['down 25%', { form: 'down', target: '25%' }],
    ['at least 99.9%', { form: 'at-least', target: '99.9%' }],
    ['from 97% at least 99.9%', { form: 'at-least', baseline: '97%', target: '99.9%' }],
    ['at most 4 days from 9 days', { form: 'at-most', baseline: '9 days', target: '4 days' }],
    ['between 1% and 3%', { form: 'between', low: '1%', target: '3%' }],
    ['between 1% and 3% from 7%', { form: 'between', low: '1%', target: '3%', baseline: '7%' }],
    ['yes/no', { form: 'yes-no' }],
    ['yes / no', { form: 'yes-no' }],
  ])('%s', (written, measure) => {
    expect(keyResultOf(`kr a "T" ${written} by 2026-08-31 { owner maya }`)).toEqual({
      kind: 'keyResult',
      name: 'a',
      title: 'T',
      measure,
      deadline: '2026-08-31',
      owners: ['maya'],
    });
  });
});

describe('amounts', () => {
  test.each([
    '72',
    '8%',
    '8 %',
    '$10M',
    '€1.2m',
    '1.2m €',
    '10k€',
    '2×',
    '2 ×',
    'USD 10M',
    'R$ 5k',
    '10k',
    '1,000,000',
    '1_000',
    '99.95%',
    '.5',
    '4.2 of 5',
    '4.2/5',
    '4.2 out of 5',
    '2x',
    '200 ms',
    '200ms',
    '5 days',
    '3 weeks',
    '20 per month',
    '1400 orders per month',
    '6 hours/week',
    '12 "story-free sprints"',
    '-12%',
    '−12%',
    '+5',
    '-$5',
    '10 €',
    '10 million dollars',
    '6 percentage points',
    '7 Aufträge',
    '9pp',
  ])('%s', (amount) => {
    expect(keyResultOf(`kr "T" to ${amount} by 2026-08-31`)).toMatchObject({
      measure: { form: 'to', target: amount },
      deadline: '2026-08-31',
    });
  });

  test.each([
    '72',
    '8%',
    '$10M',
    'USD 10M',
    '4.2 of 5',
    '4.2/5',
    '200 ms',
    '20 per month',
    '-12%',
    '10 million dollars',
  ])('read in a check-in: %s', (amount) => {
    expect(statementsOf(`checkin 2026-08-14 for a in b { x ${amount} y yes }`)).toMatchObject([
      {
        readings: [
          { target: 'x', value: amount },
          { target: 'y', value: true },
        ],
      },
    ]);
  });

  test.each(['1,5', '30th', '12 of'])('no amount: %s', (amount) => {
    const text = `kpi a "A" to ${amount} { owner maya }`;
    const file = parseOkr('', text);
    expect(problemsOf(file, text).join()).toMatch(/^(invalid-amount|syntax-error)/);
    expect(file.statements).toMatchObject([{ name: { text: 'a' }, owners: [{ text: 'maya' }] }]);
  });
});

describe('dates', () => {
  test.each([
    '2026-08-31',
    '2026-Q3',
    '2026-H2',
    '2026-09',
    '2026',
    '31 August 2026',
    '31 Aug',
    '31st August',
    'August 31, 2026',
    'Aug 31',
    'August 2026',
  ])('%s', (date) => {
    expect(keyResultOf(`kr "T" by ${date} { owner maya }`)).toMatchObject({ deadline: date, owners: ['maya'] });
    expect(statementsOf(`cycle c from ${date} to ${date} checkin ${date} for a in b { x 4 }`)).toMatchObject([
      { from: date, to: date },
      { date, readings: [{ date, value: '4' }] },
    ]);
  });

  test('in quotation marks', () => {
    expect(keyResultOf('kr "T" by "end of August"')).toMatchObject({ deadline: 'end of August' });
  });

  test.each(['2026-02-30', '2026-13-01', '31 February 2026', '"some day"', '2026-13'])('%s is none', (date) => {
    const text = `kpi a "A" at most 3 { checkin ${date} 4 owner maya }`;
    const file = parseOkr('', text);
    expect(problemsOf(file, text)).toEqual([`invalid-date at "${date}"`]);
    expect(file.statements).toMatchObject([{ owners: [{ text: 'maya' }] }]);
  });

  test('a number behind `by` is told from a change', () => {
    const text = 'okrs for a in b { objective o { kr "T" by 30% } }';
    const file = parseOkr('', text);
    expect(problemsOf(file)).toEqual([expect.stringContaining('up 30%')]);
    expect(problemsOf(file, text)).toEqual(['invalid-date at "30%"']);
  });
});

test('an initiative', () => {
  const text = `initiative tour "Tasting tour" for trial, recall by 2026-09-30
    { owner liam link "https://tracker.example/ABC-123" status doing #food }`;
  expect(objectiveOf(`objective o { ${text} }`)).toEqual({
    kind: 'objective',
    name: 'o',
    initiatives: [
      {
        kind: 'initiative',
        name: 'tour',
        title: 'Tasting tour',
        for: ['trial', 'recall'],
        deadline: '2026-09-30',
        owners: ['liam'],
        links: ['https://tracker.example/ABC-123'],
        status: 'doing',
        tags: ['food'],
      },
    ],
  });
});

test('guardrails', () => {
  const text =
    'guardrail "Refund rate" at most 4% { checkin 2026-08-14 3% } guardrail refunds "R" to 3 { owner maya source "BI" } guardrail churn';
  expect(objectiveOf(`objective o { ${text} }`)).toMatchObject({
    guardrails: [
      {
        title: 'Refund rate',
        measure: { form: 'at-most', target: '4%' },
        readings: [{ date: '2026-08-14', value: '3%' }],
      },
      { name: 'refunds', title: 'R', measure: { form: 'to' }, owners: ['maya'], source: 'BI' },
      { kind: 'guardrail', name: 'churn' },
    ],
  });
});

test('a kpi', () => {
  const text =
    'kpi churn "Monthly churn" of acme at most 2% { owner maya link "https://a.example" source "BI" checkin 2026-08-14 1.9% }';
  expect(statementsOf(text)).toEqual([
    {
      kind: 'kpi',
      name: 'churn',
      title: 'Monthly churn',
      unit: 'acme',
      measure: { form: 'at-most', target: '2%' },
      owners: ['maya'],
      links: ['https://a.example'],
      source: 'BI',
      readings: [{ date: '2026-08-14', value: '1.9%' }],
    },
  ]);
});

describe('check-ins', () => {
  test('a block', () => {
    const text = `check-in 2026-08-14 for support in 2026-Q3 {
      trust.csat 4.1 of 5 confidence 70% "New menu live"
      trust.resolve 3.5 days "Backlog" confidence 0.4
      trust.audit no
      churn 2.1% }`;
    const date = '2026-08-14';
    expect(statementsOf(text)).toEqual([
      {
        kind: 'checkin',
        date,
        unit: 'support',
        cycle: '2026-Q3',
        readings: [
          { target: 'trust.csat', date, value: '4.1 of 5', confidence: 0.7, note: 'New menu live' },
          { target: 'trust.resolve', date, value: '3.5 days', confidence: 0.4, note: 'Backlog' },
          { target: 'trust.audit', date },
          { target: 'churn', date, value: '2.1%' },
        ],
      },
    ]);
    expect(parseOkr('', text).statements).toMatchObject([{ readings: [{}, {}, { value: false }, {}] }]);
  });

  test('a sign before a figure is no part of the cycle before it', () => {
    const { statements } = parseOkr('', 'checkin 2026-08-14 for a in b { x in 2026 $10M y 5 € }');
    expect(statements).toMatchObject([
      { readings: [{ target: { cycle: { text: '2026' } }, value: { text: '$10M' } }, { value: { text: '5 €' } }] },
    ]);
  });

  test('a confidence of ten is asked for in percent', () => {
    const { problems, statements } = parseOkr(
      '',
      'checkin 2026-08-14 for a in b { x 42 confidence 7 y 3 confidence 70 }',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '`7` could be 7% or 7 of 10. Write it in percent, such as `70%`.',
    ]);
    expect(statements).toMatchObject([{ readings: [{ confidence: null }, { confidence: { value: 0.7 } }] }]);
  });

  test('a bare word is the unit of the number before it, unless it begins the next reading', () => {
    const text = 'checkin 2026-08-14 for a in b { x 42 churn 2.1% x 42 orders y no z 12 w.v 3 u 5 }';
    expect(statementsOf(text)).toMatchObject([
      {
        readings: [
          { target: 'x', value: '42' },
          { target: 'churn', value: '2.1%' },
          { target: 'x', value: '42 orders' },
          { target: 'y' },
          { target: 'z', value: '12' },
          { target: 'w.v', value: '3' },
          { target: 'u', value: '5' },
        ],
      },
    ]);
  });

  test('of two texts behind a number the first is its unit, a single one is the note', () => {
    const text = 'checkin 2026-08-14 for a in b { x 12 "story-free sprints" "Two lost" y 12 "Two lost" }';
    expect(statementsOf(text)).toMatchObject([
      {
        readings: [
          { value: '12 "story-free sprints"', note: 'Two lost' },
          { value: '12', note: 'Two lost' },
        ],
      },
    ]);
  });
});

test('a closing', () => {
  const text = `closing for growth in 2026-Q4 on 2027-01-08 {
    reach score 0.7 modify learned "Cook in front of people"
    reach.recall learned "No" defer score 20%
    reach.trial keep }`;
  expect(statementsOf(text)).toEqual([
    {
      kind: 'closing',
      unit: 'growth',
      cycle: '2026-Q4',
      on: '2027-01-08',
      entries: [
        { target: 'reach', score: 0.7, decision: 'modify', learned: 'Cook in front of people' },
        { target: 'reach.recall', score: 0.2, decision: 'defer', learned: 'No' },
        { target: 'reach.trial', decision: 'keep' },
      ],
    },
  ]);
});

describe('clauses that may stand once', () => {
  test.each([
    ['owner maya', 'owner liam', { owners: [{ text: 'maya' }] }],
    ['weight 2', 'weight 3', { weight: { value: 2 } }],
    ['by 2026-08-01', 'by 2026-09-01', { deadline: { text: '2026-08-01' } }],
    ['committed', 'aspirational', { ambition: { value: 'committed' } }],
    ['leading', 'lagging', { indicator: { value: 'leading' } }],
    ['source "a"', 'source "b"', { source: { text: 'a' } }],
    ['link "a"', 'link "b"', { links: [{ text: 'a' }] }],
    ['initiative "I" for a', 'for b', { initiatives: [{ for: [{ segments: [{ text: 'a' }] }] }] }],
    ['carried from a', 'carried from b', { carriedFrom: { segments: [{ text: 'a' }] } }],
    ['from 1', 'from 2', { measure: { baseline: { value: 1 } } }],
    ['to 1', 'up 2%', { measure: { target: { value: 1 } } }],
  ])('%s and %s: the first one counts, the second is reported', (first, second, kept) => {
    const text = `okrs for a in b { objective o { kr "T" { ${first} ${second} } } }`;
    const file = parseOkr('', text);
    expect(problemsOf(file, text)).toEqual([`repeated-clause at "${second}"`]);
    expect(file.statements).toMatchObject([{ objectives: [{ keyResults: [kept] }] }]);
  });

  test.each([
    ['team a { lead b lead c lead d }', ['lead c', 'lead d']],
    [
      'cycle s from 2026-01-01 to 2026-06-30 { checkins weekly checkins monthly checkins daily }',
      ['checkins monthly', 'checkins daily'],
    ],
  ])('%s: every one but the first is reported', (text, more) => {
    expect(problemsOf(parseOkr('', text), text)).toEqual(more.map((clause) => `repeated-clause at "${clause}"`));
  });
});

test('line breaks of every kind, a byte order mark and unusual blanks carry no meaning', () => {
  const statements = statementsOf('team a "A"\nteam b "B"');
  for (const text of [
    '\ufeffteam a "A"\r\nteam b "B"\r\n',
    'team a "A"\rteam b "B"',
    'team\u00a0a "A"\n\n\tteam\n  b\n  "B"',
    'team a "A" team b "B"',
  ]) {
    expect(statementsOf(text)).toEqual(statements);
  }
});

describe('doc comments', () => {
  test('lines and blocks', () => {
    const text = `/// First line
      /// second line
      team a
      /** In a
       * block */
      team b
      // plain
      team c
      /* plain */ team d`;
    expect(statementsOf(text)).toEqual([
      { kind: 'unit', level: 'team', name: 'a', doc: 'First line\nsecond line' },
      { kind: 'unit', level: 'team', name: 'b', doc: 'In a\nblock' },
      { kind: 'unit', level: 'team', name: 'c' },
      { kind: 'unit', level: 'team', name: 'd' },
    ]);
  });
});

describe('suppressions', () => {
  const read = (text: string) =>
    parseOkr('', text).suppressions.map(({ rule, reason, ruleSpan, covers }) => ({
      rule,
      reason,
      at: text.slice(ruleSpan.start, ruleSpan.end),
      covers: text.slice(covers.start, covers.end).trim(),
    }));

  test('before a line and at its end', () => {
    const text = `// okr-ignore kr-activity, missing-owner: agreed with the board

team a "A"
team b "B" // okr-ignore no-such-rule
/* okr-ignore x: y */ team c`;
    expect(read(text)).toEqual([
      { rule: 'kr-activity', reason: 'agreed with the board', at: 'kr-activity', covers: 'team a "A"' },
      { rule: 'missing-owner', reason: 'agreed with the board', at: 'missing-owner', covers: 'team a "A"' },
      { rule: 'no-such-rule', reason: null, at: 'no-such-rule', covers: 'team b "B" // okr-ignore no-such-rule' },
      { rule: 'x', reason: 'y', at: 'x', covers: '/* okr-ignore x: y */ team c' },
    ]);
  });

  test('without a rule it is kept all the same, so that a finding can say that it does nothing', () => {
    const text = '// okr-ignore: because\nteam a';
    expect(read(text)).toEqual([{ rule: '', reason: 'because', at: '// okr-ignore: because', covers: 'team a' }]);
    expect(problemsOf(parseOkr('', text))).toEqual([]);
  });
});
