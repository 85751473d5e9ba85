import type { Amount } from '../../amounts/amount.ts';
import type { Fix } from '../../findings/finding.ts';
import type { MeasureClause } from '../../model/file.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const decimalThousands = defineRule({
  meta: {
    name: 'decimal-thousands',
    title: 'Point where thousands are meant',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A figure has a point and then three digits, as thousands are written in many countries: `1.200 €`.',
    why: 'A point stands before decimals here, so `1.200 €` is one euro and twenty cents. The way to the target is then another one, and may even point down.',
    sources: ['How the language writes amounts'],
    advice: 'Write thousands with a comma or without any sign: `1,200` or `1200`.',
    limits:
      'Money has no three decimals, so there it is always reported; of other figures only those that end in 0, since nobody writes that behind a point. If three decimals are meant, leave the last 0 away.',
    examples: {
      invalid: [
        {
          title: 'Money',
          files: inObjective('kr "Turnover of the web shop" from 900 € to 1.200 €'),
          fixed: inObjective('kr "Turnover of the web shop" from 900 € to 1,200 €'),
        },
        {
          title: 'In a check-in',
          files: inObjective('kr "Parcels a week" from 900 to 1,600 { checkin 2026-08-14 1.250 }'),
          fixed: inObjective('kr "Parcels a week" from 900 to 1,600 { checkin 2026-08-14 1,250 }'),
        },
      ],
      valid: [
        { title: 'With a comma', files: inObjective('kr "Turnover of the web shop" from 900 € to 1,200 €') },
        { title: 'Three decimals', files: inObjective('kr "Weight of a parcel" from 1.275 kg to 1.125 kg') },
      ],
    },
  },

  visit({ cascade, report }) {
    const judge = (uri: string, amount: Amount | boolean | null | undefined, draft: boolean) => {
      if (typeof amount !== 'object' || amount === null || !isMeantAsThousands(amount)) return;
      const meant = withComma(amount.text);
      report({
        uri,
        span: amount.span,
        draft,
        data: { meant },
        message: {
          what: `\`${amount.text}\` is ${amount.value} here, since a point stands before decimals.`,
          why: 'Progress is computed from it, and would be that of another figure.',
          todo: `Write \`${meant}\` if thousands are meant.`,
        },
      });
    };
    const judgeMeasure = (uri: string, measure: MeasureClause | null, draft: boolean) => {
      for (const amount of [measure?.baseline, measure?.low, measure?.target]) judge(uri, amount, draft);
    };
    for (const { uri, node, in: holder } of cascade.guardrails) judgeMeasure(uri, node.measure, holder.draft);
    for (const { uri, node } of cascade.kpis) judgeMeasure(uri, node.measure, false);
    for (const { readings } of [...cascade.guardrails.filter(({ kpi }) => kpi === null), ...cascade.kpis])
      for (const { uri, value } of readings) judge(uri, value, false);
    return {
      keyResult: ({ uri, node, draft }) => judgeMeasure(uri, node.measure, draft),
      readKeyResult({ readings, draft }) {
        for (const { uri, value } of readings) judge(uri, value, draft);
      },
    };
  },

  fix({ uri, span, data }): readonly Fix[] {
    const meant = data?.['meant'];
    if (typeof meant !== 'string') return [];
    return [{ title: `Write \`${meant}\``, kind: 'unsafe', preferred: true, edits: [replace(uri, span, meant)] }];
  },
});

const threeDecimals = /(?<![\d.])([1-9]\d{0,2})\.(\d{3})(?![\d.])/;

function isMeantAsThousands({ text, unit }: Amount): boolean {
  // Asked of every figure and reading, of which few have a point.
  const figure = text.includes('.') ? threeDecimals.exec(text) : null;
  if (!figure || unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple') return false;
  return unit.kind === 'currency' || figure[0].endsWith('0');
}

function withComma(text: string): string {
  return text.replace(threeDecimals, '$1,$2');
}
