import { percent } from '../../cascade/words.ts';
import { inObjective } from '../examples.ts';
import { setOf } from '../goals.ts';
import { labelOf } from '../marks.ts';
import { hair, hasNote, isOpen, isPromise, lastHeard, noteData, noteFix, promiseInDoubt } from '../news.ts';
import { share } from '../options.ts';
import { defineRule } from '../rule.ts';

const promise = (reading: string) =>
  inObjective(
    'committed',
    `kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { checkin 2026-08-14 4.2 of 5 ${reading} }`,
  );

export const committedLowConfidence = defineRule({
  meta: {
    name: 'committed-low-confidence',
    title: 'Promise in doubt, and not a word',
    category: 'ambition',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [share('below', promiseInDoubt, 'The confidence under which a promise is in doubt, 0 to 1.')],
    summary:
      'The last check-in of a committed key result has a confidence under 70%, and no note says what is being done.',
    why: 'Others plan with a promise. As soon as it is in doubt they need to hear of it, while something can still be moved.',
    sources: ["OpenOKR's method document, section 3.2", "Google's OKR playbook: committed goals"],
    advice:
      'Say in the note what stands in the way and who has been told. If it never was a promise, make it `aspirational`.',
    limits:
      'Only where `committed` is written, with the goal or its set. The first week of a cycle and key results that are reached, overdue or closed are left ' +
      'alone. A note is not judged: that it is there is enough.',
    examples: {
      invalid: [
        {
          title: 'Half sure',
          files: promise('confidence 50%'),
          fixed: promise('confidence 50% "What stands in the way, and what comes next"'),
        },
      ],
      valid: [
        { title: 'Said what is being done', files: promise('confidence 50% "Two more people from Monday"') },
        { title: 'Sure enough', files: promise('confidence 80%') },
        { title: 'No promise', files: promise('confidence 50%').replace('committed', 'aspirational') },
      ],
    },
  },

  visit({ cascade, option, report }) {
    const below = option<number>('below');
    return {
      readKeyResult(keyResult) {
        const last = isPromise(keyResult) ? lastHeard(keyResult, cascade) : null;
        if (!last?.node.confidence || last.confidence === null || last.confidence >= below - hair || hasNote(last))
          return;
        if (!isOpen(keyResult, cascade)) return;
        const begun = setOf(keyResult).cycle?.range?.first ?? last.day;
        if (last.day - begun < cascade.config.firstWeekDays) return;
        report({
          uri: last.place.uri,
          span: last.node.confidence.span,
          data: noteData(last),
          related: [{ uri: keyResult.uri, span: keyResult.node.span, label: labelOf(keyResult) }],
          message: {
            what: `“${labelOf(keyResult)}” is committed, and its last confidence is ${percent(last.confidence)}.`,
            why: 'Others plan with a promise and need to hear of doubts while something can still be moved.',
            todo: 'Add a note: what stands in the way, and who has been told.',
          },
        });
      },
    };
  },

  fix: noteFix,
});
