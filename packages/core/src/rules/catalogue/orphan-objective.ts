import { isThereFor } from '../../cascade/alignment.ts';
import type { Cascade, ObjectiveNode } from '../../cascade/cascade.ts';
import type { Fix, TextEdit } from '../../findings/finding.ts';
import { isUnfinished } from '../broken.ts';
import { addToBlock, replace } from '../edits.ts';
import { teamSet } from '../examples.ts';
import { labelOf, markOf } from '../marks.ts';
import { defineRule } from '../rule.ts';
import { template } from '../template.ts';

export const orphanObjective = defineRule({
  meta: {
    name: 'orphan-objective',
    title: 'Objective that supports no larger goal',
    category: 'alignment',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'An objective below the company level supports nothing, and no reason is given why it stands alone.',
    why:
      'A goal without a link may be good work, but nobody above counts on it and nobody below knows what it is for. Written links make visible ' +
      'where many pull in one direction, and which company goal nobody pulls at all.',
    sources: ['Microsoft Viva Goals documentation', "OpenOKR's method document, rule AL-1"],
    advice:
      'Say which objective or key result above it serves: `supports acme.loyalty`. If it truly stands alone, say so and why: `standalone because ' +
      '"pilot for one quarter"`.',
    limits:
      'Companies and units that lie in no other have nothing above them and are left alone. A link of a single key result counts for its ' +
      'objective.',
    examples: {
      invalid: [
        {
          title: 'It says that it stands alone, and not why',
          files: teamSet('objective trust "Open the north" { standalone because "" }'),
          fixed: teamSet('objective trust "Open the north" { supports acme.loyalty }'),
        },
        {
          title: 'What is it for?',
          files: teamSet(
            'objective trust "Earn back customer trust" {',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
          fixed: teamSet(
            'objective trust "Earn back customer trust" {',
            '    supports acme.loyalty',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
      ],
      valid: [
        {
          title: 'It serves a goal of the company',
          files: teamSet(
            'objective trust "Earn back customer trust" {',
            '    supports acme.loyalty.repeat',
            '    kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            '}',
          ),
        },
        {
          title: 'It stands alone, for a reason',
          files: teamSet('objective trust "Open the north" { standalone because "pilot for one quarter" }'),
        },
        {
          title: 'One of its key results says what for',
          files: teamSet(
            'objective trust "Earn back customer trust" {',
            '    kr "Customers who come back" from 31% to 36% { supports acme.loyalty.repeat }',
            '}',
          ),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      onlyOwn: true,

      objective(objective) {
        const { node, set } = objective;
        if (!set.unit?.parent || set.unit.level === 'company' || isLinked(objective)) return;
        if (isUnfinished(cascade, objective)) return;
        report({
          uri: objective.uri,
          span: node.standalone?.span ?? markOf(node),
          draft: objective.draft,
          data: { goal: objective.id },
          message: {
            what: node.standalone
              ? 'This objective says that it stands alone, and not why.'
              : 'This objective supports no larger goal.',
            why: 'Nobody above counts on it, and nobody can see what it is for.',
            todo: 'Say what it serves with `supports`, or why it stands alone with `standalone because "…"`.',
          },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const objective = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (objective?.kind !== 'objective' || !objective.node.title || text === null) return [];
    const { span, title, standalone } = objective.node;
    const at = { span, from: title.span.end };
    const edit = (line: string): TextEdit =>
      standalone ? replace(uri, standalone.span, line) : addToBlock(uri, text, at, [line], 'first');
    const parents = parentsFor(objective, cascade).map(
      ({ parent, path }): Fix => ({
        title: `Support “${labelOf(parent)}” of ${parent.set.unit?.title}`,
        kind: 'unsafe',
        preferred: false,
        edits: [edit(`supports ${path}`)],
      }),
    );
    return [...parents, template('Say that it stands alone, and why', edit('standalone because "…"'), '…')];
  },
});

/** A written link counts even where it leads nowhere, and a reason that is still to be filled in: then other rules speak. An empty reason is none. */
function isLinked({ node, keyResults }: ObjectiveNode): boolean {
  const reason = node.standalone?.because?.text.trim();
  return Boolean(reason) || node.supports.length > 0 || keyResults.some((kr) => kr.node.supports.length > 0);
}

/** Menus show few entries; the reason to stand alone must be among them. */
const mostOffered = 4;

/** Named objectives of the units above, the nearest unit first, in the cycle of the objective or one that encloses it. */
function parentsFor(objective: ObjectiveNode, cascade: Cascade): readonly { parent: ObjectiveNode; path: string }[] {
  const { set } = objective;
  const range = set.cycle?.range;
  const found: { parent: ObjectiveNode; path: string }[] = [];
  for (let unit = set.unit?.parent ?? null; unit; unit = unit.parent) {
    const above = [...cascade.sets.values()].filter(({ unit: of, cycle, cycleName }) => {
      if (of !== unit) return false;
      const around = cycle?.range;
      return (
        cycleName === set.cycleName || (range && around && around.first <= range.first && around.last >= range.last)
      );
    });
    above.sort((a, b) => lengthOf(a.cycle?.range) - lengthOf(b.cycle?.range));
    const taken = new Set<string>();
    for (const parent of above.flatMap(({ objectives }) => objectives)) {
      if (parent.name === null) continue;
      // The nearest cycle is meant where none is written; a goal of the same name in a larger one must say its cycle.
      const cycle = taken.has(parent.name) ? ` in ${parent.set.cycleName}` : '';
      taken.add(parent.name);
      if (isThereFor(parent, objective)) continue;
      found.push({ parent, path: `${unit.name}.${parent.name}${cycle}` });
    }
    if (found.length >= mostOffered) break;
  }
  return found.slice(0, mostOffered);
}

function lengthOf(range: { readonly first: number; readonly last: number } | null | undefined): number {
  return range ? range.last - range.first : Number.POSITIVE_INFINITY;
}
