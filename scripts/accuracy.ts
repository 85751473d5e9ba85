/**
 * How well OKR Language reads English: `npm run accuracy [-- --misses N] [-- --json]`. Measured on the project's own labelled texts
 * (test/accuracy), half by half, and on the labelled corpus where it lies beside the checkout. Misses of the half that is held back are
 * never shown: whoever has seen them mends rows instead of reading.
 */
import { parseArgs } from 'node:util';
import { corpusRows, ownRows } from './accuracy/rows.ts';
import { type Score, scoresOf, unlabelledRules } from './accuracy/scores.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, misses: { type: 'string', default: '0' } },
});
const misses = Number(values.misses);
if (!Number.isInteger(misses) || misses < 0) {
  console.error('--misses takes a whole number: how many wrong answers to show for each line of the table.');
  process.exit(2);
}

const own = ownRows();
const corpus = corpusRows();
const sources = [
  { name: 'own texts, half to tune on', shown: true, rows: own.filter(({ half }) => half === 'tune') },
  { name: 'own texts, half held back', shown: false, rows: own.filter(({ half }) => half === 'hold') },
  { name: 'own texts, measured blind', shown: true, rows: own.filter(({ half }) => half === 'blind') },
  ...(corpus ? [{ name: 'corpus beside the checkout', shown: true, rows: corpus }] : []),
].map(({ name, shown, rows }) => ({ name, shown, rows: rows.length, scores: scoresOf(rows) }));

if (values.json) {
  console.log(JSON.stringify({ sources: sources.map(plain), corpus: corpus !== null, unlabelledRules }, null, 2));
} else {
  for (const { name, shown, rows, scores } of sources) {
    console.log(`\n${name}: ${rows} texts\n`);
    console.log(`${''.padEnd(36)}   tp   fp   fn   tn  precision  recall      F1`);
    for (const score of scores) console.log(lineOf(score));
    if (shown) for (const score of scores) printMisses(score);
  }
  if (!corpus)
    console.log('\nNo labelled corpus lies beside the checkout (../shared/corpus): measured on the own texts only.');
  if (unlabelledRules.length > 0)
    console.log(`\nRules that no text here is labelled for: ${unlabelledRules.join(', ')}`);
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
    console.log(`  ${said ? 'said, is not' : 'is, not said'}  ${row.id}  ${row.text}${found}`);
  }
}

/** Counts and figures without the texts: what the rules' pages show, and nothing of the corpus. */
function plain({ name, rows, scores }: (typeof sources)[number]) {
  return { name, rows, scores: scores.map(({ misses: _, ...score }) => score) };
}
