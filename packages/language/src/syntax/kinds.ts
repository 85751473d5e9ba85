/**
 * The kinds of tokens: the terminals of the grammar by fixed numbers, then every keyword and mark that the grammar
 * quotes, numbered as they come. A token's kind is a small number so that sets of kinds are plain byte arrays.
 */
import { grammar } from './generated/grammar.ts';
import { keywordsAmong, quotedIn } from './grammar.ts';

export type Kind = number;

export const END: Kind = 0;
export const ID: Kind = 1;
export const STRING: Kind = 2;
export const NUMBER: Kind = 3;
export const UNIT: Kind = 4;
export const DATE: Kind = 5;
export const PERIOD: Kind = 6;
export const TAG: Kind = 7;
/** A character or a run of them that can stand nowhere. */
export const JUNK: Kind = 8;

export const terminals: Readonly<Record<string, Kind>> = { ID, STRING, NUMBER, UNIT, DATE, PERIOD, TAG };
const FIRST_QUOTED = JUNK + 1;

const quotedTexts = quotedIn(grammar);
/** Keywords and marks by their text. */
const quoted: ReadonlyMap<string, Kind> = new Map(quotedTexts.map((text, i) => [text, FIRST_QUOTED + i]));
export const kindCount: number = FIRST_QUOTED + quoted.size;

/** The keywords alone, in alphabetical order. */
export const keywords: readonly string[] = keywordsAmong(quotedTexts);
const keywordKinds: ReadonlyMap<string, Kind> = new Map(keywords.map((text) => [text, kindOf(text)]));

/** The kind of a keyword or mark that the grammar is known to quote. */
export function kindOf(text: string): Kind {
  const kind = quoted.get(text);
  if (kind === undefined) throw new Error(`The grammar quotes no ${text}`);
  return kind;
}

/** The kind of a word: a keyword's, else ID. */
export function kindOfWord(word: string): Kind {
  return keywordKinds.get(word) ?? ID;
}

const keywordFlags = new Uint8Array(kindCount);
for (const kind of keywordKinds.values()) keywordFlags[kind] = 1;
export function isKeyword(kind: Kind): boolean {
  return keywordFlags[kind] === 1;
}

const texts: readonly string[] = [...new Array<string>(FIRST_QUOTED).fill(''), ...quoted.keys()];
/** The text of a keyword or mark; empty for terminals. */
export function textOf(kind: Kind): string {
  return texts[kind] as string;
}

export const OPEN: Kind = kindOf('{');
export const CLOSE: Kind = kindOf('}');
export const COMMA: Kind = kindOf(',');
export const DOT: Kind = kindOf('.');
export const SLASH: Kind = kindOf('/');
