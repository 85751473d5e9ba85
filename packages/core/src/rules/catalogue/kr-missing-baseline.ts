import type { Fix } from '../../findings/finding.ts';
import { findBaseline } from '../baseline.ts';
import { insert } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { defineRule } from '../rule.ts';

export const krMissingBaseline = defineRule({
  meta: {
    name: 'kr-missing-baseline',
    title: 'Target without a starting value',
    category: 'key-result',
    level: 'off',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'A key result has a target and does not say where the figure stands today.',
    why: 'Nobody can tell whether `to 60%` is bold or has been reached already, and progress is counted from zero.',
    sources: ["OpenOKR's method document, rule KR-3", 'OKR Orca: catalogue of checks'],
    advice:
      'Write the value of today: `from 48% to 60%`. If nobody knows it, say `baseline unknown`, and measure it first.',
    limits:
      'It is turned off unless you turn it on: many good key results count from zero, as this language does where nothing else is said. Limits (`at least`, ' +
      '`at most`, `between`) and changes (`up`, `down`) are not reported here.',
    examples: {
      invalid: [
        {
          title: 'Is that much?',
          files: inObjective('kr "Guests who find the coat room" to 90% by 2026-08-31'),
          fixed: inObjective('kr "Guests who find the coat room" baseline unknown to 90% by 2026-08-31'),
        },
      ],
      valid: [
        { title: 'From here to there', files: inObjective('kr "Guests who find the coat room" from 70% to 90%') },
        { title: 'Not known yet', files: inObjective('kr "Guests who find the coat room" baseline unknown to 90%') },
      ],
    },
  },

  visit({ report }) {
    return {
      keyResult(keyResult) {
        const { node, measure } = keyResult;
        if (measure?.form !== 'to' || !measure.target || measure.baseline) return;
        if (measure.baselineUnknown || measure.baselinePeriod) return;
        report({
          uri: keyResult.uri,
          span: measure.place.span,
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This says where the figure shall go and not where it stands today.',
            why: 'Nobody can tell how far the way is, and progress is counted from zero.',
            todo: node.measure
              ? 'Add `from` with the value of today, or `baseline unknown`.'
              : 'Say where the figure stands today.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'keyResult' || !goal.node.measure || text === null) return [];
    const at = goal.node.measure.span.start;
    const write = (words: string) => insert(goal.uri, at, `${words} `);
    const plain = ['baseline unknown', 'from 0'].map(
      (words): Fix => ({ title: `Write \`${words}\``, kind: 'unsafe', preferred: false, edits: [write(words)] }),
    );
    return [...plain, ...findBaseline(goal, write('baseline unknown'), text)];
  },
});
