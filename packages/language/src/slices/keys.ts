/**
 * Under which words a file is found by others, and what of it they look at. A key is plain text, so that it can be stored and sent.
 *
 * Keys that lead to files:
 * - `u:NAME` declares a unit; `U` any unit
 * - `k:NAME` declares a KPI; `K` any KPI
 * - `C` declares a cycle: its name and its days; `y:CYCLE` names a cycle
 * - `o:UNIT` has a block of a unit; `s:UNIT/CYCLE` a block of a set
 * - `g:UNIT/NAME` has an objective of that name of a unit, in whichever cycle; `a:NAME` of any unit
 * - `l:UNIT/NAME` has a `supports` that may mean that objective
 * - `p:UNIT` declares a unit that is in that one
 * - `e:UNIT` has a closing of the unit, or one that names a goal of it
 * - `r:UNIT` has a reading that may mean a key result of the unit
 * - `f:UNIT/NAME` has a goal that may be carried from that one; `x:UNIT/NAME` has a goal that may depend on it
 * - `i:UNIT/CYCLE` has a check-in of a set
 * - `w:PERSON/CYCLE` has a key result of a cycle that names an owner itself
 * - `b:CYCLE` has a block of a cycle
 * - `q:UNIT` has a KPI of a unit, or a guardrail in a set of it
 * - `R` has a reading; `E` has a closing
 * - `it:UNIT/NAME` has an initiative for something that may be a key result of that objective
 * - `m:NAME` has a reading that may mean a KPI or guardrail of that name
 * - `z:TAG` has a tag
 *
 * Further keys only say that something changed:
 * - `ut:NAME` the title of a unit; `ul:NAME` who leads it; `c:CYCLE` a declared cycle; `Y` which cycles are named
 * - `t:UNIT/CYCLE` the words and figures of a set, in the same way
 * - `j:UNIT/CYCLE/NAME` what an objective of a cycle leads to; `v:UNIT/CYCLE` the readings that stand in a cycle; `z:UNIT/CYCLE` the closings
 *   that do. `g:`, `r:` and `e:` only say in which cycles there are any.
 * - `h:UNIT/CYCLE/NAME` the words and figures of an objective and its key results; only who has such words too looks again
 * - `d:UNIT/CYCLE` whether a set is a draft, and its guardrails; `n:UNIT` the names of a unit's objectives
 * - `@URI` where things stand in a file, and what they are called
 *
 * What begins with `?` is no key but a question about the whole project: it reads keys as files do, and is read as keys are.
 */
export const allUnits = 'U';
export const allKpis = 'K';
export const allCycles = 'C';
export const usedCycles = 'Y';
export const anyReading = 'R';
export const anyClosing = 'E';

export const unitKey = (name: string): string => `u:${name}`;
export const unitTitleKey = (name: string): string => `ut:${name}`;
export const leadKey = (name: string): string => `ul:${name}`;
export const kpiKey = (name: string): string => `k:${name}`;
export const cycleKey = (name: string): string => `c:${name}`;
export const usedCycleKey = (name: string): string => `y:${name}`;
export const childrenKey = (unit: string): string => `p:${unit}`;
export const closingKey = (unit: string): string => `e:${unit}`;
export const blocksKey = (unit: string): string => `o:${unit}`;
export const namesKey = (unit: string): string => `n:${unit}`;
export const setKey = (unit: string, cycle: string): string => `s:${unit}/${cycle}`;
export const headKey = (unit: string, cycle: string): string => `d:${unit}/${cycle}`;
export const wordsKey = (unit: string, cycle: string): string => `t:${unit}/${cycle}`;
export const goalKey = (unit: string, name: string): string => `g:${unit}/${name}`;
export const goalInKey = (unit: string, cycle: string, name: string): string => `j:${unit}/${cycle}/${name}`;
export const readingInKey = (unit: string, cycle: string): string => `v:${unit}/${cycle}`;
export const closingInKey = (unit: string, cycle: string): string => `z:${unit}/${cycle}`;
export const titlesKey = (unit: string, cycle: string, name: string): string => `h:${unit}/${cycle}/${name}`;
export const anyUnitKey = (name: string): string => `a:${name}`;
export const linkKey = (unit: string, name: string): string => `l:${unit}/${name}`;
export const readingKey = (unit: string): string => `r:${unit}`;
export const carriedKey = (unit: string, name: string): string => `f:${unit}/${name}`;
export const needKey = (unit: string, name: string): string => `x:${unit}/${name}`;
export const initiativeKey = (unit: string, name: string): string => `it:${unit}/${name}`;
export const checkinKey = (unit: string, cycle: string): string => `i:${unit}/${cycle}`;
/** Under these stand the check-ins and closings of a set. */
export const reportKeys = (unit: string, cycle: string): readonly string[] => [
  checkinKey(unit, cycle),
  closingKey(unit),
];
export const ownedKey = (person: string, cycle: string): string => `w:${person}/${cycle}`;
export const blocksOfCycleKey = (cycle: string): string => `b:${cycle}`;
export const watchedKey = (unit: string): string => `q:${unit}`;
export const textKey = (uri: string): string => `@${uri}`;

export const figureKey = (name: string): string => `m:${name}`;
export const tagKey = (tag: string): string => `z:${tag}`;

/** Whether a key is `z:TAG`, and of which tag. Files are only counted under it. */
export function tagOf(key: string): string | null {
  return key.startsWith('z:') ? key.slice(2) : null;
}

/** Of `b:CYCLE` the cycle; null for other keys. */
export function cycleOfBlocks(key: string): string | null {
  return key.startsWith('b:') ? key.slice(2) : null;
}

export function isGoalKey(key: string): boolean {
  return key.startsWith('g:');
}

/** Whether a key is `h:UNIT/CYCLE/NAME` or `t:UNIT/CYCLE`; then of which set, and of which objective in it or null for all. */
export function wordsOfKey(key: string): { readonly set: string; readonly name: string | null } | null {
  if (!/^[ht]:/.test(key)) return null;
  const [unit = '', cycle = '', name = null] = key.slice(2).split('/');
  return { set: setKey(unit, cycle), name };
}

/** Whether a key is `y:CYCLE`, and of which cycle. Files are only counted under it. */
export function usedCycleOf(key: string): string | null {
  return key.startsWith('y:') ? key.slice(2) : null;
}

export const questionMark = '?';
