/** Random `.okr` texts for property tests: whole ones laid out at random, and garbled ones. */
import fc from 'fast-check';

const name = fc.constantFrom('trust', 'csat', 'reach', 'north-east', 'søk', '東京', 'owner', 'kr', 'in', 'FY26', '_x');
const cycle = fc.constantFrom('2026-Q3', 'FY26', '2026', '2026-09');
const title = fc.constantFrom(
  '"Help desk rating"',
  '"顧客の信頼 を取り戻す"',
  '"with \\"quotes\\" and { braces }"',
  '"// no comment"',
  '""',
);
const amount = fc.constantFrom(
  '72',
  '8%',
  '$10M',
  'USD 10M',
  '1,000,000',
  '4.2 of 5',
  '2x',
  '200 ms',
  '5 days',
  '20 per month',
);
const date = fc.constantFrom('2026-08-31', '2026-09', '"end of August"');
const path = fc.constantFrom('acme.loyalty', 'trust', 'support.trust.csat in 2026-Q3', 'acme.loyalty.repeat');
const comment = fc.constantFrom(
  '// why',
  '/* block */',
  '/// documents',
  '/**\n   * many\n * lines\n */',
  '//',
  '// okr-ignore kr-activity: agreed',
);

type Words = readonly string[];

/** Lists of words between which any white space may stand. */
const words = (...parts: (string | fc.Arbitrary<string | Words>)[]): fc.Arbitrary<Words> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((found) => found.flat());

const maybe = (part: fc.Arbitrary<Words>): fc.Arbitrary<Words> => fc.oneof(fc.constant<Words>([]), part);
const many = (part: fc.Arbitrary<Words>, max = 3): fc.Arbitrary<Words> =>
  fc.array(part, { maxLength: max }).map((found) => found.flat());

const measure: fc.Arbitrary<Words> = fc.oneof(
  words('from', amount, 'to', amount),
  words('to', amount),
  words('up', amount, 'from', amount),
  words('at', 'least', amount),
  words('between', amount, 'and', amount),
  words('yes/no'),
  words('baseline', 'unknown', 'to', amount),
);
const owner = words('owner', name);
const by = words('by', date);
const supports = fc.oneof(
  words('supports', path),
  words('supports', path, 'weight', '2', ',', path),
  words('depends', 'on', path, ',', path),
);
const clause = fc.oneof(
  owner,
  words('weight', '2'),
  words('link', '"https://a.example/x"'),
  supports,
  words('#tag'),
  words('leading'),
  words('committed'),
);
const reading = words(path, amount, maybe(words('confidence', '70%')), maybe(words(title)));
const inlineReading = words('check-in', '2026-08-14', amount, maybe(words('confidence', '70%')), maybe(words(title)));
const block = (content: fc.Arbitrary<Words>) => words('{', content, '}');

const kr = words('kr', name, title, maybe(measure), maybe(by), maybe(block(many(fc.oneof(clause, inlineReading)))));
const initiative = words(
  'initiative',
  title,
  maybe(words('for', name, ',', name)),
  maybe(block(words('status', 'doing', 'by', date))),
);
const guardrail = words('guardrail', title, measure);
const objective = words(
  'objective',
  name,
  title,
  block(many(fc.oneof(clause, words('draft'), kr, kr, initiative, guardrail), 5)),
);
const statement: fc.Arbitrary<Words> = fc.oneof(
  words('cycle', name, title, 'from', '2026-01-01', 'to', '2026-12-31', maybe(block(words('check-ins', 'monthly')))),
  words(
    fc.constantFrom('company', 'team', 'person'),
    name,
    title,
    maybe(words('in', name)),
    maybe(block(words('lead', name))),
  ),
  words('okrs', 'for', name, 'in', cycle, block(many(fc.oneof(objective, objective, owner, words('draft')), 3))),
  words('check-in', '2026-08-14', 'for', name, 'in', cycle, block(many(reading))),
  words(
    'closing',
    'for',
    name,
    'in',
    cycle,
    'on',
    '2026-10-02',
    block(many(words(path, 'score', '0.7', 'modify', 'learned', title))),
  ),
  words('kpi', name, title, 'of', name, 'at', 'most', amount, maybe(block(owner))),
);

const gap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(' ', '  ', '\t', '\n', '\n\n', '\n\n\n  ', '\n    ') },
  { weight: 1, arbitrary: comment.map((text) => ` ${text}\n`) },
  { weight: 1, arbitrary: comment.map((text) => `\n  ${text}\n\n`) },
);

/** Texts that are right, with white space and comments at random places. */
export const okrText: fc.Arbitrary<string> = fc
  .tuple(many(statement, 4), fc.array(gap, { minLength: 1, maxLength: 60 }), fc.boolean())
  .map(([found, gaps, windows]) => {
    const text = found.map((word, i) => word + (gaps[i % gaps.length] as string)).join('');
    return windows ? text.replace(/\n/g, '\r\n') : text;
  });

/** Texts with pieces cut out, doubled or thrown in. */
export const garbledText: fc.Arbitrary<string> = fc
  .tuple(
    okrText,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(30),
        fc.constantFrom('', '{', '}', '"', '.', '\n', 'kr', ' supports ', '/*', ',', '§', 'objective x {'),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((now, [at, length, piece]) => {
      const from = now.length === 0 ? 0 : at % now.length;
      return now.slice(0, from) + piece + now.slice(from + length);
    }, text),
  );
