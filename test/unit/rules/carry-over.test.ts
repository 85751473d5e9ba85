/** The quick fix for too many objectives: what moves to the next cycle, what stays, and that no link breaks. */
import { expect, it } from 'vitest';
import { allFindings, applied, findingsOf, fixesOf, projectOf, type Texts, textsOf } from './project.ts';

const organisation = `company acme "Acme Retail" { lead maya }
team support "Customer Support" in acme { lead maya }
person maya "Maya Ortiz" in support

okrs for acme in 2026 {
    objective loyalty "Become the shop people come back to" {
        kr repeat "Repeat purchase rate" from 31% to 45%
    }
}
`;

const five = ['Speed', 'Trust', 'Reach', 'Taste', 'Calm'].map((title) => `objective "${title} that people talk about"`);

function set(cycle: string, lines: readonly string[]): string {
  return `okrs for support in ${cycle} {\n${lines.map((line) => (line === '' ? '\n' : `    ${line}\n`)).join('')}}\n`;
}

/** The texts after the fix, or null where none is offered. */
function mended(files: Texts | string): Texts | null {
  const project = projectOf(files);
  const [finding] = findingsOf(project, 'too-many-objectives');
  const [fix] = finding ? fixesOf(project, finding) : [];
  if (!fix) return null;
  const after = applied(textsOf(files), fix);
  const errors = (texts: Texts) => allFindings(projectOf(texts)).filter(({ severity }) => severity === 'error').length;
  expect(errors(after)).toBeLessThanOrEqual(errors(textsOf(files)));
  expect(findingsOf(projectOf(after), 'too-many-objectives')).toEqual([]);
  return after;
}

it('moves the last objective with its comments into a draft of the next quarter, and says which cycle its links mean', () => {
  const growth = [
    '/// What the board asked for.',
    '// okr-ignore objective-vague: its words',
    'objective growth "Growth that people talk about" {',
    '    supports acme.loyalty.repeat weight 2',
    '    kr rate "Repeat purchase rate" from 31% to 45%',
    '    initiative "Tasting tour" for rate',
    '}',
  ];
  expect(mended(`${organisation}\n${set('2026-Q3', [...five, '', ...growth])}`)).toEqual({
    'example.okr': `${organisation}
${set('2026-Q3', five)}
okrs for support in 2026-Q4 {
    draft

    /// What the board asked for.
    // okr-ignore objective-vague: its words
    objective growth "Growth that people talk about" {
        supports acme.loyalty.repeat in 2026 weight 2
        kr rate "Repeat purchase rate" from 31% to 45%
        initiative "Tasting tour" for rate
    }
}
`,
  });
});

it('adds to the set of the next cycle where there is one, in whatever file, and marks the objective as a draft', () => {
  const files = {
    'org.okr': organisation,
    'now.okr': set('2026-Q3', [...five, 'objective "Growth that people talk about" { owner maya }']),
    'next.okr': set('2026-Q4', ['objective "Peace that people talk about"']),
  };
  expect(mended(files)).toEqual({
    'org.okr': organisation,
    'now.okr': set('2026-Q3', five),
    'next.okr': set('2026-Q4', [
      'objective "Peace that people talk about"',
      'objective "Growth that people talk about" { draft owner maya }',
    ]),
  });
});

it('leaves what is referred to or has begun, and takes the least weight first', () => {
  const lines = [
    'objective light "Speed that people talk about" { weight 0.5 }',
    ...five.slice(1),
    'objective begun "Growth that people talk about" { kr "Visits" from 1 to 9 { checkin 2026-08-01 3 } }',
    'objective asked "Peace that people talk about"',
  ];
  const asked = 'okrs for maya in 2026-Q3 { objective "Know each of them" { depends on support.asked } }\n';
  const after = mended(`${organisation}\n${asked}${set('2026-Q3', lines)}`)?.['example.okr'] ?? '';
  const [now = '', next = ''] = after.split('okrs for support in 2026-Q4');
  expect(next).toContain('objective light');
  expect(next).toContain('Calm');
  expect(now).toContain('objective begun');
  expect(now).toContain('objective asked');
});

it.each([
  ['the next set would be too full', `${set('2026-Q3', [...five, five[0] as string])}${set('2026-Q4', five)}`],
  [
    'no cycle follows',
    `cycle spring "Spring" from 2026-03-01 to 2026-05-31\n${set('spring', [...five, five[0] as string])}`,
  ],
])('offers nothing where %s', (_, text) => {
  expect(mended(`${organisation}\n${text}`)).toBeNull();
});

it('knows the declared cycle that follows', () => {
  const cycles = `cycle spring "Spring" from 2026-03-01 to 2026-05-31
cycle week "One week" from 2026-06-01 to 2026-06-07
cycle summer "Summer" from 2026-06-01 to 2026-08-31
`;
  expect(mended(`${organisation}\n${cycles}${set('spring', [...five, five[0] as string])}`)?.['example.okr']).toContain(
    'okrs for support in summer {\n    draft\n',
  );
});
