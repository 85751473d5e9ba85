import { resolve } from 'node:path';
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
import { mayPutInto, userCacheFolder } from '@okr-language/indexer';
import { isConfigFile } from '@okr-language/language';
import type { CacheChoice } from './arguments.ts';
import { sayOfConfig } from './configs.ts';
import type { Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { type Reading, type ReadingOptions, readProjects } from './reading.ts';
import { findSources, type Sources } from './sources.ts';
import { safeLine } from './terminal/safe.ts';

export interface Prepared {
  readonly sources: Sources;
  readonly options: ReadingOptions;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface PrepareOptions {
  readonly paths: readonly string[];
  readonly today: Day | null;
  /** The profile of projects that extend none. */
  readonly profile?: ProfileName;
  readonly cache: CacheChoice;
}

/** What every command that reads does first: find the projects, and say on standard error what is wrong with the paths. */
export async function prepare(asked: PrepareOptions, around: Surroundings): Promise<Prepared> {
  const day = dayOf(asked, around);
  const profile = profileNamed(asked.profile);
  const options: ReadingOptions = {
    cwd: around.cwd,
    today: day,
    ...(profile !== null && { base: configOf(profile, rules), profile: profile.name }),
    cache: cacheFolder(asked.cache, around),
    onInternalError: (where, error) => {
      if (around.environment['OKR_DEBUG'])
        around.say(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
    },
  };
  const sources = await findSources(asked.paths, options);
  for (const line of [...sources.choice.troubles, ...sources.choice.notes]) around.say(safeLine(line));
  return { sources, options, today: formatIsoDay(day) };
}

/** The day that was asked for, else that of the reader. */
export function dayOf({ today }: Pick<PrepareOptions, 'today'>, around: Surroundings): Day {
  return today ?? parseIsoDay(around.date) ?? 0;
}

/** Everything into an engine, for commands that ask about whole projects. Says what is wrong with their configurations: much follows from these. */
export async function read(asked: PrepareOptions, around: Surroundings): Promise<{ reading: Reading; today: string }> {
  const { sources, options, today } = await prepare(asked, around);
  for (const config of sources.configs) if (sources.choice.chosen.has(config.uri)) sayOfConfig(config, around);
  const reading = await readProjects(sources, options);
  if (reading.isNews) await sources.cache?.keepFiles(reading.toKeep());
  return { reading, today };
}

/** That nothing can be kept where somebody asked for it is said: a pipeline would carry an empty folder from run to run. */
function cacheFolder(choice: CacheChoice, { cwd, environment, say }: Surroundings): string | null {
  if (choice.kind === 'none') return null;
  if (choice.kind === 'usual') return userCacheFolder(environment);
  const folder = resolve(cwd, choice.path);
  if (!mayPutInto(folder))
    say(safeLine(`Nothing is kept in "${choice.path}": it is no folder that can be written to.`));
  return folder;
}

/** Says which files could not be read, for commands whose result has no place for it; tells whether there were any. */
export function sayUnreadable({ unreadable, unreachable, chosen }: Reading, around: Surroundings): boolean {
  let any = false;
  for (const [uri, { message }] of unreadable) {
    if (!chosen.has(uri)) continue;
    any = true;
    const isSaid = isConfigFile(uri) && !unreachable.has(uri);
    if (!isSaid) around.say(safeLine(`${shownPath(pathOf(uri) ?? uri, around.cwd)}: ${message}`));
  }
  return any;
}
