import { describe, expect, test } from 'vitest';
import { parseOkr } from './parse.ts';
import { brief, problemsOf } from './testing/kit.ts';

const read = (text: string): unknown => brief(parseOkr('', text).statements);
const problems = (text: string): readonly string[] => problemsOf(parseOkr('', text), text);
const message = (text: string): string => parseOkr('', text).problems[0]?.message ?? '';

describe('a half-typed line keeps what it has and leaves the next one alone', () => {
  test.each([
    ['kr', {}],
    ['kr csat', { name: 'csat' }],
    ['kr "Rating', { title: 'Rating' }],
    ['kr csat "Rating" from', { name: 'csat', title: 'Rating', measure: { form: 'from-to' } }],
    ['kr csat "Rating" from 3 to', { name: 'csat', title: 'Rating', measure: { form: 'from-to', baseline: '3' } }],
    ['kr csat "Rating" between 3 and', { name: 'csat', title: 'Rating', measure: { form: 'between', low: '3' } }],
    ['kr csat "Rating" at', { name: 'csat', title: 'Rating', measure: { form: 'at-least' } }],
    ['kr csat "Rating" to 5 by', { name: 'csat', title: 'Rating', measure: { form: 'to', target: '5' } }],
    ['kr csat "Rating" { owner', { name: 'csat', title: 'Rating' }],
    ['kr csat "Rating" { weight two owner ida }', { name: 'csat', title: 'Rating', owners: ['ida'] }],
    [
      'kr csat "Rating" frm 3 to 5 { owner ida }',
      { name: 'csat', title: 'Rating', owners: ['ida'], measure: { form: 'to', target: '5' } },
    ],
    ['kr csat "Rating" { supports mill. }', { name: 'csat', title: 'Rating', supports: [{ reference: 'mill.' }] }],
    [
      'kr csat "Rating" { supports mill.bread in }',
      { name: 'csat', title: 'Rating', supports: [{ reference: 'mill.bread' }] },
    ],
    ['kr csat "Rating" { supports }', { name: 'csat', title: 'Rating' }],
  ])('%s', (line, kept) => {
    const text = `okrs for mill in FY26 {\n  objective a "A" {\n    ${line}\n    kr next "Next" to 5\n  }\n}\nteam last`;
    expect(read(text)).toEqual([
      {
        kind: 'okrs',
        unit: 'mill',
        cycle: 'FY26',
        objectives: [
          {
            kind: 'objective',
            name: 'a',
            title: 'A',
            keyResults: [
              { kind: 'keyResult', ...kept },
              { kind: 'keyResult', name: 'next', title: 'Next', measure: { form: 'to', target: '5' } },
            ],
          },
        ],
      },
      { kind: 'unit', level: 'team', name: 'last' },
    ]);
  });

  test.each([
    'okrs',
    'okrs for',
    'okrs for mill',
    'okrs for mill in',
    'team',
    'cycle FY27 from',
    'checkin',
    'checkin 2026-08-14 for',
    'closing for mill',
    'kpi',
    'objektiv "O" {',
    '@#?',
  ])('%s', (line) => {
    const text = `team first\n${line}\nteam last "Last"\nokrs for mill in FY26 {\n objective a "A"\n}`;
    const statements = read(text) as readonly Readonly<Record<string, unknown>>[];
    expect(statements[0]).toEqual({ kind: 'unit', level: 'team', name: 'first' });
    expect(statements.slice(-2)).toEqual([
      { kind: 'unit', level: 'team', name: 'last', title: 'Last' },
      { kind: 'okrs', unit: 'mill', cycle: 'FY26', objectives: [{ kind: 'objective', name: 'a', title: 'A' }] },
    ]);
    expect(problems(text).length).toBeGreaterThan(0);
  });
});

