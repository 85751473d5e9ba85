/** What the rules have in common that find work in the place of an outcome: without a figure, or with one that counts the work. */
import type { FindingMessage } from '../findings/finding.ts';
import type { Activity } from '../reading/activity.ts';
import { isUnfinished } from './broken.ts';
import { goalIn } from './goals.ts';
import { initiativeFixes } from './initiative.ts';
import { markOf } from './marks.ts';
import { holdsOneOf } from './own-words.ts';
import type { Rule } from './rule.ts';
import { activityIn } from './wording.ts';

/** The rule's option `allowedVerbs` names verbs that are let through. */
export function aboutWork(kind: Activity['kind'], message: FindingMessage): Pick<Rule, 'visit' | 'fix'> {
  return {
    visit({ cascade, report, option }) {
      const allowed = option<readonly string[]>('allowedVerbs');
      return {
        wordedKeyResult(keyResult) {
          const { node, uri, draft } = keyResult;
          const activity = activityIn(node);
          if (activity?.kind !== kind || holdsOneOf(activity.verb, allowed)) return;
          if (isUnfinished(cascade, keyResult)) return;
          report({ uri, span: markOf(node), draft, data: { goal: keyResult.id }, message });
        },
      };
    },

    fix(finding, { cascade, text: textOf }) {
      const goal = goalIn(finding, cascade);
      const text = textOf(finding.uri);
      return goal?.kind === 'keyResult' && text !== null ? initiativeFixes(goal, text, cascade) : [];
    },
  };
}
