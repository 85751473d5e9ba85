import type { Amount } from '../../amounts/amount.ts';
import type { GuardrailNode, KeyResultNode, KpiNode, Measure, Reading } from '../../cascade/cascade.ts';
import { reachedBy } from '../../cascade/progress.ts';
import type { FindingMessage } from '../../findings/finding.ts';
import type { MeasureForm } from '../../model/file.ts';
import { isSameUnit } from '../amounts.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

const wait = (value: string) =>
  inObjective(`kr "Time to a first answer" from 6 hours to 45 minutes { checkin 2026-08-14 ${value} }`);

export const readingMismatch = defineRule({
  meta: {
    name: 'reading-mismatch',
    title: 'Reading that cannot be compared with its target',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary:
      'A check-in gives a value of another kind than its target: percent where hours are counted, a figure where yes or no is asked, a level where nothing says what it starts from.',
    why: 'Such a value cannot be placed on the way to the target. The key result then counts 0%, as if nothing had happened.',
    sources: ['How the language reads check-ins'],
    advice:
      'Write the value in the unit of the target. Units of one kind go together, so `90 minutes` is fine where the target is `2 hours`.',
    limits:
      'A bare figure goes with any unit. Where the start and the target do not fit each other, `kr-unit-mismatch` speaks and this rule says nothing.',
    examples: {
      invalid: [
        { title: 'Percent of what?', files: wait('40%') },
        {
          title: 'Half a yes',
          files: inObjective('kr "Consumer-rights audit passed" yes/no { checkin 2026-08-14 50% }'),
        },
        {
          title: 'Ten days, and nobody knows from where',
          files: inObjective('kr "Time to a first answer" down 3 days { checkin 2026-08-14 10 days }'),
        },
        {
          title: 'A change where a level is asked',
          files: inObjective('kr "Repeat purchase rate" from 31% to 45% { checkin 2026-08-14 +5% }'),
        },
        {
          title: 'Several figures in a language that is not read',
          files: inObjective('kr "Reducir las quejas en 3 de cada 12 tiendas a 30" { checkin 2026-08-14 60 }'),
        },
        {
          title: 'A limit on a guardrail',
          files: `${inObjective('guardrail refunds "Refund rate" at most 4%')}
checkin 2026-08-14 for acme in 2026-Q3 {
    trust.refunds $12
}
`,
        },
      ],
      valid: [
        { title: 'Another unit of time', files: wait('90 minutes') },
        { title: 'A bare figure', files: wait('4') },
      ],
    },
  },

  visit({ cascade, report }) {
    // Of an English sentence without a measure another rule tells.
    const unmeasured = ({ node, readings, draft }: KeyResultNode) => {
      const last = readings.at(-1);
      if (!last || node.reading?.language !== 'other') return;
      report({
        uri: last.place.uri,
        span: last.node.valueSpan ?? last.place.span,
        draft,
        milder: true,
        message: notRead,
      });
    };
    const judge = (read: KeyResultNode | GuardrailNode | KpiNode) => {
      const { measure, readings } = read;
      if (!measure) {
        if (read.kind === 'keyResult') unmeasured(read);
        return;
      }
      for (let i = 0; i < readings.length; i++) {
        const reading = readings[i] as Reading;
        const { value, node, place } = reading;
        const message = isChangeOfLevel(value, measure)
          ? aChange(value)
          : goesWith(reading, measure)
            ? null
            : notCounted(value, measure);
        if (!message) continue;
        report({
          uri: place.uri,
          span: node.valueSpan ?? place.span,
          draft: isDraft(read),
          // A sentence may well be misread.
          milder: measure.source === 'sentence',
          message,
        });
      }
    };
    // What is read of a KPI is its own, however many guardrails name it.
    for (const guardrail of cascade.guardrails) if (guardrail.kpi === null) judge(guardrail);
    cascade.kpis.forEach(judge);
    return { readKeyResult: judge };
  },
});

const notRead: FindingMessage = {
  what: 'This value does not count, because the sentence of the key result does not say plainly from where to where it goes.',
  why: 'It looks as if nothing had happened.',
  todo: 'Write the figures behind the sentence, such as `from 90 to 30`.',
};

function notCounted(value: Reading['value'], measure: Measure): FindingMessage | null {
  const reached = reachedBy(measure, value);
  if (reached.kind !== 'unmeasurable' || reached.fault === 'measure') return null;
  // Who says that the start is not known yet can only wait for it.
  if (reached.fault === 'start' && measure.baselineUnknown) return null;
  return {
    what: `This value does not count, because ${reached.fault === 'start' ? 'nothing says where the key result starts' : reached.why}.`,
    why: 'It looks as if nothing had happened.',
    todo:
      reached.fault === 'start'
        ? 'Add the figure that it starts from, such as `from 12`, or write the value as a change with its sign.'
        : 'Write it in the unit of the target, or correct the target.',
  };
}

function aChange({ text }: Amount): FindingMessage {
  return {
    what: `\`${text}\` counts as the level that is reached, not as a change.`,
    why: 'Along a way from one figure to another a reading says where it stands.',
    todo: 'Write the figure as it stands now.',
  };
}

/** `+10%` and `5 pp` where a level is asked: a share that is nearly nothing, and surely not meant. */
function isChangeOfLevel(value: Reading['value'], { form, baseline, target }: Measure): value is Amount {
  if (typeof value === 'boolean' || form !== 'from-to' || !baseline || !target || baseline.signed || target.signed)
    return false;
  return target.unit.kind === 'percent' && (value.unit.kind === 'points' || value.text.startsWith('+'));
}

/** Whether a value is written in the unit of the target, as nearly all are: of what is no range it can then be measured, or nothing can. */
function goesWith({ value }: Reading, { form, target }: Measure): boolean {
  if (typeof value === 'boolean' || !target || !(form === 'from-to' || form === 'to' || isLimit(form))) return false;
  return isSameUnit(value.unit, target.unit);
}

function isLimit(form: MeasureForm): boolean {
  return form === 'at-least' || form === 'at-most';
}

function isDraft(read: KeyResultNode | GuardrailNode | KpiNode): boolean {
  if (read.kind === 'kpi') return false;
  return read.kind === 'guardrail' ? read.in.draft : read.draft;
}