describe('braces', () => {
  test('a missing } is reported at its {, and the sets behind it are not swallowed', () => {
    const text = `okrs for mill in FY26 {
  objective a "A" {
    kr "K" to 5
  objective b "B" {
    kr "L" to 6
  }
}
okrs for shop in FY26 { }`;
    expect(read(text)).toMatchObject([
      {
        objectives: [
          { name: 'a', keyResults: [{ title: 'K' }] },
          { name: 'b', keyResults: [{ title: 'L' }] },
        ],
      },
      { unit: 'shop' },
    ]);
    const { problems: found } = parseOkr('', text);
    expect(found).toMatchObject([{ code: 'syntax-error', span: { start: text.indexOf('{\n    kr "K"') } }]);
    expect(found[0]?.message).toContain('never closed');
  });

  test('the missing } of a last objective is found by the indentation of the next one', () => {
    const text = 'okrs for mill in FY26 {\n  objective a "A" {\n    kr "K" to 5\n}\nteam last';
    expect(read(text)).toMatchObject([{ kind: 'okrs', objectives: [{ name: 'a' }] }, { name: 'last' }]);
    expect(parseOkr('', text).problems).toMatchObject([{ span: { start: text.indexOf('{\n    kr') } }]);
  });

  test('an extra } is reported and ignored', () => {
    const text =
      'okrs for mill in FY26 {\n  objective a "A" { kr "K" { owner ida } } }\n    kr "L" to 6\n  }\n  objective b "B"\n}';
    expect(read(text)).toMatchObject([
      { objectives: [{ name: 'a', keyResults: [{ title: 'K' }, { title: 'L' }] }, { name: 'b' }] },
    ]);
    expect(problems(text)).toContainEqual('syntax-error at "}"');
  });

  test('a { that is missing is put where it belongs', () => {
    const text = 'okrs for mill in FY26\n  objective a "A"\n    owner ida\n    kr "K" to 5\n  }\n}';
    expect(read(text)).toMatchObject([
      { unit: 'mill', objectives: [{ name: 'a', owners: ['ida'], keyResults: [{ title: 'K' }] }] },
    ]);
  });

  test('a block whose first line cannot be read keeps what is in it', () => {
    const text = 'okrz for mill in FY26 {\n  objective a "A" { kr "K" to 5 }\n}\nteam last';
    expect(read(text)).toMatchObject([
      { kind: 'okrs', objectives: [{ name: 'a', keyResults: [{ title: 'K' }] }] },
      { name: 'last' },
    ]);
  });

  test('a line behind the block it belongs in is what is reported, not the braces that match', () => {
    const text = 'okrs for mill in FY26 {\n  objective a "A" {\n    kr "K" to 5\n  }\n}\nkr "L" to 6\nteam last';
    expect(read(text)).toMatchObject([
      { objectives: [{ name: 'a', keyResults: [{ title: 'K' }, { title: 'L' }] }] },
      { name: 'last' },
    ]);
    expect(problems(text)).toEqual(['syntax-error at "kr"']);
  });

  describe.each([
    'okrs for',
    'okrs for mill in',
    'team',
    'kpi',
    'cycle FY27 from',
    'checkin 2026-08-10 for mill in FY26 {',
    'closing for',
    'objective',
  ])('%s, begun inside a set, hides no goal around it', (begun) => {
    const lines = [
      'okrs for mill in FY26 {',
      '  owner ida',
      '  objective a "A" {',
      '    supports firm.all',
      '    kr x "X" to 5',
      '  }',
      '  objective b "B" {',
      '    kr y "Y" to 5',
      '  }',
      '}',
    ];
    test.each(lines.slice(1).map((line, i) => [line, i + 1] as const))('before %s', (_, at) => {
      const kept = JSON.stringify(read([...lines.slice(0, at), begun, ...lines.slice(at)].join('\n')));
      for (const title of ['A', 'B', 'X', 'Y']) expect(kept).toContain(`"title":"${title}"`);
    });
  });

  test('a set with a key result and no objective is closed where it is', () => {
    const text = 'okrs for mill in FY26 { kr k "K" to 5 }\nteam last';
    expect(problems(text)).toEqual(['syntax-error at "kr"']);
    expect(read(text)).toMatchObject([{ objectives: [{ keyResults: [{ title: 'K' }] }] }, { name: 'last' }]);
  });

  test('blocks in each other whose first lines cannot be read keep what is in them', () => {
    const text = 'okr for mill in FY26 {\n  objectiv a "A" {\n    kr "K" to 5\n  }\n}\nteam last';
    expect(problems(text)).toEqual(['syntax-error at "okr"', 'syntax-error at "objectiv"']);
    expect(read(text)).toMatchObject([
      { kind: 'okrs', objectives: [{ keyResults: [{ title: 'K' }] }] },
      { name: 'last' },
    ]);
  });

  test('statements that stand alone are kept', () => {
    expect(read('kr "K" to 5\nteam last')).toMatchObject([
      { objectives: [{ keyResults: [{ title: 'K' }] }] },
      { name: 'last' },
    ]);
    expect(problems('kr "K" to 5\nteam last')).toEqual(['syntax-error at "kr"']);
  });
});

