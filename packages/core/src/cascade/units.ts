import type { UnitDeclaration } from '../model/file.ts';
import { append, type BuildingUnit, none } from './building.ts';
import type { Duplicate } from './cascade.ts';
import { comparePlaces, isOf, type Placed } from './places.ts';

export interface Units {
  readonly byName: ReadonlyMap<string, BuildingUnit>;
  /** Units without a parent, in the order of their places. */
  readonly roots: readonly BuildingUnit[];
}

/** The organisation. Units and persons share one namespace; the first declaration of a name counts. */
export function unitsOf(statements: readonly Placed[], duplicates: Duplicate[]): Units {
  const byName = new Map<string, BuildingUnit>();
  for (const placed of statements) if (isOf(placed, 'unit')) declare(placed, byName, duplicates);
  byName.forEach((unit) => {
    const { lead, parent } = unit.declaration.node;
    unit.lead = (lead && byName.get(lead.text)) ?? null;
    unit.parent = (parent && byName.get(parent.text)) ?? null;
  });
  const roots: BuildingUnit[] = [];
  byName.forEach((unit) => {
    settle(unit);
    const parent = parentOf(unit);
    if (parent) parent.children = append(parent.children, unit);
    else roots.push(unit);
  });
  return { byName, roots };
}

function parentOf({ parent }: BuildingUnit): BuildingUnit | null {
  return parent as BuildingUnit | null;
}

function declare(
  { uri, node }: Placed<UnitDeclaration>,
  byName: Map<string, BuildingUnit>,
  duplicates: Duplicate[],
): void {
  if (!node.name) return;
  const name = node.name.text;
  const first = byName.get(name)?.declaration;
  if (first) {
    duplicates.push({ name: node.name, uri, kind: 'unit', first: { uri: first.uri, span: first.span } });
    return;
  }
  byName.set(name, {
    kind: 'unit',
    name,
    title: node.title?.text || name,
    level: node.level,
    parent: null,
    children: none(),
    lead: null,
    declaration: { uri, span: node.name.span, node },
    depth: unsettled,
  });
}

/** The depth of a unit before that is known, and while the way up from it is gone. */
const unsettled = -1;
const onTheWay = -2;

/**
 * Tells a unit and all above it how deep they lie. Units that lie in each other would hang under no root: the first of them in the project gets none
 * and so becomes a root.
 */
function settle(unit: BuildingUnit): void {
  const above = parentOf(unit);
  // Mostly those above were declared before.
  if (!above || above.depth >= 0) {
    unit.depth = above ? above.depth + 1 : 0;
    return;
  }
  const passed: BuildingUnit[] = [];
  let at: BuildingUnit | null = unit;
  for (; at && at.depth === unsettled; at = parentOf(at)) {
    at.depth = onTheWay;
    passed.push(at);
  }
  if (at?.depth === onTheWay) firstOfCircle(at).parent = null;
  for (const one of passed) one.depth = unsettled;
  const way: BuildingUnit[] = [];
  for (at = unit; at && at.depth === unsettled; at = parentOf(at)) way.push(at);
  let depth = at ? at.depth + 1 : 0;
  for (let i = way.length - 1; i >= 0; i--) (way[i] as BuildingUnit).depth = depth++;
}

function firstOfCircle(start: BuildingUnit): BuildingUnit {
  let first = start;
  for (let at = parentOf(start); at && at !== start; at = parentOf(at)) {
    if (comparePlaces(at.declaration, first.declaration) < 0) first = at;
  }
  return first;
}
