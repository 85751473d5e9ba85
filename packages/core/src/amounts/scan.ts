import type { Amount, Unit } from './amount.ts';
import { currencyCodes, currencySigns } from './currencies.ts';
import { plainAmountAt } from './plain.ts';
import { bareNumber, gluedUnit, knownUnit, periodName } from './units.ts';

/** Digits the English way: `,` or `_` between thousands, `.` before decimals. */
const FIGURE = /(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+(?:_\d+)*)(?:\.\d+)?|\.\d+/y;
const LETTERS = /[A-Za-zµ]+/y;
const FACTOR_WORD = /\s(?:thousand|million|billion|trillion|mn|bn|mln|mio\.?|mrd\.?|crores?|lakhs?)(?![A-Za-z])/iy;
const PERCENT = /\s?(?:%|٪|％)(?:[ -]points?\b)?|\spercent(?:age points?)?\b|\sper cent\b/iy;
const OUT_OF = /(?:\s?\/\s?|\s(?:out\s)?of\s)(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d%A-Za-z]|[.,]\d)/y;
const PER = /\s?\/\s?([A-Za-z]+)|\s(?:per|an?|each|every)\s([A-Za-z]+)/iy;
const SPACED = /\s?([A-Za-z€£¥₹$×][A-Za-z]*)/y;
const PERCENTAGE_POINTS = /\spercentage\spoints?\b/iy;

const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  mrd: 1e9,
  lakh: 1e5,
  crore: 1e7,
  mm: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** Periods that `a`, `each` and `every` may name; after `per` and `/` anything may stand. */
const PERIOD = /^(?:s|sec|second|min|minute|h|hr|hour|d|day|wk|week|mo|month|qtr|quarter|yr|year)$/i;
const NEAR_UNIT = new Set(['duration', 'points', 'currency']);

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A currency sign or code at `at` that stands before a figure. */
function currencyAt(text: string, at: number): { unit: Unit; end: number } | null {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return null;
  for (const [sign] of currencySigns) {
    if (text.startsWith(sign, at)) {
      const end = at + sign.length;
      return { unit: knownUnit(sign) as Unit, end: text[end] === ' ' ? end + 1 : end };
    }
  }
  const letters = text.slice(at, at + 3);
  if (!currencyCodes.has(letters)) return null;
  return { unit: knownUnit(letters) as Unit, end: text[at + 3] === ' ' ? at + 4 : at + 3 };
}

/**
 * The amount that begins at `at` in a longer text: sign, currency, figure, factor, unit, scale (`of 5`), period (`per month`).
 * Only units that are known by name are taken along (`5 days`, `12%`, `60kg`); of `3 new customers` it is the `3`.
 * Null where no amount begins there, where letters grow out of the figure (`3D`, `2FA`, `1st`), and where it is beyond all numbers.
 * The amount's span is from `at` in the text.
 */
export function scanAmount(text: string, at: number): Amount | null {
  return plainAmountAt(text, at) ?? anyAmountAt(text, at);
}

function anyAmountAt(text: string, at: number): Amount | null {
  let end = at;
  const sign = text[end];
  const negative = sign === '-' || sign === '−' || sign === '–';
  const signed = negative || sign === '+';
  if (signed) end++;
  const before = currencyAt(text, end);
  if (before) end = before.end;
  const figure = match(FIGURE, text, end);
  if (!figure) return null;
  end += figure[0].length;
  let value = Number(figure[0].replace(/[,_]/g, ''));
  let unit: Unit = before?.unit ?? bareNumber;

  const glued = match(LETTERS, text, end);
  if (glued) {
    const read = readGlued(glued[0], unit);
    if (!read) return null;
    value *= read.factor;
    unit = read.unit;
    end += glued[0].length;
  } else {
    const factor = match(FACTOR_WORD, text, end);
    if (factor) {
      value *=
        factors[
          factor[0]
            .trim()
            .toLowerCase()
            .replace(/s$|\.$/, '')
        ] ?? 1;
      end += factor[0].length;
    }
  }
  if (unit.kind === 'number') {
    const behind = unitBehind(text, end, glued === null);
    if (behind) {
      unit = behind.unit;
      end = behind.end;
    }
  }
  const scale = unit.kind === 'number' || unit.kind === 'percent' ? match(OUT_OF, text, end) : null;
  const top = scale ? Number((scale[1] as string).replaceAll(',', '')) : Number.NaN;
  if (scale && unit.kind === 'number' && top >= value && top > 0) {
    unit = { ...unit, outOf: top };
    end += scale[0].length;
  }
  const per = match(PER, text, end);
  const period = per?.[1] ?? per?.[2];
  if (per && period && isPeriod(per[0], period)) {
    // `5x/week` counts how often something happens; it is no factor
    unit = unit.kind === 'multiple' ? { ...unit, kind: 'word', name: 'times' } : unit;
    unit = { ...unit, per: periodName(period) };
    end += per[0].length;
  }
  if (!Number.isFinite(value)) return null; // hundreds of digits
  return { value: negative ? -value : value, unit, text: text.slice(at, end), signed, span: { start: at, end } };
}

function isPeriod(written: string, period: string): boolean {
  const article = /^\s(?:an?|each|every)\s/i.test(written);
  if (article || /\/\s/.test(written)) return PERIOD.test(period); // `1/ Launch it`
  if (written.includes('/')) return PERIOD.test(period) || period.length > 2;
  return true;
}

/** Letters right behind the digits: a factor, a unit, or a factor and a unit (`10k`, `300ms`, `5MEUR`). */
function readGlued(letters: string, unit: Unit): { factor: number; unit: Unit } | null {
  const factor = letters.length <= 3 ? factors[letters.toLowerCase()] : undefined;
  // `20mm` is a length unless it is money
  if (factor !== undefined && (letters.toLowerCase() !== 'mm' || unit.kind === 'currency')) return { factor, unit };
  if (unit.kind !== 'number') return null;
  const whole = gluedUnit(letters);
  if (whole) return { factor: 1, unit: whole };
  const first = factors[letters.slice(0, 1).toLowerCase()];
  const rest = first === undefined ? null : knownUnit(letters.slice(1));
  return first !== undefined && rest?.kind === 'currency' ? { factor: first, unit: rest } : null;
}

/** A unit behind the figure: `%` and words that are units in themselves. */
function unitBehind(text: string, at: number, spacedUnits: boolean): { unit: Unit; end: number } | null {
  const percent = match(PERCENT, text, at);
  if (percent) {
    const points = percent[0].includes('point') ? 'pp' : '%';
    return { unit: knownUnit(points) as Unit, end: at + percent[0].length };
  }
  const points = match(PERCENTAGE_POINTS, text, at);
  if (points) return { unit: knownUnit('pp') as Unit, end: at + points[0].length };
  const word = match(SPACED, text, at);
  if (!word) return null;
  const unit = knownUnit(word[1] as string);
  if (!unit || (!spacedUnits && unit.kind !== 'currency')) return null;
  const often = word[1] === 'times' && match(PER, text, at + word[0].length) !== null;
  const near = often || NEAR_UNIT.has(unit.kind) || word[1] === '×' || word[1] === 'x';
  return near ? { unit, end: at + word[0].length } : null;
}