describe('a clause before the braces is told, and its statement keeps them', () => {
  const kr = 'kr k "K" to 5';
  const line = (text: string) => `okrs for mill in FY26 { objective a "A" {\n${text}\n} }`;
  test.each([
    [`okrs for mill in FY26 { objective a "A" committed { ${kr} } }`, 'committed', { ambition: 'committed' }],
    [
      `okrs for mill in FY26 { objective a "A" owner ida by 2026-08-31 { ${kr} } }`,
      'owner ida by 2026-08-31',
      { owners: ['ida'] },
    ],
    [`okrs for mill in FY26 { objective a "A"\n  owner ida\n{ ${kr} } }`, 'owner ida', { owners: ['ida'] }],
    [`okrs for mill in FY26 { objective a "A" #new { ${kr} } }`, '#new', { tags: ['new'] }],
    [`okrs for mill in FY26 draft { objective a "A" { ${kr} } }`, 'draft', {}],
  ])('%s', (text, told, kept) => {
    expect(parseOkr('', text).problems).toMatchObject([
      { message: `\`${told}\` belongs inside the braces. Write it behind the {.`, span: { start: text.indexOf(told) } },
    ]);
    expect(read(text)).toMatchObject([
      { objectives: [{ name: 'a', title: 'A', ...kept, keyResults: [{ title: 'K' }] }] },
    ]);
  });

  test.each([
    ['kr k "K" to 5 owner ida { weight 2 }', { keyResults: [{ owners: ['ida'], weight: 2 }] }],
    ['initiative i "I" status doing for k { owner ida }', { initiatives: [{ status: 'doing', owners: ['ida'] }] }],
    ['guardrail g "G" at most 4% source "s" { owner ida }', { guardrails: [{ source: 's', owners: ['ida'] }] }],
  ])('%s', (written, kept) => {
    expect(message(line(written))).toContain('belongs inside the braces');
    expect(read(line(written))).toMatchObject([{ objectives: [kept] }]);
  });

  test('in a kpi and a team', () => {
    const text = 'kpi c "C" at most 2% owner ida { source "s" }\nteam x lead ida { }';
    expect(problems(text)).toEqual(['syntax-error at "owner ida"', 'syntax-error at "lead ida"']);
    expect(read(text)).toMatchObject([{ owners: ['ida'], source: 's' }, { lead: 'ida' }]);
  });

  test('with a name that is a word of the language', () => {
    const text = 'okrs for mill in FY26 owner team { objective a "A" }';
    expect(problems(text)).toEqual(['syntax-error at "owner team"']);
    expect(read(text)).toMatchObject([{ owners: ['team'], objectives: [{ name: 'a' }] }]);
  });

  test('with the title behind it', () => {
    const text = 'okrs for mill in FY26 { objective a committed "A" { kr k "K" to 5 } }';
    expect(problems(text)).toEqual(['syntax-error at "committed"', 'syntax-error at ""A""']);
    expect(problemsOf(parseOkr('', text))[1]).toContain('The title comes first');
    expect(read(text)).toMatchObject([{ objectives: [{ ambition: 'committed', keyResults: [{ title: 'K' }] }] }]);
  });

  test('one that belongs elsewhere takes no braces away', () => {
    const text = line('kr k "K" to 5 draft { owner ida }');
    expect(problems(text)).toEqual(['syntax-error at "draft"']);
    expect(message(text)).toContain('It belongs in the braces of `okrs` or `objective`.');
    expect(read(text)).toMatchObject([{ objectives: [{ keyResults: [{ title: 'K', owners: ['ida'] }] }] }]);
  });

  test('a statement behind it keeps its own', () => {
    const text = 'okrs for mill in FY26 { objective a "A" owner ida objective b "B" { kr "K" to 5 } }';
    expect(problems(text)).toEqual([]);
    expect(read(text)).toMatchObject([
      { owners: ['ida'], objectives: [{ name: 'a' }, { name: 'b', keyResults: [{}] }] },
    ]);
  });
});

test('a text that is not closed ends at its line', () => {
  const text = 'team a "Alpha\nteam b "Beta"';
  expect(read(text)).toMatchObject([{ title: 'Alpha' }, { name: 'b', title: 'Beta' }]);
  expect(problems(text)).toEqual(['syntax-error at ""Alpha"']);
});

