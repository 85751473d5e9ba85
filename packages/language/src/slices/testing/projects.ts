/** Random small projects in which everything has to do with everything: few names, many links, much that is twice, wrong or half typed. */
import fc from 'fast-check';

/** Few names for many things, so that a name often means one thing here and another there; the first ones mostly. */
function mostly(...names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(...names.map((name, i) => ({ weight: i < 2 ? 8 : i < 4 ? 3 : 1, arbitrary: fc.constant(name) })));
}
const unit = mostly('acme', 'shops', 'sales', 'maya', 'liam', 'growth', 'salse');
const goal = mostly('trust', 'growth', 'speed', 'acme', 'sped', 'shops');
const measureName = mostly('csat', 'nps', 'trust', 'churn', 'cast');
const cycle = mostly('2026-Q3', '2026', 'FY26', '2026-Q4', '2025', 'FY27', '2026-09', '2026-Q5');
const kpi = mostly('churn', 'margin', 'csat', 'churm');
const day = mostly('2026-08-14', '2026-08-07', '2026-13-01');
const title = fc.constantFrom('"Be the first choice"', '"Grow"', '"Reach from 1 to 2 towns"', '"Reach 5 lakes"', '""');

type Text = fc.Arbitrary<string>;

const line = (...parts: readonly (string | Text)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((found) => found.join(' '));
const maybe = (text: Text): Text => fc.oneof(fc.constant(''), text);
const lines = (text: Text, maxLength: number): Text => fc.array(text, { maxLength }).map((found) => found.join('\n'));

const path = fc.oneof(
  line(goal),
  fc.tuple(unit, goal).map((names) => names.join('.')),
  fc.tuple(goal, measureName).map((names) => names.join('.')),
  fc.tuple(unit, goal, measureName).map((names) => names.join('.')),
  fc.tuple(unit, goal, measureName, goal).map((names) => names.join('.')),
  fc.tuple(unit, goal).map((names) => `${names.join('.')}.`),
);
const pathInCycle = fc.oneof({ weight: 3, arbitrary: path }, { weight: 1, arbitrary: line(path, 'in', cycle) });

const readPath = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(goal, measureName).map((names) => names.join('.')) },
  fc.tuple(unit, goal, measureName).map((names) => names.join('.')),
  path,
  kpi,
);

const clause = fc.oneof(
  line('owner', unit),
  line('supports', pathInCycle),
  line('supports', pathInCycle, ',', pathInCycle),
  line('depends on', pathInCycle),
  line('carried from', pathInCycle),
  line('weight 2'),
  line('by', day),
);
const reading = line('check-in', day, '4');
const initiative = line(
  'initiative',
  maybe(goal),
  title,
  maybe(line('for', path)),
  '{',
  maybe(line('owner', unit)),
  '}',
);
const guardrail = fc.oneof(line('guardrail', kpi), line('guardrail', measureName, title, 'at most 5%'));
const keyResult = line(
  'kr',
  maybe(measureName),
  fc.oneof({ weight: 9, arbitrary: title }, { weight: 1, arbitrary: fc.constant('') }),
  maybe(fc.constantFrom('from 1 to 5', 'from 2% to 3 days', 'to 4')),
  '{',
  lines(fc.oneof(clause, reading, initiative), 2),
  '}',
);
const objective = line(
  'objective',
  maybe(goal),
  title,
  '{',
  lines(
    fc.oneof(
      clause,
      clause,
      line('draft'),
      line('standalone because "so"'),
      keyResult,
      keyResult,
      initiative,
      guardrail,
    ),
    4,
  ),
  '}',
);
const block = line(
  'okrs for',
  unit,
  'in',
  cycle,
  '{',
  lines(
    fc.oneof(objective, objective, objective, objective, line('owner', unit), line('draft'), initiative, guardrail),
    4,
  ),
  '}',
);
const declaration = line(
  fc.constantFrom('company', 'department', 'team', 'person'),
  unit,
  title,
  maybe(line('in', unit)),
  '{',
  maybe(line('lead', unit)),
  '}',
);
const cycleDeclaration = line(
  'cycle',
  cycle,
  title,
  fc.constantFrom('from 2026-01-01 to 2026-12-31', 'from 2026-07-01 to 2026-09-30', 'from 2026-07-01', ''),
);
const checkin = line('check-in', day, 'for', unit, 'in', cycle, '{', lines(line(readPath, '4', maybe(title)), 3), '}');
const closing = line('closing for', unit, 'in', cycle, 'on 2026-10-01 {', lines(line(readPath, 'score 0.7'), 2), '}');
const kpiDeclaration = line('kpi', kpi, title, 'of', unit, 'at most 2%', '{', maybe(line('owner', unit)), '}');
const ignored = fc.constantFrom(
  '// okr-ignore unknown-name: soon',
  '// okr-ignore orphan-objective: known',
  '// a remark',
  '',
);

const statement = fc.oneof(
  { weight: 5, arbitrary: block },
  { weight: 4, arbitrary: declaration },
  { weight: 1, arbitrary: cycleDeclaration },
  { weight: 2, arbitrary: checkin },
  { weight: 1, arbitrary: closing },
  { weight: 1, arbitrary: kpiDeclaration },
  { weight: 1, arbitrary: ignored },
);

