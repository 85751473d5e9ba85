/**
 * How well OKR Language reads English: `npm run accuracy [-- --misses N] [-- --json]`. Measured on the project's own labelled texts
 * (test/accuracy), half by half, and on the labelled corpus where it lies beside the checkout. Misses of the half that is held back are
 * never shown: whoever has seen them mends rows instead of reading.
 *
 * What was measured on the own texts is written down for the pages of the rules; `npm run generate` puts it there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresFile, figuresModule, measuredFigures } from './accuracy/figures.ts';
import { corpusRows, ownRows, ownRuleRows } from './accuracy/rows.ts';
import { type Score, scoresOf } from './accuracy/scores.ts';
import { root } from './root.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, misses: { type: 'string', default: '0' } },
});
const misses = Number(values.misses);
if (!Number.isInteger(misses) || misses < 0) {
  console.error('--misses takes a whole number: how many wrong answers to show for each line of the table.');
  process.exit(2);
}

const own = ownRows();
const ownOfRules = ownRuleRows();
const corpus = corpusRows();
const sources = [
  ...(['tune', 'hold'] as const).map((half) => ({
    name: half === 'tune' ? 'own texts, half to tune on' : 'own texts, half held back',
    shown: half === 'tune',
    rows: own.filter((row) => row.half === half),
    ruleRows: ownOfRules.filter((row) => row.half === half),
  })),
  { name: 'own texts, measured blind', shown: true, rows: own.filter(({ half }) => half === 'blind'), ruleRows: [] },
  {
    name: 'own texts, written while mending',
    shown: true,
    rows: own.filter(({ half }) => half === 'mended'),
    ruleRows: [],
  },
  {
    name: 'own texts, written afterwards',
    shown: true,
    rows: own.filter(({ half }) => half === 'fresh'),
    ruleRows: [],
  },
  ...(corpus ? [{ name: 'corpus beside the checkout', shown: true, rows: corpus, ruleRows: [] }] : []),
].map(({ name, shown, rows, ruleRows }) => ({
  name,
  shown,
  rows: rows.length + ruleRows.length,
  scores: scoresOf(rows, ruleRows),
}));

if (values.json) {
  console.log(JSON.stringify({ sources: sources.map(plain), corpus: corpus !== null }, null, 2));
} else {
  for (const { name, shown, rows, scores } of sources) {
    console.log(`\n${name}: ${rows} texts\n`);
    console.log(`${''.padEnd(36)}   tp   fp   fn   tn  precision  recall      F1`);
    for (const score of scores) console.log(lineOf(score));
    if (shown) for (const score of scores) printMisses(score);
  }
  if (!corpus)
    console.log('\nNo labelled corpus lies beside the checkout (../shared/corpus): measured on the own texts only.');
}

const figures = figuresModule(measuredFigures());
if (readFileSync(join(root, figuresFile), 'utf8') !== figures) {
  writeFileSync(join(root, figuresFile), figures);
  console.error(`\nwritten: ${figuresFile} (npm run generate puts the figures on the pages of the rules)`);
}

function lineOf({ name, tp, fp, fn, tn, precision, recall, f1 }: Score): string {
  const counts = [tp, fp, fn, tn].map((count) => String(count).padStart(4)).join(' ');
  const [p, r, f] = [precision, recall, f1].map((figure) => (figure === null ? '–' : figure.toFixed(3)).padStart(6));
  return `${name.padEnd(36)} ${counts}     ${p}  ${r}  ${f}`;
}

function printMisses({ name, misses: wrong }: Score): void {
  if (misses === 0 || wrong.length === 0) return;
  console.log(`\n${name.trim()}: ${wrong.length} wrong`);
  for (const { row, said, rules } of wrong.slice(0, misses)) {
    const found = rules.length > 0 ? `  [${rules.join(', ')}]` : '';
    console.log(
      `  ${said ? 'said, is not' : 'is, not said'}  ${row.id}  ${row.text}${row.fields ? ` ${row.fields}` : ''}${found}`,
    );
  }
}

/** Counts and figures without the texts: what the rules' pages show, and nothing of the corpus. */
function plain({ name, rows, scores }: (typeof sources)[number]) {
  return { name, rows, scores: scores.map(({ misses: _, ...score }) => score) };
}