test('a quotation mark alone on its line is no unit of the measure above', () => {
  const text = 'okrs for a in 2026 { objective x "X" {\n kr k "K" from 9 to 4\n "\n kr l "L" to 3\n } }';
  expect(problemsOf(parseOkr('', text))).toEqual([expect.stringContaining('closing quotation mark')]);
  const keyResults = [
    { name: 'k', measure: { baseline: '9', target: '4' } },
    { name: 'l', measure: { target: '3' } },
  ];
  expect(read(text)).toMatchObject([{ objectives: [{ keyResults }] }]);
});

test.each([
  ['1 000', 'thousands with a comma: `1,000`'],
  ['$1 250 000', 'thousands with a comma: `$1,250,000`'],
  ['100+', 'Write `at least 100`'],
  ['€1.200.000', 'thousands with a comma: `€1,200,000`'],
  ['1,2 Mio. €', 'Write `1.2 Mio. €`.'],
  ['38 - 55', 'A range is written `between 3% and 5%`'],
  ['3–5%', 'A range is written `between 3% and 5%`'],
  ['3-5%', 'A range is written `between 3% and 5%`'],
  ['6 of 5', '6 is more than 5, the top of its scale.'],
])('%s is said to be no amount once, with what to write', (amount, advice) => {
  const said = problemsOf(
    parseOkr('', `okrs for a in 2026 { objective x "X" {\n kr k "K" to ${amount}\n kr l "L" to 3\n } }`),
  );
  expect(said).toEqual([expect.stringMatching(/^invalid-amount: /)]);
  expect(said[0]).toContain(advice);
});

test.each([
  ['55;', '55', ['syntax-error at ";"']],
  ['5 leading', '5', ['syntax-error at "leading"']],
  ['1.2 Mio €', '1.2 Mio €', []],
  ['30°C', '30°C', []],
  ['30 °C', '30 °C', []],
  ['−3%', '−3%', []],
  ['–3%', '–3%', []],
])('%s is the amount without what cannot stand there', (written, target, told) => {
  const text = `okrs for a in 2026 { objective x "X" {\n kr k "K" to ${written}\n} }`;
  expect(read(text)).toMatchObject([{ objectives: [{ keyResults: [{ measure: { target } }] }] }]);
  expect(problems(text)).toEqual(told);
});

describe('a title behind the measure', () => {
  const inObjective = (line: string) => `okrs for a in 2026 { objective x "X" {\n ${line}\n} }`;
  test.each(['kr nps from 38 to 55 "Score"', 'guardrail nps from 38 to 55 "Score"'])(
    'is the title of %s, and told',
    (line) => {
      const text = inObjective(line);
      expect(JSON.stringify(read(text))).toContain(
        '"title":"Score","measure":{"form":"from-to","baseline":"38","target":"55"}',
      );
      expect(problemsOf(parseOkr('', text))).toEqual([
        'syntax-error: The title comes before the measure. Move it before `from`.',
      ]);
    },
  );
  test('is told behind the deadline too', () => {
    expect(message(inObjective('kr nps from 38 to 55 by 2026-08-01 "Score"'))).toContain('The title comes first');
  });
  test.each(['kr nps "Score" from 3 to 5 "sprints"', 'kr nps from 3 "sprints" to 5 "sprints"'])(
    'is none in %s',
    (line) => {
      expect(problems(inObjective(line))).toEqual([]);
    },
  );
});

test('a sentence in a line of its own is no unit of the figure above', () => {
  const text = 'okrs for a in 2026 { objective x "X" {\n kr k "K" from 1 to 5\n "Refund rate from 4% to 2%"\n} }';
  expect(problemsOf(parseOkr('', text))).toEqual(['syntax-error: A keyword such as `kr` is missing before this text.']);
  expect(read(text)).toMatchObject([{ objectives: [{ keyResults: [{ measure: { baseline: '1', target: '5' } }] }] }]);
});

test('a comment that is not closed hides one line only', () => {
  expect(read('/* team a\nteam b\n/* closed */ team c')).toMatchObject([{ name: 'b' }, { name: 'c' }]);
});

