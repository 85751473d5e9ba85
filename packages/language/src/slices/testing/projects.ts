/** Random small projects in which everything has to do with everything: few names, many links, much that is twice, wrong or half typed. */
import fc from 'fast-check';

/** Few names for many things, so that a name often means one thing here and another there. */
const unit = fc.constantFrom('acme', 'sales', 'shops', 'maya', 'liam', 'growth', 'salse');
const goal = fc.constantFrom('growth', 'trust', 'acme', 'speed', 'sped', 'shops');
const measureName = fc.constantFrom('csat', 'nps', 'trust', 'churn', 'cast');
const cycle = fc.constantFrom('2026-Q3', '2026-Q4', '2026', '2025', 'FY26', 'FY27', '2026-09', '2026-Q5');
const kpi = fc.constantFrom('churn', 'csat', 'margin', 'churm');
const day = fc.constantFrom('2026-08-07', '2026-08-14', '2026-13-01');
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
  fc.tuple(goal, measureName).map((names) => names.join('.')),
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
  title,
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
  lines(fc.oneof(objective, objective, objective, line('owner', unit), line('draft'), initiative, guardrail), 4),
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

const whole = lines(statement, 4);

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

export const files: fc.Arbitrary<readonly string[]> = fc.array(fileText, { minLength: 1, maxLength: 7 });

/** Which file becomes what; null where it is deleted. */
export const edits: fc.Arbitrary<readonly (readonly [number, string | null])[]> = fc.array(
  fc.tuple(fc.nat(6), fc.oneof({ weight: 5, arbitrary: fileText }, { weight: 1, arbitrary: fc.constant(null) })),
  { minLength: 1, maxLength: 5 },
);
