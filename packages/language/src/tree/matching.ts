/** Whether a set has goals that answer a filter. The view narrows them down to rows by the same words. */
import type { ObjectiveRow, PersonLabel, SetRow, TreeFilter } from '@okr-language/core';

export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** `unit` is the unit's title and name; `found` holds the ids of rows with findings. */
export function answers(set: SetRow, filter: TreeFilter, unit: string, found: ReadonlySet<string>): boolean {
  return (
    set.objectives.some((objective) => objectiveAnswers(objective, filter, unit, found)) ||
    alongsideAnswers(set, filter)
  );
}

interface Said {
  readonly id: string;
  readonly text: string;
  readonly owners: readonly PersonLabel[];
}

function objectiveAnswers(row: ObjectiveRow, filter: TreeFilter, unit: string, found: ReadonlySet<string>): boolean {
  if (filter.health.length > 0 && !filter.health.includes(row.progress.health)) return false;
  if (filter.unaligned && !row.unaligned) return false;
  const said: Said[] = [{ ...row, text: [row.title, row.name, unit, ...row.tags].join(' ') }];
  for (const one of row.keyResults) said.push({ ...one, text: [one.title, one.name, ...one.tags].join(' ') });
  for (const one of row.initiatives) said.push({ ...one, text: one.title });
  for (const { id, title } of row.guardrails) said.push({ id, text: title, owners: [] });
  return said.some((one) => isSaid(one, filter, found));
}

function alongsideAnswers({ initiatives, guardrails }: SetRow, filter: TreeFilter): boolean {
  if (filter.health.length > 0 || filter.unaligned || filter.findings) return false;
  const said: Said[] = initiatives.map((one) => ({ ...one, text: one.title }));
  for (const { id, title } of guardrails) said.push({ id, text: title, owners: [] });
  return said.some((one) => isSaid(one, filter, new Set()));
}

function isSaid({ id, text, owners }: Said, filter: TreeFilter, found: ReadonlySet<string>): boolean {
  if (filter.findings && !found.has(id)) return false;
  if (filter.owner !== null && !owners.some(({ name }) => name === filter.owner)) return false;
  const all = [text, ...owners.map(({ name, title }) => `${title} ${name}`)].join(' ').toLowerCase();
  return wordsIn(filter.text).every((word) => all.includes(word));
}
