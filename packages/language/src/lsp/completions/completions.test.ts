import { describe, expect, test } from 'vitest';
import { acme, applyEdits, project } from '../testing/kit.ts';
import { completions, resolveCompletion } from './completions.ts';
import { MAX_ITEMS } from './proposal.ts';

/** The labels proposed at `<|>` in a file beside the organisation of the kit. */
function labels(text: string): string[] {
  return list(text).items.map((item) => item.label);
}

function list(text: string, options = {}) {
  const files = project({ 'org.okr': acme, 'b.okr': text });
  return completions(files, files.position, options);
}

/** The text after the proposal with that label was accepted. */
function accepted(text: string, label: string, snippets = false): string {
  const item = list(text, { snippets }).items.find((candidate) => candidate.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`${label} is not proposed`);
  return applyEdits(text.replace('<|>', ''), [item.textEdit]);
}

const inObjective = (text: string) =>
  `okrs for support in 2026-Q3 {\n    objective trust "Earn trust" {\n        ${text}`;

describe('keywords by place', () => {
  test('an empty file begins with goals, check-ins and the organisation', () => {
    expect(labels('<|>')).toEqual([
      'okrs',
      'checkin',
      'team',
      'person',
      'department',
      'company',
      'cycle',
      'kpi',
      'closing',
    ]);
  });

  test.each([
    ['okrs <|>', ['for']],
    ['okrs for support <|>', ['in']],
    ['okrs for support in 2026-Q3 <|>', []],
    ['checkin 2026-08-14 <|>', ['for']],
    ['closing for growth in 2026-Q3 <|>', ['on']],
    ['team x "X" <|>', ['in']],
    [inObjective('depends <|>'), ['on']],
    [inObjective('guardrail "Refunds" at <|>'), ['least', 'most']],
    [inObjective('initiative "Phones" { status <|>'), ['todo', 'doing', 'done', 'dropped']],
  ])('what must follow is all that is proposed: %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('in a set objectives come first, and what may stand once is not proposed again', () => {
    const found = labels('okrs for support in 2026-Q3 {\n    owner maya\n    <|>\n}');
    expect(found[0]).toBe('objective');
    expect(found).not.toContain('owner');
    expect(found).not.toContain('kr');
  });

  test('after the title of a key result its measure comes first', () => {
    expect(labels(inObjective('kr csat "Rating" <|>')).slice(0, 8)).toEqual([
      'from',
      'to',
      'up',
      'down',
      'at least',
      'at most',
      'between',
      'yes/no',
    ]);
  });

  test('a measure that is complete leaves only the day', () => {
    const found = labels(inObjective('kr csat "Rating" from 3 days to 4 days <|>'));
    expect(found[0]).toBe('by');
    expect(found).not.toContain('to');
    expect(found).not.toContain('up');
  });

  test('what is half typed above does not matter', () => {
    const broken =
      'okrs for\nteam "x\nokrs for support in 2026-Q3 {\n objective trust "Earn" {\n supports acme.\n kr "half\n owner\n <|>';
    expect(labels(broken)).toContain('kr');
  });

  test('each keyword explains itself with an example', () => {
    const [first] = list(inObjective('supp<|>')).items;
    expect(first).toMatchObject({ label: 'supports', documentation: { kind: 'markdown' } });
    expect(JSON.stringify(first?.documentation)).toContain('```okr');
  });

  test('templates have tab stops where the editor knows them', () => {
    const kr = (snippets: boolean) => list(inObjective('<|>'), { snippets }).items.find(({ label }) => label === 'kr');
    expect(kr(true)?.textEdit?.newText).toBe(`kr \${1:name} "\${2:What is measured}" from \${3:0} to \${4:0}`);
    expect(kr(true)?.insertTextFormat).toBe(2);
    expect(kr(false)?.textEdit?.newText).toBe('kr');
  });

  test.each([
    ['a day', 'cycle X "X" from 2026-02-01 <|>', ['days']],
    ['the days of a cycle', 'cycle X "X" from 2026-02-01 to 2026-03-31\n<|>', ['days', 'of 5']],
    ['the value of a reading', 'checkin 2026-08-15 for growth in 2026-Q3 {\n spread.trial 4 <|>', ['in']],
    ['its confidence', 'checkin 2026-08-15 for growth in 2026-Q3 {\n spread.trial 4 confidence 70% <|>', ['in']],
    ['a decision', 'closing for growth in 2026-Q3 {\n spread score 0.7 modify <|>', ['in', 'keep', 'defer', 'abandon']],
    ['a weight', inObjective('supports acme.loyalty weight 2 <|>'), ['in']],
    ['a link, on the next line', inObjective('supports acme.loyalty\n <|>'), ['in']],
    ['a measure, in its block', inObjective('kr "x" from 3 to 5 { <|> }'), ['from', 'to', 'up', 'yes/no']],
    ['a scale', inObjective('kr "x" from 3 of 5 to 4 of 5 <|>'), ['days']],
    ['a figure, on the next line', inObjective('kr "x" from 3 to 4\n <|>'), ['days']],
  ])('nothing that cannot stand behind %s', (_, text, never) => {
    const found = labels(text);
    for (const word of never) expect(found).not.toContain(word);
  });

  test('no tags outside of goals, and no title before a name that must be there', () => {
    expect(labels('#<|>')).toEqual([]);
    for (const word of ['team', 'company', 'cycle', 'kpi']) expect(labels(`${word} <|>`)).toEqual([]);
    expect(labels('team x <|>')).toContain('"…"');
  });

  test.each([
    [inObjective('kr "x" up 20% from 1400 per <|>'), ['month', 'week', 'day', 'quarter', 'year']],
    ['cycle X "X" { checkins every <|> }', ['2', '3', '4', '6']],
    ['cycle X "X" { checkins every 2 <|> }', ['weeks', 'months', 'days']],
    [inObjective('kr "x" from 3 to 5 { checkin 2026-08-01 <|> }'), ['5', '3']],
  ])('the one word that must follow: %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('the days of a cycle, told as such', () => {
    const from = list('cycle X "X" <|>').items.find(({ label }) => label === 'from');
    expect(from).toMatchObject({ textEdit: { newText: 'from ' }, detail: expect.stringContaining('first day') });
  });

  test('nothing inside a quoted text or block comment', () => {
    expect(labels(inObjective('kr csat "Rating fr<|>'))).toEqual([]);
    expect(labels(inObjective('kr csat "Rating fr<|>om"'))).toEqual([]);
    expect(labels('/* okr<|> */')).toEqual([]);
  });
});

