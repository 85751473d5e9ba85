/** Small questions about goals that several rules ask. */
import type { Cascade, Deadline, GoalNode, ObjectiveNode, SetNode, UnitNode } from '../cascade/cascade.ts';
import type { Finding, TextEdit } from '../findings/finding.ts';
import type { Place } from '../model/span.ts';
import { addToBlock } from './edits.ts';
import { markOf } from './marks.ts';

export function objectiveOf(goal: GoalNode): ObjectiveNode {
  return goal.kind === 'objective' ? goal : goal.objective;
}

export function setOf(goal: GoalNode): SetNode {
  return objectiveOf(goal).set;
}

/** Whether `unit` lies below `above`, at any depth. */
export function isBelow(unit: UnitNode, above: UnitNode): boolean {
  let at: UnitNode | null = unit;
  while (at && at.depth > above.depth) at = at.parent;
  return at === above && unit !== above;
}

const size = { company: 3, department: 2, team: 1, person: 0 } as const;

/** Whether a unit stands below another one, in it or in another part of the organisation: its goals are no reason for those of the other. */
export function isSmaller(unit: UnitNode, than: UnitNode): boolean {
  return unit !== than && (isBelow(unit, than) || (size[unit.level] < size[than.level] && !isBelow(than, unit)));
}

/** Where findings about a whole set stand: at the name of its unit in its first block. */
export function placeOfSet({ blocks }: SetNode): Place | null {
  const [block] = blocks;
  return block ? { uri: block.uri, span: block.node.unit?.span ?? markOf({ ...block.node, title: null }) } : null;
}

export function titleOf({ unit, unitName }: SetNode): string {
  return unit?.title || unitName;
}

/** The goal that a finding's data names. */
export function goalIn({ data }: Finding, cascade: Cascade): GoalNode | null {
  return cascade.goals.get(String(data?.['goal'])) ?? null;
}

/** The edit that adds a line to a goal's block; null where the goal has no title behind which its block would begin. */
export function addLine({ node, uri }: GoalNode, text: string, line: string, where: 'first' | 'last'): TextEdit | null {
  return node.title && addToBlock(uri, text, { span: node.span, from: node.title.span.end }, [line], where);
}

/**
 * The deadline that a goal states itself beyond doubt: as a clause, or in the sentence of a key result that states its measure there
 * too. A month in the name of a metric ("errors in July") is none.
 */
export function statedDeadline(goal: GoalNode): StatedDeadline | null {
  const { deadline } = goal;
  if (deadline?.from !== 'own' || !isStated(deadline)) return null;
  const isSentence = goal.kind === 'keyResult' && goal.node.measure === null;
  return deadline.statedIn === 'clause' || isSentence ? deadline : null;
}

type StatedDeadline = Deadline & { readonly day: number; readonly place: Place };

function isStated(deadline: Deadline): deadline is StatedDeadline {
  return deadline.day !== null && deadline.place !== null;
}
