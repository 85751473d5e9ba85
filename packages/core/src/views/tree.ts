/**
 * The cascade as rows of a tree: the one shape that the side panel, `okr tree` and exports show. Plain JSON, so that it can
 * cross a process boundary. `treeOf(cascade)` makes it.
 */
import type { HealthState } from '../cascade/cascade.ts';
import type { Ambition, InitiativeStatus, MeasureForm, UnitLevel } from '../model/file.ts';
import type { Dimension, StrengthWord } from '../strength/strength.ts';

export interface CascadeTree {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** All cycles that hold goals, by first day. */
  readonly cycles: readonly CycleChoice[];
  readonly roots: readonly UnitRow[];
  /** Objectives below a company's that support nothing, with the reason where one is given. */
  readonly unaligned: readonly ObjectiveRow[];
  /** Sets whose unit is nowhere declared. */
  readonly homeless: readonly SetRow[];
  /** There where the tree is too large to be handed over in one piece. */
  readonly part?: TreePart;
}

/** What a tree says of itself that holds only some of its rows. */
export interface TreePart {
  /** The chosen cycle; only rows of this one and of those around it are there. */
  readonly cycle: string;
  /** Of all rows of the shown cycles, whether they are there or not. */
  readonly totals: TreeTotals;
  /** More rows answer the filter than are there. */
  readonly isCut: boolean;
}

export interface TreeTotals {
  readonly objectives: number;
  readonly health: Readonly<Record<HealthState, number>>;
  readonly unaligned: number;
  /** Goals and sets with findings. */
  readonly findings: number;
}

/** What somebody wants to see of a large tree. */
export interface TreeWanted {
  /** Null for the current one. */
  readonly cycle: string | null;
  /** Ids of the rows that are opened: of units and sets. */
  readonly open: readonly string[];
  /** Null for all. */
  readonly filter: TreeFilter | null;
}

export interface TreeFilter {
  /** Words that must all occur, in any order, in any case. */
  readonly text: string;
  readonly unit: string | null;
  readonly owner: string | null;
  /** Of objectives; empty for all. */
  readonly health: readonly HealthState[];
  readonly unaligned: boolean;
  readonly findings: boolean;
}

export interface CycleChoice {
  readonly name: string;
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  /** Names of the cycles whose dates enclose this one, nearest first. */
  readonly inside: readonly string[];
  /** The share of its time that has passed, 0…1. */
  readonly elapsed: number | null;
  readonly current: boolean;
}

/** Zero-based line of the row's statement, and the file it stands in. */
export interface RowPlace {
  /** Address of the file as it was given to the model. */
  readonly uri: string;
  /** Offsets of the whole statement: the cursor is in the row when it lies between. */
  readonly start: number;
  readonly end: number;
  /** Where a click goes: the title or name. */
  readonly line: number;
  readonly character: number;
}

export interface UnitRow {
  readonly kind: 'unit';
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly level: UnitLevel;
  readonly place: RowPlace;
  readonly sets: readonly SetRow[];
  readonly units: readonly UnitRow[];
  /** Units directly in it that are not there; they come when the row is opened. */
  readonly held?: number;
}

export interface SetRow {
  readonly kind: 'set';
  readonly id: string;
  readonly unit: string;
  readonly cycle: string;
  readonly draft: boolean;
  readonly closed: boolean;
  readonly place: RowPlace;
  readonly progress: ProgressFigure;
  readonly objectives: readonly ObjectiveRow[];
  /** Objectives that are not there; they come when the row is opened. */
  readonly held?: number;
  readonly initiatives: readonly InitiativeRow[];
  readonly guardrails: readonly GuardrailRow[];
}

export interface ProgressFigure {
  readonly value: number;
  readonly raw: number | null;
  readonly expected: number | null;
  readonly state: 'measured' | 'noNews' | 'unmeasurable' | 'rolledUp';
  readonly health: HealthState;
  /** Plain sentences: how the figure came about, then why the health is what it is. */
  readonly explanation: string;
  readonly parts: readonly string[];
}

export interface PersonLabel {
  readonly name: string;
  readonly title: string;
  /** Where it was inherited from ("from the objective"), else null. */
  readonly inherited: string | null;
}

