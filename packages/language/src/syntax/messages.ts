/**
 * What is said where the text does not read: what is wrong and what to write instead, with an example from the field.
 */
import { type FileProblem, nearest } from '@okr-language/core';
import { bareTitle } from './bare-title.ts';
import {
  CLOSE,
  COMMA,
  DATE,
  DOT,
  END,
  ID,
  isKeyword,
  type Kind,
  kindOf,
  NUMBER,
  OPEN,
  PERIOD,
  STRING,
  TAG,
  textOf,
  UNIT,
} from './kinds.ts';
import { blocksWith, type Place, statementOf } from './places.ts';
import type { KindSet } from './shape.ts';
import { AS_NAME, NEW_LINE, SOFT, type Tokens, VIRTUAL } from './tokens.ts';

const FROM = kindOf('from');
const AND = kindOf('and');
const IN = kindOf('in');
const KR = kindOf('kr');
const OBJECTIVE_WORD = kindOf('objective');
const CYCLE_PLACE = statementOf[kindOf('cycle')];
const UNIT_PLACE = statementOf[kindOf('team')];
/** What people write who know key results and not yet this language. */
const KEY_RESULT = /^key[ _-]?results?(?![\p{L}\p{Nd}_-])/iu;
/** A longer list of what may stand somewhere helps nobody. */
const MOST_LISTED = 10;
/** More of a word or text than this is not repeated in a message. */
const MOST_OF_TEXT = 40;
/** More of a clause than this is not repeated in a message. */
const MOST_SHOWN = 60;

export interface Where {
  readonly tokens: Tokens;
  readonly text: string;
  /** Index of the token at hand. */
  readonly at: number;
}

/** What a keyword wants behind it: a phrase that goes on "`owner` wants …". */
const wants: Readonly<Record<string, string>> = {
  'by date': 'a date here, such as `by 2026-08-31` or `by "end of August"`; for a change of a measure write `up 30%`',
  'on date': 'a date here, such as `on 2027-01-08`',
  'checkin date': 'a date here, such as `checkin 2026-08-14`',
  'check-in date': 'a date here, such as `checkin 2026-08-14`',
  'from date': 'a date here, such as `from 2026-01-01`',
  'to date': 'a date here, such as `to 2026-12-31`',
  'from amount': 'an amount here, such as `from 31%` or `from 6 days`; a deadline is written `by 2026-08-31`',
  'to amount': 'an amount here, such as `to 45%` or `to 36 hours`; a deadline is written `by 2026-08-31`',
  'up amount': 'the change here, such as `up 20%`',
  'down amount': 'the change here, such as `down 25%`',
  'least amount': 'an amount here, such as `at least 99.9%`',
  'most amount': 'an amount here, such as `at most 4%`',
  'between amount': 'an amount here, such as `between 1% and 3%`',
  'and amount': 'an amount here, such as `between 1% and 3%`',
  'of amount': 'the top of the scale here, such as `4.2 of 5`',
  'baseline amount': 'the starting value here, such as `baseline 12%`, or `baseline unknown`',
  'at keyword': '`least` or `most` here, such as `at least 99.9%`',
  'owner name': 'the name of a person here, such as `owner maya`',
  'lead name': 'the name of a person here, such as `lead maya`',
  'for name': 'a name here: a unit, as in `okrs for support in 2026-Q3`, or the key result that an initiative is for',
  'in name': 'a unit here, such as `in support`: a company, department or team',
  'in cycle': 'a cycle here, such as `in 2026-Q3` or `in FY26`',
  'of name': 'a unit here, such as `of acme`',
  'per name': 'a period or a thing here, such as `20 per month`',
  'supports name': 'the goal that this one helps to reach, such as `supports acme.loyalty`',
  'on name': 'the goal that must move first, such as `depends on support.trust`',
  'from name': 'the goal that this one continues, such as `carried from growth.spread in 2026-Q3`',
  'depends keyword': '`on` behind it, as in `depends on support.trust`',
  'carried keyword': '`from` behind it, as in `carried from growth.spread in 2026-Q3`',
  'weight amount': 'a number here, such as `weight 2`',
  'score amount': 'a number from 0 to 1 here, such as `score 0.7`',
  'confidence amount': 'a share here, such as `confidence 70%`',
  'link text': 'an address in quotation marks here, such as `link "https://tracker.example/ABC-123"`',
  'source text': 'a text in quotation marks here, such as `source "https://bi.example/42"`',
  'because text': 'the reason in quotation marks here, such as `standalone because "pilot for one quarter"`',
  'learned text': 'a text in quotation marks here, such as `learned "The tour works"`',
  'status keyword': '`todo`, `doing`, `done` or `dropped` here',
  'checkins keyword':
    'a rhythm here: `daily`, `weekly`, `biweekly`, `monthly`, `quarterly` or for example `every 2 weeks`',
  'reviews keyword':
    'a rhythm here: `daily`, `weekly`, `biweekly`, `monthly`, `quarterly` or for example `every 2 weeks`',
  'every name': 'a period here, such as `every 2 weeks`',
  'every amount': 'a number here, such as `every 2 weeks`',
  'okrs keyword': 'to know whose goals these are and for which cycle: `okrs for support in 2026-Q3 { … }`',
  'closing keyword': 'to know what is closed: `closing for growth in 2026-Q4 on 2027-01-08 { … }`',
  'cycle cycle': 'a name here, such as `cycle FY26 "Fiscal year 2026"`',
  'company name': 'a name here, such as `company acme "Acme Retail"`',
  'department name': 'a name here, such as `department sales "Sales" in acme`',
  'team name': 'a name here, such as `team support "Customer Support" in acme`',
  'person name': 'a name here, such as `person maya "Maya Ortiz" in support`',
  'kpi name': 'a name here, such as `kpi churn "Monthly churn" at most 2%`',
};

