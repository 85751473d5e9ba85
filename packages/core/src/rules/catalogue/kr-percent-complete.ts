import type { KeyResultNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import { countsPercentDone } from '../../reading/percent-done.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { goalIn } from '../goals.ts';
import { markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';

const outcome = 'kr "Questions answered without a call" from 20% to 60%';

export const krPercentComplete = defineRule({
  meta: {
    name: 'kr-percent-complete',
    title: 'Work that is counted in percent done',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'A key result counts how much of some work is done, in percent.',
    why: 'Percent done says how much of the work is behind us, by the guess of those who do it. It stands at 90% for weeks, and says nothing about whether the work helped.',
    sources: ['Perdoo help pages'],
    advice: 'Make the work an initiative, and measure what becomes better once it is done.',
    limits:
      'Reported only where the title names the work or says that it is done: "migration completed", "progress of the new menu", "complete 90% of the roadmap". ' +
      'Shares of people, orders or things are true measures. Titles in other languages are left alone.',
    examples: {
      invalid: [
        {
          title: 'How much is done',
          files: inObjective('kr "Phone menu replacement completed" from 0% to 100%', outcome),
          fixed: inObjective('initiative "Phone menu replacement completed"', outcome),
        },
        { title: 'In one sentence', files: inObjective('kr "Complete 90% of the roadmap"') },
        { title: 'Progress of something', files: inObjective('kr "Progress of the new help pages" to 100%') },
      ],
      valid: [
        { title: 'What it is good for', files: inObjective(outcome) },
        { title: 'A true share', files: inObjective('kr "New customers who completed the tour" from 0% to 100%') },
        { title: 'A share of things', files: inObjective('kr "Rooms with a lamp that works" from 0% to 100%') },
      ],
    },
  },

  visit({ report }) {
    return {
      keyResult(keyResult) {
        const { node } = keyResult;
        if (!isPercentDone(keyResult)) return;
        report({
          uri: keyResult.uri,
          span: markOf(node),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: {
            what: 'This counts how much of some work is done.',
            why: 'It is a guess of those who do the work, and says nothing about whether it helped.',
            todo: 'Make the work an initiative, and measure what becomes better once it is done.',
          },
        });
      },
    };
  },

  fix(finding, { cascade, text: textOf }): readonly Fix[] {
    const goal = goalIn(finding, cascade);
    const text = textOf(finding.uri);
    if (goal?.kind !== 'keyResult' || text === null || !goal.node.title || !isBare(goal)) return [];
    const { span, title } = goal.node;
    const edit = replace(goal.uri, span, `initiative ${text.slice(title.span.start, title.span.end)}`);
    return [{ title: 'Make it an initiative', kind: 'unsafe', preferred: false, edits: [edit] }];
  },
});

function isPercentDone({ measure, node, title }: KeyResultNode): boolean {
  if (!measure || (measure.form !== 'from-to' && measure.form !== 'to')) return false;
  const { baseline, target, source } = measure;
  if (target?.unit.kind !== 'percent' || node.reading?.language !== 'english') return false;
  if (source === 'sentence') return baseline === null && countsPercentDone(title, null);
  return countsPercentDone(title, { baseline: baseline?.value ?? null, target: target.value });
}

/** Whether nothing but the title and the measure is written, so that nothing is lost. */
function isBare({ node }: KeyResultNode): boolean {
  const { name, measure, deadline, title, span } = node;
  const last = Math.max(measure?.span.end ?? 0, title?.span.end ?? 0);
  return name === null && deadline === null && last === span.end;
}
