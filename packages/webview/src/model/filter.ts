/** Which rows a filter keeps: what matches, what lies below it, and the rows above that lead to it. */
import {
  type FindingCounts,
  type HealthState,
  holdsAll,
  type PersonLabel,
  searchedCycle,
  searchedText,
  searchedWords,
} from '@okr-language/core';
import type { RowContext } from '../row-text.ts';
import type { Outline, OutlineNode } from './outline.ts';

export interface Filter {
  /** Words that must all occur, in any order, in any case. */
  readonly text: string;
  /** A unit's own and lower names; null for all. */
  readonly units: ReadonlySet<string> | null;
  readonly owner: string | null;
  /** Of objectives; empty for all. */
  readonly health: ReadonlySet<HealthState>;
  readonly unaligned: boolean;
  readonly findings: boolean;
}

export interface Kept {
  /** 1 at the index of a node that stays. */
  readonly stays: Uint8Array;
  /** 1 where it stays only because of rows below it: those are then shown even if it was closed. */
  readonly leads: Uint8Array;
}

export type Findings = Readonly<Record<string, FindingCounts>>;

/** Null where nothing is filtered. */
export function keptBy(filter: Filter, outline: Outline, { findings, unitTitles, cycles }: RowContext): Kept | null {
  const words = searchedWords(filter.text);
  const open = words.length === 0 && !filter.units && filter.owner === null && !filter.findings;
  if (open && filter.health.size === 0 && !filter.unaligned) return null;

  const { nodes } = outline;
  const texts = words.length > 0 ? textsOf(outline, unitTitles) : [];
  const cycleTexts = new Map([...cycles.values()].map((cycle) => [cycle.name, searchedCycle(cycle)]));
  const cycleText = (node: OutlineNode): string => {
    const name = cycleOf(node);
    return name === null ? '' : (cycleTexts.get(name) ?? name.toLowerCase());
  };
  const stays = new Uint8Array(nodes.length);
  const leads = new Uint8Array(nodes.length);

  /** Text, owner and findings: what one row can say for itself. */
  const matches = (node: OutlineNode): boolean => {
    if (words.length > 0 && !holdsAll(texts[node.index] ?? '', words, cycleText(node))) return false;
    if (filter.owner !== null && !ownersOf(node).some((owner) => owner.name === filter.owner)) return false;
    return !filter.findings || foundAt(node, findings) !== null;
  };
  const narrowsObjectives = filter.health.size > 0 || filter.unaligned;

  let objective: OutlineNode | null = null;
  let admitted = false;
  for (const node of nodes) {
    if (node.kind === 'rest' && node.what === 'row') {
      stays[node.index] = 1; // what is missing may be just what is looked for
    } else if (node.kind === 'objective') {
      objective = node;
      const { row } = node;
      admitted =
        (!filter.units || filter.units.has(row.unit)) &&
        (filter.health.size === 0 || filter.health.has(row.progress.health)) &&
        (!filter.unaligned || isApart(node));
      if (admitted && matches(node)) stays[node.index] = 1;
    } else if (objective && node.index <= objective.last) {
      if (admitted && (stays[objective.index] === 1 || matches(node))) stays[node.index] = 1;
    } else if (!narrowsObjectives && !open && inUnits(node, filter.units)) {
      if (node.kind === 'unit' && words.length === 0 && filter.units && !filter.findings) continue; // a unit alone answers no question about its goals
      if (canStandAlone(node) && matches(node)) stays[node.index] = 1;
    }
  }

  const own = stays.slice();
  for (let i = nodes.length - 1; i >= 0; i--) {
    const parent = nodes[i]?.parent;
    if (stays[i] !== 1 || !parent) continue;
    stays[parent.index] = 1;
    if (own[parent.index] !== 1) leads[parent.index] = 1;
    else if (leads[i] === 1) leads[parent.index] = 1;
  }
  return { stays, leads };
}

/** What is found at a row; where a unit shares its row with its set, at that. */
export function foundAt(node: OutlineNode, findings: Findings): FindingCounts | null {
  const key = node.kind === 'unit' && node.set ? node.set.id : node.key;
  return Object.hasOwn(findings, key) ? (findings[key] ?? null) : null;
}

/** Whether the goal stands in the section of the unaligned. */
export function isApart(node: OutlineNode): boolean {
  return node.parent?.kind === 'section' && node.parent.section === 'unaligned';
}

/** The owners that the row itself names. */
export function ownersOf(node: OutlineNode): readonly PersonLabel[] {
  switch (node.kind) {
    case 'objective':
    case 'keyResult':
    case 'initiative':
      return node.row.owners;
    default:
      return [];
  }
}

function canStandAlone(node: OutlineNode): boolean {
  return node.kind === 'unit' || node.kind === 'set' || node.kind === 'initiative' || node.kind === 'guardrail';
}

function inUnits(node: OutlineNode, units: ReadonlySet<string> | null): boolean {
  if (!units) return true;
  for (let up: OutlineNode | null = node; up; up = up.parent) if (up.kind === 'unit') return units.has(up.row.name);
  return false;
}

/** The cycle that a row stands for, or that the goals in it are of. */
function cycleOf(node: OutlineNode): string | null {
  if (node.kind === 'objective' || node.kind === 'set') return node.row.cycle;
  return node.kind === 'unit' ? (node.set?.cycle ?? null) : null;
}

const textsByOutline = new WeakMap<Outline, readonly string[]>();

/** Put together once per outline: a filter is typed letter by letter. */
function textsOf(outline: Outline, unitTitles: ReadonlyMap<string, string>): readonly string[] {
  let texts = textsByOutline.get(outline);
  if (!texts) {
    texts = outline.nodes.map((node) => textOf(node, unitTitles));
    textsByOutline.set(outline, texts);
  }
  return texts;
}

/** What the text filter reads of a row. */
function textOf(node: OutlineNode, unitTitles: ReadonlyMap<string, string>): string {
  switch (node.kind) {
    case 'set':
      return node.row.unit.toLowerCase();
    case 'objective':
      return searchedText(node.row, `${unitTitles.get(node.row.unit) ?? ''} ${node.row.unit}`);
    case 'unit':
    case 'keyResult':
    case 'initiative':
    case 'guardrail':
      return searchedText(node.row);
    default:
      return '';
  }
}
