/** Measures what the server's time and memory go to, for the section of the page that says what stands in the way: `node bench/inTheWay.ts 10000`. */
import { writeFileSync } from 'node:fs';
import { type InTheWay, inTheWayResults } from './inTheWaySection.ts';
import { countKept } from './kept.ts';
import { Notebook } from './measure/notebook.ts';
import { sharesOf } from './measure/profile.ts';
import { type ThreadUsage, threadsOf } from './measure/usage.ts';
import { writeLatestPage } from './page.ts';
import { preparePrograms } from './prepare.ts';
import { keepCode, okrServer } from './subjects/okrServer.ts';
import { profiledServer } from './subjects/profiled.ts';

/** Threads that have ended by the time are counted as they were seen last. */
const lookEveryMs = 100;
/** Bytes are counted while V8 compiles nothing further: 10,000 files would take minutes. */
const countedFiles = 1_000;

const size = Number(process.argv[2] ?? 10_000);
await preparePrograms();
await keepCode();
const threads = await threadsUntilRead(size);
const profiled = await profiledServer(new Notebook(), size, 'start');
const measured: InTheWay = {
  date: new Date().toISOString().slice(0, 10),
  command: `node bench/inTheWay.ts ${size}`,
  threads,
  parts: Object.fromEntries(sharesOf(profiled)),
  kept: countKept(countedFiles),
};
writeFileSync(inTheWayResults, `${JSON.stringify(measured, null, 2)}\n`);
writeLatestPage();
process.exit(0);

async function threadsUntilRead(size: number): Promise<InTheWay['threads']> {
  const seen = new Map<number, ThreadUsage>();
  let process = 0;
  const look = () => {
    for (const [thread, usage] of threadsOf(process)) seen.set(thread, usage);
  };
  let looking: ReturnType<typeof setInterval> | undefined;
  await okrServer(new Notebook(), size, {
    begun: (pid) => {
      process = pid;
      looking = setInterval(look, lookEveryMs);
    },
    read: () => {
      clearInterval(looking);
      look();
    },
  });
  const sum = (isMine: (thread: number, name: string) => boolean) =>
    [...seen].reduce((all, [thread, { name, cpu }]) => all + (isMine(thread, name) ? cpu : 0), 0);
  const isReading = (_: number, name: string) => name === 'WorkerThread';
  const answering = sum((thread) => thread === process);
  const reading = sum(isReading);
  return { answering, reading, engine: sum((thread, name) => thread !== process && !isReading(thread, name)) };
}