test.each([
  '“Alpha”',
  '„Alpha“',
  '”Alpha”',
  '«Alpha»',
  '»Alpha«',
  '‹Alpha›',
  '‘Alpha’',
  '‚Alpha‘',
  "'Alpha'",
  '″Alpha″',
  '′Alpha′',
  '「Alpha」',
])('%s is a text whose marks are told', (quoted) => {
  const text = `team a ${quoted} in b`;
  expect(read(text)).toMatchObject([{ title: 'Alpha', parent: 'b' }]);
  expect(problems(text)).toEqual([`syntax-error at "${quoted}"`]);
  expect(message(text)).toBe('Texts stand in straight double quotation marks: write " in place of these.');
});

test('an apostrophe ends no text in single marks, and begins none in a word', () => {
  expect(read("team a 'People who don’t leave' in b")).toMatchObject([
    { title: 'People who don’t leave', parent: 'b' },
  ]);
  expect(read("team a Alpha's people\nteam b 'Beta'")).toMatchObject([{ name: 'a' }, { name: 'b', title: 'Beta' }]);
});

test('a text over two lines is one, and told once', () => {
  const text =
    'okrs for mill in FY26 {\n  objective a "Earn back trust\n    so that buyers return" {\n    kr "K" to 5\n  }\n}';
  expect(read(text)).toMatchObject([
    { objectives: [{ title: 'Earn back trust so that buyers return', keyResults: [{ title: 'K' }] }] },
  ]);
  expect(problemsOf(parseOkr('', text))).toEqual(['syntax-error: A text stands on one line. Join the two lines.']);
});

test('a text that lacks its end leaves the brace behind it', () => {
  const text = 'okrs for mill in FY26 {\n  objective a "Alpha {\n    kr "K" to 5\n  }\n}';
  expect(read(text)).toMatchObject([{ objectives: [{ title: 'Alpha', keyResults: [{ title: 'K' }] }] }]);
  expect(problems(text)).toEqual(['syntax-error at ""Alpha"']);
});

test('curly quotation marks are read and reported', () => {
  const text = 'team a “Alpha” in b';
  expect(read(text)).toMatchObject([{ title: 'Alpha', parent: 'b' }]);
  expect(problems(text)).toEqual(['syntax-error at "“Alpha”"']);
});

