import type { Amount, Unit } from './amount.ts';
import { currencySigns } from './currencies.ts';

/** Made when the first figure is written: it takes 5 ms, for which the start of the server would wait. */
let figures: Intl.NumberFormat | null = null;

/** The sign of each currency that has one of a single character. */
const signs = new Map(currencySigns.filter(([sign]) => sign.length === 1).map(([sign, code]) => [code, sign]));

const short: Readonly<Record<string, string>> = { '%': '%', pp: 'pp', x: 'x' };

/**
 * An amount in English, from its value and unit and not from how it was written: `1,200 orders per month`, `€1,200,000`,
 * `4.2 of 5`, `6 days`. At most four decimals. `parseAmount` reads it back.
 */
export function formatAmount(amount: Pick<Amount, 'value' | 'unit' | 'signed'>): string {
  const { unit, value } = amount;
  const sign = value < 0 ? '-' : amount.signed ? '+' : '';
  return sign + withUnit(Math.abs(value), unit) + (unit.per === null ? '' : ` per ${unit.per}`);
}

function withUnit(value: number, unit: Unit): string {
  const figure = formatFigure(value);
  switch (unit.kind) {
    case 'number':
      return unit.outOf === null ? figure : `${figure} of ${formatFigure(unit.outOf)}`;
    case 'percent':
    case 'points':
    case 'multiple':
      return figure + (short[unit.name] ?? unit.name);
    case 'currency': {
      const sign = signs.get(unit.name);
      return sign ? sign + figure : `${unit.name} ${figure}`;
    }
    case 'duration':
      return `${figure} ${unit.name === 'ms' || value === 1 ? unit.name : `${unit.name}s`}`;
    case 'word':
      return `${figure}${unit.outOf === null ? '' : ` of ${formatFigure(unit.outOf)}`} ${/\s/.test(unit.name) ? `"${unit.name}"` : unit.name}`;
  }
}

function formatFigure(value: number): string {
  figures ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
  return figures.format(value);
}
