/** What a goal has not got itself: owner ← objective ← set ← lead, ambition ← objective ← set ← configuration. */
import type { Config } from '../config/config.ts';
import type { Ambition, Name, WrittenAmbition } from '../model/file.ts';
import type { Cascade, Inherited, Owner, SetNode, UnitNode } from './cascade.ts';

type Owners = Inherited<readonly Owner[]>;
type Block = SetNode['blocks'][number];

const nobody: Owners = { value: [], source: 'none', place: null };

/**
 * Owners that stand at the thing itself, else `inherited` (which says of itself where it comes from).
 * `units` finds persons by name.
 */
export function ownersOf(written: readonly Name[], uri: string, units: Cascade['units'], inherited: Owners): Owners {
  const first = written[0];
  return first ? ownedBy(written, first, uri, units, 'own') : inherited;
}

/** What a whole set says to all goals in it, from whichever of its blocks says it first. */
export interface SetDefaults {
  readonly owners: Owners;
  readonly ambition: Inherited<Ambition>;
}

export function defaultsOfSet(set: SetNode, units: Cascade['units'], config: Config): SetDefaults {
  const owned = set.blocks.find(({ node }) => node.owners.length > 0);
  return {
    owners: owned ? ownersOfBlock(owned, units, nobody) : ownersByLead(set.unit),
    ambition: ambitionOfSet(set, config),
  };
}

export function ambitionOfSet({ blocks }: SetNode, config: Config): Inherited<Ambition> {
  const judged = blocks.find(({ node }) => node.ambition !== null);
  return ambitionOfBlock(judged, { value: config.ambition, source: 'config', place: null });
}

/** What one block says to the goals in it, else what its set says. */
export function defaultsOfBlock(block: Block, set: SetDefaults, units: Cascade['units']): SetDefaults {
  return { owners: ownersOfBlock(block, units, set.owners), ambition: ambitionOfBlock(block, set.ambition) };
}

function ownersOfBlock({ node, uri }: Block, units: Cascade['units'], inherited: Owners): Owners {
  const first = node.owners[0];
  return first ? ownedBy(node.owners, first, uri, units, 'set') : inherited;
}

function ambitionOfBlock(block: Block | undefined, inherited: Inherited<Ambition>): Inherited<Ambition> {
  const written = block?.node.ambition;
  if (!block || !written) return inherited;
  return { value: written.value, source: 'set', place: { uri: block.uri, span: written.span } };
}

/** A person leads their own set unless it is said otherwise. */
function ownersByLead(unit: UnitNode | null): Owners {
  if (!unit) return nobody;
  const { uri, span, node } = unit.declaration;
  if (node.lead) {
    return {
      value: [{ name: node.lead.text, unit: unit.lead }],
      source: 'lead',
      place: { uri, span: node.lead.span },
    };
  }
  return unit.level === 'person'
    ? { value: [{ name: unit.name, unit }], source: 'lead', place: { uri, span } }
    : nobody;
}

export function ambitionOf(
  written: WrittenAmbition | null,
  uri: string,
  inherited: Inherited<Ambition>,
): Inherited<Ambition> {
  return written ? { value: written.value, source: 'own', place: { uri, span: written.span } } : inherited;
}

/** The same value as seen one step further in: what is an objective's own comes to its key results from the objective. */
export function passedOn<T>(value: Inherited<T>, source: 'objective' | 'keyResult'): Inherited<T> {
  return value.source === 'own' ? { ...value, source } : value;
}

function ownedBy(
  written: readonly Name[],
  first: Name,
  uri: string,
  units: Cascade['units'],
  source: Owners['source'],
): Owners {
  return {
    value: written.map(({ text }) => ({ name: text, unit: units.get(text) ?? null })),
    source,
    place: { uri, span: first.span },
  };
}
