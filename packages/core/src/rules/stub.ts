/** The goal that a link names and that is not there yet, as a stub to be filled in. */
import type { Cascade, ObjectiveNode, ResolvedReference, SetNode, UnitNode } from '../cascade/cascade.ts';
import { byLength, encloses } from '../cascade/cycles.ts';
import type { Fix, TextEdit } from '../findings/finding.ts';
import { appendLines } from './append.ts';
import { addToBlock } from './edits.ts';
import { addLine, setOf } from './goals.ts';
import { labelOf } from './marks.ts';
import type { FixContext } from './rule.ts';
import { template } from './template.ts';

type Context = Pick<FixContext, 'cascade' | 'text'>;

/** Null where it is not clear whose goal it would be: the unit must be known, or the objective of a missing key result. */
export function stubFor(reference: ResolvedReference, context: Context): Fix | null {
  const { failure, path, segmentTargets } = reference;
  if (failure?.reason !== 'unknown') return null;
  const names = path.segments.map(({ text }) => text);
  const before = segmentTargets[failure.segment - 1];
  const [name = '', keyResult] = names.slice(failure.segment);
  if (before?.kind === 'objective' && keyResult === undefined) return keyResultStub(before, name, context);
  if (before?.kind === 'unit' && failure.segment === 1 && names.length <= 3) {
    return objectiveStub(before, name, keyResult, reference, context);
  }
  return null;
}

function keyResultStub(objective: ObjectiveNode, name: string, { text: textOf }: Context): Fix | null {
  const text = textOf(objective.uri);
  const edit = text === null ? null : addLine(objective, text, measured(name), 'last');
  return edit && template(`Add a key result \`${name}\` to “${labelOf(objective)}”`, edit, '…', '0', '100');
}

function objectiveStub(
  unit: UnitNode,
  name: string,
  keyResult: string | undefined,
  reference: ResolvedReference,
  context: Context,
): Fix | null {
  const lines =
    keyResult === undefined
      ? [`objective ${name} "…"`]
      : [`objective ${name} "…" {`, `    ${measured(keyResult)}`, '}'];
  const fill = keyResult === undefined ? ['…'] : ['…', '…', '0', '100'];
  const edit = inSet(unit, lines, reference, context);
  return edit && template(`Add an objective \`${name}\` of ${unit.title}`, edit, ...fill);
}

function measured(name: string): string {
  return `kr ${name} "…" from 0 to 100`;
}

/** Adds to the set of the unit that the link would be looked up in: that of its own cycle, else the nearest around it, else a new one. */
function inSet(
  { name }: UnitNode,
  lines: readonly string[],
  reference: ResolvedReference,
  { cascade, text: textOf }: Context,
): TextEdit | null {
  const { holder, path, uri } = reference;
  const own = holder && 'id' in holder ? cascade.goals.get(holder.id) : undefined;
  const cycle = path.cycle?.text ?? (own && setOf(own).cycleName);
  if (cycle === undefined || !cascade.cycles.has(cycle)) return null;
  const set = path.cycle ? cascade.sets.get(`${name}/${cycle}`) : nearestSet(name, cycle, cascade);
  const block = set?.blocks[0];
  const text = textOf(block?.uri ?? uri);
  if (text === null) return null;
  if (block?.node.cycle) {
    return addToBlock(block.uri, text, { span: block.span, from: block.node.cycle.span.end }, lines, 'last');
  }
  return appendLines(uri, text, [`okrs for ${name} in ${cycle} {`, ...lines.map((line) => `    ${line}`), '}']);
}

function nearestSet(unit: string, cycle: string, { cycles, sets }: Cascade): SetNode | undefined {
  const own = cycles.get(cycle);
  const around = [...cycles.values()].filter((other) => own && encloses(other, own)).sort(byLength);
  return [cycle, ...around.map((other) => other.name)].flatMap((name) => sets.get(`${unit}/${name}`) ?? [])[0];
}
