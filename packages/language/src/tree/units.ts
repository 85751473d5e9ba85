/** The organisation as it is declared: who is in whom. */
import type { UnitDeclaration } from '@okr-language/core';
import type { Directory } from '../lookup/directory.ts';
import type { Pause } from '../lookup/mentions.ts';
import { allUnits } from '../slices/keys.ts';

export interface UnitEntry {
  readonly name: string;
  readonly uri: string;
  readonly node: UnitDeclaration;
  parent: UnitEntry | null;
  readonly children: UnitEntry[];
}

export interface UnitTable {
  readonly byName: ReadonlyMap<string, UnitEntry>;
  readonly roots: readonly UnitEntry[];
}

const somany = 2000;

/** All declared units; of two declarations of a name the first counts, and where units lie in each other one of them becomes a root. */
export async function unitTable(directory: Directory, pause: Pause): Promise<UnitTable> {
  const byName = new Map<string, UnitEntry>();
  for (const uri of [...directory.table.holders(allUnits)].sort()) {
    for (const node of directory.unitFiles.allDeclared(uri)) {
      const name = node.name?.text;
      if (name === undefined || byName.has(name)) continue;
      byName.set(name, { name, uri, node, parent: null, children: [] });
      if (byName.size % somany === 0) await pause();
    }
  }
  const settled = new Set<UnitEntry>();
  const roots: UnitEntry[] = [];
  for (const unit of byName.values()) {
    const parent = byName.get(unit.node.parent?.text ?? '') ?? null;
    if (parent && !leadsTo(parent, unit, settled)) {
      unit.parent = parent;
      parent.children.push(unit);
    } else roots.push(unit);
    settled.add(unit);
    if (settled.size % somany === 0) await pause();
  }
  return { byName, roots };
}

/** Whether the way up from a unit, as far as it is settled, comes to another one. */
function leadsTo(from: UnitEntry, unit: UnitEntry, settled: ReadonlySet<UnitEntry>): boolean {
  for (let at: UnitEntry | null = from; at && (at === unit || settled.has(at)); at = at.parent)
    if (at === unit) return true;
  return false;
}
