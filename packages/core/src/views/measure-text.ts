import type { Amount, Unit } from '../amounts/amount.ts';
import type { Measure } from '../cascade/cascade.ts';
import { measureInWords } from '../cascade/measure-words.ts';
import type { AmountFigure, MeasureFigure } from './tree.ts';

export function measureFigure(measure: Measure): MeasureFigure {
  const { form, baseline, baselinePeriod, target, low, source } = measure;
  return {
    form,
    baseline: baseline ? amountFigure(baseline) : baselinePeriod === null ? null : { period: baselinePeriod },
    target: target && amountFigure(target),
    low: low && amountFigure(low),
    source,
    text: measureText(measure),
  };
}

/** A measure in as few characters as tell it: `3.9 → 4.4 of 5`, `6 days → 36 hours`, `down 25% from 410`, `→ 12%`. */
export function measureText(measure: Measure): string {
  const { form, baseline, baselinePeriod, target } = measure;
  if (form !== 'from-to' && form !== 'to') {
    const words = measureInWords(measure);
    return baseline === null && baselinePeriod !== null ? `${words} (${baselinePeriod})` : words;
  }
  const goal = target?.text ?? '…';
  if (!baseline) return `→ ${goal}`;
  return `${sharedUnit(baseline, target) ? shortened(baseline) : baseline.text} → ${goal}`;
}

/** Whether the target says the unit for both: in the same words, and behind the figure. */
function sharedUnit(baseline: Amount, target: Amount | null): boolean {
  if (!target) return false;
  const unit = afterFigure(baseline.text);
  return /^\s/.test(unit) && unit === afterFigure(target.text);
}

function shortened({ text }: Amount): string {
  return text.slice(0, text.length - afterFigure(text).length);
}

/** What follows the figure in an amount: ` of 5` in `3.9 of 5`, `%` in `31%`; all of it where it does not begin with a figure. */
function afterFigure(text: string): string {
  const figure = /^[-+−]?[\d.,_]+/.exec(text);
  return figure ? text.slice(figure[0].length) : text;
}

function amountFigure({ value, unit, text }: Amount): AmountFigure {
  return { value, unit: unitText(unit), text };
}

function unitText({ name, outOf, per }: Unit): string {
  return [name, outOf === null ? '' : `of ${outOf}`, per === null ? '' : `per ${per}`].filter(Boolean).join(' ');
}
