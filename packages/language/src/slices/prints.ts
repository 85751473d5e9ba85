/**
 * What others see of a file, key by key, as texts that are equal exactly when there is nothing new to see. Places are no part of them: a file
 * may be moved about without anybody else having to look again.
 */
import type { Objective, OkrFile, OkrSet } from '@okr-language/core';
import { contentsOf, cycleOf, type Item, unitOf } from './contents.ts';
import {
  allCycles,
  allKpis,
  allUnits,
  blocksKey,
  cycleKey,
  headKey,
  namesKey,
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
      add(cycleKey(statement.name.text), said(statement));
      return;
    case 'unit':
      if (!statement.name || key.startsWith('p:')) return;
      if (key === allUnits) add(allUnits, statement.name.text);
      else {
        add(key, statement.level, text(statement.parent), text(statement.lead));
        add(unitTitleKey(statement.name.text), text(statement.title));
      }
      return;
    case 'kpi':
      add(key, key === allKpis ? text(statement.name) : said(statement));
      return;
    case 'okrs':
      if (part) printObjective(key, part as Objective, statement, add);
      else printBlock(key, statement, add);
      return;
    case 'checkin':
      add(key, unitOf(statement), cycleOf(statement), text(statement.date), said(part));
      return;
    case 'closing':
      add(key, said(statement));
      return;
  }
}

function printBlock(key: string, block: OkrSet, add: Add): void {
  const unit = unitOf(block);
  if (key !== blocksKey(unit)) {
    add(key, said(block));
    return;
  }
  add(key, '');
  add(namesKey(unit), cycleOf(block), ...block.objectives.map(({ name }) => text(name)));
  const guardrails = block.guardrails.map(({ name, title, measure }) => `${text(name)}${title || measure ? '' : '?'}`);
  if (block.draft || guardrails.length > 0)
    add(headKey(unit, cycleOf(block)), block.draft ? 'draft' : '', ...guardrails);
}

function printObjective(key: string, objective: Objective, block: OkrSet, add: Add): void {
  if (key.startsWith('a:')) add(key, unitOf(block), cycleOf(block));
  else add(key, unitOf(block), cycleOf(block), block.draft ? 'draft' : '', said(objective));
}

/** All that a thing says, without its places. */
function said(thing: object | null): string {
  return JSON.stringify(thing, (field, value: unknown) => {
    if (field === 'span' || field === 'valueSpan') return undefined;
    // That it is a draft is told by the place of the word.
    return field === 'draft' ? value !== null : value;
  });
}

/** A text that is not there differs from an empty one. */
function text(named: { readonly text: string } | null): string {
  return named ? `'${named.text}` : '';
}