/** How well an objective is made: see `docs/strength.md`. The figure is never shown without its dimensions. */
export interface StrengthFigure {
  /** 0…100, whole. */
  readonly value: number;
  readonly word: StrengthWord;
  /** One line: figure, word, and the weakest dimension with its main reason. */
  readonly summary: string;
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    /** Null where it is not judged. */
    readonly value: number | null;
    /** Why it is where it is, in a sentence or two. */
    readonly text: string;
  }[];
}

/** A line of alignment: what is at its other end. */
export interface Link {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly cycle: string;
  readonly weight: number;
}

export interface ObjectiveRow {
  readonly kind: 'objective';
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly unit: string;
  readonly cycle: string;
  readonly place: RowPlace;
  readonly owners: readonly PersonLabel[];
  readonly ambition: Ambition;
  /** Where that was inherited from ("from the settings"); not there where the goal says it itself. */
  readonly ambitionFrom?: string;
  readonly draft: boolean;
  readonly progress: ProgressFigure;
  readonly deadline: DeadlineFigure | null;
  readonly supports: readonly Link[];
  readonly supportedBy: readonly Link[];
  /** How many support it, where `supportedBy` does not name them all. */
  readonly supporters?: number;
  readonly dependsOn: readonly Link[];
  /** The written reason for standing alone; null where there is none. */
  readonly standalone: string | null;
  readonly unaligned: boolean;
  /** Not there where the tree was made without findings. */
  readonly strength?: StrengthFigure;
  /** As the closing says it. */
  readonly score: number | null;
  readonly decision: string | null;
  readonly tags: readonly string[];
  readonly keyResults: readonly KeyResultRow[];
  readonly initiatives: readonly InitiativeRow[];
  readonly guardrails: readonly GuardrailRow[];
}

export interface DeadlineFigure {
  readonly text: string;
  /** `YYYY-MM-DD`, null where the text is no date that can be read. */
  readonly date: string | null;
  readonly source: 'stated' | 'inherited';
  /** Where it was inherited from ("last day of the cycle"); not there where the goal says it itself. */
  readonly from?: string;
}

export interface AmountFigure {
  readonly value: number;
  readonly unit: string;
  readonly text: string;
}

export interface MeasureFigure {
  readonly form: MeasureForm;
  /** Null where none is stated. A reference period has text only. */
  readonly baseline: AmountFigure | { readonly period: string } | null;
  readonly target: AmountFigure | null;
  readonly low: AmountFigure | null;
  readonly source: 'clause' | 'sentence';
  /** As a row shows it: `3.9 → 4.4 of 5`. */
  readonly text: string;
}

export interface ReadingFigure {
  readonly date: string;
  readonly text: string;
  /** 0…1 along the way to the target; null where it cannot be told. */
  readonly progress: number | null;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly place: RowPlace;
}

export interface KeyResultRow {
  readonly kind: 'keyResult';
  readonly id: string;
  readonly name: string | null;
  readonly title: string;
  readonly place: RowPlace;
  readonly owners: readonly PersonLabel[];
  readonly ambition: Ambition;
  /** Where that was inherited from ("from the settings"); not there where the goal says it itself. */
  readonly ambitionFrom?: string;
  readonly measure: MeasureFigure | null;
  readonly deadline: DeadlineFigure | null;
  readonly weight: number;
  readonly progress: ProgressFigure;
  readonly readings: readonly ReadingFigure[];
  /** Days since the last reading; null without one. */
  readonly daysSinceReading: number | null;
  /** First day of the goal's time, `YYYY-MM-DD`; null without cycle dates. */
  readonly start: string | null;
  readonly supports: readonly Link[];
  readonly supportedBy: readonly Link[];
  /** How many support it, where `supportedBy` does not name them all. */
  readonly supporters?: number;
  readonly dependsOn: readonly Link[];
  readonly score: number | null;
  readonly decision: string | null;
  readonly tags: readonly string[];
  readonly initiatives: readonly InitiativeRow[];
}

export interface InitiativeRow {
  readonly kind: 'initiative';
  readonly id: string;
  readonly title: string;
  readonly place: RowPlace;
  readonly owners: readonly PersonLabel[];
  readonly status: InitiativeStatus | null;
  readonly deadline: DeadlineFigure | null;
}

export interface GuardrailRow {
  readonly kind: 'guardrail';
  readonly id: string;
  readonly title: string;
  readonly place: RowPlace;
  readonly measure: MeasureFigure | null;
  readonly holds: boolean | null;
  readonly lastReading: ReadingFigure | null;
  readonly explanation: string;
}
