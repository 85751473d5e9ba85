/**
 * A file as its author wrote it: plain, immutable data with the place of every part. The parser's tree is lowered to this
 * and dropped; everything later (cascade, rules, views, editor features) reads only this.
 *
 * Half-typed text is normal. A part that is not there is null or an empty list; whatever could be read is kept.
 */
import type { Amount } from '../amounts/amount.ts';
import type { SentenceReading } from '../reading/sentence.ts';
import type { Span } from './span.ts';

export interface OkrFile {
  readonly uri: string;
  /** Offsets at which lines begin: `positionAt` turns a span into lines and columns. */
  readonly lineStarts: readonly number[];
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly statements: readonly Statement[];
  readonly problems: readonly FileProblem[];
  readonly suppressions: readonly Suppression[];
}

/** What is wrong with the text itself, before its meaning is asked for. */
export interface FileProblem {
  readonly code: FileProblemCode;
  /** One or two plain sentences: what is wrong and what to do. */
  readonly message: string;
  readonly span: Span;
}

/**
 * - `syntax-error`: the text does not read as a statement here
 * - `repeated-clause`: a clause that may stand once stands a second time
 * - `invalid-amount`, `invalid-date`: it has the shape of one but is none (`2026-02-30`)
 * - `merge-conflict`: two versions of the same lines that git has left, or a line of its own
 * - `hidden-direction`: signs that nobody sees make the text look different from what is read
 * - `nesting-too-deep`, `file-too-large`, `unreadable-file`, `not-text`: the file was read only in part or not at all
 */
export type FileProblemCode =
  | 'syntax-error'
  | 'repeated-clause'
  | 'invalid-amount'
  | 'invalid-date'
  | 'nesting-too-deep'
  | 'file-too-large'
  | 'unreadable-file'
  | 'not-text'
  | 'hidden-direction'
  | 'merge-conflict';

/** `// okr-ignore RULE: reason`. It covers findings that begin in `covers`. */
export interface Suppression {
  /** Empty where the comment names no rule: it then leaves nothing out. */
  readonly rule: string;
  /** Where the rule's name stands; the whole comment where there is none. */
  readonly ruleSpan: Span;
  readonly reason: string | null;
  readonly span: Span;
  /** The comment's own line when code stands on it, else the next line that holds code. */
  readonly covers: Span;
}

export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** A quoted text: `text` without quotes and escapes, `span` with the quotes. */
export interface Quoted {
  readonly text: string;
  readonly span: Span;
}

/** A dotted path with an optional `in CYCLE`: `acme.loyalty.repeat in FY26`. A half-typed path may end in an empty segment. */
export interface Reference {
  readonly segments: readonly Name[];
  readonly cycle: Name | null;
  readonly span: Span;
}

/** A date as written: `2026-08-31`, `31 August 2026`, `2026-Q3`, `"end of August"`. `resolveDate` gives it a day. */
export interface WrittenDate {
  readonly text: string;
  readonly span: Span;
}

export type Ambition = 'committed' | 'aspirational';
export interface WrittenAmbition {
  readonly value: Ambition;
  readonly span: Span;
}

export interface WrittenNumber {
  readonly value: number;
  readonly span: Span;
}

/** How often something is done: `weekly`, `monthly`, `every 2 weeks`. `days` is the longest gap that keeps the rhythm. */
export interface Cadence {
  readonly text: string;
  readonly days: number;
  readonly span: Span;
}

interface Written {
  /** From the first to the last character of the statement, its block included, its doc comment not. */
  readonly span: Span;
  /** The text of the `///` or `/** *\/` comment before it, without the comment marks; null where there is none. */
  readonly doc: string | null;
}

export type Statement = CycleDeclaration | UnitDeclaration | OkrSet | Kpi | CheckinBlock | Closing;

export interface CycleDeclaration extends Written {
  readonly kind: 'cycle';
  readonly name: Name | null;
  readonly title: Quoted | null;
  readonly from: WrittenDate | null;
  readonly to: WrittenDate | null;
  readonly checkins: Cadence | null;
  readonly reviews: Cadence | null;
}

export type UnitLevel = 'company' | 'department' | 'team' | 'person';

export interface UnitDeclaration extends Written {
  readonly kind: 'unit';
  readonly level: UnitLevel;
  readonly name: Name | null;
  readonly title: Quoted | null;
  /** The unit that this one is `in`. */
  readonly parent: Name | null;
  /** `lead maya`: owner of what nobody else owns. */
  readonly lead: Name | null;
}

/** `okrs for UNIT in CYCLE { … }` */
export interface OkrSet extends Written {
  readonly kind: 'okrs';
  readonly unit: Name | null;
  readonly cycle: Name | null;
  readonly draft: Span | null;
  readonly owners: readonly Name[];
  readonly ambition: WrittenAmbition | null;
  readonly tags: readonly Name[];
  readonly objectives: readonly Objective[];
  readonly initiatives: readonly Initiative[];
  readonly guardrails: readonly Guardrail[];
}

export interface Support {
  readonly reference: Reference;
  readonly weight: WrittenNumber | null;
  readonly span: Span;
}