/** What to write for a keyword that is missing. */
const hints: Readonly<Record<string, string>> = {
  in: ' Say for which cycle, such as `in 2026-Q3`.',
  for: ' Say for whom and for which cycle, such as `for support in 2026-Q3`.',
  and: ' Both ends are needed, such as `between 1% and 3%`.',
};

/** Something that should stand at the token at hand is not there. */
export function missingMessage(where: Where, wanted: KindSet): FileProblem {
  const { tokens, text, at } = where;
  const before = at - 1;
  const kind = tokens.kinds[before] ?? END;
  const wish = wants[`${textOf(kind)} ${sortOf(wanted)}`];
  const found = foundText(where);
  if (wish)
    return problem(
      `\`${textOf(kind)}\` wants ${wish}.${found === '' ? '' : ` Instead \`${found}\` stands here.`}`,
      tokens,
      found ? at : before,
    );
  if (kind === DOT || kind === COMMA) {
    const mark = kind === DOT ? 'dot, as in `acme.loyalty`' : 'comma, as in `maya, liam`';
    return problem(`A name is missing behind the ${mark}.`, tokens, before);
  }
  const period = turnedPeriod(where);
  if (period) return period;
  const expected = namesOf(wanted);
  if (found) return problem(`${expected} should stand here instead of \`${found}\`.`, tokens, at);
  if (at === 0) return problem(`${expected} is missing here.`, tokens, 0);
  const word = text.slice(
    tokens.starts[before],
    Math.min(tokens.ends[before] as number, (tokens.starts[before] as number) + 40),
  );
  return problem(`${expected} is missing behind \`${word}\`.${hintFor(wanted)}`, tokens, before);
}

/** `Q4 2026`, `Q4/2026`, `2026 Q4` in place of `2026-Q4`. */
function turnedPeriod({ tokens, text, at }: Where): FileProblem | null {
  const start = tokens.starts[at - 1] ?? 0;
  const [written, part, year, yearFirst, partLast] =
    /^([QH][1-4])[ /]?(\d{4})(?![\w-])|^(\d{4})[ /]?([QH][1-4])(?![\w-])/i.exec(text.slice(start, start + 12)) ?? [];
  if (!written) return null;
  const meant = `${year ?? yearFirst}-${(part ?? partLast)?.toUpperCase()}`;
  const message = `A part of a year is written behind the year: \`${meant}\` instead of \`${written}\`.`;
  return { code: 'syntax-error', message, span: { start, end: start + written.length } };
}

