/**
 * What others see of a file, key by key, as texts that are equal exactly when there is nothing new to see. Places are no part of them: a file
 * may be moved about and its sentences rewritten without anybody else having to look again.
 */
import type { KeyResult, Name, Objective, OkrFile, OkrSet, Reference, WrittenReading } from '@okr-language/core';
import { contentsOf, cycleOf, type Item, unitOf } from './contents.ts';
import {
  allCycles,
  allKpis,
  allUnits,
  blocksKey,
  cycleKey,
  headKey,
  namesKey,
  newsKey,
  unitTitleKey,
  usedCycleOf,
  usedCycles,
} from './keys.ts';

export type Prints = ReadonlyMap<string, string>;

const nothing: Prints = new Map();

/** The prints of a file; of none, no prints. */
export function printsOf(file: OkrFile | null): Prints {
  if (!file) return nothing;
  const prints = new Map<string, string[]>();
  const add = (key: string, ...parts: readonly string[]) => {
    const print = prints.get(key);
    if (print) print.push(...parts);
    else prints.set(key, [...parts]);
  };
  for (const [key, items] of contentsOf(file)) {
    if (usedCycleOf(key) !== null) add(usedCycles, usedCycleOf(key) as string);
    else for (const item of items) printItem(key, item, add);
  }
  return new Map([...prints].map(([key, parts]) => [key, JSON.stringify(parts)]));
}

/** Keys of which the two have different prints. */
export function* changesBetween(before: Prints, after: Prints): Generator<string> {
  for (const [key, print] of after) if (before.get(key) !== print) yield key;
  for (const key of before.keys()) if (!after.has(key)) yield key;
}

type Add = (key: string, ...parts: readonly string[]) => void;

function printItem(key: string, { statement, part }: Item, add: Add): void {
  switch (statement.kind) {
    case 'cycle':
      if (!statement.name) return;
      add(allCycles, statement.name.text);
      add(cycleKey(statement.name.text), text(statement.from), text(statement.to), `${statement.checkins?.days}`);
      return;
    case 'unit': {
      if (!statement.name || key.startsWith('p:')) return;
      if (key === allUnits) add(allUnits, statement.name.text);
      else {
        add(key, statement.level, text(statement.parent), text(statement.lead));
        add(unitTitleKey(statement.name.text), text(statement.title));
      }
      return;
    }
    case 'kpi':
      if (key === allKpis) add(allKpis, text(statement.name));
      else add(key, text(statement.unit));
      return;
    case 'okrs':
      if (part) printObjective(key, part as Objective, statement, add);
      else printBlock(key, statement, add);
      return;
    case 'checkin': {
      const reading = part as WrittenReading;
      const parts = [unitOf(statement), cycleOf(statement), text(statement.date), pathIn(reading.target)];
      add(key, ...parts, reading.value === null ? '' : 'value');
      return;
    }
  }
}

function printBlock(key: string, block: OkrSet, add: Add): void {
  const unit = unitOf(block);
  if (key === blocksKey(unit)) {
    add(key, '');
    add(namesKey(unit), cycleOf(block), ...block.objectives.map(({ name }) => text(name)));
    return;
  }
  const guardrails = block.guardrails.map(guardrail);
  if (block.draft || guardrails.length > 0)
    add(headKey(unit, cycleOf(block)), block.draft ? 'draft' : '', ...guardrails);
  add(
    key,
    block.draft ? 'draft' : '',
    texts(block.owners),
    block.ambition?.value ?? '',
    block.objectives.map(({ name, title }) => name?.text ?? `~${title?.text}`).join(),
    texts(block.initiatives.map(({ name }) => name)),
    guardrails.join(),
  );
}

function printObjective(key: string, objective: Objective, block: OkrSet, add: Add): void {
  const keyResults = texts(objective.keyResults.map(({ name }) => name));
  const links = [linksOf(objective), ...objective.keyResults.map(linksOf)].join();
  switch (key[0]) {
    case 'a':
      add(key, unitOf(block), cycleOf(block));
      return;
    case 'l':
      add(key, unitOf(block), cycleOf(block), keyResults, links);
      return;
    default:
      add(key, cycleOf(block), objective.draft ? 'draft' : '', keyResults, links);
      add(key, objective.guardrails.map(guardrail).join());
      add(newsKey(unitOf(block), text(objective.name)), ...objective.keyResults.map(newsOf));
  }
}

function newsOf({ title, name, readings }: KeyResult): string {
  const days = readings.map(({ date, value }) => `${text(date)}${value === null ? '' : '='}`);
  return [text(title), text(name), ...days].join();
}

function linksOf({ supports }: Objective | KeyResult): string {
  return supports.map(({ reference }) => pathIn(reference)).join(';');
}

function pathIn(path: Reference | null): string {
  return path ? `${texts(path.segments)} in ${text(path.cycle)}` : '';
}

function guardrail({ name, title, measure }: OkrSet['guardrails'][number]): string {
  return `${text(name)}${title || measure ? '' : '?'}`;
}

function texts(names: readonly (Name | null)[]): string {
  return names.map(text).join('.');
}

/** A text that is not there differs from an empty one. */
function text(named: { readonly text: string } | null): string {
  return named ? `'${named.text}` : '';
}
