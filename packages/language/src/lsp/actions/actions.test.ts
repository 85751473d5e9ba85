import { checkProject } from '@okr-language/core';
import { describe, expect, test } from 'vitest';
import { parseOkr } from '../../parse.ts';
import { applyEdits, project } from '../testing/kit.ts';
import { codeActions, fixAll, fixAllKind, withTabStops } from './code-actions.ts';

const text = `company acme "Acme"
okrs for acme in 2026-Q3 {
    objective x "Become the shop that people come back to" {
        owner acme
        /// What we hear.
        kr "Make <|>customers much happier"
        kr "Raise repeat purchases from 31% to 45% by end of August"
    }
}
`;

function actionsAt(marked: string, options = {}) {
  const files = project(marked);
  const findings = checkProject(files.cascade).get(files.uri) ?? [];
  const range = { start: files.position, end: files.position };
  return { files, findings, actions: codeActions(files, range, findings, options) };
}

function applied(marked: string, title: RegExp): string {
  const { files, actions } = actionsAt(marked);
  const action = actions.find((candidate) => title.test(candidate.title));
  if (!action) throw new Error(`No action ${title} among ${actions.map((one) => one.title).join(', ')}`);
  return applyEdits(files.text, action.edit?.changes?.[files.uri] ?? []);
}

describe('for a finding', () => {
  test('ignoring it here puts a comment above, with a place for the reason, and the finding is gone', () => {
    const after = applied(text, /^Ignore “kr-no-number”/);
    expect(after).toContain(
      '        // okr-ignore kr-no-number: say why\n        /// What we hear.\n        kr "Make customers',
    );
    const rules = [...checkProject(project(after).cascade).values()].flat().map(({ rule }) => rule);
    expect(rules).not.toContain('kr-no-number');
    expect(project(after).file.statements).toHaveLength(2);
  });

  test('where the line begins in a comment it is ignored at the end of the line', () => {
    const commented = text.replace('        /// What we hear.\n', '        /* What\n we hear. */');
    const after = applied(commented, /^Ignore “kr-no-number”/);
    expect(after).toContain(
      ' we hear. */        kr "Make customers much happier" // okr-ignore kr-no-number: say why\n',
    );
    const rules = [...checkProject(project(after).cascade).values()].flat().map(({ rule }) => rule);
    expect(rules).not.toContain('kr-no-number');
  });

  test('the edit is there whatever the address of the document is', () => {
    const files = project({ ['__proto__']: text });
    const findings = checkProject(files.cascade).get('__proto__') ?? [];
    const range = { start: files.position, end: files.position };
    const edits = codeActions(files, range, findings).map(({ edit }) => Object.keys(edit?.changes ?? {}));
    expect(edits).toContainEqual(['__proto__']);
  });

  test('the page of the rule is opened by the command that the editor has for it', () => {
    const { actions } = actionsAt(text, { openPageCommand: 'okr.openRulePage' });
    expect(actions.find(({ title }) => title === 'Explain “kr-no-number”')?.command).toMatchObject({
      command: 'okr.openRulePage',
      arguments: ['kr-no-number'],
    });
  });

  test('nothing where nothing is wrong, and only the kinds that are asked for', () => {
    expect(actionsAt('company acme<|> "Acme"\n').actions).toEqual([]);
    expect(actionsAt(text, { only: ['refactor'] }).actions.filter(({ kind }) => kind === 'quickfix')).toEqual([]);
  });
});

