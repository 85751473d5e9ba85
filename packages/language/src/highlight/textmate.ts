/**
 * The TextMate grammar, which colours a file before the language server has read it. Its keywords are those of the
 * grammar; its figures and names follow the scanner. It looks at one line at a time, so that it can only guess where a
 * keyword is used as a name; the guesses are those of the parser in all but the strangest lines.
 *
 * `npm run generate` writes it to `syntaxes/okr.tmLanguage.json`.
 */

const NAME_PART = String.raw`[\p{L}\p{M}\p{Nd}_-]`;
const NAME = String.raw`[\p{L}_]${NAME_PART}*`;
const PATH = String.raw`${NAME}(?:\s*\.\s*${NAME})*`;
/** Before and behind a keyword: neither the rest of a word nor the dot of a path. */
const FROM_HERE = String.raw`(?<!${NAME_PART}|\.)`;
const TO_HERE = String.raw`(?!${NAME_PART}|\s*\.)`;
const MONTH =
  '(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = String.raw`(?:\s*,?\s*\d{4}(?![\d.,%]))?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?(?!\d)`;
const DATE_IN_WORDS = String.raw`(?:${DAY}\s+${MONTH}${TO_HERE}${YEAR}|${MONTH}\s+${DAY}${YEAR}|${MONTH}\s+\d{4}(?!\d))`;
const DATE =
  String.raw`\d{4}-\d{1,2}-\d{1,2}(?![\p{L}\d])|\d{1,4}([./-])\d{1,2}\g{separator}\d{2,4}(?![\p{L}\d])|\d{4}-(?:[QqHhWw]\d{1,2}|\d{1,2})(?![\p{L}\d])`
    .replace('([./-])', '(?<separator>[./-])')
    .replace(String.raw`\g{separator}`, String.raw`\k<separator>`);
const FIGURE = String.raw`[+\x{2212}\x{2013}-]?\p{Sc}?[+\x{2212}\x{2013}-]?(?:\d[\d_]*(?:,\d[\d_]*)*(?:\.\d+)?|(?<=\s)\.\d+|(?<=[\s\p{Sc}+-])\.\d+)(?:[ \x{a0}]?[%\x{2030}\x{d7}]|(?:\p{L}{1,8})?[ \x{a0}]?\p{Sc}|\p{L}+%?)?`;
const MONEY = String.raw`(?:(?<=\S\s|\S\s\s)[A-Z]{3}[ \x{a0}]{1,2}|[A-Z]{0,3}\p{Sc}[ \x{a0}]?)(?=[+\x{2212}\x{2013}-]?[\d.])`;
const NUMBER = `(?:${MONEY})?${FIGURE}`;
/** What a reading has for a value. */
const VALUE = String.raw`(?:[A-Z]{3} )?[+\x{2212}\x{2013}-]?\p{Sc}?[\d.]|(?:yes|no)(?!${NAME_PART}|\s*/|\s+[\"{])`;

const statements = [
  'cycle',
  'company',
  'department',
  'team',
  'person',
  'okrs',
  'objective',
  'kr',
  'initiative',
  'guardrail',
  'kpi',
  'checkin',
  'check-in',
  'closing',
];
const values = [
  'draft',
  'committed',
  'aspirational',
  'leading',
  'lagging',
  'todo',
  'doing',
  'done',
  'dropped',
  'keep',
  'modify',
  'defer',
  'abandon',
  'daily',
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'unknown',
  'yes',
  'no',
];
const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const word = (words: readonly string[]): string => `${FROM_HERE}${oneOf(words)}${TO_HERE}`;
/** A keyword that goes on in the first line of a statement, with what it wants: where it stands, no name was given. */
const HEADER_GOES_ON = String.raw`(?:(?:from|to|up|down|between)\s+(?:[A-Z]{3} )?[+\x{2212}\x{2013}-]?\p{Sc}?[\d.]|at\s+(?:least|most)(?!${NAME_PART})(?!\s+at\s)|baseline\s+(?:unknown|[\d\p{Sc}])|by\s+(?:\d|"|${MONTH}\s+\d)|for\s+(?!for${TO_HERE})${NAME}|of\s+${NAME}|yes\s*/\s*no)`;

const STATEMENT = 'keyword.control.okr';
const CLAUSE = 'keyword.other.okr';
const VALUE_WORD = 'constant.language.okr';
const DECLARED = 'entity.name.type.okr';
const REFERENCE = 'variable.other.okr';

const include = (...names: readonly string[]) => names.map((name) => ({ include: `#${name}` }));
const captures = (...names: readonly string[]) => Object.fromEntries(names.map((name, i) => [i + 1, { name }]));

