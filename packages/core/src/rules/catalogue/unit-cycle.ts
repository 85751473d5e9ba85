import type { UnitNode } from '../../cascade/cascade.ts';
import { remove } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const unitCycle = defineRule({
  meta: {
    name: 'unit-cycle',
    title: 'Units that lie in each other',
    category: 'structure',
    level: 'error',
    since: '0.1.0',
    stage: 'stable',
    scope: 'project',
    fix: 'unsafe',
    english: false,
    options: [],
    summary: 'Units are written as parts of each other in a circle: support is in sales, and sales is in support.',
    why: 'Such units have no top, so that neither they nor their goals have a place in the cascade that is certain.',
    sources: ['How the language gives the organisation its tree'],
    advice: 'Take the `in` away at the unit that is really the upper one.',
    limits:
      'Each circle is reported once, at the unit that comes first in the order of files and lines. Until it is mended, that unit counts as the top.',
    examples: {
      invalid: [
        {
          title: 'Sales in shops, shops in sales',
          files: 'department sales "Sales" in shops\nteam shops "Shops" in sales\n',
          fixed: 'department sales "Sales"\nteam shops "Shops" in sales\n',
        },
        { title: 'In itself', files: 'team shops "Shops" in shops\n', fixed: 'team shops "Shops"\n' },
      ],
      valid: [{ title: 'One of them is above', files: 'department sales "Sales"\nteam shops "Shops" in sales\n' }],
    },
  },

  check({ cascade, report }) {
    for (const unit of cascade.units.values()) {
      const { uri, node } = unit.declaration;
      // The cascade cuts every circle at one unit, which then has no parent although it names one that is there.
      const above = node.parent && unit.parent === null ? cascade.units.get(node.parent.text) : undefined;
      if (!node.parent || !above) continue;
      const between =
        above === unit ? [] : [above, ...ancestorsOf(above)].filter((one) => one !== unit).slice(0, mostRelated);
      report({
        uri,
        span: node.parent.span,
        related: between.map(({ title, declaration }) => ({
          uri: declaration.uri,
          span: declaration.span,
          label: title,
        })),
        message: {
          what: above === unit ? 'This unit lies in itself.' : `${unit.title} and ${above.title} lie in each other.`,
          why: 'Without a top their goals have no certain place in the cascade.',
          todo: 'Take the `in` away at the one that is really above.',
        },
      });
    }
  },

  fix({ uri, span }, { text: textOf }) {
    const text = textOf(uri);
    const keyword = text === null ? undefined : /\bin\s+$/.exec(text.slice(0, span.start))?.[0];
    if (text === null || !keyword) return [];
    const edit = remove(uri, text, { start: span.start - keyword.length, end: span.end });
    return [{ title: 'Take the `in` away here', kind: 'unsafe', preferred: true, edits: [edit] }];
  },
});

const mostRelated = 10;

function ancestorsOf(unit: UnitNode): readonly UnitNode[] {
  const above: UnitNode[] = [];
  for (let at = unit.parent; at; at = at.parent) above.push(at);
  return above;
}