/** An organisation in which most names are there. */
const organisation: Text = fc
  .tuple(
    fc.constantFrom('company acme "Acme"', 'company acme "Acme" in shops', 'company acme "Acme Group" { lead liam }'),
    fc.constantFrom('department sales "Sales" in acme { lead maya }', 'team sales "Sales" in acme', ''),
    fc.constantFrom('team shops "Shops" in sales', 'team shops "The shops" in acme', 'company shops "Shops"'),
    fc.constantFrom('team growth "Growth" in acme', ''),
    fc.constantFrom('person maya "Maya" in shops', 'person maya "Maya" in sales'),
    fc.constantFrom('person liam "Liam" in shops', ''),
    fc.constantFrom('cycle FY26 "Year" from 2026-01-01 to 2026-12-31', ''),
    fc.constantFrom('kpi churn "Churn" of acme at most 2%', ''),
  )
  .chain((found) => fc.shuffledSubarray(found, { minLength: found.length }))
  .map((found) => found.join('\n'));

/** Goals as they should be, which lead to each other in one way or another. */
const soundGoals: Text = fc
  .tuple(unit, fc.constantFrom('2026-Q3', 'FY26'), goal, path, measureName, measureName, path)
  .map(
    ([of, when, name, above, first, second, third]) => `okrs for ${of} in ${when} {
  objective ${name} "Be there" { supports ${above}
    kr ${first} "Reach from 1 to 2 towns" { supports ${third} check-in 2026-08-14 1 }
    kr ${second} "Reach from 1 to 3 lakes"
  }
}`,
  );
const soundCheckin: Text = fc
  .tuple(unit, goal, measureName, goal, measureName)
  .map(
    ([of, first, one, second, two]) =>
      `check-in 2026-08-14 for ${of} in 2026-Q3 {\n  ${first}.${one} 2\n  ${second}.${two} 3 "note"\n}`,
  );

const whole = fc.oneof(
  { weight: 3, arbitrary: lines(statement, 4) },
  { weight: 1, arbitrary: organisation },
  { weight: 2, arbitrary: lines(fc.oneof(soundGoals, soundCheckin), 3) },
);

/** Now and then the text ends, or misses a piece, in the middle of a word. */
export const fileText: Text = fc.oneof(
  { weight: 6, arbitrary: whole },
  {
    weight: 1,
    arbitrary: fc.tuple(whole, fc.nat(), fc.nat(12)).map(([text, at, length]) => {
      const from = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, from) + text.slice(from + length);
    }),
  },
);

/** Goals in files of their own, each of which leads to the next, and the last perhaps to the first. */
const chain: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.shuffledSubarray(['acme', 'shops', 'sales', 'growth'], { minLength: 2 }), fc.boolean(), goal)
  .map(([units, isRing, name]) =>
    units.map((of, i) => {
      const next = units[i + 1] ?? (isRing ? units[0] : undefined);
      const link = next ? `supports ${next}.${name}${i % 2 === 0 ? '' : '.csat'}` : '';
      return `okrs for ${of} in 2026-Q3 { objective ${name} "Be there" { ${link}\n kr csat "Towns" from 1 to 2 { ${link} } } }`;
    }),
  );

export const files: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.oneof(organisation, organisation, fileText),
    fc.array(fileText, { maxLength: 6 }),
    fc.boolean(),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: chain }),
  )
  .map(([first, others, isLast, more]) => {
    const rest = [...others.slice(0, 6 - more.length), ...more];
    return isLast ? [...rest, first] : [first, ...rest];
  });

/**
 * A change of one file: another text, another word in the place of one that is there, a word that stands somewhere in the project, two lines that
 * change places, a line that goes, or its end.
 */
export type Edit =
  | { readonly file: number; readonly at: number; readonly of: number; readonly borrowed: number }
  | { readonly file: number; readonly cut: number }
  | { readonly file: number; readonly text: string | null }
  | { readonly file: number; readonly at: number; readonly word: string }
  | { readonly file: number; readonly swap: number };

const word = fc.oneof(
  unit,
  goal,
  measureName,
  cycle,
  title,
  path,
  day,
  fc.constantFrom('', 'draft', '}', 'team', 'company'),
);

export const oneEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ file: fc.nat(6), at: fc.nat(), word }) },
  { weight: 6, arbitrary: fc.record({ file: fc.nat(6), at: fc.nat(), of: fc.nat(6), borrowed: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ file: fc.nat(6), swap: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ file: fc.nat(6), cut: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ file: fc.nat(6), text: fileText }) },
  { weight: 1, arbitrary: fc.record({ file: fc.nat(6), text: fc.constant(null) }) },
);
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(oneEdit, { minLength: 1, maxLength: 8 });

/** What an edit makes of the text of its file, one of `texts`; null where the file goes. */
export function edited(text: string, edit: Edit, texts: readonly string[]): string | null {
  if ('text' in edit) return edit.text;
  if ('swap' in edit || 'cut' in edit) {
    const rows = text.split('\n');
    const at = ('swap' in edit ? edit.swap : edit.cut) % rows.length;
    const two = 'swap' in edit ? rows.slice(at, at + 2).reverse() : rows.slice(at + 1, at + 2);
    return [...rows.slice(0, at), ...two, ...rows.slice(at + 2)].join('\n');
  }
  const word = 'word' in edit ? edit.word : (wordAt(texts[edit.of % texts.length] ?? '', edit.borrowed)?.[0] ?? '');
  const chosen = wordAt(text, edit.at);
  if (!chosen) return word;
  return text.slice(0, chosen.index) + word + text.slice(chosen.index + chosen[0].length);
}

function wordAt(text: string, at: number): RegExpExecArray | undefined {
  const words = [...text.matchAll(/"[^"\n]*"|[\w.-]+/g)];
  return words[words.length === 0 ? 0 : at % words.length];
}
