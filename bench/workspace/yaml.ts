/** The same facts as YAML, and the JSON schema that describes them: how OKRs are kept as data today. */
import type { GoalSet, KeyResult, Link, Measure, Unit } from './facts.ts';
import { amountText, fiscalYear } from './invent.ts';

/** Where the schema stands in a workspace. */
export const schemaName = 'okr.schema.json';

/** The line by which a YAML file names its schema to an editor; `path` is the file's own, relative to the workspace. */
export function schemaLine(path: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up === '' ? './' : up}${schemaName}\n`;
}

export function yamlOrganisation(units: readonly Unit[]): string {
  const lines = ['cycles:', `  - id: ${fiscalYear}`, '    from: "2026-01-01"', '    to: "2026-12-31"', 'units:'];
  for (const { id, title, level, parent, lead } of units) {
    lines.push(`  - id: ${id}`, `    title: ${quoted(title)}`, `    level: ${level}`);
    if (parent !== null) lines.push(`    parent: ${parent}`);
    if (lead !== null) lines.push(`    lead: ${lead}`);
  }
  return `${lines.join('\n')}\n`;
}

export function yamlText(goals: GoalSet): string {
  const lines = [`unit: ${goals.unit}`, `cycle: ${goals.cycle}`];
  if (goals.owner !== null) lines.push(`owner: ${goals.owner}`);
  lines.push('objectives:');
  for (const objective of goals.objectives) {
    lines.push(`  - id: ${objective.id}`, `    title: ${quoted(objective.title)}`);
    if (objective.owner !== null) lines.push(`    owner: ${objective.owner}`);
    if (objective.ambition !== null) lines.push(`    ambition: ${objective.ambition}`);
    if (objective.standalone !== null) lines.push(`    standalone: ${quoted(objective.standalone)}`);
    lines.push(...linkLines('supports', objective.supports), ...linkLines('dependsOn', objective.dependsOn));
    lines.push('    keyResults:', ...objective.keyResults.flatMap(keyResultLines));
    if (objective.initiative !== null) lines.push('    initiatives:', `      - title: ${quoted(objective.initiative)}`);
  }
  lines.push('checkins:');
  for (const { date, readings } of goals.checkins) {
    lines.push(`  - date: "${date}"`, '    readings:');
    for (const { objective, keyResult, value, confidence, note } of readings) {
      lines.push(
        `      - keyResult: ${objective}.${keyResult}`,
        `        value: "${value}"`,
        `        confidence: ${confidence}`,
      );
      if (note !== null) lines.push(`        note: ${quoted(note)}`);
    }
  }
  // The half-typed statement stays out: a YAML file that cannot be read to its end would spare the reader the rest.
  return `${lines.join('\n')}\n`;
}

function linkLines(name: string, links: readonly Link[]): string[] {
  if (links.length === 0) return [];
  return [
    `    ${name}:`,
    ...links.flatMap(({ unit, cycle, objective, keyResult }) => [
      `      - target: ${[unit, objective, ...(keyResult === null ? [] : [keyResult])].join('.')}`,
      `        cycle: ${cycle}`,
    ]),
  ];
}

function keyResultLines({ id, title, measure, by, owner }: KeyResult): string[] {
  const lines = [`      - id: ${id}`, `        title: ${quoted(title)}`];
  if (measure !== null) lines.push('        measure:', ...measureLines(measure).map((line) => `          ${line}`));
  if (by !== null) lines.push(`        by: "${by}"`);
  if (owner !== null) lines.push(`        owner: ${owner}`);
  return lines;
}

function measureLines(measure: Measure): string[] {
  switch (measure.kind) {
    case 'fromTo':
      return [`from: "${amountText(measure.from)}"`, `to: "${amountText(measure.to)}"`];
    case 'change':
      return [`${measure.direction}: "${measure.percent}%"`, `from: "${amountText(measure.from)}"`];
    case 'limit':
      return [`${measure.bound === 'least' ? 'atLeast' : 'atMost'}: "${amountText(measure.amount)}"`];
    case 'between':
      return [`low: "${amountText(measure.low)}"`, `high: "${amountText(measure.high)}"`];
    case 'yesNo':
      return ['yesNo: true'];
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

const name = { type: 'string', pattern: '^[^\\s.]+$' };
const text = { type: 'string', minLength: 1 };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const amount = { type: 'string', pattern: '^[+-]?\\d' };
const links = listOf(
  record({ target: { type: 'string', pattern: '^[^\\s.]+(\\.[^\\s.]+){1,2}$' }, cycle: name }, ['target']),
);

/** What a careful team would check in an editor: the shape, no unknown keys, the form of names, days and amounts, the counts. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  properties: {
    cycles: listOf(record({ id: name, from: day, to: day }, ['id', 'from', 'to'])),
    units: listOf(
      record(
        {
          id: name,
          title: text,
          level: { enum: ['company', 'department', 'team', 'person'] },
          parent: name,
          lead: name,
        },
        ['id', 'title', 'level'],
      ),
    ),
    unit: name,
    cycle: name,
    owner: name,
    objectives: {
      ...listOf(
        record(
          {
            id: name,
            title: { ...text, not: { pattern: '\\d%' } },
            owner: name,
            ambition: { enum: ['committed', 'aspirational'] },
            standalone: text,
            supports: links,
            dependsOn: links,
            keyResults: {
              ...listOf(
                record(
                  {
                    id: name,
                    title: text,
                    measure: {
                      type: 'object',
                      additionalProperties: false,
                      properties: {
                        from: amount,
                        to: amount,
                        up: amount,
                        down: amount,
                        atLeast: amount,
                        atMost: amount,
                        low: amount,
                        high: amount,
                        yesNo: { const: true },
                      },
                      anyOf: ['to', 'up', 'down', 'atLeast', 'atMost', 'low', 'yesNo'].map((key) => ({
                        required: [key],
                      })),
                    },
                    by: day,
                    owner: name,
                  },
                  ['id', 'title'],
                ),
              ),
              minItems: 2,
              maxItems: 5,
            },
            initiatives: listOf(record({ title: text }, ['title'])),
          },
          ['id', 'title', 'keyResults'],
        ),
      ),
      maxItems: 5,
    },
    checkins: listOf(
      record(
        {
          date: day,
          readings: listOf(
            record(
              {
                keyResult: { type: 'string', pattern: '^[^\\s.]+\\.[^\\s.]+$' },
                value: text,
                confidence: { type: 'integer', minimum: 0, maximum: 100 },
                note: text,
              },
              ['keyResult', 'value'],
            ),
          ),
        },
        ['date', 'readings'],
      ),
    ),
  },
};

function record(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

function listOf(items: object): object {
  return { type: 'array', items };
}
