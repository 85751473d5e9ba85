import type { UnitDeclaration } from '../model/file.ts';
import { append, type BuildingUnit, none } from './building.ts';
import type { Duplicate, UnitNode } from './cascade.ts';
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
  const parents = parentsOf(byName);
  const roots: BuildingUnit[] = [];
  for (const unit of byName.values()) {
    const { lead } = unit.declaration.node;
    unit.lead = (lead && byName.get(lead.text)) ?? null;
    const parent = parents.get(unit);
    if (parent) {
      unit.parent = parent;
      parent.children = append(parent.children, unit);
    } else roots.push(unit);
  }
  setDepths(roots);
  return { byName, roots };
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
    depth: 0,
  });
}

/** Units that lie in each other would hang under no root: the first of them in the project gets none and so becomes a root. */
function parentsOf(byName: ReadonlyMap<string, BuildingUnit>): ReadonlyMap<BuildingUnit, BuildingUnit> {
  const parents = new Map<BuildingUnit, BuildingUnit>();
  for (const unit of byName.values()) {
    const name = unit.declaration.node.parent?.text;
    const parent = name === undefined ? undefined : byName.get(name);
    if (parent) parents.set(unit, parent);
  }
  const settled = new Set<BuildingUnit>();
  for (const unit of byName.values()) {
    const above = parents.get(unit);
    // Mostly those above were declared before.
    if (!above || settled.has(above)) {
      settled.add(unit);
      continue;
    }
    const path = new Set<BuildingUnit>();
    let at: BuildingUnit | undefined = unit;
    while (at && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at);
    }
    if (at && path.has(at)) parents.delete(firstOfCircle(at, parents));
    for (const passed of path) settled.add(passed);
  }
  return parents;
}

function firstOfCircle(start: BuildingUnit, parents: ReadonlyMap<BuildingUnit, BuildingUnit>): BuildingUnit {
  let first = start;
  for (let at = parents.get(start); at && at !== start; at = parents.get(at)) {
    if (comparePlaces(at.declaration, first.declaration) < 0) first = at;
  }
  return first;
}

function setDepths(roots: readonly BuildingUnit[]): void {
  const waiting: { unit: { depth: number; children: readonly UnitNode[] }; depth: number }[] = [];
  for (const unit of roots) waiting.push({ unit, depth: 0 });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    next.unit.depth = next.depth;
    for (const child of next.unit.children) waiting.push({ unit: child as BuildingUnit, depth: next.depth + 1 });
  }
}
