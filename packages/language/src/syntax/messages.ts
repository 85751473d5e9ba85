import type { FileProblem } from '@okr-language/core';
import { DATE, END, ID, isKeyword, NUMBER, OPEN, STRING, textOf, UNIT } from './kinds.ts';
import type { KindSet } from './shape.ts';
import type { Tokens } from './tokens.ts';

/** Something that the token `at` should have been is not there. */
export function missingMessage(tokens: Tokens, text: string, at: number, wanted: KindSet): FileProblem {
  const before = Math.max(0, at - 1);
  const word =
    at > 0 ? textOf(tokens.kinds[before] as number) || text.slice(tokens.starts[before], tokens.ends[before]) : '';
  return {
    code: 'syntax-error',
    message: `${word ? `Behind \`${word}\` ` : 'Here '}${describe(wanted)} is missing.`,
    span:
      at > 0 ? { start: tokens.starts[before] as number, end: tokens.ends[before] as number } : { start: 0, end: 0 },
  };
}

/** The token `at` can stand nowhere near. */
export function strayMessage(
  tokens: Tokens,
  text: string,
  at: number,
  _rests: readonly { readonly first: KindSet }[],
): FileProblem {
  const start = tokens.starts[at] as number;
  const end = tokens.ends[at] as number;
  return {
    code: 'syntax-error',
    message: `\`${text.slice(start, Math.min(end, start + 40))}\` cannot stand here.`,
    span: { start, end },
  };
}

function describe(wanted: KindSet): string {
  const words = [...wanted.keys()].filter((kind) => wanted[kind] === 1).map((kind) => nameOf(kind));
  return [...new Set(words)].slice(0, 6).join(' or ');
}

function nameOf(kind: number): string {
  if (kind === ID) return 'a name';
  if (kind === STRING) return 'a text in quotation marks';
  if (kind === NUMBER) return 'a number';
  if (kind === DATE) return 'a date';
  if (kind === UNIT) return 'a unit';
  if (kind === END) return 'the end of the file';
  return isKeyword(kind) || kind >= OPEN ? `\`${textOf(kind)}\`` : 'a word';
}