/** The token at hand can be used by nothing that stands around it. */
export function strayMessage(where: Where, allowed: KindSet): FileProblem {
  const { tokens, text, at } = where;
  const kind = tokens.kinds[at] as Kind;
  const word = text.slice(
    tokens.starts[at],
    Math.min(tokens.ends[at] as number, (tokens.starts[at] as number) + MOST_OF_TEXT),
  );
  const say = (message: string): FileProblem => problem(message, tokens, at);
  if (isInsideText(where))
    return say(
      'The text in quotation marks ends before this. A quotation mark inside a text is written \\", as in "The \\"quick\\" answer".',
    );
  const around = statementAround(where);
  if (kind === ID && KEY_RESULT.test(text.slice(tokens.starts[at], (tokens.starts[at] as number) + 40)))
    return say('A key result is written `kr`, as in `kr "Refund rate" from 4% to 2%`.');
  if (kind === ID || kind === UNIT) {
    const title = bareTitle(tokens, text, at);
    const meant = title?.certain ? undefined : nearest(word, keywordsIn(allowed));
    if (meant) return say(`\`${word}\` is not known here. Did you mean \`${meant}\`?`);
    if (title) return say(`A title stands in quotation marks. Write \`${title.statement}\`.`);
    return say(`\`${word}\` is not known here. ${mayStand(allowed)}`);
  }
  if (kind === AND && allowed[COMMA] === 1 && tokens.kinds[at - 1] === ID)
    return say('Several names are parted by commas, as in `maya, liam`. Write a comma in place of `and`.');
  if (isKeyword(kind) && around?.place.starts[kind] === 1)
    return say(`\`${word}\` belongs in braces at the end of this line: \`{ ${restOfLine(where)} }\`.`);
  if (isKeyword(kind)) return say(strayKeyword(kind, word, mayStand(allowed)));
  if (kind === COMMA && tokens.kinds[at - 2] === IN && around?.place === UNIT_PLACE)
    return say('A unit lies in one other only. Name the one it belongs to; its goals help others with `supports`.');
  if (kind === DOT && tokens.kinds[at - 1] === ID)
    return say('A name has no dots; they stand only in paths such as `acme.loyalty`. Write - or _ instead.');
  if (kind === NUMBER && allowed[FROM] === 1) {
    return say(
      `This amount has no word before it. A measure begins with \`from\`, \`to\`, \`up\`, \`down\`, \`at least\`, \`at most\` or \`between\`.`,
    );
  }
  if (kind === STRING && around === null && allowed[KR] === 1)
    return say(`\`kr\` is missing before this text. Write \`kr ${shown(word)}\`.`);
  if (kind === STRING && around === null && allowed[OBJECTIVE_WORD] === 1)
    return say(`\`objective\` is missing before this text. Write \`objective ${shown(word)}\`.`);
  if (kind === STRING && around && !around.hasText && around.place.header[STRING] === 1)
    return say('The title comes first, behind the name. Move this text before what stands between.');
  if (kind === STRING)
    return say('This text belongs to nothing. A statement has one text in quotation marks, right behind its name.');
  if (kind === OPEN)
    return say(
      'These braces belong to nothing, so what is in them was left out. Write what they describe before the {.',
    );
  if (kind === DATE && around?.place === CYCLE_PLACE) {
    const side = allowed[FROM] === 1 ? 'from' : 'to';
    return say(`The date \`${word}\` has no word before it. Write \`${side} ${word}\`.`);
  }
  if (kind === DATE || kind === PERIOD)
    return say(`The date \`${word}\` has no word before it. A deadline is written \`by ${word}\`.`);
  return say(`\`${word}\` cannot stand here. ${mayStand(allowed)}`);
}

/** The statement in whose first line the token at hand stands. */
interface Around {
  readonly place: Place;
  /** Whether it has a text before the token. */
  readonly hasText: boolean;
}

/** A longer first line is not looked through. */
const LONGEST_HEAD = 40;

function statementAround({ tokens, at }: Where): Around | null {
  let hasText = false;
  for (let i = at; i > Math.max(0, at - LONGEST_HEAD); ) {
    if (((tokens.flags[i] as number) & NEW_LINE) !== 0) return null;
    const kind = tokens.kinds[--i] as Kind;
    const isInText = ((tokens.flags[i] as number) & VIRTUAL) === 0; // a brace that is not may stand before clauses of the line
    if ((kind === OPEN || kind === CLOSE) && isInText) return null;
    if (kind === STRING) hasText = true;
    const place = ((tokens.flags[i] as number) & (SOFT | AS_NAME)) === 0 ? statementOf[kind] : null;
    if (place) return { place, hasText };
  }
  return null;
}

/** `"Net "promoter" score"`: what grows out of a text was meant to stand in it. */
function isInsideText({ tokens, at }: Where): boolean {
  const kind = tokens.kinds[at] as Kind;
  const isPart = kind === ID || kind === UNIT || kind === NUMBER || kind === STRING || isKeyword(kind);
  return isPart && tokens.kinds[at - 1] === STRING && tokens.ends[at - 1] === tokens.starts[at];
}

