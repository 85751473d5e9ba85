import type { Fix } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { indentAt, insert, lineEndingOf, replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';
import { isPlain, partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krCompound = defineRule({
  meta: {
    name: 'kr-compound',
    title: 'Two key results in one',
    category: 'key-result',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary: 'One key result sets two figures that could be reached one without the other.',
    why: 'Progress is one number. If one half is reached and the other is not, it is either shown as half or as nothing, and both are wrong.',
    sources: ['FaraatarTID/okr, on writing key results', 'A public OKR-writer checklist'],
    advice: 'Write two key results. If one of the two only guards the other, make it a `guardrail`.',
    limits:
      'The rule reads the English sentence and looks for an "and" with a figure and a movement on both sides. Ranges ("between 5 and 10") and lists of counts are left alone, and so is a key result ' +
      'with a measure as fields, which sets one figure.',
    examples: {
      invalid: [
        {
          title: 'Rating and speed',
          files: inObjective('kr "Raise the help desk rating from 3.9 to 4.4 and cut the wait from 6 to 2 hours"'),
          fixed: inObjective('kr "Raise the help desk rating from 3.9 to 4.4"\nkr "Cut the wait from 6 to 2 hours"'),
        },
        {
          title: 'Without a second verb',
          files: inObjective('kr "Repeat purchases from 31% to 45% and returns from 12% to 8%" { owner liam }'),
        },
      ],
      valid: [
        {
          title: 'Each by itself',
          files: inObjective('kr "Help desk rating from 3.9 to 4.4"', 'kr "Wait from 6 to 2 hours"'),
        },
        { title: 'A range', files: inObjective('kr "Keep between 5 and 10 applicants for every post"') },
      ],
    },
  },

  check({ cascade, report }) {
    for (const keyResult of cascade.keyResults) {
      const { node, uri, draft, id } = keyResult;
      if (node.measure) continue;
      const joint = wordingOfKeyResult(node)?.joint;
      if (!joint || isUnfinished(cascade, keyResult)) continue;
      report({
        uri,
        span: partOfTitle(keyResult, joint),
        draft,
        data: { goal: id },
        message: {
          what: 'This key result sets two figures.',
          why: 'If only one of them is reached, no single number can say how far you are.',
          todo: 'Write two key results, or make one of them a `guardrail`.',
        },
      });
    }
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const keyResult = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (keyResult?.kind !== 'keyResult' || text === null) return [];
    const { title, span } = keyResult.node;
    const joint = wordingOfKeyResult(keyResult.node)?.joint;
    // With owners, check-ins and the like it is the author who knows which half they belong to.
    if (!title || !joint || !isPlain(title) || span.end !== title.span.end) return [];
    const second = title.text.slice(joint.end).trim();
    const cut = title.span.start + 1 + title.text.slice(0, joint.start).replace(/[\s,]+$/, '').length;
    const own = `kr "${second.slice(0, 1).toUpperCase()}${second.slice(1)}"`;
    const edits = [
      replace(uri, { start: cut, end: title.span.end - 1 }, ''),
      insert(uri, span.end, `${lineEndingOf(text)}${indentAt(text, span.start)}${own}`),
    ];
    return [{ title: 'Make two key results of it', kind: 'unsafe', preferred: false, edits }];
  },
});
