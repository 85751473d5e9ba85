/** Everything that a tree and the way the reader left the view make together. Pure; what did not change is taken from the view before. */
import type { CascadeTree, TreeWanted, UnitRow } from '@okr-language/core';
import type { TreeMessage } from '../protocol.ts';
import type { RowContext } from '../row-text.ts';
import { type Choice, ownerChoices, unitChoices } from './choices.ts';
import { chosenCycle, shownCycles } from './cycles.ts';
import { type Filter, keptBy } from './filter.ts';
import { type Outline, type OutlineNode, outlineOf, unitsWithin } from './outline.ts';
import { type Totals, totalsOf } from './totals.ts';
import { freshState, isFiltered, type UiState } from './ui-state.ts';
import { type VisibleRow, visibleRows } from './visible.ts';

export interface View {
  readonly message: TreeMessage;
  readonly ui: UiState;
  readonly cycle: string;
  readonly outline: Outline;
  readonly units: readonly Choice[];
  readonly owners: readonly Choice[];
  readonly context: RowContext;
  readonly totals: Totals;
  readonly rows: readonly VisibleRow[];
}

/** `openedWhileFiltering` holds what the reader opened and closed since the filter was last changed. */
export function viewOf(
  message: TreeMessage,
  ui: UiState,
  openedWhileFiltering: ReadonlyMap<string, boolean>,
  before: View | null,
): View {
  const { tree, findings } = message;
  const sameTree = before?.message === message;
  const cycle = chosenCycle(tree, ui.cycle);
  const sameOutline = sameTree && before.cycle === cycle;
  const context = sameOutline ? before.context : contextOf(message, cycle);
  const outline = sameOutline ? before.outline : outlineOf(tree, shownCycles(tree, cycle));
  const filter = filterOf(tree, ui);
  // The totals are counted before their own buttons narrow the rows; most of the time none is pressed.
  const base: Filter = { ...filter, health: new Set(), unaligned: false, findings: false };
  const keptByBase = keptBy(base, outline, context);
  const pressed = filter.health.size > 0 || filter.unaligned || filter.findings;
  const kept = pressed ? keptBy(filter, outline, context) : keptByBase;
  const isOpen = (node: OutlineNode, leads: boolean): boolean => {
    if (kept) {
      const now = openedWhileFiltering.get(node.key);
      if (now !== undefined || leads) return now ?? true;
    }
    return isOpenIn(ui, node);
  };
  return {
    message,
    ui,
    cycle,
    outline,
    // Of a large tree only the units are there that answer the filter.
    units: sameTree || (before && tree.part && ui.unit !== null) ? before.units : unitChoices(tree),
    owners: sameOutline ? before.owners : ownerChoices(outline),
    context,
    totals: tree.part && !keptByBase ? tree.part.totals : totalsOf(keptByBase, outline, findings),
    rows: visibleRows(outline, kept, isOpen),
  };
}

/** Whether a row is open when nothing is filtered. */
function isOpenIn(ui: UiState, node: OutlineNode): boolean {
  if (Object.hasOwn(ui.opened, node.key)) return ui.opened[node.key] === true;
  switch (node.kind) {
    case 'unit':
    case 'set':
    case 'section':
      return true;
    case 'objective':
      return ui.objectivesOpen ?? true;
    default:
      return false;
  }
}

/** The row of this key among those that show, or of the nearest row above it that does; −1 where none does. */
export function indexOfShown(view: View, key: string | null): number {
  const first = key === null ? undefined : view.outline.byKey.get(key);
  for (let node: OutlineNode | null | undefined = first; node; node = node.parent) {
    const { index } = node;
    let low = 0;
    let high = view.rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = (view.rows[middle] as VisibleRow).node.index;
      if (at === index) return middle;
      if (at < index) low = middle + 1;
      else high = middle - 1;
    }
  }
  return -1;
}

export function hasGoals(tree: CascadeTree): boolean {
  if (tree.unaligned.length > 0 || tree.homeless.length > 0) return true;
  const waiting: UnitRow[] = [...tree.roots];
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    if (unit.sets.length > 0) return true;
    for (const child of unit.units) waiting.push(child);
  }
  return false;
}

/** What is to be asked for so that a large tree shows all that the reader wants to see. */
export function wantedIn(ui: UiState): TreeWanted {
  const { cycle, text, unit, owner, health, unaligned, findings } = ui;
  const open = Object.entries(ui.opened).flatMap(([key, isOpen]) => (isOpen && isUnitOrSet(key) ? [key] : []));
  const filter = isFiltered(ui) ? { text, unit, owner, health, unaligned, findings } : null;
  return { cycle, open: open.slice(-mostOpen), filter };
}

/** What a tree of this message was asked for. */
export function askedFor({ wanted }: TreeMessage): TreeWanted {
  return wanted ?? wantedIn(freshState);
}

/** Whether the rows that answer the filters are still awaited. */
export function isSearching({ message, ui }: View): boolean {
  if (!message.tree.part) return false;
  const question = ({ cycle, filter }: TreeWanted) => JSON.stringify([cycle, filter]);
  return question(askedFor(message)) !== question(wantedIn(ui));
}

/** The last ones that were opened. */
const mostOpen = 500;

function isUnitOrSet(key: string): boolean {
  return key.startsWith('~unit/') || key.split('/').length === 2;
}

function filterOf(tree: CascadeTree, ui: UiState): Filter {
  return {
    text: ui.text,
    units: ui.unit === null ? null : unitsWithin(tree, ui.unit),
    owner: ui.owner,
    health: new Set(ui.health),
    unaligned: ui.unaligned,
    findings: ui.findings,
  };
}

function contextOf({ tree, findings }: TreeMessage, cycle: string): RowContext {
  const unitTitles = new Map<string, string>();
  const waiting: UnitRow[] = [...tree.roots];
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    unitTitles.set(unit.name, unit.title || unit.name);
    for (const child of unit.units) waiting.push(child);
  }
  return {
    today: tree.today,
    cycle,
    cycles: new Map(tree.cycles.map((cycle) => [cycle.name, cycle])),
    unitTitles,
    findings,
  };
}
