/** Writes facts the way the formatter leaves them. */
import type { GoalSet, KeyResult, Link, Measure, Objective, Unit } from './facts.ts';
import { amountText, fiscalYear } from './invent.ts';

/** Text of the project's `okr.config.json`. */
export const configuration = '{ "ambition": "committed", "checkins": "monthly" }\n';

/** So many units stand in one file; a larger company has a file for each department, as none may have more than 8 MB. */
const unitsInOneFile = 20_000;

/** The files that declare the units, by path. */
export function organisation(units: readonly Unit[]): Readonly<Record<string, string>> {
  const top = [`cycle ${fiscalYear} "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins quarterly }`, ''];
  const texts = new Map([['org.okr', top]]);
  const fileOf = new Map<string, string>();
  for (const unit of units) {
    const inDepartment = unit.level === 'department' ? `org/${unit.id}.okr` : fileOf.get(unit.parent ?? '');
    const file = units.length > unitsInOneFile && inDepartment ? inDepartment : 'org.okr';
    fileOf.set(unit.id, file);
    const lines = texts.get(file) ?? [];
    lines.push(unitLine(unit));
    texts.set(file, lines);
  }
  return Object.fromEntries([...texts].map(([file, lines]) => [file, `${lines.join('\n')}\n`]));
}

export function unitLine({ id, title, level, parent, lead }: Unit): string {
  return `${level} ${id} "${title}"${parent === null ? '' : ` in ${parent}`}${lead === null ? '' : ` { lead ${lead} }`}`;
}

export function okrText(goals: GoalSet): string {
  const lines = [`okrs for ${goals.unit} in ${goals.cycle} {`];
  if (goals.owner !== null) lines.push(`    owner ${goals.owner}`, '');
  for (const objective of goals.objectives) lines.push(...objectiveLines(objective, goals), '');
  if (goals.halfTyped) lines.push('    objective late "Written in a hur', '');
  lines.push('}');
  for (const { date, readings } of goals.checkins) {
    lines.push('', `checkin ${date} for ${goals.unit} in ${goals.cycle} {`);
    for (const reading of readings) {
      const note = reading.note === null ? '' : `  "${reading.note}"`;
      lines.push(
        `    ${reading.objective}.${reading.keyResult}  ${reading.value}  confidence ${reading.confidence}%${note}`,
      );
    }
    lines.push('}');
  }
  return `${lines.join('\n')}\n`;
}

function objectiveLines(objective: Objective, { cycle }: GoalSet): string[] {
  const lines = [`    objective ${objective.id} "${objective.title}" {`];
  const add = (line: string) => lines.push(`        ${line}`);
  if (objective.owner !== null) add(`owner ${objective.owner}`);
  if (objective.ambition !== null) add(objective.ambition);
  if (objective.supports.length > 0)
    add(`supports ${objective.supports.map((link) => linkText(link, cycle)).join(', ')}`);
  for (const link of objective.dependsOn) add(`depends on ${linkText(link, cycle)}`);
  if (objective.standalone !== null) add(`standalone because "${objective.standalone}"`);
  lines.push('');
  for (const keyResult of objective.keyResults) add(keyResultLine(keyResult));
  if (objective.initiative !== null) lines.push('', `        initiative "${objective.initiative}"`);
  lines.push('    }');
  return lines;
}

function keyResultLine({ id, title, measure, by, owner }: KeyResult): string {
  const parts = [`kr ${id} "${title}"`];
  if (measure !== null) parts.push(measureText(measure));
  if (by !== null) parts.push(`by ${by}`);
  if (owner !== null) parts.push(`{ owner ${owner} }`);
  return parts.join(' ');
}

function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'fromTo':
      return `from ${amountText(measure.from)} to ${amountText(measure.to)}`;
    case 'change':
      return `${measure.direction} ${measure.percent}% from ${amountText(measure.from)}`;
    case 'limit':
      return `at ${measure.bound} ${amountText(measure.amount)}`;
    case 'between':
      return `between ${amountText(measure.low)} and ${amountText(measure.high)}`;
    case 'yesNo':
      return 'yes/no';
  }
}

function linkText({ unit, cycle, objective, keyResult }: Link, own: string): string {
  const path = [unit, objective, ...(keyResult === null ? [] : [keyResult])].join('.');
  return cycle === own ? path : `${path} in ${cycle}`;
}
