/** The figures that the pages of the rules show: measured on the project's own texts, and nothing of any other corpus. */
import { type Counts, type RuleAccuracy, rules } from '@okr-language/core';
import { ownRows, ownRuleRows } from './rows.ts';
import { optionsOf, type Score, scoresOf } from './scores.ts';

/** Where they stand, from the root of the repository. */
export const figuresFile = 'packages/core/src/rules/generated/accuracy.ts';

/** By rule, then by what the reader finds in a sentence (`read: deadline`) and whether a text is good or bad (`verdict: bad objective`). */
export function measuredFigures(): ReadonlyMap<string, RuleAccuracy> {
  const rows = ownRows();
  const ruleRows = ownRuleRows();
  const all = scoresOf(rows, ruleRows);
  const held = scoresOf(
    rows.filter(({ half }) => half === 'hold'),
    ruleRows.filter(({ half }) => half === 'hold'),
  );
  const others = all.map(({ name }) => name).filter((name) => /^(?:read|verdict): /.test(name));
  return new Map(
    [...rules.map(({ meta }) => meta.name), ...others].flatMap((name) => {
      const [ofAll, ofHeld] = [all, held].map((scores) => scores.find((score) => score.name === name));
      if (!ofAll || !ofHeld) return [];
      const options = optionsOf(name);
      return [[name, { all: countsOf(ofAll), held: countsOf(ofHeld), ...(options ? { options } : {}) }] as const];
    }),
  );
}

function countsOf({ tp, fp, fn, tn }: Score): Counts {
  return { right: tp, wrong: fp, missed: fn, silent: tn };
}

/** The generated file with these figures. */
export function figuresModule(figures: ReadonlyMap<string, RuleAccuracy>): string {
  const lines = [...figures].map(([name, { all, held, options }]) =>
    [
      `  '${name}': {`,
      `    all: ${literal(all)},`,
      `    held: ${literal(held)},`,
      ...(options ? [`    options: ${literal(options)},`] : []),
      '  },',
    ].join('\n'),
  );
  return [
    '// Written by `npm run accuracy`. Do not edit.',
    "import type { RuleAccuracy } from '../accuracy.ts';",
    '',
    'export const accuracy: Readonly<Record<string, RuleAccuracy>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

function literal(value: object): string {
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `${key}: ${JSON.stringify(entry)}`)
    .join(', ')} }`;
}
