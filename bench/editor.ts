/**
 * `npm run bench:editor`: a person types into the hot file of a company of any size in a real VS Code, and the page measures from each
 * key to the changed squiggle.
 *
 *   npm run bench:editor -- [--size 10,10000] [--keys 40] [--pictures FOLDER]
 *
 * - `--size`: files in the folder
 * - `--keys`: keystrokes when all files have been read
 * - `--pictures`: also looks at the window, and leaves pictures there
 *
 * Each size is opened twice, with the text alone and with the cascade beside it. Keys are pressed from the moment the first finding shows:
 * what is typed while the files are still read counts for itself. Results go to bench/results/editor.json; `node bench/page.ts` takes them into the
 * page.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../scripts/package.ts';
import { notesIn, shareOf } from './editor/inServer.ts';
import { type EditorResult, editorResults, type Phase } from './editor/page.ts';
import { type Keystroke, Typist } from './editor/typing.ts';
import { openWindow } from './editor/window.ts';
import { describeMachine, Neighbours } from './measure/machine.ts';
import { quantile } from './measure/statistics.ts';
import { root } from './paths.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10,10000' },
    keys: { type: 'string', default: '40' },
    pictures: { type: 'string' },
  },
});
const sizes = values.size.split(',').map(Number);
const keys = Number(values.keys);
if ([...sizes, keys].some((value) => !Number.isInteger(value) || value < 1)) {
  throw new Error('--size and --keys take whole numbers');
}

/** As somebody who types fast. */
const pause = 120;
/** Keys that are pressed while files are read: so much of a sentence is written before its author looks up. */
const mostWhileReading = 120;
/** Until the server has written down what it noted. */
const noted = 1_000;
const status = '[id*="okr.status"]';

async function measure(vsix: string, files: number, cascade: boolean): Promise<Phase[]> {
  const window = await openWindow(vsix, files, cascade);
  const { page } = window;
  const say = (what: string) =>
    console.error(`${files} files, ${((performance.now() - window.begun) / 1000).toFixed(1)} s: ${what}`);
  const picture = async (name: string) => {
    if (!values.pictures) return;
    mkdirSync(values.pictures, { recursive: true });
    await page.screenshot({ path: join(values.pictures, `${files}-${cascade ? 'cascade' : 'text'}-${name}.png`) });
  };
  try {
    say('the text is shown');
    const typist = await Typist.at(page, window.line, window.column);
    say('the first finding is shown');
    const all: Keystroke[] = [];
    const press = async () => {
      all.push(await typist.press('2'));
      await page.waitForTimeout(pause);
    };
    await picture('begins');
    do await press();
    while (all.at(-1)?.reading && all.length < mostWhileReading);
    const whileReading = all.filter(({ reading }) => reading);
    // The rest of a folder is not checked between two keys, so somebody who never rests would wait for ever.
    await page.locator(status, { hasNotText: 'reading' }).first().waitFor({ timeout: 180_000 });
    say(`all files are read, ${all.length} keys so far`);
    await picture('read');
    const before = all.length;
    for (let pressed = 0; pressed < keys; pressed++) await press();
    await picture('typed');
    const phases = [
      { phase: 'reading' as const, strokes: whileReading },
      { phase: 'read' as const, strokes: all.slice(before) },
    ];
    await page.waitForTimeout(noted);
    const notes = notesIn(window.notes, window.hot);
    return phases
      .filter(({ strokes }) => strokes.length > 0)
      .map(({ phase, strokes }) => {
        const times = strokes.map(({ squiggle }) => squiggle);
        const longest = strokes[times.indexOf(Math.max(...times))] as Keystroke;
        const inServer = strokes.flatMap((stroke) => shareOf(stroke, notes)?.server ?? []);
        return {
          files,
          cascade,
          phase,
          keys: times.length,
          median: quantile(times, 0.5),
          p95: quantile(times, 0.95),
          longest: longest.squiggle,
          ofLongest: shareOf(longest, notes),
          server:
            inServer.length > 0
              ? { median: quantile(inServer, 0.5), p95: quantile(inServer, 0.95), longest: Math.max(...inServer) }
              : null,
          paintedMedian: quantile(
            strokes.map(({ painted }) => painted),
            0.5,
          ),
        };
      });
  } catch (problem) {
    await picture('failed');
    throw problem;
  } finally {
    await window.close();
  }
}

function told(phase: Phase): string {
  const what = `${phase.files} files, ${phase.cascade ? 'cascade beside it' : 'text alone'}, ${phase.phase === 'read' ? 'all read' : 'while reading'}`;
  const ms = (value: number) => `${value.toFixed(0)} ms`.padStart(8);
  const server = phase.server
    ? `  in the server ${ms(phase.server.median)} ${ms(phase.server.p95)} ${ms(phase.server.longest)}`
    : '';
  return `${what.padEnd(50)} ${String(phase.keys).padStart(4)} keys  median ${ms(phase.median)}  p95 ${ms(phase.p95)}  longest ${ms(phase.longest)}  painted ${ms(phase.paintedMedian)}${server}`;
}

// What was started ends with this process, however that ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
if (build.status !== 0) throw new Error('The extension could not be built; the reason stands above.');
const vsix = await packageExtension();
const phases: Phase[] = [];
const neighbours = new Neighbours();
for (const files of sizes) {
  for (const cascade of [false, true]) {
    await neighbours.look();
    for (const phase of await measure(vsix, files, cascade)) {
      phases.push(phase);
      console.log(told(phase));
    }
  }
}
const result: EditorResult = {
  date: new Date().toISOString().slice(0, 10),
  machine: describeMachine(neighbours),
  command: `npm run bench:editor -- --size ${sizes.join(',')} --keys ${keys}`,
  phases,
};
mkdirSync(dirname(editorResults), { recursive: true });
writeFileSync(editorResults, `${JSON.stringify(result, null, 2)}\n`);
process.exit(0);
