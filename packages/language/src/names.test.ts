import { describe, expect, test } from 'vitest';
import { keywords } from './syntax/kinds.ts';
import { keyResultOf, objectiveOf, statementsOf } from './testing/kit.ts';

const names = [
  ...keywords.filter((word) => word !== 'yes/no'),
  'uptime',
  'together',
  'byron',
  'ofcourse',
  'krs',
  'yesterday',
  'note',
  'up-sell',
  '_',
  '_1',
  'a-b_c9',
  'Größe',
  '目標',
  'هدف',
  'цель',
  'नमस्ते',
  'évolution',
];

describe.each(names)('the name %s', (name) => {
  test('of units, persons and cycles', () => {
    expect(
      statementsOf(
        `team ${name} "T" in ${name} { lead ${name} }\nteam ${name}\ncycle ${name} from 2026 to 2026\nkpi ${name} of ${name} to 5`,
      ),
    ).toMatchObject([
      { name, title: 'T', parent: name, lead: name },
      { name },
      { name, from: '2026' },
      { name, unit: name },
    ]);
  });

  test('of a set, objective, key result, initiative and guardrail', () => {
    const text = `okrs for ${name} in ${name} {
      owner ${name}, ${name}
      objective ${name} "O" { owner ${name} kr ${name} "K" from 3 to 5 { owner ${name} weight 2 }
        kr ${name} to 4
        initiative ${name} "I" for ${name}, ${name}
        guardrail ${name}
        guardrail ${name} "G" } }`;
    expect(statementsOf(text)).toMatchObject([
      {
        unit: name,
        cycle: name,
        owners: [name, name],
        objectives: [
          {
            name,
            owners: [name],
            keyResults: [
              { name, title: 'K', owners: [name], weight: 2 },
              { name, measure: { form: 'to', target: '4' } },
            ],
            initiatives: [{ name, title: 'I', for: [name, name] }],
            guardrails: [{ name }, { name, title: 'G' }],
          },
        ],
      },
    ]);
  });

  test('in references', () => {
    const text = `objective o { supports ${name}.${name}.${name} in ${name} weight 2, ${name}
      depends on ${name}.${name} carried from ${name} in 2026 }`;
    expect(objectiveOf(text)).toMatchObject({
      supports: [{ reference: `${name}.${name}.${name} in ${name}`, weight: 2 }, { reference: name }],
      dependsOn: [`${name}.${name}`],
      carriedFrom: `${name} in 2026`,
    });
  });

  test('in readings and closings', () => {
    const text = `checkin 2026-08-14 for ${name} in ${name} {
      ${name}.${name} 4 "note"
      x.${name} no
      ${name}.y 4 of 5
    }
    closing for ${name} in ${name} {
      ${name}.${name} score 0.7
      ${name}.x keep
    }`;
    expect(statementsOf(text)).toMatchObject([
      {
        unit: name,
        readings: [
          { target: `${name}.${name}`, value: '4', note: 'note' },
          { target: `x.${name}` },
          { target: `${name}.y` },
        ],
      },
      {
        unit: name,
        entries: [
          { target: `${name}.${name}`, score: 0.7 },
          { target: `${name}.x`, decision: 'keep' },
        ],
      },
    ]);
  });
});

test.each([
  ['kr "Sentence"', { title: 'Sentence' }],
  ['kr to 5', { measure: { form: 'to', target: '5' } }],
  ['kr to to 5', { name: 'to', measure: { form: 'to', target: '5' } }],
  ['kr up 5%', { measure: { form: 'up', target: '5%' } }],
  ['kr at at least 5', { name: 'at', measure: { form: 'at-least', target: '5' } }],
  ['kr by by 2026-08-31', { name: 'by', deadline: '2026-08-31' }],
  ['kr by 2026-08-31', { deadline: '2026-08-31' }],
])('nothing is swallowed where a name may be left out: %s', (text, expected) => {
  expect(keyResultOf(text)).toEqual({ kind: 'keyResult', ...expected });
});

test('a unit never swallows a keyword', () => {
  expect(keyResultOf('kr "T" to 5 orders per week by 2026-08-31 { weight 2 leading owner maya }')).toMatchObject({
    measure: { target: '5 orders per week' },
    deadline: '2026-08-31',
    weight: 2,
    indicator: 'leading',
  });
});
