/** What the view remembers between reloads: only how it was left, never data of the project. */
import type { HealthState } from '@okr-language/core';
import { isBoolean, isNumber, isString, listOf, nullOr, recordOf, shape } from '../shape.ts';
import { isHealth } from '../tree-shape.ts';

export interface UiState {
  /** Null for the current one; a name, or `ALL_CYCLES`. */
  readonly cycle: string | null;
  readonly text: string;
  readonly unit: string | null;
  readonly owner: string | null;
  readonly health: readonly HealthState[];
  readonly unaligned: boolean;
  readonly findings: boolean;
  /** Rows that are opened or closed against the custom, by key. */
  readonly opened: Readonly<Record<string, boolean>>;
  /** Whether objectives show their key results unless told otherwise; null until the first tree tells its size. */
  readonly objectivesOpen: boolean | null;
  readonly selected: string | null;
  /** The chosen row shows its explanation. */
  readonly explains: boolean;
  /** Narrow panels fold the filters for unit and owner away. */
  readonly moreFilters: boolean;
  readonly scroll: number;
}

export const freshState: UiState = {
  cycle: null,
  text: '',
  unit: null,
  owner: null,
  health: [],
  unaligned: false,
  findings: false,
  opened: {},
  objectivesOpen: null,
  selected: null,
  explains: false,
  moreFilters: false,
  scroll: 0,
};

const isUiState = shape<UiState>({
  cycle: nullOr(isString),
  text: isString,
  unit: nullOr(isString),
  owner: nullOr(isString),
  health: listOf(isHealth),
  unaligned: isBoolean,
  findings: isBoolean,
  opened: recordOf(isBoolean),
  objectivesOpen: nullOr(isBoolean),
  selected: nullOr(isString),
  explains: isBoolean,
  moreFilters: isBoolean,
  scroll: isNumber,
});

const isSaved = shape<{ readonly version: 1; readonly ui: UiState }>({
  version: ((value: unknown) => value === 1) as (value: unknown) => value is 1,
  ui: isUiState,
});

/** What was saved, or a fresh state where that is missing or of another make. */
export function restored(saved: unknown): UiState {
  return isSaved(saved) ? saved.ui : freshState;
}

export function toSave(ui: UiState): unknown {
  return { version: 1, ui };
}

export function withoutFilters(ui: UiState): UiState {
  const { text, unit, owner, health, unaligned, findings } = freshState;
  return { ...ui, text, unit, owner, health, unaligned, findings };
}

export function isFiltered(ui: UiState): boolean {
  return (
    ui.text.trim() !== '' ||
    ui.unit !== null ||
    ui.owner !== null ||
    ui.health.length > 0 ||
    ui.unaligned ||
    ui.findings
  );
}

/** Whether both show the same goals. */
export function sameFilters(a: UiState, b: UiState): boolean {
  const filters = ({ cycle, text, unit, owner, health, unaligned, findings }: UiState) =>
    JSON.stringify([cycle, text, unit, owner, health, unaligned, findings]);
  return filters(a) === filters(b);
}
