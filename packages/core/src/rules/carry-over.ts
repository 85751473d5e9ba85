/**
 * Objectives that have to wait. The language has no list of its own for them: they stand in the set of the next cycle as a draft,
 * where everybody sees them and nobody counts on them yet.
 */
import type { Cascade, CycleNode, ObjectiveNode, ResolvedReference, SetNode } from '../cascade/cascade.ts';
import { isSetClosed } from '../cascade/closed.ts';
import { nextCalendarCycle } from '../dates/calendar.ts';
import type { Fix, TextEdit } from '../findings/finding.ts';
import { isUnfinished } from './broken.ts';
import { addToBlock, applied, indentAt, insert, lineEndingOf, remove, withComments } from './edits.ts';
import { labelOf } from './marks.ts';
import type { FixContext } from './rule.ts';

/**
 * The fix that moves `count` objectives of a set to the next cycle: those of the least weight, of these the last ones. Only objectives
 * that nothing refers to and that have not begun are moved. Null where there are too few of them, where no next cycle is known, or
 * where it would have more than `maximum` objectives then.
 */
export function carryOver(
  set: SetNode,
  count: number,
  maximum: number,
  { cascade, text: textOf }: Pick<FixContext, 'cascade' | 'text'>,
): Fix | null {
  const next = set.cycle && nextCycle(set.cycle, cascade);
  if (!next) return null;
  const there = cascade.sets.get(`${set.unitName}/${next}`) ?? null;
  if (there && (isSetClosed(there) || there.objectives.length + count > maximum)) return null;
  const moved = leastOf(movable(set, there, cascade), count);
  const last = moved.at(-1);
  if (moved.length < count || !last) return null;

  const edits: TextEdit[] = [];
  const lines: string[] = [];
  for (const objective of moved) {
    const text = textOf(objective.uri);
    if (text === null) return null;
    const span = withComments(text, objective.node.span);
    edits.push(withoutGap(remove(objective.uri, text, span), text));
    lines.push(...textFor(there, objective, span, text, cascade));
  }
  const added = there ? atEndOf(there, lines, textOf) : newSet(set, last, next, lines, textOf);
  if (!added) return null;
  const what = count === 1 ? `“${labelOf(last)}”` : `${count} objectives`;
  return {
    title: `Move ${what} to ${next}, as ${count === 1 ? 'a draft' : 'drafts'}`,
    kind: 'unsafe',
    preferred: false,
    edits: [...edits, added],
  };
}

/** Takes the empty lines above along where they would be left at the end of a block or beside others. */
function withoutGap({ uri, span }: TextEdit, text: string): TextEdit {
  if (!/^[ \t]*(?:[\r\n}]|$)/.test(text.slice(span.end, span.end + 200))) return { uri, span, text: '' };
  const above = text.slice(0, span.start);
  const kept = above.trimEnd().length;
  const gap = /^[ \t]*(?:\r\n|\r|\n)/.exec(above.slice(kept))?.[0].length ?? 0;
  return { uri, span: { start: gap > 0 ? kept + gap : span.start, end: span.end }, text: '' };
}

/** The cycle that follows: of the calendar, else the declared one that begins the day after and is nearest in length. */
function nextCycle({ name, range }: CycleNode, { cycles }: Cascade): string | null {
  const calendar = nextCalendarCycle(name);
  if (calendar || !range) return calendar;
  const length = range.last - range.first;
  const difference = (cycle: CycleNode) =>
    cycle.range ? Math.abs(cycle.range.last - cycle.range.first - length) : length;
  const [nearest] = [...cycles.values()]
    .filter((cycle) => cycle.declaration && cycle.range?.first === range.last + 1 && difference(cycle) <= length / 2)
    .sort((a, b) => difference(a) - difference(b));
  return nearest?.name ?? null;
}

function movable(set: SetNode, there: SetNode | null, cascade: Cascade): readonly ObjectiveNode[] {
  const taken = new Set(there?.objectives.map(({ name }) => name));
  const referredTo = new Set<ObjectiveNode>();
  for (const reference of [...cascade.references.values()].flat()) {
    for (const objective of objectivesIn(reference)) {
      if (objective.set === set && (reference.path.cycle || !isInside(reference, objective))) referredTo.add(objective);
    }
  }
  return set.objectives.filter(
    (objective) =>
      !(referredTo.has(objective) || (objective.name && taken.has(objective.name))) &&
      objective.keyResults.every(({ readings }) => readings.length === 0) &&
      !isUnfinished(cascade, objective),
  );
}

/** The objectives of the least weight, the last ones first to go; in the order of their places. */
function leastOf(objectives: readonly ObjectiveNode[], count: number): readonly ObjectiveNode[] {
  const place = new Map(objectives.map((objective, i) => [objective, i]));
  const at = (objective: ObjectiveNode) => place.get(objective) ?? 0;
  return [...objectives]
    .sort((a, b) => a.weight - b.weight || at(b) - at(a))
    .slice(0, count)
    .sort((a, b) => at(a) - at(b));
}

function objectivesIn({ target, segmentTargets }: ResolvedReference): readonly ObjectiveNode[] {
  return [target, ...segmentTargets].flatMap((one) => {
    if (one?.kind === 'objective') return [one];
    return one?.kind === 'keyResult' ? [one.objective] : [];
  });
}

function isInside({ uri, path }: ResolvedReference, { uri: file, node }: ObjectiveNode): boolean {
  return uri === file && path.span.start >= node.span.start && path.span.end <= node.span.end;
}

/**
 * The lines of an objective as they stand in the next cycle: what it refers to in this one is named with its cycle, for a bare
 * name would mean something else there.
 */
function textFor(
  there: SetNode | null,
  objective: ObjectiveNode,
  span: { readonly start: number; readonly end: number },
  text: string,
  cascade: Cascade,
): readonly string[] {
  const { uri, node } = objective;
  const edits: TextEdit[] = [];
  for (const reference of cascade.references.get(uri) ?? []) {
    if (reference.path.cycle || !isInside(reference, objective)) continue;
    const [meant] = objectivesIn(reference);
    if (!meant || meant === objective) continue;
    edits.push(insert(uri, reference.path.span.end, ` in ${meant.set.cycleName}`));
  }
  if (there && !there.draft && !node.draft && node.title) {
    edits.push(addToBlock(uri, text, { span: node.span, from: node.title.span.end }, ['draft'], 'first'));
  }
  const indent = indentAt(text, node.span.start);
  return applied(text, edits, span)
    .split(/\r\n|\r|\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
}

function atEndOf({ blocks }: SetNode, lines: readonly string[], textOf: FixContext['text']): TextEdit | null {
  const [block] = blocks;
  const text = block && textOf(block.uri);
  const cycle = block?.node.cycle;
  if (!block || !cycle || text === null || text === undefined) return null;
  return addToBlock(block.uri, text, { span: block.span, from: cycle.span.end }, lines, 'last');
}

/** A new set behind the block that the last of the objectives stands in. */
function newSet(
  { unitName, blocks }: SetNode,
  { uri, node }: ObjectiveNode,
  cycle: string,
  lines: readonly string[],
  textOf: FixContext['text'],
): TextEdit | null {
  const text = textOf(uri);
  const block = blocks.find(
    (one) => one.uri === uri && one.span.start <= node.span.start && one.span.end >= node.span.end,
  );
  if (text === null || !block) return null;
  const eol = lineEndingOf(text);
  const inner = ['draft', '', ...lines].map((line) => (line === '' ? line : `    ${line}`));
  return insert(uri, block.span.end, ['', '', `okrs for ${unitName} in ${cycle} {`, ...inner, '}'].join(eol));
}
