/**
 * `npm run bench`: measures every row of the target table side by side, in interleaved rounds, and writes the page.
 *
 *   npm run bench -- [--size 10,1000,10000] [--rounds 5] [--large-rounds 3] [--peers-to 1000] [--only 1,6] [--cramped 150000] [--no-page]
 *
 * - `--size`: files, smallest first; one to three of them
 * - `--only`: rows of the table; all unless given
 * - `--peers-to`: the largest size at which the slow peers (yaml-language-server, stock Langium) take part
 * - `--large-rounds`: rounds beyond 1,000 files, where each takes minutes
 * - `--cramped`: files for row 14, about little memory. It takes many minutes and is measured only where `--only` names it; its figures go to
 *   bench/results/cramped.json and from there onto the page.
 *
 * Results go to bench/results/<date>.json and latest.json. The page, docs/benchmarks.md, is made from the latter.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crampedIn, keepCramped, withCramped } from './cramped.ts';
import { describeMachine, Neighbours } from './measure/machine.ts';
import { Notebook } from './measure/notebook.ts';
import { writeLatestPage, writePage } from './page.ts';
import { bench } from './paths.ts';
import { preparePrograms, prepareWorkspace } from './prepare.ts';
import { rowsOf, type Sizes } from './rows.ts';
import * as batch from './subjects/batch.ts';
import { firstStart, keepCode, okrServer, startTwice, typeWhileReading } from './subjects/okrServer.ts';
import { trivial, yamlLanguageServer } from './subjects/otherServers.ts';
import { partsOfCheck } from './subjects/shares.ts';

interface Task {
  readonly name: string;
  /** Rows that need it. */
  readonly rows: readonly number[];
  run(book: Notebook): Promise<void>;
  /** Measured in the first rounds only: it takes minutes. */
  readonly mostRounds?: number;
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10,1000,10000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    'peers-to': { type: 'string', default: '1000' },
    'large-rounds': { type: 'string', default: '3' },
    cramped: { type: 'string', default: '150000' },
    'no-page': { type: 'boolean', default: false },
  },
});

const sizeList = values.size.split(',').map(Number);
const rounds = Number(values.rounds);
const only = values.only?.split(',').map(Number) ?? null;
const peersTo = Number(values['peers-to']);
const largeRounds = Number(values['large-rounds']);
const cramped = Number(values.cramped);
const numbers = [...sizeList, rounds, largeRounds, peersTo, cramped, ...(only ?? [])];
if (numbers.some((value) => !Number.isInteger(value) || value < 1)) {
  throw new Error('--size, --rounds, --large-rounds, --only, --cramped and --peers-to take whole numbers');
}
const sizes: Sizes = {
  small: sizeList[0] as number,
  middle: sizeList.at(-2) ?? (sizeList[0] as number),
  large: sizeList.at(-1) as number,
};
const isCramped = only?.includes(14) ?? false;

function tasks(): readonly Task[] {
  const all: Task[] = [{ name: 'trivial server', rows: [9], run: trivial }];
  for (const size of sizeList) {
    const at = (name: string) => `${name}, ${size} files`;
    const many = size > 1_000 ? { mostRounds: largeRounds } : {};
    all.push(
      { name: at('okr check'), rows: [1, 2, 5], run: (book) => batch.check(book, size), ...many },
      { name: at('bare lexer'), rows: [2], run: (book) => batch.lexerAlone(book, size), ...many },
      { name: at('ajv + yaml'), rows: [1], run: (book) => batch.ajv(book, size), ...many },
      { name: at('okr server'), rows: [3, 6, 7, 8, 9, 10, 11], run: (book) => okrServer(book, size), ...many },
      { name: at('okr server while reading'), rows: [8], run: (book) => typeWhileReading(book, size), ...many },
    );
    if (size === sizes.small) {
      all.push({ name: at('first start of okr server'), rows: [9], run: (book) => firstStart(book, size) });
    }
    if (size === sizes.middle) {
      all.push({ name: at('parts of okr check'), rows: [15], run: (book) => partsOfCheck(book, size) });
    }
    if (size === sizes.large) {
      all.push(
        { name: at('okr server twice'), rows: [12], run: (book) => startTwice(book, size), ...many },
        { name: at('okr check twice'), rows: [4], run: (book) => batch.checkAgain(book, size), ...many },
        { name: at('roll-up'), rows: [13], run: (book) => batch.rollUpAll(book, size), ...many },
      );
    }
    if (size <= peersTo) {
      all.push(
        { name: at('stock Langium'), rows: [2], run: (book) => batch.stockLangium(book, size), ...many },
        { name: at('yaml-language-server'), rows: [3], run: (book) => yamlLanguageServer(book, size), ...many },
      );
    }
    if (size <= 100) {
      all.push({
        name: at('likec4 validate'),
        rows: [2],
        run: (book) => batch.likec4Validate(book, size),
        mostRounds: 3,
      });
    }
  }
  if (isCramped) {
    all.push({
      name: `okr check with little memory, ${cramped} files`,
      rows: [14],
      run: (book) => batch.checkCramped(book, cramped),
      mostRounds: 1,
    });
  }
  return all.filter((task) => only === null || task.rows.some((row) => only.includes(row)));
}

