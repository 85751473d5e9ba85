/** `okr check --watch`: checks, and checks again what changes, until it is interrupted. */
import { resolve } from 'node:path';
import { type Finding, formatIsoDay } from '@okr-language/core';
import type { Invocation } from '../arguments.ts';
import { chooseFiles } from '../choosing.ts';
import { baselineOf, conclude } from '../conclude.ts';
import type { ExitCode, Surroundings } from '../output.ts';
import { dayOf, prepare } from '../prepare.ts';
import { readProjects } from '../reading.ts';
import { safeLine } from '../terminal/safe.ts';
import { FolderWatch, type Touched } from './folders.ts';
import { LiveProjects } from './live.ts';
import { NamedFolders } from './named.ts';

type CheckInvocation = Extract<Invocation, { command: 'check' }>;

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

export async function watchProjects(invocation: CheckInvocation, around: Surroundings): Promise<ExitCode> {
  const { sources, options } = await prepare(invocation, around);
  let { choice } = sources;
  let day = options.today;

  const show = async (live: LiveProjects) => {
    if (around.columns !== null && invocation.format === 'pretty') around.out(clearScreen);
    for (const line of [...choice.troubles, ...choice.notes]) around.say(safeLine(line));
    const baseline = await baselineOf(invocation, around);
    if (baseline !== 'unusable') {
      await conclude(invocation, live.checked(choice), { today: formatIsoDay(day), baseline }, around);
    }
    around.say('Watching for changes. Ctrl+C ends it.');
  };

  // What happens while something is read or looked at is looked at afterwards.
  const watch = new FolderWatch((touched: Touched) => {
    const look = async () => {
      await named.note();
      choice = await chooseFiles(invocation.paths, around.cwd);
      watch.set(choice.visited);
      day = dayOf(invocation, around);
      if (await live.follow(choice, day, touched)) await show(live);
    };
    work = work.then(look).catch((error) => around.say(safeLine(`Something could not be looked at: ${String(error)}`)));
  });
  let ready = () => {};
  let work = new Promise<void>((done) => {
    ready = done;
  });
  watch.set(choice.visited);
  const paths = (invocation.paths.length === 0 ? ['.'] : invocation.paths).map((path) => resolve(around.cwd, path));
  const named = new NamedFolders(paths, () => watch.renew());

  const found = new Map<string, readonly Finding[]>();
  const reading = await readProjects(sources, { ...options, onFindings: (uri, some) => found.set(uri, some) });
  const live = new LiveProjects(reading, sources, found);
  await show(live);
  ready();
  if (reading.isNews) await sources.cache?.keepFiles(reading.toKeep());
  await around.interrupted();
  named.close();
  watch.close();
  await work;
  around.say('Stopped watching.');
  return 0;
}
