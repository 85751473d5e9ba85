import type { OkrSet } from '../model/file.ts';
import { type BuildingSet, none } from './building.ts';
import { pending } from './pending.ts';
import { isOf } from './places.ts';
import { setKey, type Workings } from './workings.ts';

/** Brings the blocks of one unit and cycle together, from wherever they stand. Whether it is a draft, any of them may say. */
export function collectSets(workings: Workings): void {
  for (const placed of workings.statements) {
    if (!isOf(placed, 'okrs')) continue;
    const set = setOf(placed.node, workings);
    set.blocks.push({ uri: placed.uri, span: placed.node.span, node: placed.node });
    set.draft ||= placed.node.draft !== null;
  }
}

/** The set that a block belongs to. */
export function setOf(node: OkrSet, workings: Workings): BuildingSet {
  const unitName = node.unit?.text ?? '';
  const cycleName = node.cycle?.text ?? '';
  const id = setKey(unitName, cycleName);
  const known = workings.sets.get(id);
  if (known) return known;
  const set: BuildingSet = {
    kind: 'set',
    id,
    unitName,
    unit: workings.units.byName.get(unitName) ?? null,
    cycleName,
    cycle: workings.cycles.get(cycleName),
    blocks: [],
    objectives: none(),
    initiatives: none(),
    guardrails: none(),
    closing: null,
    draft: false,
    ...pending,
  };
  workings.sets.set(id, set);
  return set;
}
