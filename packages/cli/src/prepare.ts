import {
  configOf,
  type Day,
  formatIsoDay,
  type ProfileName,
  parseIsoDay,
  profileNamed,
  rules,
} from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import type { Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { type Reading, readProjects } from './reading.ts';
import { safeLine } from './terminal/safe.ts';

export interface Prepared {
  readonly reading: Reading;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface PrepareOptions {
  readonly paths: readonly string[];
  readonly today: Day | null;
  /** The profile of projects that extend none. */
  readonly profile?: ProfileName;
}

/** What every command that reads does first: read the projects, and say on standard error what is wrong with the paths. */
export async function prepare({ paths, today, profile }: PrepareOptions, around: Surroundings): Promise<Prepared> {
  const day = today ?? parseIsoDay(around.date) ?? 0;
  const named = profileNamed(profile);
  const reading = await readProjects(paths, {
    cwd: around.cwd,
    today: day,
    ...(named !== null && { base: configOf(named, rules) }),
    onInternalError: (where, error) => {
      if (around.environment['OKR_DEBUG'])
        around.say(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
    },
  });
  for (const line of [...reading.troubles, ...reading.notes]) around.say(safeLine(line));
  return { reading, today: formatIsoDay(day) };
}

/** Says which files could not be read, for commands whose result has no place for it; tells whether there were any. */
export function sayUnreadable({ unreadable, chosen }: Reading, around: Surroundings): boolean {
  let any = false;
  for (const [uri, { message }] of unreadable) {
    if (!chosen.has(uri)) continue;
    around.say(safeLine(`${shownPath(pathOf(uri) ?? uri, around.cwd)}: ${message}`));
    any = true;
  }
  return any;
}
