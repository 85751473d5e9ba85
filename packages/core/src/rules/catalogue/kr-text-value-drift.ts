import type { Amount } from '../../amounts/amount.ts';
import { sameDimension, toBase } from '../../amounts/compare.ts';
import type { KeyResultNode } from '../../cascade/cascade.ts';
import { placeInTitle } from '../../cascade/titles.ts';
import { formatIsoDay } from '../../dates/day.ts';
import { resolveDate } from '../../dates/resolve.ts';
import type { Fix } from '../../findings/finding.ts';
import type { MeasureClause, MeasureForm } from '../../model/file.ts';
import type { Span } from '../../model/span.ts';
import type { SentenceMeasure } from '../../reading/sentence.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

/** One figure or day that the sentence says and a field says differently. */
interface Drift {
  /** Where the sentence says it, counted from its first character. */
  readonly said: Span;
  readonly saidText: string;
  readonly writtenText: string;
  readonly writtenSpan: Span;
}

export const krTextValueDrift = defineRule({
  meta: {
    name: 'kr-text-value-drift',
    title: 'Sentence and fields disagree',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'The sentence of a key result states another figure or another day than its fields.',
    why:
      'People read the sentence, the progress is computed from the fields. When one is changed and the other forgotten, half of the team works ' +
      'towards the wrong target.',
    sources: ['How the language reads sentences and fields'],
    advice:
      'Decide which one is right and write the other one like it, or take the figure out of the sentence: the fields say it already.',
    limits:
      'Figures are compared only where the sentence tells a movement or a figure to reach, or a bound in the same unit as the fields; a figure that only says what is counted is left alone. Rounding is not reported: `about 9 days` in the ' +
      'sentence goes with `9.3 days` in the field.',
    examples: {
      invalid: [
        {
          title: 'Another target',
          files: inObjective('kr "Cut refund turnaround from 9 to 4 days" from 9 days to 6 days'),
          fixed: inObjective('kr "Cut refund turnaround from 9 to 6 days" from 9 days to 6 days'),
        },
        { title: 'A figure to reach', files: inObjective('kr "Reach 500 members" to 600') },
        {
          title: 'Another day',
          files: inObjective('kr "Cut refund turnaround from 9 to 4 days by 31 August 2026" by 2026-09-15'),
          fixed: inObjective('kr "Cut refund turnaround from 9 to 4 days by 2026-09-15" by 2026-09-15'),
        },
      ],
      valid: [
        {
          title: 'Both say the same',
          files: inObjective('kr "Cut refund turnaround from 9 to 4 days" from 9 days to 4 days'),
        },
        {
          title: 'The same in another unit',
          files: inObjective('kr "Answer within a target of 2 days" at most 48 hours'),
        },
        {
          title: 'A figure that says what is counted',
          files: inObjective('kr "Visitors who come twice a year" from 12 to 20'),
        },
        { title: 'Only the fields hold figures', files: inObjective('kr "Refund turnaround" from 9 days to 4 days') },
      ],
    },
  },

  visit({ report }) {
    return {
      onlyOwn: true,

      wordedKeyResult(keyResult) {
        const { uri, node } = keyResult;
        if (!node.reading || node.reading.language === 'other') return;
        const drift = driftOf(keyResult);
        if (!drift) return;
        report({
          uri,
          span: drift.writtenSpan,
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          related: node.title ? [{ uri, span: node.title.span, label: 'The sentence' }] : [],
          message: {
            what: `The sentence says \`${drift.saidText}\`, and this says \`${drift.writtenText}\`.`,
            why: 'People read the one and the progress is computed from the other.',
            todo: 'Decide which is right and write both alike, or take the figure out of the sentence.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade }): readonly Fix[] {
    const keyResult = cascade.goals.get(String(data?.['goal']));
    if (keyResult?.kind !== 'keyResult') return [];
    const drift = driftOf(keyResult);
    const { title } = keyResult.node;
    // Behind an escape the places in the sentence and in the file differ, and the edit would hit the wrong letters.
    if (!drift || !title || title.span.end - title.span.start !== title.text.length + 2) return [];
    const edits = [replace(uri, placeInTitle(title, drift.said), wordsFor(drift))];
    return [{ title: `Write \`${drift.writtenText}\` in the sentence too`, kind: 'unsafe', preferred: false, edits }];
  },
});

function driftOf(keyResult: KeyResultNode): Drift | null {
  return measureDrift(keyResult) ?? deadlineDrift(keyResult);
}

const levels: ReadonlySet<MeasureForm> = new Set(['from-to', 'to', 'at-least', 'at-most']);

function measureDrift({ node }: KeyResultNode): Drift | null {
  const written = node.measure;
  const said = node.reading?.measure;
  if (!written || !said) return null;
  if (!speakOfTheSame(said, written, node.title?.text ?? '')) return null;
  const baseline = said.baseline?.kind === 'amount' ? said.baseline.amount : null;
  return (
    amountDrift(said.target, written.target) ??
    amountDrift(said.low, written.low) ??
    amountDrift(baseline, written.baseline)
  );
}

/**
 * Many titles hold a figure that only says what is counted: "Visitors who come twice a year" `from 12 to 20`. So a sentence is taken
 * at its word where it tells a movement, and else only where it gives the same kind of bound in the same kind of unit.
 */
function speakOfTheSame(said: SentenceMeasure, written: MeasureClause, title: string): boolean {
  if (said.form === 'from-to' && said.baseline?.kind === 'amount') return levels.has(written.form);
  if (isAim(said, title)) return levels.has(written.form);
  if (said.form !== written.form) return false;
  if (said.form === 'up' || said.form === 'down') return true;
  const unit = said.target?.unit.kind;
  return unit !== 'number' && unit !== 'word' && unit === written.target?.unit.kind;
}

/** Directly before the figure a verb of reaching, or behind a verb of moving `to`: `Reach 500 members`, `Grow exports to €2m`, `Pass rate up to 92%`. */
const reaching = /^(?:reach|hit|get|win|hire|recruit|sign|sign up|achieve|attain|gain|attract)\s$/i;
const moving =
  /(?:^(?:increase|raise|grow|boost|lift|improve|bring|take|get|push|move|expand|cut|reduce|lower|decrease|drop|shorten)\b[^,;:]*\bto|\b(?:up|down) to)\s$/i;

function isAim({ form, target, baseline }: SentenceMeasure, title: string): boolean {
  if (!target || baseline || (form !== 'to' && form !== 'at-most' && form !== 'at-least')) return false;
  const before = title.slice(0, target.span.start);
  return before.length < 200 && (reaching.test(before) || moving.test(before));
}

function amountDrift(said: Amount | null, written: Amount | null): Drift | null {
  if (!said || !written || !sameDimension(said.unit, written.unit)) return null;
  const step = toBase({ ...said, value: roundingOf(said) }, written.unit);
  const apart = Math.abs(toBase(said, written.unit) - toBase(written, said.unit));
  if (apart <= step / 2 + 1e-9) return null;
  return { said: said.span, saidText: said.text, writtenText: written.text, writtenSpan: written.span };
}

/** How finely an amount is written: 1 for `9 days`, 0.1 for `4.2`, 100,000 for `1.2m`. */
function roundingOf({ text, value }: Amount): number {
  const digits = /\d[\d,_]*(?:\.(\d+))?/.exec(text);
  if (!digits) return Number.isInteger(value) ? 0 : 1; // "three" is exact, "a third" goes with 33%
  const shown = Math.abs(Number(digits[0].replace(/[,_]/g, '')));
  const factor = shown === 0 ? 1 : Math.abs(value) / shown;
  return factor * 10 ** -(digits[1]?.length ?? 0);
}

function deadlineDrift({ node, objective }: KeyResultNode): Drift | null {
  const written = node.deadline;
  const said = node.reading?.deadline;
  if (!written || !said) return null;
  const range = objective.set.cycle?.range ?? null;
  const writtenDay = resolveDate(written.text, range);
  const saidDay = resolveDate(said.text, range);
  if (writtenDay === null || saidDay === null || writtenDay === saidDay) return null;
  // "This quarter" goes with any day before its end; only a sentence that names a day excludes earlier ones.
  if (writtenDay < saidDay && !namesDay(said.text)) return null;
  return { said: said.span, saidText: said.text, writtenText: formatIsoDay(writtenDay), writtenSpan: written.span };
}

function namesDay(text: string): boolean {
  return /\d-\d{2}$|\b\d{1,2}(?:st|nd|rd|th)?\b/.test(text) && !/\b(?:days?|weeks?|months?)\b/i.test(text);
}

/** What to write in the sentence: with the word that introduces a date, and the unit only if the sentence says one. */
function wordsFor({ saidText, writtenText }: Drift): string {
  const preposition = /^(?:by|before|until|till)\s/i.exec(saidText)?.[0] ?? '';
  const isBare = /^[\d.,_]+$/.test(saidText);
  return preposition + (isBare ? (/^[\d.,_]+/.exec(writtenText)?.[0] ?? writtenText) : writtenText);
}
