/**
 * Where the time goes, function by function, in a readable build:
 *
 *   node bench/profile.ts check 10000     a cold `okr check`
 *   node bench/profile.ts edit 1000       edits in the server, once all files are read
 *   node bench/profile.ts start 10000     the server from its start until all files are read
 *
 * Prints how much each part of the program takes, and the functions by their own time and by the time of all that they call; the profile itself (for
 * the developer tools of a browser) stays in bench/.work.
 */
import { Notebook } from './measure/notebook.ts';
import { type Profile, type Profiled, sharesOf, stacksOf } from './measure/profile.ts';
import { profiledCheck, profiledServer } from './subjects/profiled.ts';

const [what, sizeText] = process.argv.slice(2);
const size = Number(sizeText ?? 1_000);

if (what === 'check') {
  const { run, ...profiled } = await profiledCheck(size);
  const { cpu, peak } = run;
  console.log(`okr check, ${size} files: ${cpu?.toFixed(0)} ms CPU, ${((peak ?? 0) / 1e6).toFixed(0)} MB at the peak`);
  printAll(profiled);
} else if (what === 'edit' || what === 'start') {
  const book = new Notebook();
  const profiled = await profiledServer(book, size, what);
  for (const [key, values] of book.figures) console.log(`${key}: ${values[0]?.toPrecision(3)}`);
  printAll(profiled);
} else {
  throw new Error('say check, edit or start, and a number of files');
}
process.exit(0);

function printAll(profiled: Profiled): void {
  for (const [part, share] of [...sharesOf(profiled)].sort((a, b) => b[1] - a[1])) {
    console.log(`${(share * 100).toFixed(1).padStart(6)}%  ${part}`);
  }
  printFunctions(profiled.profile);
}

function printFunctions(profile: Profile): void {
  const { nodes, samples, timeDeltas } = profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stackOf = stacksOf(profile);
  const own = new Map<string, number>();
  const withCalls = new Map<string, number>();
  let total = 0;
  const nameOf = (id: number) => {
    const { functionName, url, lineNumber } = byId.get(id)?.callFrame ?? { functionName: '', url: '', lineNumber: 0 };
    return `${functionName || '(unnamed)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;
  };
  samples.forEach((id, index) => {
    const time = timeDeltas[index] as number;
    const name = nameOf(id);
    if (name.startsWith('(idle)')) return;
    total += time;
    own.set(name, (own.get(name) ?? 0) + time);
    for (const caller of new Set(stackOf(id).map(nameOf))) withCalls.set(caller, (withCalls.get(caller) ?? 0) + time);
  });
  for (const [title, times, most] of [
    ['own time', own, 20],
    ['with all that they call', withCalls, 50],
  ] as const) {
    console.log(`\n${title}, of ${(total / 1e6).toFixed(2)} s`);
    for (const [name, time] of [...times].sort((a, b) => b[1] - a[1]).slice(0, most)) {
      console.log(
        `${((time / total) * 100).toFixed(1).padStart(6)}%  ${(time / 1e3).toFixed(0).padStart(7)} ms  ${name}`,
      );
    }
  }
}