describe('names', () => {
  test('units after for, teams before persons', () => {
    expect(labels('okrs for <|>')).toEqual(['acme', 'support', 'growth', 'maya', 'liam']);
  });

  test('persons first after owner and lead', () => {
    expect(labels(inObjective('owner <|>'))).toEqual(['maya', 'liam', 'acme', 'support', 'growth']);
    expect(labels('team x "X" in acme { lead <|> }').slice(0, 2)).toEqual(['maya', 'liam']);
    expect(labels(inObjective('owner maya, <|>')).slice(0, 2)).toEqual(['maya', 'liam']);
  });

  test('a person is found by the title too', () => {
    expect(labels(inObjective('owner ortiz<|>'))).toEqual(['maya']);
  });

  test('the current and the next quarter first among cycles', () => {
    expect(labels('okrs for support in <|>').slice(0, 3)).toEqual(['2026-Q3', '2026-Q4', 'FY26']);
  });

  test('a unit is not proposed to be in itself', () => {
    expect(labels('team growth "Growth" in <|>')).not.toContain('growth');
  });

  test('tags in use', () => {
    expect(labels(inObjective('#<|>'))).toEqual(['#brand', '#marketing']);
    expect(accepted(inObjective('#mar<|>'), '#marketing')).toBe(inObjective('#marketing'));
  });

  test('names with a hyphen and in other scripts are replaced as a whole', () => {
    const org = `company c "C"\nteam north-east "N" in c\nteam søk "S" in c\nteam 東京 "T" in c\n`;
    for (const [typed, name] of [
      ['north-e', 'north-east'],
      ['sø', 'søk'],
      ['東', '東京'],
    ] as const) {
      const files = project(`${org}okrs for ${typed}<|>`);
      const item = completions(files, files.position).items.find(({ label }) => label === name);
      if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`${name} is not proposed`);
      expect(applyEdits(files.text, [item.textEdit])).toBe(`${org}okrs for ${name}`);
    }
  });
});

test('names are found however their marks are written, by the editor too', () => {
  const files = project('team caf\u00e9 "C"\nokrs for cafe\u0301<|>');
  const [item] = completions(files, files.position).items;
  expect(item).toMatchObject({ label: 'caf\u00e9', filterText: 'cafe\u0301 C', textEdit: { newText: 'caf\u00e9' } });
  expect(item?.textEdit).toMatchObject({ range: { start: { character: 9 }, end: { character: 14 } } });
});

