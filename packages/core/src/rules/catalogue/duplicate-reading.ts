import type { Reading } from '../../cascade/cascade.ts';
import { formatIsoDay } from '../../dates/day.ts';
import type { Fix } from '../../findings/finding.ts';
import { remove } from '../edits.ts';
import { teamSet } from '../examples.ts';
import { labelOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const goals = teamSet(
  'objective trust "Earn back customer trust" {',
  '    supports acme.loyalty',
  '    kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5',
  '}',
);

export const duplicateReading = defineRule({
  meta: {
    name: 'duplicate-reading',
    title: 'Two readings on one day',
    category: 'progress',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'One key result has two readings of the same day. The earlier one, which does not count, is marked.',
    why: 'Only one of the two figures can be shown, and whoever wrote the other one wonders where it went. It often happens when two people check in for one team.',
    sources: ['How the language reads check-ins'],
    advice: 'Keep the figure that is right and delete the other one, or correct the day of one of them.',
    limits: 'The reading in the later place counts: further down in the file, or in the file whose name comes later.',
    examples: {
      invalid: [
        {
          title: 'Checked in by two people',
          files: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat 4.1 of 5
    trust.csat 4.2 of 5 "With the weekend"
}
`,
          fixed: `${goals}
checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat 4.2 of 5 "With the weekend"
}
`,
        },
      ],
      valid: [
        {
          title: 'One a day',
          files: `${goals}
checkin 2026-08-07 for support in 2026-Q3 {
    trust.csat 4.1 of 5
}

checkin 2026-08-14 for support in 2026-Q3 {
    trust.csat 4.2 of 5
}
`,
        },
      ],
    },
  },

  visit({ report }) {
    return {
      readKeyResult(keyResult) {
        const { readings } = keyResult;
        for (let i = 0; i + 1 < readings.length; i++) {
          const [reading, next] = [readings[i] as Reading, readings[i + 1] as Reading];
          if (next.day !== reading.day) continue;
          report({
            uri: reading.place.uri,
            span: markOfReading(reading),
            draft: keyResult.draft,
            data: { start: reading.node.span.start, end: reading.node.span.end },
            related: [{ ...next.place, label: 'The reading that counts' }],
            message: {
              what: `“${labelOf(keyResult)}” has another reading of the same day, ${formatIsoDay(reading.day)}, in a later place.`,
              why: 'Only that one counts, and this one is not seen by anybody.',
              todo: 'Delete the one that is wrong, or correct its day.',
            },
          });
        }
      },
    };
  },

  fix({ uri, data }, { text: textOf }): readonly Fix[] {
    const text = textOf(uri);
    if (!data || text === null) return [];
    const span = { start: Number(data['start']), end: Number(data['end']) };
    const title = 'Delete this reading, which does not count';
    return [{ title, kind: 'unsafe', preferred: false, edits: [remove(uri, text, span)] }];
  },
});

function markOfReading({ node, place }: Reading) {
  return node.valueSpan ?? place.span;
}
