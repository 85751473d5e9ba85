/**
 * Reads and checks all files of a folder in one go and prints what each stage took, as JSON: milliseconds of CPU by stage, once cold and once
 * with code that the engine of Node has compiled by then. The texts are read before. See bench/stages.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildCascade,
  checkProject,
  type KeyResult,
  type Objective,
  type OkrFile,
  parseConfig,
  parseIsoDay,
  readSentence,
} from '../../packages/core/src/index.ts';
import { parseOkr } from '../../packages/language/src/parse.ts';
import { lay } from '../../packages/language/src/syntax/layout.ts';
import { read } from '../../packages/language/src/syntax/read.ts';
import { scan } from '../../packages/language/src/syntax/scan.ts';
import { Tokens } from '../../packages/language/src/syntax/tokens.ts';
import { textsIn } from './texts.ts';

const [folder, day, passes] = process.argv.slice(2) as [string, string, string];
const texts = [...textsIn(folder)].sort(([one], [other]) => (one < other ? -1 : 1));
const { config } = parseConfig(readFileSync(join(folder, 'okr.config.json'), 'utf8'));
const today = parseIsoDay(day) ?? 0;
const [scanned, laid] = [new Tokens(), new Tokens()];

function timed<T>(into: Record<string, number>, stage: string, work: () => T): T {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  into[stage] = (user + system) / 1_000;
  return result;
}

/** Reading a text twice, once for its tokens and tree alone, tells how much of `parse` is the syntax. */
function pass(): Record<string, number> {
  const stages: Record<string, number> = {};
  const files = timed(stages, 'parse', () => new Map(texts.map(([uri, text]) => [uri, parseOkr(uri, text)] as const)));
  const cascade = timed(stages, 'cascade', () => buildCascade(files, config, today));
  timed(stages, 'rules', () => checkProject(cascade));
  timed(stages, '(syntax alone)', () => {
    // As `parseOkr` does; earlier versions have no `clear`, and make new tokens for each text.
    for (const [, text] of texts) {
      const { tokens } = scan(text, scanned.clear?.());
      read(lay(tokens, text, laid.clear?.()).tokens, text);
    }
  });
  const titles = goalsIn(files).flatMap(({ title }) => title?.text ?? []);
  timed(stages, '(sentences alone)', () => {
    for (const title of titles) readSentence(title);
  });
  return stages;
}

function goalsIn(files: ReadonlyMap<string, OkrFile>): readonly (Objective | KeyResult)[] {
  return [...files.values()].flatMap(({ statements }) =>
    statements.flatMap((statement) =>
      statement.kind === 'okrs'
        ? statement.objectives.flatMap((objective) => [objective, ...objective.keyResults])
        : [],
    ),
  );
}

const cold = pass();
let warm = cold;
for (let i = 1; i < Number(passes); i++) {
  const next = pass();
  warm = Object.fromEntries(
    Object.entries(next).map(([stage, ms]) => [stage, i === 1 ? ms : Math.min(ms, warm[stage] as number)]),
  );
}
console.log(JSON.stringify({ cold, warm }));
