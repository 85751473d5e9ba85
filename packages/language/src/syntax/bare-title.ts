/** A title that was written without quotation marks: `kr csat Help desk rating from 3.9 to 4.4`. */
import { goesOnWith } from './follow.ts';
import { ID, type Kind, STRING, UNIT } from './kinds.ts';
import { statementOf } from './places.ts';
import { AS_NAME, NEW_LINE, type Tokens } from './tokens.ts';

export interface BareTitle {
  /** The beginning of the statement as it should read: `kr csat "Help desk rating"`. */
  readonly statement: string;
  /** Whether the words can hardly be a misspelt keyword: they begin with a capital letter, or are several. */
  readonly certain: boolean;
}

/** More words than this are not repeated in a message. */
const MOST_WORDS = 6;
const CAPITAL = /^\p{Lu}/u;

/** The title that begins at token `at`, or one word before it, where a statement waits for its title; else null. */
export function bareTitle(tokens: Tokens, text: string, at: number): BareTitle | null {
  const isName = tokens.kinds[at - 1] === ID || ((tokens.flags[at - 1] ?? 0) & AS_NAME) !== 0;
  const first = isName ? at - 2 : at - 1;
  const keyword = tokens.kinds[first];
  const place = keyword === undefined ? null : statementOf[keyword];
  if (
    keyword === undefined ||
    !place?.header[STRING] ||
    place.ofNames ||
    startsLine(at) ||
    (isName && startsLine(at - 1))
  )
    return null;

  let end = at + 1;
  while (isWord(tokens.kinds[end]) && !startsLine(end)) end++;
  const words = Array.from({ length: end - at }, (_, i) => wordAt(at + i));
  const isCapital = CAPITAL.test(words[0] as string);
  const word = isName ? wordAt(at - 1) : '';
  // `kr Help desk rating` has a title alone, `kr csat Rating` a name before it
  const name = word !== '' && (!goesOnWith(keyword, STRING) || (isCapital && !CAPITAL.test(word))) ? word : null;
  const title = name === null && word !== '' ? [word, ...words] : words;
  const shown = title.slice(0, MOST_WORDS).join(' ') + (title.length > MOST_WORDS ? ' …' : '');
  return {
    statement: `${wordAt(first)} ${name === null ? '' : `${name} `}"${shown}"`,
    certain: isCapital || words.length > 1,
  };

  function wordAt(i: number): string {
    return text.slice(tokens.starts[i], tokens.ends[i]);
  }

  function startsLine(i: number): boolean {
    return ((tokens.flags[i] ?? 0) & NEW_LINE) !== 0;
  }
}

function isWord(kind: Kind | undefined): boolean {
  return kind === ID || kind === UNIT;
}