test('a check-in that a fix adds to another file is shown there, with its first value selected', () => {
  const report = 'checkin 2026-07-02 for acme in 2026-Q3 {\n    a.cups 6 cups\n}\n';
  const files = project({
    'a.okr':
      'company acme\nokrs for acme in 2026-Q3 {\n  objective a "Trust" { kr cups "Cups" from 5 cups to 9 cups }\n}\n<|>',
    'b.okr': report,
  });
  const findings = checkProject(files.cascade).get(files.uri) ?? [];
  const range = { start: { line: 0, character: 0 }, end: files.position };
  const actions = codeActions(files, range, findings, { showPlaceCommand: 'show', snippets: true });
  const action = actions.find(({ title }) => title.startsWith('Add a check-in'));
  const [uri, place] = action?.command?.arguments ?? [];
  const text = applyEdits(report, action?.edit?.changes?.['b.okr'] ?? []).split('\n');
  expect(uri).toBe('b.okr');
  expect(place.start.line).toBe(place.end.line);
  expect(text[place.start.line]?.slice(place.start.character, place.end.character)).toBe('6 cups');
  const elsewhere = codeActions(files, range, findings).find(({ title }) => title === action?.title);
  expect(elsewhere).not.toHaveProperty('command');
});

describe('what is to be filled in', () => {
  const stop = (number: number, text: string) => `\${${number}:${text}}`;
  const fixOf = (options: object) =>
    actionsAt(text, options).actions.find(({ title }) => title.startsWith('Add `from 0 to 100`'))?.edit;

  test('is a place that an editor with tab stops leads to', () => {
    const [change] = fixOf({ snippets: true })?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    expect(edits).toMatchObject([
      { snippet: { kind: 'snippet', value: ` from ${stop(1, '0')} to ${stop(2, '100')}` } },
    ]);
  });

  test('stands in lines without the blanks that the editor puts before them', () => {
    const one =
      'company a "A"\nokrs for a in 2026 {\n    objective x "Be<|> loved" {\n        kr k "K" to 3\n    }\n}\n';
    const { actions } = actionsAt(one, { snippets: true });
    const edit = actions.find(({ title }) => title === 'Add 1 key result to be filled in')?.edit;
    const [change] = edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    const value = `\nkr "${stop(1, 'What must improve along with it')}" from ${stop(2, '0')} to ${stop(3, '100')}`;
    expect(edits).toMatchObject([{ range: { start: { line: 3, character: 21 } }, snippet: { value } }]);
  });

  test('is plain text elsewhere', () => {
    expect(Object.values(fixOf({})?.changes ?? {})).toMatchObject([[{ newText: ' from 0 to 100' }]]);
  });

  test('keeps signs that mean something in a snippet', () => {
    expect(withTabStops(' to $100 { … }', ['100', '…'])).toBe(` to \\$${stop(1, '100')} { ${stop(2, '…')} \\}`);
  });
});

describe('quotation marks', () => {
  const kr = (written: string) => `company a "A"\nokrs for a in 2026 { objective x "X" {\n kr k ${written}\n} }`;

  test.each([
    ['“Raise <|>it” to 3', '"Raise it" to 3'],
    ['„Mehr<|> Kunden“ to 3', '"Mehr Kunden" to 3'],
  ])('from a slide become straight: %s', (written, expected) => {
    const after = applied(kr(written), /straight/);
    expect(after).toBe(kr(expected));
    expect(parseOkr('', after).problems).toEqual([]);
  });

  test('of a text over two lines: it is joined', () => {
    const after = applied(kr('"Raise <|>it\n   and keep it" to 3'), /^Write the text on one line/);
    expect(after).toBe(kr('"Raise it and keep it" to 3'));
  });

  test('that lack their end get it', () => {
    const after = applied(kr('"Raise <|>it to 3 '), /^Close the quotation/);
    expect(after).toBe(kr('"Raise it to 3" '));
    expect(parseOkr('', after).problems).toEqual([]);
  });
});

describe('what stands before the braces moves inside', () => {
  const set = (written: string) => `company a "A"\nokrs for a in 2026 {\n  ${written}\n}`;

  test.each([
    [
      'objective x "X" <|>committed {\n    kr k "K" from 1 to 2\n  }',
      'objective x "X" {\n    committed\n    kr k "K" from 1 to 2\n  }',
    ],
    ['objective x "X" owner <|>a { standalone }', 'objective x "X" { owner a standalone }'],
  ])('%s', (written, expected) => {
    const after = applied(set(written), /inside the braces/);
    expect(after).toBe(set(expected));
    expect(parseOkr('', after).problems).toEqual([]);
  });
});

