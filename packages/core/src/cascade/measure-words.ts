import type { Amount } from '../amounts/amount.ts';
import { formatAmount } from '../amounts/format.ts';
import { formatIsoDay } from '../dates/day.ts';
import type { Measure, Reading } from './cascade.ts';
import { type Reached, scoreOf } from './progress.ts';
import { percent } from './words.ts';

/** A measure as people say it: `from 6 days to 36 hours`, `down 25% from 410`, `at least 99.9%`. */
export function measureInWords({
  form,
  baseline,
  target,
  low,
}: Pick<Measure, 'form' | 'baseline' | 'target' | 'low'>): string {
  const goal = target?.text ?? '…';
  const from = baseline ? ` from ${baseline.text}` : '';
  switch (form) {
    case 'from-to':
    case 'to':
      return `${from} to ${goal}`.trimStart();
    case 'up':
    case 'down':
      return `${form} ${goal}${from}`;
    case 'at-least':
      return `at least ${goal}${from}`;
    case 'at-most':
      return `at most ${goal}${from}`;
    case 'between':
      return `between ${low?.text ?? '…'} and ${goal}${from}`;
    case 'yes-no':
      return 'yes/no';
  }
}

/** `4.1 of 5 on 2026-08-14` */
export function readingInWords({ value, day }: Reading): string {
  return `${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.text} on ${formatIsoDay(day)}`;
}

/** How the figure of a key result came about: one sentence. */
export function reachedInWords(measure: Measure, reading: Reading, reached: Reached): string {
  const said = readingInWords(reading);
  if (reached.kind === 'unmeasurable') return `It counts 0%, because ${reached.why}.`;
  const { raw, way } = reached;
  const score = percent(scoreOf(raw));
  const cut = raw < 0 || raw > 1 ? `, so it counts ${score}` : '';
  switch (way) {
    case 'answer':
      return `${score} = the answer ${said}.`;
    case 'held':
      return `100% = ${said} keeps ${measureInWords(measure)}.`;
    case 'missed':
      return `${score} = ${said} does not keep ${measureInWords(measure)}.`;
    case 'fromZero':
      return `${percent(raw)} = ${said} of the way from 0 to ${measure.target?.text ?? ''}${cut}.`;
    case 'change':
      return `${percent(raw)} = a change of ${said} out of ${measure.form} ${measure.target?.text ?? ''}${cut}.`;
    case 'fromTo':
      return `${percent(raw)} = ${said} on the way ${wayOf(measure)}${cut}.`;
  }
}

/** `from 410 to 307.5` also where the target was written as a change. */
function wayOf(measure: Measure): string {
  const { form, baseline, target } = measure;
  if ((form !== 'up' && form !== 'down') || !baseline || !target) return measureInWords(measure);
  return `from ${baseline.text} to ${formatAmount(changedLevel(form, baseline, target))}`;
}

function changedLevel(
  form: 'up' | 'down',
  baseline: Amount,
  target: Amount,
): Pick<Amount, 'value' | 'unit' | 'signed'> {
  const sign = form === 'up' ? 1 : -1;
  const size = Math.abs(target.value);
  const { unit } = baseline;
  if (target.unit.kind === 'percent') return { value: baseline.value * (1 + (sign * size) / 100), unit, signed: false };
  if (target.unit.kind === 'multiple')
    return { value: sign > 0 ? baseline.value * size : baseline.value / size, unit, signed: false };
  return { value: baseline.value + sign * size, unit, signed: false };
}
