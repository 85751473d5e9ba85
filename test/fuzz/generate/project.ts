/** Random projects that hold every statement and clause of the language, without a fault in the writing; what they say may be wrong. */
import { rules } from '@okr-language/core';
import fc from 'fast-check';

/** The texts of a project by address. */
export type Texts = Readonly<Record<string, string>>;

type Text = fc.Arbitrary<string>;

const line = (...parts: readonly (string | Text)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((found) => found.filter(Boolean).join(' '));
const maybe = (text: string | Text): Text =>
  fc.oneof(fc.constant(''), typeof text === 'string' ? fc.constant(text) : text);
const lines = (text: Text, maxLength: number): Text => fc.array(text, { maxLength }).map((found) => found.join('\n'));
const block = (text: Text, most: number): Text => lines(text, most).map((found) => `{\n${found}\n}`);

/** Few names for many things, so that one leads to another; among them words of the language and of JavaScript. */
const unit = fc.constantFrom(
  'acme',
  'acme',
  'care',
  'care',
  'maya',
  'shop',
  'north-east',
  'søk',
  '東京',
  'team',
  'constructor',
);
const goal = fc.constantFrom('trust', 'trust', 'calm', 'reach', 'owner', 'toString');
const measured = fc.constantFrom('csat', 'csat', 'nps', 'kr', 'hasOwnProperty');
const kpi = fc.constantFrom('churn', 'margin');
const cycle = fc.constantFrom('2026-Q3', '2026-Q3', '2026', 'FY26', '2026-09', '2026-H2', 'FY27', '2028-02');
const day = fc.constantFrom(
  '2026-08-14',
  '2026-09-30',
  '2024-02-29',
  '2026-12-31',
  '2027-01-01',
  '1999-12-31',
  '9999-12-31',
  '2026-02-30',
  '2026-09',
  '"end of August"',
  '"within six weeks"',
);
const quoted = fc.constantFrom(
  '"Earn back trust so that buyers return"',
  '"Launch the new site by end of Q3"',
  '"Raise NPS from 38 to 55"',
  '"顧客の信頼を取り戻す"',
  '"with \\"quotes\\" and { braces }"',
  '"// no comment"',
  '"Reduce churn"',
  '"TBD"',
  '"x"',
  '"naïve café"',
  '"عربي"',
);
const amount = fc.constantFrom(
  '72',
  '8%',
  '-12%',
  '$10M',
  'USD 10M',
  '1,000,000',
  '4.2 of 5',
  '2x',
  '200 ms',
  '5 days',
  '36 hours',
  '20 per month',
  '12 "story-free sprints"',
  '0',
  '99999999999999999999',
  '9pp',
);
const path = fc.oneof(
  goal,
  fc.tuple(goal, measured).map((names) => names.join('.')),
  fc.tuple(unit, goal).map((names) => names.join('.')),
  fc.tuple(unit, goal, measured).map((names) => names.join('.')),
);
const reference = fc.oneof(path, line(path, 'in', cycle));

const measure = fc.oneof(
  line('from', amount, 'to', amount),
  line('to', amount),
  line(fc.constantFrom('up', 'down'), amount, 'from', amount),
  line(fc.constantFrom('at least', 'at most'), amount),
  line('between', amount, 'and', amount),
  fc.constant('yes/no'),
  line('baseline unknown to', amount),
);
const address = fc.constantFrom(
  '"https://tracker.example/ABC-123"',
  '"javascript:alert(1)"',
  '"command:x"',
  '"file:///etc/passwd"',
);
const confidence = fc.constantFrom('', 'confidence 70%', 'confidence 0.3', 'confidence 250%');
const value = fc.oneof(amount, fc.constantFrom('yes', 'no'));
const reading = line('checkin', day, value, confidence, maybe(quoted));
const anywhere = fc.oneof(line('owner', unit), line('link', address), fc.constantFrom('#service', '#first-visit'));
const goalClause = fc.oneof(
  anywhere,
  fc.constantFrom('committed', 'aspirational', 'weight 2', 'weight 0'),
  line('by', day),
  line('supports', reference, maybe('weight 2')),
  line('supports', reference, ',', reference),
  line('depends on', reference),
  line('carried from', reference),
);
const initiative = line(
  'initiative',
  maybe(goal),
  quoted,
  maybe(line('for', reference)),
  maybe(
    block(fc.oneof(anywhere, line('status', fc.constantFrom('todo', 'doing', 'done', 'dropped')), line('by', day)), 2),
  ),
);
const guardrail = fc.oneof(line('guardrail', kpi), line('guardrail', maybe(measured), quoted, measure));
const keyResult = line(
  'kr',
  maybe(measured),
  quoted,
  maybe(measure),
  maybe(line('by', day)),
  maybe(
    block(fc.oneof(goalClause, reading, initiative, fc.constantFrom('leading', 'lagging'), line('source', quoted)), 3),
  ),
);
const objective = line(
  'objective',
  maybe(goal),
  quoted,
  maybe(
    block(
      fc.oneof(
        goalClause,
        fc.constantFrom('draft', 'standalone because "a pilot"'),
        keyResult,
        keyResult,
        keyResult,
        initiative,
        guardrail,
      ),
      5,
    ),
  ),
);
const comment = fc.constantFrom(
  '// why',
  '/* block */',
  '/// documents',
  '// okr-ignore kr-activity: agreed',
  '// okr-ignore missing-owner, no-such-rule: agreed',
  '',
);

const statement = fc.oneof(
  {
    weight: 6,
    arbitrary: line(
      'okrs for',
      unit,
      'in',
      cycle,
      block(
        fc.oneof(
          objective,
          objective,
          objective,
          line('owner', unit),
          fc.constant('draft'),
          initiative,
          guardrail,
          comment,
        ),
        4,
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: line(
      fc.constantFrom('company', 'department', 'team', 'person'),
      unit,
      maybe(quoted),
      maybe(line('in', unit)),
      maybe(block(line('lead', unit), 1)),
    ),
  },
  {
    weight: 1,
    arbitrary: line(
      'cycle',
      cycle,
      maybe(quoted),
      'from',
      day,
      'to',
      day,
      maybe('{ checkins monthly reviews quarterly }'),
    ),
  },
  {
    weight: 2,
    arbitrary: line(
      'checkin',
      day,
      'for',
      unit,
      'in',
      cycle,
      block(line(reference, value, confidence, maybe(quoted)), 4),
    ),
  },
  {
    weight: 1,
    arbitrary: line(
      'closing for',
      unit,
      'in',
      cycle,
      'on',
      day,
      block(
        line(path, 'score 0.7', fc.constantFrom('keep', 'modify', 'defer', 'abandon'), maybe(line('learned', quoted))),
        3,
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: line(
      'kpi',
      kpi,
      quoted,
      'of',
      unit,
      measure,
      maybe(block(fc.oneof(line('owner', unit), line('link', address), line('source', quoted), reading), 2)),
    ),
  },
  { weight: 1, arbitrary: comment },
);

/** One file without a fault in the writing. */
export const wholeText: Text = fc
  .tuple(lines(statement, 5), fc.constantFrom('\n', '\r\n', '\n', '\n\n'))
  .map(([text, lineEnd]) => `${text}\n`.replaceAll('\n', lineEnd));

/** Every file of every example of a rule: each rule and each fix has something to do. */
const examples: readonly Texts[] = rules.flatMap(({ meta }) =>
  [...meta.examples.invalid, ...meta.examples.valid].map(({ files }) =>
    typeof files === 'string' ? { 'example.okr': files } : files,
  ),
);
const exampleTexts = [...new Set(examples.flatMap((files) => Object.values(files)))];

export const exampleText: Text = fc.constantFrom(...exampleTexts);

/** A few files, some of them as the examples of the rules have them. */
export const projectTexts: fc.Arbitrary<Texts> = fc
  .tuple(
    fc.oneof(fc.constant<Texts>({}), fc.constantFrom(...examples)),
    fc.array(fc.oneof(wholeText, wholeText, exampleText), { maxLength: 3 }),
  )
  .map(([example, more]) => ({ ...example, ...Object.fromEntries(more.map((text, i) => [`file-${i}.okr`, text])) }));
