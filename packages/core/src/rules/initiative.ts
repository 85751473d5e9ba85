import type { TextEdit } from '../findings/finding.ts';
import type { KeyResult } from '../model/file.ts';
import { replace } from './edits.ts';

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
