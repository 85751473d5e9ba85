import type { OkrSet } from '../model/file.ts';
import { BuildingSet } from './nodes.ts';
import { isOf } from './places.ts';
import { setKey, type Workings } from './workings.ts';

/** Brings the blocks of one unit and cycle together, from wherever they stand. Whether it is a draft, any of them may say. */
export function collectSets(workings: Workings): void {
  for (const placed of workings.statements) {
    if (!isOf(placed, 'okrs')) continue;
    const set = setOf(placed.node, workings);
    workings.setsOfBlocks.push(set);
    set.blocks.push({ uri: placed.uri, span: placed.node.span, node: placed.node });
    set.draft ||= placed.node.draft !== null;
  }
}

/** The set that a block belongs to. */
function setOf(node: OkrSet, { sets, units, cycles, figures }: Workings): BuildingSet {
  const unitName = node.unit?.text ?? '';
  const cycleName = node.cycle?.text ?? '';
  const id = setKey(unitName, cycleName);
  const known = sets.get(id);
  if (known) return known;
  const unit = units.byName.get(unitName) ?? null;
  const set = new BuildingSet({ id, unitName, unit, cycleName, cycle: cycles.get(cycleName) }, sets.size, figures);
  sets.set(id, set);
  return set;
}
