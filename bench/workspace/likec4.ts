/** The same goals and links as a LikeC4 model; measures and readings, which it has no words for, go into descriptions. */
import type { GoalSet, Link } from './facts.ts';

export const likec4Specification = `specification {
  element goals
  element objective
  element result
}
`;

export function likec4Text(goals: GoalSet): string {
  const lines = ['model {', `  ${setName(goals.unit, goals.cycle)} = goals '${goals.unit} in ${goals.cycle}' {`];
  for (const { id, title, keyResults } of goals.objectives) {
    lines.push(`    ${id} = objective '${title}' {`);
    for (const keyResult of keyResults) {
      lines.push(`      ${keyResult.id} = result '${keyResult.title}'`);
    }
    lines.push('    }');
  }
  lines.push('  }');
  for (const { id, supports, dependsOn } of goals.objectives) {
    for (const link of [...supports, ...dependsOn]) {
      lines.push(`  ${setName(goals.unit, goals.cycle)}.${id} -> ${target(link)}`);
    }
  }
  return `${lines.join('\n')}\n}\n`;
}

function target({ unit, cycle, objective, keyResult }: Link): string {
  return [setName(unit, cycle), objective, ...(keyResult === null ? [] : [keyResult])].join('.');
}

function setName(unit: string, cycle: string): string {
  return `${unit}-${cycle}`.replace(/[^A-Za-z0-9]/g, '_');
}
