/** What the two rules about leading and lagging key results have in common. */
import type { ObjectiveNode } from '../cascade/cascade.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { prompts } from '../reading/prompts.ts';
import { isUnfinished } from './broken.ts';
import { addLine, goalIn } from './goals.ts';
import { count, markOf } from './marks.ts';
import type { FixContext, RuleContext, Visits } from './rule.ts';
import { template } from './template.ts';

type Indicator = 'leading' | 'lagging';

/** Reports the objectives whose key results all bear the one tag. */
export function oneSided(tag: Indicator, why: string, todo: string, { cascade, report }: RuleContext): Visits {
  return {
    objective(objective) {
      if (!isOneSided(objective, tag) || isUnfinished(cascade, objective)) return;
      const { node, uri, draft, keyResults } = objective;
      report({
        uri,
        span: markOf(node),
        draft,
        data: { goal: objective.id },
        message: { what: `All ${count(keyResults.length, 'key result')} of this objective are ${tag}.`, why, todo },
      });
    },
  };
}

function isOneSided({ keyResults }: ObjectiveNode, tag: Indicator): boolean {
  return keyResults.length > 1 && keyResults.every(({ node }) => node.indicator?.value === tag);
}

/** Adds a key result with the other tag, to be filled in. */
export function addOther(finding: Finding, tag: Indicator, { cascade, text: textOf }: FixContext): readonly Fix[] {
  const goal = goalIn(finding, cascade);
  const text = textOf(finding.uri);
  const title = tag === 'leading' ? prompts.early : prompts.purpose;
  const edit = goal && text !== null && addLine(goal, text, `kr "${title}" from 0 to 100 { ${tag} }`, 'last');
  return edit ? [template(`Add a ${tag} key result to be filled in`, edit, title, '0', '100')] : [];
}
