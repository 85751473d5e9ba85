/** What one generated file says, before it is written as `.okr`, YAML or LikeC4. */
export interface Link {
  /** The set that is linked to; a unit and a cycle. */
  readonly unit: string;
  readonly cycle: string;
  readonly objective: string;
  readonly keyResult: string | null;
}

export interface Amount {
  readonly value: number;
  /** As written behind the figure, with the blank where there is one: `%`, ` days`, ` of 5`; empty for a plain count. */
  readonly unit: string;
}

export type Measure =
  | { readonly kind: 'fromTo'; readonly from: Amount; readonly to: Amount }
  | { readonly kind: 'change'; readonly direction: 'up' | 'down'; readonly percent: number; readonly from: Amount }
  | { readonly kind: 'limit'; readonly bound: 'least' | 'most'; readonly amount: Amount }
  | { readonly kind: 'between'; readonly low: Amount; readonly high: Amount }
  | { readonly kind: 'yesNo' };

export interface KeyResult {
  readonly id: string;
  readonly title: string;
  /** Null where the sentence has to say it all. */
  readonly measure: Measure | null;
  readonly by: string | null;
  readonly owner: string | null;
}

export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly ambition: 'committed' | 'aspirational' | null;
  readonly owner: string | null;
  readonly supports: readonly Link[];
  readonly dependsOn: readonly Link[];
  /** Why it stands alone, where somebody says so. */
  readonly standalone: string | null;
  readonly keyResults: readonly KeyResult[];
  readonly initiative: string | null;
}

export interface Reading {
  readonly objective: string;
  readonly keyResult: string;
  /** As written: `41%`, `yes`. */
  readonly value: string;
  readonly confidence: number;
  readonly note: string | null;
}

export interface Checkin {
  readonly date: string;
  readonly readings: readonly Reading[];
}

/** The goals of one unit in one cycle, with the readings taken so far: one file. */
export interface GoalSet {
  readonly unit: string;
  readonly cycle: string;
  readonly owner: string | null;
  readonly objectives: readonly Objective[];
  readonly checkins: readonly Checkin[];
  /** A half-typed last line: the file does not read to its end. */
  readonly halfTyped: boolean;
}

export interface Unit {
  readonly id: string;
  readonly title: string;
  readonly level: 'company' | 'department' | 'team' | 'person';
  readonly parent: string | null;
  readonly lead: string | null;
}