await preparePrograms();
await keepCode();
const wanted = tasks();
const book = new Notebook();
const neighbours = new Neighbours();
for (let round = 0; round < rounds; round++) {
  // Each round begins elsewhere, so that none always follows the same neighbour.
  const first = Math.floor((round * wanted.length) / rounds);
  for (const task of [...wanted.slice(first), ...wanted.slice(0, first)]) {
    if (round >= (task.mostRounds ?? rounds)) continue;
    await neighbours.look();
    const begun = performance.now();
    try {
      await task.run(book);
    } catch (error) {
      book.remark(task.name, error instanceof Error ? error.message : String(error));
      console.log(`${task.name} failed: ${error}`);
    }
    console.log(`round ${round + 1}: ${task.name}, ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  }
}

for (const size of sizeList) noteMemoryAKeyResult(size);
const date = new Date().toISOString().slice(0, 10);
const machine = describeMachine(neighbours);
const result = {
  date,
  machine,
  command: `npm run bench -- --size ${values.size} --rounds ${rounds} --large-rounds ${largeRounds} --peers-to ${peersTo}${only === null ? '' : ` --only ${values.only}`}`,
  rounds,
  largeRounds,
  sizes,
  workspaces: sizeList.map((size) => {
    const { keyResults, bytes } = prepareWorkspace(size, 'okr');
    return { files: size, keyResults, bytes };
  }),
  figures: Object.fromEntries(book.figures),
  remarks: Object.fromEntries(book.remarks),
};
mkdirSync(join(bench, 'results'), { recursive: true });
const names = [`${new Date().toISOString().replace(/[:.]/g, '-')}.json`, ...(only === null ? ['latest.json'] : [])];
for (const name of names) writeFileSync(join(bench, 'results', name), `${JSON.stringify(result, null, 2)}\n`);
if (isCramped) {
  const command = `npm run bench -- --only 14 --cramped ${cramped}`;
  keepCramped({ date, machine, command, figures: crampedIn(result.figures), remarks: crampedIn(result.remarks) });
}
if (!values['no-page']) {
  if (only === null) writePage(result);
  else if (isCramped) writeLatestPage();
}
for (const { number, what, figures } of rowsOf(withCramped(result), sizes)) {
  if (only !== null && !only.includes(number)) continue;
  for (const { label, measured, remark } of figures) {
    console.log(`${number} ${what}, ${label}: ${measured === null ? remark : measured.median.toPrecision(3)}`);
  }
}
process.exit(0);

function noteMemoryAKeyResult(size: number): void {
  const { keyResults } = prepareWorkspace(size, 'okr');
  const now = book.figures.get(`server/${size}/ready-memory`) ?? [];
  const least = book.figures.get(`server/${sizes.small}/ready-memory`) ?? [];
  if (size === sizes.small) return;
  now.forEach((value, round) => {
    const base = least[round];
    if (base !== undefined) book.note(`server/${size}/memory-a-key-result`, (value - base) / keyResults);
  });
}
