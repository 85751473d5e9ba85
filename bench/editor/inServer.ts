/** How much of the time from a key to its squiggle passed in the language server, and how much in the editor before and after. */
import { existsSync, readFileSync } from 'node:fs';
import type { Keystroke } from './typing.ts';

/** Of one key, in milliseconds. */
export interface Share {
  /** Until the edit reached the server. */
  readonly before: number;
  /** Until the findings of the file left it. */
  readonly server: number;
  /** Until the squiggle had changed. */
  readonly after: number;
}

interface Note {
  readonly what: 'came' | 'went';
  readonly uri: string;
  readonly at: number;
}

/** What `note-edits.cjs` wrote about one file. */
export function notesIn(file: string, path: string): readonly Note[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Note).filter(({ uri }) => decodeURIComponent(uri).endsWith(path));
}

/** Null where the server noted nothing of the key. Of findings that were told several times, the last time before the squiggle counts. */
export function shareOf({ pressedAt, squiggle }: Keystroke, notes: readonly Note[]): Share | null {
  const end = pressedAt + squiggle;
  const within = notes.filter(({ at }) => at >= pressedAt && at <= end);
  const came = within.find(({ what }) => what === 'came')?.at;
  const went = within.findLast(({ what }) => what === 'went')?.at;
  if (came === undefined || went === undefined || went < came) return null;
  return { before: came - pressedAt, server: went - came, after: end - went };
}
