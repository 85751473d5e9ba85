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
  let server = 0;
  const look = () => {
    for (const [thread, usage] of threadsOf(server)) seen.set(thread, usage);
  };
  let looking: ReturnType<typeof setInterval> | undefined;
  await okrServer(new Notebook(), size, {
    begun: (pid) => {
      server = pid;
      looking = setInterval(look, lookEveryMs);
    },
    read: () => {
      clearInterval(looking);
      look();
    },
  });
  const times = { answering: 0, reading: 0, engine: 0 };
  for (const [thread, { name, cpu }] of seen) {
    // The first thread of a process has its number.
    if (thread === server) times.answering += cpu;
    else if (name === 'WorkerThread') times.reading += cpu;
    else times.engine += cpu;
  }
  return times;
}
