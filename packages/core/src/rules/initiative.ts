import type { Cascade, KeyResultNode, ResolvedReference } from '../cascade/cascade.ts';
import type { Fix, TextEdit } from '../findings/finding.ts';
import { prompts } from '../reading/prompts.ts';
import { indentAt, lineEndingOf, replace } from './edits.ts';
import { template } from './template.ts';

/**
 * The edit that writes a key result as an initiative; null where something would be lost or left behind that an initiative does
 * not have: a measure, readings, a weight, what it supports, a link or a check-in that leads to it, a name of its own.
 */
export function asInitiative(keyResult: KeyResultNode, text: string, cascade: Cascade): TextEdit | null {
  const { node, uri } = keyResult;
  const stays = node.measure || node.weight || node.ambition || node.indicator || node.source || node.carriedFrom;
  const lists = [node.supports, node.dependsOn, node.readings, node.initiatives];
  if (stays || !node.title || lists.some((list) => list.length > 0)) return null;
  if (node.name && (isNameTaken(keyResult) || isReferredTo(keyResult, cascade))) return null;
  const { start } = node.span;
  return text.startsWith('kr', start) ? replace(uri, { start, end: start + 2 }, 'initiative') : null;
}

/** Whether an initiative beside it has its name already, or gets it together with this one. */
function isNameTaken({ name, objective, node }: KeyResultNode): boolean {
  const { keyResults, initiatives } = objective;
  return (
    initiatives.some((one) => one.name === name) || keyResults.some((one) => one.name === name && one.node !== node)
  );
}

/** Whether anything leads to a key result, or fails at it because it is one. */
function isReferredTo({ node }: KeyResultNode, { references }: Cascade): boolean {
  const isIt = (one: ResolvedReference['target']) => one?.kind === 'keyResult' && one.node === node;
  for (const all of references.values()) {
    if (all.some(({ target, segmentTargets }) => isIt(target) || segmentTargets.some(isIt))) return true;
  }
  return false;
}

/** What a menu offers for work that stands as a key result: to write it as an initiative, alone or under a key result to be filled in. */
export function initiativeFixes(keyResult: KeyResultNode, text: string, cascade: Cascade): readonly Fix[] {
  const edit = asInitiative(keyResult, text, cascade);
  if (!edit) return [];
  const { start } = keyResult.node.span;
  const metric = prompts.outcome;
  const outcome = `kr "${metric}" from 0 to 100${lineEndingOf(text)}${indentAt(text, start)}`;
  const isFirstOnLine = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
  const plain: Fix = { title: 'Write it as an initiative', kind: 'unsafe', preferred: false, edits: [edit] };
  if (!isFirstOnLine) return [plain];
  const title = 'Write it as an initiative, under a key result to be filled in';
  return [plain, template(title, { ...edit, text: outcome + edit.text }, metric, '0', '100')];
}