describe('a quotation without its end is closed before the code behind it', () => {
  const inObjective = (line: string) => `company a "A"\nokrs for a in 2026 { objective x "X" {\n ${line}\n} }`;

  test.each([
    ['kr k "Page<|> load from 3 to 5 { owner liam }', 'kr k "Page load" from 3 to 5 { owner liam }'],
    ['kr k "Page<|> load // ask Tara', 'kr k "Page load" // ask Tara'],
    ['kr k "Cut<|> it to 3 { weight 2 }', 'kr k "Cut it to 3" { weight 2 }'],
    ['kr k "Page<|> load from 3 to 5 by 2026-08-31', 'kr k "Page load" from 3 to 5 by 2026-08-31'],
    ['guardrail "Refunds<|> in Germany at most 4%', 'guardrail "Refunds in Germany" at most 4%'],
    ['initiative "Call<|> back for k', 'initiative "Call back" for k'],
    ['kr "Calls<|> from buyers at home', 'kr "Calls from buyers at home"'],
    ['kr k "K" { source "https://bi.<|>example }', 'kr k "K" { source "https://bi.example" }'],
  ])('%s', (line, expected) => {
    const after = applied(inObjective(line), /^Close the quotation/);
    expect(after).toBe(inObjective(expected));
    expect(parseOkr('', after).problems).toEqual([]);
  });

  test('a unit stays where it is', () => {
    expect(applied('team x "X team<|> in nova\n', /^Close the quotation before `in`/)).toBe(
      'team x "X team" in nova\n',
    );
  });

  test('the goals of an objective stay in it', () => {
    const after = applied('okrs for a in 2026 {\n objective x "X<|> {\n  kr "K" to 3\n }\n}', /^Close the quotation/);
    expect(after).toBe('okrs for a in 2026 {\n objective x "X" {\n  kr "K" to 3\n }\n}');
  });
});

describe('what is plain is mended', () => {
  const kr = (written: string) => `company a "A"\nokrs for a in 2026 { objective x "X" {\n kr k "K" ${written}\n} }`;

  test.each([
    ['from 9 to 4 by <|>September { weight 2 }', 'from 9 to 4 by "September" { weight 2 }'],
    ['from 9 to 4 by <|>end of August', 'from 9 to 4 by "end of August"'],
    ['from 9 to 4 by <|>Q3 // soon', 'from 9 to 4 by "Q3" // soon'],
  ])('a date in words without quotation marks: %s', (written, expected) => {
    const after = applied(kr(written), /^Put the date in quotation marks/);
    expect(after).toBe(kr(expected));
    expect(parseOkr('', after).problems).toEqual([]);
  });

  const line = (written: string) => `okrs for a in 2026 { objective x "X" {\n ${written}\n} }`;

  test.each([
    ['own<|>r tara', 'owner tara', /^Change to `owner`/],
    ['kr "X" fo<|>rm 3 to 5', 'kr "X" from 3 to 5', /^Change to `from`/],
    ['depends ca<|>re.trust', 'depends on care.trust', /^Write `on` behind `depends`/],
    ['carried<|> } }', 'carried from } }', /^Write `from` behind `carried`/],
    ["kr <|>'Raise it' from 3 to 5", 'kr "Raise it" from 3 to 5', /^Write straight/],
  ])('what the message says that was meant: %s', (written, expected, title) => {
    expect(applied(line(written), title)).toBe(line(expected));
  });

  test.each(['2026Q3', 'Q3 2026', 'Q3/2026'])('a part of a year: %s', (written) => {
    const text = (cycle: string) => `okrs for a in ${cycle} { draft }`;
    const marked = `${written.slice(0, 1)}<|>${written.slice(1)}`;
    expect(applied(text(marked), /^Change to `2026-Q3`/)).toBe(text('2026-Q3'));
  });

  test('a word that tells no date stays', () => {
    const { actions } = actionsAt(kr('from 9 to 4 by <|>somebody'));
    expect(actions.filter(({ title }) => title.startsWith('Put'))).toEqual([]);
  });

  test('thousands with a blank between them', () => {
    const after = applied(kr('to $1<|> 250 000'), /^Write `\$1,250,000`/);
    expect(after).toBe(kr('to $1,250,000'));
    expect(parseOkr('', after).problems).toEqual([]);
  });
});

