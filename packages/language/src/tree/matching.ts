/** Whether a set has goals that answer a filter. The view narrows them down to rows by the same words. */
import {
  holdsAll,
  type ObjectiveRow,
  type SearchedRow,
  type SetRow,
  searchedText,
  searchedWords,
  type TreeFilter,
} from '@okr-language/core';

/** `unit` is the unit's title and name, `cycle` the words of the cycle; `found` holds the ids of rows with findings. */
export function answers(
  set: SetRow,
  filter: TreeFilter,
  unit: string,
  cycle: string,
  found: ReadonlySet<string>,
): boolean {
  const words = searchedWords(filter.text);
  const rowAnswers = (row: SearchedRow & { readonly id: string }, of = '', when = ''): boolean => {
    if (filter.findings && !found.has(row.id)) return false;
    if (filter.owner !== null && !row.owners?.some(({ name }) => name === filter.owner)) return false;
    return holdsAll(searchedText(row, of), words, when);
  };
  const objectiveAnswers = (row: ObjectiveRow): boolean => {
    if (filter.health.length > 0 && !filter.health.includes(row.progress.health)) return false;
    if (filter.unaligned && !row.unaligned) return false;
    const forKeyResults = row.keyResults.flatMap(({ initiatives }) => initiatives);
    const within = [...row.keyResults, ...forKeyResults, ...row.initiatives, ...row.guardrails];
    return rowAnswers(row, unit, cycle) || within.some((one) => rowAnswers(one));
  };
  if (set.objectives.some(objectiveAnswers)) return true;
  if (filter.health.length > 0 || filter.unaligned) return false;
  if (filter.findings) return filter.owner === null && found.has(set.id) && holdsAll(unit, words, cycle);
  return [...set.initiatives, ...set.guardrails].some((one) => rowAnswers(one));
}