describe('goals', () => {
  test('supports: those of the units above first, in the shortest form', () => {
    expect(labels(inObjective('supports <|>'))).toEqual([
      'acme.loyalty',
      'acme.loyalty.repeat',
      'acme.loyalty.nps',
      'growth.spread',
      'growth.spread.trial',
    ]);
  });

  test('supports: nothing that supports this goal already, and those of units below last', () => {
    const text = `okrs for acme in 2026-Q3 { objective reach "R" { kr cities "C" to 3\n supports <|> } }
okrs for support in 2026-Q3 { objective trust "T" { supports acme.reach.cities } }
okrs for support in 2026-Q3 { objective other "O" { kr csat "R" to 3 { supports trust } } }`;
    const found = labels(text);
    expect(found).not.toContain('support.trust');
    expect(found.slice(0, 3)).toEqual(['acme.loyalty', 'acme.loyalty.repeat', 'acme.loyalty.nps']);
    const below = list(text).items.slice(3);
    expect(below.map(({ label }) => label)).toContain('support.other');
    for (const { detail } of below) expect(detail).toMatch(/^of a unit below · /);
  });

  test('depends on: other units first', () => {
    expect(labels(inObjective('depends on <|>'))[0]).toBe('growth.spread');
  });

  test('members after a dot', () => {
    expect(labels(inObjective('supports growth.<|>'))).toEqual(['growth.spread', 'growth.spread.trial']);
    expect(accepted(inObjective('supports growth.spread.tr<|>'), 'growth.spread.trial')).toBe(
      inObjective('supports growth.spread.trial'),
    );
  });

  test('a goal of a cycle that is not around is written with its cycle', () => {
    const text = 'okrs for support in 2026-Q4 {\n objective trust "T" {\n depends on <|>';
    expect(labels(text)).toEqual(expect.arrayContaining(['growth.spread in 2026-Q3', 'acme.loyalty']));
  });

  test('the cycle of a link is one in which the goal stands', () => {
    const text = (path: string) => `okrs for support in 2026-Q4 {\n objective trust "T" {\n depends on ${path}`;
    expect(labels(text('growth.spread in <|>'))).toEqual(['2026-Q3']);
    expect(labels(text('acme.loyalty.nps in <|>'))).toEqual(['FY26']);
    expect(labels(text('acme.nowhere in <|>'))).toContain('2026-Q4');
  });

  test('carried from: the own goals of earlier cycles first', () => {
    const text = 'okrs for growth in 2026-Q4 {\n objective more "M" {\n carried from <|>';
    expect(labels(text)[0]).toBe('growth.spread in 2026-Q3');
  });

  test('an initiative is for the key results of its own objective, by their bare names', () => {
    const text = inObjective('kr csat "Rating" from 3 to 4\n        initiative "Phones" for <|>\n    }\n}');
    expect(labels(text)[0]).toBe('csat');
  });

  test('a bare name in the own set, and the long form for who began with it', () => {
    const text = (typed: string) =>
      `okrs for support in 2026-Q3 {\n objective trust "T" { kr csat "R" to 4 }\n objective other "O" {\n depends on ${typed}<|>\n }\n}`;
    expect(labels(text('tr'))).toEqual(expect.arrayContaining(['trust', 'trust.csat']));
    expect(labels(text('support.'))).toEqual(['support.trust', 'support.trust.csat']);
  });

  test('the card of a goal is made when it is asked for', async () => {
    const files = project({ 'org.okr': acme, 'b.okr': inObjective('supports <|>') });
    const [item] = completions(files, files.position).items;
    expect(item?.documentation).toBeUndefined();
    const find = async (id: string) => {
      const goal = files.cascade.goals.get(id);
      return goal ? { goal, supporters: new Map([[id, 300]]) } : null;
    };
    const resolved = item && (await resolveCompletion(find, item));
    expect(JSON.stringify(resolved?.documentation)).toContain('Become the shop people come back to');
    expect(JSON.stringify(resolved?.documentation)).toContain('Supported by 300 goals');
  });
});

describe('accepted over what stands there already', () => {
  const checkin = (text: string) => `checkin 2026-08-14 for growth in 2026-Q3 {\n    ${text}\n}`;

  test.each([
    ['supports acme.loy<|>alty.repeat in FY26', 'acme.loyalty.nps', 'supports acme.loyalty.nps'],
    ['supports ac<|>me.loyalty.repeat', 'acme.loyalty.repeat', 'supports acme.loyalty.repeat'],
    ['supports growth.spread<|> in 2026-Q3 weight 2', 'growth.spread', 'supports growth.spread weight 2'],
    ['dep<|>ends on growth.spread', 'depends on', 'depends on growth.spread'],
    ['stand<|>alone because "x"', 'standalone because', 'standalone because "x"'],
    ['weig<|>ht 2', 'weight', 'weight 2'],
    ['kr "x" a<|>t least 3', 'at least', 'kr "x" at least 3'],
    ['kr x "A" fr<|>om 3 to 5', 'from', 'kr x "A" from 3 to 5'],
    ['kr x "A" fr<|> to 5', 'from', 'kr x "A" from to 5'],
    ['k<|>r x "A"', 'kr', 'kr x "A"'],
    ['lin<|>k "https://a.example"', 'link', 'link "https://a.example"'],
    ['// okr-ignore kr-no<|>-number: x', 'kr-no-number', '// okr-ignore kr-no-number: x'],
    ['// okr-ig<|>nore kr-no-number: x', 'okr-ignore', '// okr-ignore kr-no-number: x'],
  ])('%s', (line, label, expected) => {
    for (const snippets of [true, false])
      expect(accepted(inObjective(line), label, snippets)).toBe(inObjective(expected));
  });

  test('a reading keeps its value', () => {
    const [before, after] = ['spr<|>ead.trial 400 confidence 7%', 'spread.trial 400 confidence 7%'].map(checkin);
    expect(accepted(before as string, 'spread.trial', true)).toBe(after);
    expect(accepted(checkin('spread.trial 400 confidence 7<|>5%'), '70%')).toBe(
      checkin('spread.trial 400 confidence 70%'),
    );
  });

  test('what belongs to something else leaves a template as it is', () => {
    expect(accepted(inObjective('kr "x" fr<|> by 2026-08-31'), 'from', true)).toContain(`from \${1:0} to`);
  });
});