/** The grammar for these keywords. */
export function textMateGrammar(keywords: readonly string[]) {
  const clauses = keywords.filter((each) => !statements.includes(each) && !values.includes(each) && each !== 'yes/no');
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'OKR',
    scopeName: 'source.okr',
    fileTypes: ['okr'],
    patterns: include(
      'comments',
      'strings',
      'tags',
      'entries',
      'declarations',
      'references',
      'dates',
      'numbers',
      'keywords',
      'names',
      'marks',
    ),
    repository: {
      comments: {
        patterns: [
          { name: 'comment.block.documentation.okr', begin: '///(?!/)', end: '$' },
          { name: 'comment.line.double-slash.okr', begin: '//', end: '$' },
          { name: 'comment.block.documentation.okr', begin: String.raw`/\*\*(?!/)`, end: String.raw`\*/` },
          { name: 'comment.block.okr', begin: String.raw`/\*`, end: String.raw`\*/` },
        ],
      },
      strings: {
        name: 'string.quoted.double.okr',
        begin: '"',
        end: '"|$',
        patterns: [{ name: 'constant.character.escape.okr', match: String.raw`\\["\\]` }, { match: String.raw`\\.` }],
      },
      tags: { name: 'entity.name.tag.okr', match: `#${NAME_PART}+` },
      /** A line of a check-in or closing, which begins with a name: also with one that is spelled like a keyword. */
      entries: {
        patterns: [
          {
            match: String.raw`^\s*(${PATH})(?=\s+(?:${VALUE}))(?<!${FROM_HERE}${oneOf(['from', 'to', 'up', 'down', 'and', 'between', 'by', 'weight', 'score', 'confidence', 'checkin', 'check-in', 'on', 'of', 'in', 'every', 'per', 'baseline'])})`,
            captures: captures(REFERENCE),
          },
          { match: String.raw`^\s*(${NAME}(?:\s*\.\s*${NAME})+)`, captures: captures(REFERENCE) },
        ],
      },
      declarations: {
        patterns: [
          {
            match: String.raw`${FROM_HERE}(${oneOf(['cycle', 'company', 'department', 'team', 'person', 'kpi'])})${TO_HERE}(?:\s+(${NAME}))?`,
            captures: captures(STATEMENT, DECLARED),
          },
          {
            match: String.raw`${FROM_HERE}(${oneOf(['objective', 'kr', 'initiative', 'guardrail'])})${TO_HERE}(?:\s+(?!${HEADER_GOES_ON})(${NAME}))?`,
            captures: captures(STATEMENT, DECLARED),
          },
          {
            match: String.raw`${FROM_HERE}(${oneOf(['checkin', 'check-in'])})${TO_HERE}(?:\s+(${DATE_IN_WORDS}))?`,
            captures: captures(STATEMENT, 'constant.numeric.date.okr'),
          },
        ],
      },
      /** What a name follows, with the name. */
      references: {
        patterns: [
          {
            match: String.raw`${FROM_HERE}(by|on|from|to)${TO_HERE}\s+(${DATE_IN_WORDS})`,
            captures: captures(CLAUSE, 'constant.numeric.date.okr'),
          },
          {
            match: String.raw`${FROM_HERE}(carried|depends)\s+(from|on)${TO_HERE}(?:\s+(${PATH}))?`,
            captures: captures(CLAUSE, CLAUSE, REFERENCE),
          },
          {
            match: String.raw`${FROM_HERE}(${oneOf(['owner', 'lead', 'supports', 'in', 'for', 'of', 'per'])})${TO_HERE}(?:\s+(${PATH}))?`,
            captures: captures(CLAUSE, REFERENCE),
          },
          {
            match: String.raw`(,)\s*(${PATH})`,
            captures: captures('punctuation.separator.comma.okr', REFERENCE),
          },
          { name: REFERENCE, match: String.raw`${FROM_HERE}${NAME}(?:\s*\.\s*${NAME})+` },
        ],
      },
      dates: { name: 'constant.numeric.date.okr', match: String.raw`(?<![\p{L}\p{Nd}_.-])(?:${DATE})` },
      numbers: {
        patterns: [
          {
            match: String.raw`${FROM_HERE}(weight|score|confidence)${TO_HERE}\s+(${NUMBER})`,
            captures: captures(CLAUSE, 'constant.numeric.okr'),
          },
          {
            match: String.raw`(${NUMBER})(?:\s+(?!${word(keywords.filter((each) => each !== 'yes/no'))})((?>${NAME}))(?!\s*\.|\s+(?:${VALUE})))?`,
            captures: captures('constant.numeric.okr', 'support.constant.unit.okr'),
          },
        ],
      },
      keywords: {
        patterns: [
          { name: VALUE_WORD, match: String.raw`${FROM_HERE}yes\s*/\s*no${TO_HERE}` },
          { name: STATEMENT, match: word(statements) },
          { name: VALUE_WORD, match: word(values) },
          { name: CLAUSE, match: word(clauses) },
        ],
      },
      names: { name: REFERENCE, match: NAME },
      marks: {
        patterns: [
          { name: 'punctuation.section.block.okr', match: '[{}]' },
          { name: 'punctuation.separator.okr', match: '[,./]' },
        ],
      },
    },
  };
}