export interface Objective extends Written {
  readonly kind: 'objective';
  readonly name: Name | null;
  readonly title: Quoted | null;
  readonly draft: Span | null;
  readonly owners: readonly Name[];
  readonly ambition: WrittenAmbition | null;
  readonly deadline: WrittenDate | null;
  readonly weight: WrittenNumber | null;
  readonly supports: readonly Support[];
  readonly dependsOn: readonly Reference[];
  readonly carriedFrom: Reference | null;
  /** `standalone because "…"` */
  readonly standalone: { readonly span: Span; readonly because: Quoted | null } | null;
  readonly tags: readonly Name[];
  readonly links: readonly Quoted[];
  readonly keyResults: readonly KeyResult[];
  readonly initiatives: readonly Initiative[];
  readonly guardrails: readonly Guardrail[];
  /** What the title states, read from the sentence: measure and deadline that an objective should not have. */
  readonly reading: SentenceReading | null;
}

export interface KeyResult extends Written {
  readonly kind: 'keyResult';
  readonly name: Name | null;
  readonly title: Quoted | null;
  /** The measure as a clause; null where only the sentence may state one. */
  readonly measure: MeasureClause | null;
  readonly deadline: WrittenDate | null;
  readonly owners: readonly Name[];
  readonly ambition: WrittenAmbition | null;
  readonly weight: WrittenNumber | null;
  /** `leading` or `lagging` */
  readonly indicator: { readonly value: 'leading' | 'lagging'; readonly span: Span } | null;
  readonly supports: readonly Support[];
  readonly dependsOn: readonly Reference[];
  readonly carriedFrom: Reference | null;
  readonly source: Quoted | null;
  readonly links: readonly Quoted[];
  readonly tags: readonly Name[];
  readonly initiatives: readonly Initiative[];
  /** `checkin 2026-08-14 4.1 of 5 confidence 70% "note"` inside the key result; `target` is null in these. */
  readonly readings: readonly WrittenReading[];
  /** What the sentence states. The model takes from it each part that no clause gives. */
  readonly reading: SentenceReading | null;
}

export type MeasureForm = 'from-to' | 'to' | 'up' | 'down' | 'at-least' | 'at-most' | 'between' | 'yes-no';

/** A measure written as a clause. Which amounts there are follows from `form`; half-typed ones are null. */
export interface MeasureClause {
  readonly form: MeasureForm;
  /** `from A`, also in `down 25% from 410`. */
  readonly baseline: Amount | null;
  /** `baseline unknown` */
  readonly baselineUnknown: boolean;
  /** `to B`, `at least B`, `at most B`, the change of `up` and `down`, the upper edge of `between`. */
  readonly target: Amount | null;
  /** The lower edge of `between`, else null. */
  readonly low: Amount | null;
  readonly span: Span;
}

export type InitiativeStatus = 'todo' | 'doing' | 'done' | 'dropped';

export interface Initiative extends Written {
  readonly kind: 'initiative';
  readonly name: Name | null;
  readonly title: Quoted | null;
  /** The key results it is meant to move. */
  readonly for: readonly Reference[];
  readonly owners: readonly Name[];
  readonly status: { readonly value: InitiativeStatus; readonly span: Span } | null;
  readonly deadline: WrittenDate | null;
  readonly links: readonly Quoted[];
  readonly tags: readonly Name[];
}

export interface Guardrail extends Written {
  readonly kind: 'guardrail';
  /** A name of its own, or (without title and measure) the name of a `kpi`. */
  readonly name: Name | null;
  readonly title: Quoted | null;
  readonly measure: MeasureClause | null;
  readonly owners: readonly Name[];
  readonly source: Quoted | null;
  readonly readings: readonly WrittenReading[];
}

/** `kpi churn "Monthly churn" of acme at most 2% { owner maya }` */
export interface Kpi extends Written {
  readonly kind: 'kpi';
  readonly name: Name | null;
  readonly title: Quoted | null;
  readonly unit: Name | null;
  readonly measure: MeasureClause | null;
  readonly owners: readonly Name[];
  readonly source: Quoted | null;
  readonly links: readonly Quoted[];
  readonly readings: readonly WrittenReading[];
}

/** A dated value. In a `checkin` block `target` names what was read and `date` is the block's. */
export interface WrittenReading {
  readonly target: Reference | null;
  readonly date: WrittenDate | null;
  /** An amount, or true and false for `yes` and `no`. */
  readonly value: Amount | boolean | null;
  readonly valueSpan: Span | null;
  /** 0…1 */
  readonly confidence: WrittenNumber | null;
  readonly note: Quoted | null;
  readonly span: Span;
}

/** `checkin DATE for UNIT in CYCLE { … }` */
export interface CheckinBlock extends Written {
  readonly kind: 'checkin';
  readonly date: WrittenDate | null;
  readonly unit: Name | null;
  readonly cycle: Name | null;
  readonly readings: readonly WrittenReading[];
}

export type Decision = 'keep' | 'modify' | 'defer' | 'abandon';

export interface ClosingEntry {
  readonly target: Reference;
  /** 0…1 where the author keeps to the scale; `70%` is 0.7, and a `7` is 7. */
  readonly score: WrittenNumber | null;
  readonly decision: { readonly value: Decision; readonly span: Span } | null;
  readonly learned: Quoted | null;
  readonly span: Span;
}

/** `closing for UNIT in CYCLE on DATE { … }` */
export interface Closing extends Written {
  readonly kind: 'closing';
  readonly unit: Name | null;
  readonly cycle: Name | null;
  readonly on: WrittenDate | null;
  readonly entries: readonly ClosingEntry[];
}
