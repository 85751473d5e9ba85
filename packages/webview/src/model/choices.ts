/** What the filters for unit and owner offer. */
import type { CascadeTree, UnitRow } from '@okr-language/core';
import { nameOf, oneLine } from '../words.ts';
import { ownersOf } from './filter.ts';
import type { Outline } from './outline.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Every unit that has goals of its own or below, indented by its level; people are found by the owner filter. */
export function unitChoices(tree: CascadeTree): readonly Choice[] {
  const choices: Choice[] = [];
  const waiting: { unit: UnitRow; depth: number }[] = [];
  const push = (units: readonly UnitRow[], depth: number) => {
    for (let i = units.length - 1; i >= 0; i--) waiting.push({ unit: units[i] as UnitRow, depth });
  };
  push(tree.roots, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { unit, depth } = next;
    if (unit.level !== 'person')
      choices.push({ value: unit.name, text: indented(oneLine(unit.title || unit.name), depth) });
    push(unit.units, depth + 1);
  }
  return choices;
}

/** Everyone who owns a row of the outline, by name. */
export function ownerChoices(outline: Outline): readonly Choice[] {
  const titles = new Map<string, string>();
  for (const node of outline.nodes) {
    for (const owner of ownersOf(node)) if (!titles.has(owner.name)) titles.set(owner.name, nameOf(owner));
  }
  return [...titles].map(([value, text]) => ({ value, text })).sort((a, b) => a.text.localeCompare(b.text));
}

function indented(text: string, depth: number): string {
  return '\u2003'.repeat(Math.min(depth, 6)) + text;
}
