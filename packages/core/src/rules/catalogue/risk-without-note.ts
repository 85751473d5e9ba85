import { percent } from '../../cascade/words.ts';
import { inObjective } from '../examples.ts';
import { labelOf } from '../marks.ts';
import { hasNote, isDoubted, isOpen, isPromise, lastHeard, noteData, noteFix } from '../news.ts';
import { defineRule } from '../rule.ts';

const stretch = (reading: string) =>
  inObjective(
    'aspirational',
    `kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { checkin 2026-08-14 4.2 of 5 ${reading} }`,
  );

export const riskWithoutNote = defineRule({
  meta: {
    name: 'risk-without-note',
    title: 'Low confidence without a word',
    category: 'progress',
    level: 'information',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'The last check-in of a key result has a low confidence, and no note says why.',
    why: 'A low figure raises a question, and the answer is known only to the one who wrote it. With a note the review can begin with help.',
    sources: ['WorkBoard help pages', "OpenOKR's method document"],
    advice: 'Write one sentence: what stands in the way, and what comes next.',
    limits:
      'Low is what the configuration says with `lowConfidence`, 40% unless it says otherwise. Committed key results have a rule of their own. A note is not ' +
      'judged: that it is there is enough.',
    examples: {
      invalid: [
        {
          title: 'Why so little?',
          files: stretch('confidence 20%'),
          fixed: stretch('confidence 20% "What stands in the way, and what comes next"'),
        },
      ],
      valid: [
        { title: 'Now we know', files: stretch('confidence 20% "The survey stopped in July"') },
        { title: 'Not that low', files: stretch('confidence 50%') },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      readKeyResult(keyResult) {
        const last = isPromise(keyResult) ? null : lastHeard(keyResult, cascade);
        if (!last?.node.confidence || hasNote(last) || !isDoubted(keyResult, last, cascade)) return;
        if (!isOpen(keyResult, cascade)) return;
        report({
          uri: last.place.uri,
          span: last.node.confidence.span,
          data: noteData(last),
          message: {
            what: `The confidence for “${labelOf(keyResult)}” is ${percent(last.confidence ?? 0)}, and nothing says why.`,
            why: 'The answer is known only to the one who wrote it.',
            todo: 'Add a note: what stands in the way, and what comes next.',
          },
        });
      },
    };
  },

  fix: noteFix,
});