describe('values', () => {
  test('dates of the cycle after by', () => {
    expect(labels(inObjective('kr csat "R" from 3 to 4 by <|>'))).toEqual(['2026-09-30', '2026-08-31', '2026-07-31']);
  });

  test('the unit of the first value comes first after the second', () => {
    expect(labels(inObjective('kr wait "Wait" from 6 days to 3 <|>'))[0]).toBe('days');
    expect(labels(inObjective('kr wait "Wait" from 6 <|>'))).toContain('weeks');
  });

  test('readings with the last value shown', () => {
    const text =
      'checkin 2026-08-14 for growth in 2026-Q3 { spread.trial 420 }\ncheckin 2026-08-15 for growth in 2026-Q3 {\n    <|>\n}';
    const [item] = list(text).items;
    expect(item).toMatchObject({ label: 'spread.trial', detail: expect.stringContaining('last 420 on 2026-08-14') });
    expect(item?.textEdit?.newText).toContain(`\${1:420}`);
  });

  test('values, then confidence', () => {
    const reading = (rest: string) => `checkin 2026-08-15 for growth in 2026-Q3 {\n    spread.trial ${rest}`;
    expect(labels(reading('<|>'))).toEqual(['900', '300']);
    expect(labels(reading('400 <|>'))).toContain('confidence');
    expect(labels(reading('400 confidence <|>'))).toContain('70%');
  });

  test('goals and scores of a closing', () => {
    const closing = (rest: string) => `closing for growth in 2026-Q3 on 2026-10-02 {\n    ${rest}`;
    expect(labels(closing('<|>'))).toEqual(['spread', 'spread.trial']);
    expect(labels(closing('spread <|>')).slice(0, 6)).toEqual([
      'score',
      'keep',
      'modify',
      'defer',
      'abandon',
      'learned',
    ]);
    expect(labels(closing('spread score <|>'))).toContain('0.7');
  });

  test('rules in okr-ignore', () => {
    expect(labels('// okr-ignore kr-no<|>')).toContain('kr-no-number');
    expect(labels('// okr-<|>')).toEqual(['okr-ignore']);
    expect(labels('// a remark <|>')).toEqual([]);
  });
});

test('a large project is answered with at most 200 items in less than 64 KB, and says that there are more', () => {
  const org = Array.from(
    { length: 400 },
    (_, i) => `team t${i} "${'A rather long title of a team '.repeat(6)}${i}" in acme`,
  );
  const goals = Array.from(
    { length: 400 },
    (_, i) => `okrs for t${i} in 2026-Q3 { objective o${i} "${'Words '.repeat(60)}" { kr k "K" from 1 to 2 } }`,
  );
  const files = project({
    'org.okr': `company acme "Acme"\n${org.join('\n')}\n${goals.join('\n')}`,
    'b.okr': 'okrs for t0 in 2026-Q3 { objective x "X" { supports <|>',
  });
  const answer = completions(files, files.position);
  expect(answer.isIncomplete).toBe(true);
  expect(answer.items.length).toBeLessThanOrEqual(MAX_ITEMS);
  expect(answer.items.length).toBeGreaterThan(100);
  expect(JSON.stringify(answer).length).toBeLessThan(64 * 1024);
});

test('completion at every place of a text answers', () => {
  const text = `${acme}\n// okr-ignore x\n/* c */ "open\ncheckin 2026-08-14 for growth in 2026-Q3 { spread.trial 4 confidence 5% "n" }`;
  for (let at = 0; at <= text.length; at += 3) {
    const files = project(`${text.slice(0, at)}<|>${text.slice(at)}`);
    expect(completions(files, files.position).items.length).toBeLessThanOrEqual(MAX_ITEMS);
  }
});
