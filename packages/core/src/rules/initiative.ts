import type { Fix, TextEdit } from '../findings/finding.ts';
import type { KeyResult } from '../model/file.ts';
import { indentAt, lineEndingOf, replace } from './edits.ts';
import { template } from './template.ts';

/**
 * The edit that writes a key result as an initiative; null where something would be lost or left behind that an initiative does
 * not have: a measure, readings, a weight, what it supports.
 */
export function asInitiative(uri: string, text: string, node: KeyResult): TextEdit | null {
  const stays = node.measure || node.weight || node.ambition || node.indicator || node.source || node.carriedFrom;
  const lists = [node.supports, node.dependsOn, node.readings, node.initiatives];
  if (stays || !node.title || lists.some((list) => list.length > 0)) return null;
  const { start } = node.span;
  return text.startsWith('kr', start) ? replace(uri, { start, end: start + 2 }, 'initiative') : null;
}

/** What a menu offers for work that stands as a key result: to write it as an initiative, alone or under a key result to be filled in. */
export function initiativeFixes(uri: string, text: string, node: KeyResult): readonly Fix[] {
  const edit = asInitiative(uri, text, node);
  if (!edit) return [];
  const { start } = node.span;
  const metric = 'Who will do what differently';
  const outcome = `kr "${metric}" from 0 to 100${lineEndingOf(text)}${indentAt(text, start)}`;
  const isFirstOnLine = /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
  const plain: Fix = { title: 'Write it as an initiative', kind: 'unsafe', preferred: false, edits: [edit] };
  if (!isFirstOnLine) return [plain];
  const title = 'Write it as an initiative, under a key result to be filled in';
  return [plain, template(title, { ...edit, text: outcome + edit.text }, metric, '0', '100')];
}
