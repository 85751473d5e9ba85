/** Places in the made-up texts, and what is written there so that something is found or lost. */
import type { Position } from '../measure/lsp.ts';
import { company } from './invent.ts';
import { objectiveIds } from './words.ts';

/**
 * The text with a key result to type into. Its baseline is 20%, which is its target too, so that there is something to find; with another first
 * digit, or without it, there is not. `place` is where that digit stands. No name changes.
 */
export function withProbe(text: string): { readonly text: string; readonly place: Position } {
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.includes('kr first "'));
  if (line < 0) throw new Error('no key result is called first');
  const written = '        kr first "Guests who come back" from 20% to 20%';
  lines[line] = written;
  return { text: lines.join('\n'), place: { line, character: written.indexOf('20%') } };
}

/** The objective that gets another name. */
const renamed = objectiveIds[0] as string;

export function withOtherName(text: string): string {
  return text.replace(`objective ${renamed} `, `objective ${renamed}x `);
}

/** How many of these texts link to that objective of the hot file by the name that goes. */
export function linkedByName(texts: Iterable<string>): number {
  const link = new RegExp(`${company}\\.${renamed}[ .,]`);
  return [...texts].filter((text) => link.test(text)).length;
}

/** Behind the first of these words. */
export function offsetBehind(text: string, words: string): number {
  const offset = text.indexOf(words);
  if (offset < 0) throw new Error(`there is no “${words}”`);
  return offset + words.length;
}

export function placeAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}