describe('what was read from a sentence', () => {
  const sentence = text.replace('<|>', '').replace('Raise', 'Ra<|>ise');

  test('is written as clauses, the sentence stays', () => {
    const after = applied(sentence, /^Write what was read/);
    expect(after).toContain(
      'kr "Raise repeat purchases from 31% to 45% by end of August" from 31% to 45% by 2026-08-31\n',
    );
    expect(parseOkr('', after).problems).toEqual([]);
  });

  test('is not offered a second time', () => {
    const after = applied(sentence, /^Write what was read/).replace('Raise', 'Ra<|>ise');
    expect(actionsAt(after).actions.filter(({ title }) => /^Write/.test(title))).toEqual([]);
  });
});

test('all safe fixes at once leave nothing that can be mended safely', () => {
  const faulty =
    'company acme "Acme"\nteam a "A" in acme\nokrs for a in 2026-Q3 {\n objective x "X" { supports acme.loyalti }\n}\nokrs for acme in 2026-Q3 { objective loyalty "L" { kr "K" from 1 to 2 } }';
  const { files, findings } = actionsAt(faulty);
  const edit = fixAll(files, findings);
  const after = edit ? applyEdits(files.text, edit.changes?.[files.uri] ?? []) : files.text;
  const again = project(after);
  expect(fixAll(again, checkProject(again.cascade).get(again.uri) ?? [])).toBeNull();
  const { actions } = actionsAt(faulty, { only: [fixAllKind] });
  expect(actions.length).toBe(edit ? 1 : 0);
});

test('where a whole text is marked, only so many findings have their fixes in the menu', () => {
  const goals = Array.from({ length: 300 }, (_, i) => `    objective o${i} "Grow" { kr "Be liked more" }`).join('\n');
  const files = project(`company acme "Acme"\nokrs for acme in 2026-Q3 {\n${goals}\n}\n`);
  const findings = checkProject(files.cascade).get(files.uri) ?? [];
  const whole = { start: { line: 0, character: 0 }, end: { line: 303, character: 0 } };
  const ignored = codeActions(files, whole, findings).filter(({ title }) => title.startsWith('Ignore'));
  expect(findings.length).toBeGreaterThan(300);
  expect(ignored.length).toBeGreaterThan(20);
  expect(ignored.length).toBeLessThanOrEqual(50);
});

test('fixes that can be made without asking are made in the order of the findings, and none where another one touches it', () => {
  const weights = 'kr "Visits" from 1 to 5 { weight 2 }\n        kr "Orders" from 1 to 5';
  const goals = `okrs for acme in 2026-Q3 {\n    objective a "Grow" {\n        ${weights}\n    }\n    objective b "Grow" {\n        ${weights}\n    }\n}\n`;
  const files = project(`company acme "Acme"\n${goals}`);
  const findings = checkProject(files.cascade).get(files.uri) ?? [];
  const edits = (order: typeof findings) => fixAll(files, order)?.changes?.[files.uri] ?? [];
  expect(edits(findings)).toHaveLength(2);
  // Each a second time: what it changes is taken already.
  expect(edits([...findings, ...findings])).toEqual(edits(findings));
  expect(edits([...findings].reverse())).toEqual(edits(findings));
});
