import type { Cascade } from '@okr-language/core';
import { setKey } from '../slices/keys.ts';
import type { Directory } from './directory.ts';

/**
 * What is seen around the set that a goal or a row belongs to, by its id: `unit/cycle/…`, without those who support it. Null where there is no such
 * set.
 */
export function aroundGoal(directory: Directory, id: string): Cascade | null {
  const [unit = '', cycle = ''] = id.split('/');
  const uris = [...directory.table.holders(setKey(unit, cycle))];
  return uris.length > 0 ? directory.near(uris, 'goals') : null;
}
