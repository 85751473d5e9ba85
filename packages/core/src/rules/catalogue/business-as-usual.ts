import type { Fix } from '../../findings/finding.ts';
import type { KeyResult } from '../../model/file.ts';
import { isUnfinished } from '../broken.ts';
import { replace } from '../edits.ts';
import { inObjective, objectiveCalled } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { keptIn } from '../wording.ts';

export const businessAsUsual = defineRule({
  meta: {
    name: 'business-as-usual',
    title: 'Goal that keeps things as they are',
    category: 'objective',
    level: 'information',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [ownWords('allowedWords', 'Words of goals that may be kept as they are: `safety`, `licence`.')],
    summary: 'An objective or a key result says that something is to stay as it is.',
    why:
      'Running the house is most of the work, and OKRs are for the rest: the few things that should be different afterwards. Goals that are reached by ' +
      'carrying on crowd out the ones that need a decision.',
    sources: ["Google's OKR playbook, on business-as-usual OKRs", "re:Work's OKR guide"],
    advice:
      'Watch what should not get worse as a `guardrail` of the objective that might hurt it, or as a `kpi` of the unit. If keeping it takes a ' +
      'change this time, write the change: "Keep answering within a day while twice as many write to us".',
    limits:
      'The rule reads the English sentence. A key result whose fields move a figure is left alone, and so are goals marked `committed`, since keeping a promise ' +
      'under pressure can be the goal. Sentences that say what makes it hard (`while`, `despite`, `as we grow`) are fine.',
    examples: {
      invalid: [
        { title: 'Carrying on', files: objectiveCalled('Maintain our quality standards') },
        {
          title: 'A level that is there already',
          files: inObjective('kr "Keep delivery on time" at least 98%'),
          fixed: inObjective('guardrail "Keep delivery on time" at least 98%'),
        },
        { title: 'As a sentence', files: inObjective('kr "Keep the help desk rating above 4.2"') },
      ],
      valid: [
        { title: 'A change', files: inObjective('kr "Deliveries on time" from 94% to 98%') },
        {
          title: 'Kept against the odds',
          files: objectiveCalled('Keep every promise to our customers while we move house'),
        },
        { title: 'Something does change', files: inObjective('kr "Keep returns low" from 4% to 2%') },
        { title: 'A promise', files: inObjective('kr "Keep delivery on time" at least 98% { committed }') },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedWords');
    return {
      wordedGoal(goal) {
        const { node, title, ambition } = goal;
        // What the configuration takes for granted is no promise that anybody made.
        if (ambition.value === 'committed' && /^(?:own|objective|set)$/.test(ambition.source)) return;
        const kept = keptIn(node);
        if (!kept || holdsOneOf(title, allowed) || isUnfinished(cascade, goal)) return;
        report({
          uri: goal.uri,
          span: partOfTitle(goal, kept),
          draft: goal.draft,
          data: { goal: goal.id },
          message: {
            what: `This ${goal.kind === 'objective' ? 'objective' : 'key result'} keeps things as they are.`,
            why: 'OKRs are for what should be different afterwards.',
            todo: 'Say what is to change, or watch it as a `guardrail` or `kpi`.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const goal = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (goal?.kind !== 'keyResult' || text === null || !mayGuard(goal.node)) return [];
    const { start } = goal.node.span;
    if (!text.startsWith('kr', start)) return [];
    const edits = [replace(uri, { start, end: start + 2 }, 'guardrail')];
    return [{ title: 'Write it as a guardrail', kind: 'unsafe', preferred: false, edits }];
  },
});

/** Whether a key result holds only what a guardrail may hold too: a limit, owners, a source. */
function mayGuard(node: KeyResult): boolean {
  const { measure } = node;
  if (!measure || (measure.form !== 'at-least' && measure.form !== 'at-most')) return false;
  const more = node.deadline ?? node.weight ?? node.ambition ?? node.indicator ?? node.carriedFrom;
  const lists = [node.supports, node.dependsOn, node.initiatives, node.tags, node.links];
  return !more && lists.every((list) => list.length === 0);
}