/** What stands in the line from the token at hand on, with as many tokens as a clause has at most. */
function restOfLine({ tokens, text, at }: Where): string {
  let last = at;
  while (last < at + 3 && isPlainWord(tokens, last + 1)) last++;
  return text.slice(
    tokens.starts[at],
    Math.min(tokens.ends[last] as number, (tokens.starts[at] as number) + MOST_SHOWN),
  );
}

function isPlainWord({ kinds, flags }: Tokens, i: number): boolean {
  const kind = kinds[i] as Kind;
  return (
    ((flags[i] as number) & NEW_LINE) === 0 && kind !== OPEN && kind !== CLOSE && kind !== END && !statementOf[kind]
  );
}

/** A text as it is repeated in a message. */
function shown(text: string): string {
  return text.length < MOST_OF_TEXT || text.endsWith('"') ? text : `${text} …"`;
}

/** A keyword stands where it says nothing; `otherwise` is said where it begins no line of any block. */
export function strayKeyword(kind: Kind, word: string, otherwise = 'Remove it.'): string {
  const blocks = blocksWith(kind).map((block) => `\`${block}\``);
  return `\`${word}\` cannot stand here. ${blocks.length > 0 ? `It belongs in the braces of ${listed(blocks)}.` : otherwise}`;
}

/** A clause stands before the brace of its statement. The quick fix knows it by these words. */
export function insideBraces(written: string): string {
  const clause = written.replace(/\s+/g, ' ');
  return `\`${clause.length > MOST_SHOWN ? `${clause.slice(0, MOST_SHOWN)}…` : clause}\` belongs inside the braces. Write it behind the {.`;
}

function problem(message: string, tokens: Tokens, token: number): FileProblem {
  return {
    code: 'syntax-error',
    message,
    span: { start: tokens.starts[token] as number, end: tokens.ends[token] as number },
  };
}

/** What is wanted, in one word. */
function sortOf(wanted: KindSet): 'date' | 'cycle' | 'amount' | 'text' | 'name' | 'keyword' {
  if (wanted[DATE]) return 'date';
  if (wanted[PERIOD]) return 'cycle';
  if (wanted[NUMBER]) return 'amount';
  if (wanted[STRING]) return 'text';
  return wanted[ID] ? 'name' : 'keyword';
}

/** The word that stands where another was due, when it is one on the same line that could have been meant for it. */
function foundText({ tokens, text, at }: Where): string {
  const kind = tokens.kinds[at] as Kind;
  const isWord =
    kind === ID ||
    kind === NUMBER ||
    kind === DATE ||
    kind === PERIOD ||
    kind === STRING ||
    kind === UNIT ||
    kind === TAG;
  if (!isWord || at === 0 || /[\r\n]/.test(text.slice(tokens.ends[at - 1], tokens.starts[at]))) return '';
  return text.slice(tokens.starts[at], Math.min(tokens.ends[at] as number, (tokens.starts[at] as number) + 40));
}

function namesOf(wanted: KindSet): string {
  const names = [...wanted.keys()].filter((kind) => wanted[kind] === 1).map(nameOf);
  const text = listed([...new Set(names)].slice(0, 8));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(kind: Kind): string {
  if (kind === ID) return 'a name';
  if (kind === STRING) return 'a text in quotation marks';
  if (kind === NUMBER) return 'an amount';
  if (kind === DATE || kind === PERIOD) return 'a date';
  if (kind === UNIT) return 'a unit';
  if (kind === TAG) return 'a #tag';
  return `\`${textOf(kind)}\``;
}

function hintFor(wanted: KindSet): string {
  if (wanted[OPEN]) return ' What belongs to it stands in braces: `{ … }`.';
  const word = keywordsIn(wanted)[0];
  return (word && hints[word]) ?? '';
}

function keywordsIn(allowed: KindSet): readonly string[] {
  return [...allowed.keys()].filter((kind) => allowed[kind] === 1 && isKeyword(kind)).map(textOf);
}

function mayStand(allowed: KindSet): string {
  const words = keywordsIn(allowed)
    .filter((word) => !word.startsWith('check-'))
    .map((word) => `\`${word}\``);
  if (words.length === 0) return 'Remove it.';
  if (words.length > MOST_LISTED) return 'Remove it, or put it in quotation marks if it belongs to a title.';
  return `What may stand here: ${words.join(', ')}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