describe('messages say what was meant', () => {
  const inKeyResult = (text: string): string => message(`okrs for a in b { objective o {\nkr "K" ${text}\n} }`);

  test.each([
    ['by 30%', 'up 30%'],
    [
      'by soon',
      '`by` wants a date here, such as `by 2026-08-31` or `by "end of August"`; for a change of a measure write `up 30%`. Instead `soon` stands here.',
    ],
    [
      'from 2026-08-31',
      '`from` wants an amount here, such as `from 31%` or `from 6 days`; a deadline is written `by 2026-08-31`. Instead `2026-08-31` stands here.',
    ],
    ['2026-08-31', 'A deadline is written `by 2026-08-31`.'],
    ['30%', 'A measure begins with `from`, `to`, `up`, `down`, `at least`, `at most` or `between`.'],
    ['to 1,5', 'Decimals are written with a point, as in 1.5, and thousands with a comma, as in 1,500.'],
    ['frm 3', '`frm` is not known here. Did you mean `from`?'],
    ['{ weigth 2 }', '`weigth` is not known here. Did you mean `weight`?'],
    ['{ confidence 70% }', '`confidence` cannot stand here.'],
    ['{ draft }', 'It belongs in the braces of `okrs` or `objective`.'],
    ['at 5', '`at` wants `least` or `most` here, such as `at least 99.9%`.'],
    ['"again"', 'A statement has one text in quotation marks, right behind its name.'],
    ['{ owner }', '`owner` wants the name of a person here, such as `owner maya`.'],
    ['{ supports a. }', 'A name is missing behind the dot, as in `acme.loyalty`.'],
    ['{ owner a, }', 'A name is missing behind the comma, as in `maya, liam`.'],
    ['{ status done }', '`status` cannot stand here. It belongs in the braces of `initiative`.'],
    ['{ supports a and b }', 'Write a comma in place of `and`.'],
    ['leading', '`leading` belongs in braces at the end of this line: `{ leading }`.'],
    ['\n kr "Net "promoter" score" to 5', 'A quotation mark inside a text is written \\"'],
    ['\n key result "Refund rate" from 4% to 2%', 'A key result is written `kr`'],
    ['\n "Refund rate from 4% to 2%"', '`kr` is missing before this text. Write `kr "Refund rate from 4% to 2%"`.'],
    ['by 05/09/2026', 'Write `2026-09-05` or `2026-05-09` instead of `05/09/2026`.'],
    ['by 2026/08/31', 'Write `2026-08-31` instead of `2026/08/31`.'],
  ])('%s', (written, said) => {
    expect(inKeyResult(written)).toContain(said);
  });

  test.each([
    [
      'team growth in 2026-Q3',
      '`in` wants a unit here, such as `in support`: a company, department or team. Instead `2026-Q3` stands here.',
    ],
    ['okrs for 2026-Q3 in growth { }', '`for` wants a name here: a unit, as in `okrs for support in 2026-Q3`'],
    ['okrs for growth { }', '`in` is missing behind `growth`. Say for which cycle, such as `in 2026-Q3`.'],
    ['okrs fr growth in FY26 { }', 'Instead `fr` stands here.'],
    [
      'okrs { }',
      '`okrs` wants to know whose goals these are and for which cycle: `okrs for support in 2026-Q3 { … }`.',
    ],
    ['owner maya', '`owner` cannot stand here. It belongs in the braces of'],
    ['lead maya', '`lead` cannot stand here. It belongs in the braces of `company`, `department`, `team` or `person`.'],
    ['team x "X" in acme lead liam', '`lead` belongs in braces at the end of this line: `{ lead liam }`.'],
    ['team x in acme, shop { lead liam }', 'A unit lies in one other only.'],
    ['cycle fy7 2026-02-01 to 2027-01-31', 'Write `from 2026-02-01`.'],
    ['cycle FY26 { checkins sometimes }', '`checkins` wants a rhythm here'],
    ['cycle FY26 { checkins every 2 moons }', '`every 2 moons` is not a rhythm.'],
    ['checkin 2026-02-30 for a in b { }', '2026-02-30` is no date of the calendar.'],
    [
      'checkin 2026-08-14 for a in b { x 4 confidence 170% }',
      '`170%` is not a share between 0 and 1, such as 0.7 or 70%.',
    ],
  ])('%s', (written, said) => {
    expect(message(written)).toContain(said);
  });

  test.each([
    ['kr', 'This `kr` has no text yet. Write it in quotation marks, such as `kr "'],
    ['initiative', 'This `initiative` has no text yet.'],
    ['guardrail', 'This `guardrail` has no text yet.'],
  ])('a bare %s', (line, said) => {
    const text = `okrs for mill in FY26 {\n  objective a "A" {\n    ${line}\n    kr next "Next" to 5\n  }\n}`;
    expect(parseOkr('', text).problems).toMatchObject([
      { message: expect.stringContaining(said), span: { start: 48 } },
    ]);
  });

  test('a name with a dot', () => {
    expect(message('team north.west "North"')).toContain('A name has no dots');
  });

  test('none of them speaks of tokens or parsers', () => {
    const texts = [
      '}',
      '{',
      'x',
      '5',
      '"a"',
      '#',
      '$',
      'team',
      'okrs for',
      'kr',
      'in',
      'checkin 5',
      'closing for a in b { x y z }',
    ];
    for (const { message: said } of texts.flatMap((text) => parseOkr('', text).problems)) {
      expect(said).toMatch(/\.$|\?$/);
      expect(said).not.toMatch(/token|pars|expect|syntax|identifier|EOF/i);
    }
  });
});

test('a spoilt line behind a stray } does not hide the readings that follow', () => {
  const text = 'checkin 2026-08-14 for mill in 2026-Q3 {\nbread.a 1\n}\n# from\nbread.b 2\n}\n';
  const targets = parseOkr('', text).statements.flatMap((statement) =>
    statement.kind === 'checkin' ? statement.readings.map(({ target }) => target?.segments.at(-1)?.text) : [],
  );
  expect(targets).toContain('a');
  expect(targets).toContain('b');
});

test.each([
  ['okrs for acme in Q4 2026 {\n}\n', '2026-Q4', 'Q4 2026'],
  ['okrs for acme in Q4/2026 {\n}\n', '2026-Q4', 'Q4/2026'],
  ['okrs for acme in 2026 h1 {\n}\n', '2026-H1', '2026 h1'],
  ['checkin 2026-08-14 for acme in q3 2026 {\n}\n', '2026-Q3', 'q3 2026'],
])('a quarter that is written in another way is told as it is meant: %s', (text, meant, written) => {
  expect(problems(text)[0]).toBe(`syntax-error at "${written}"`);
  expect(message(text)).toContain(`\`${meant}\` instead of \`${written}\``);
});
