import type {
  Cascade,
  GoalNode,
  KeyResultNode,
  ObjectiveNode,
  ResolvedReference,
  SetNode,
} from '../cascade/cascade.ts';
import type { OptionValue, RuleLevel } from '../config/config.ts';
import type { Finding, FindingData, FindingMessage, Fix } from '../findings/finding.ts';
import type { Place, Span } from '../model/span.ts';

export type RuleCategory =
  | 'structure'
  | 'alignment'
  | 'ownership'
  | 'time'
  | 'objective'
  | 'key-result'
  | 'ambition'
  | 'progress';

export interface RuleOption {
  readonly name: string;
  readonly type: 'integer' | 'number' | 'boolean' | 'string' | 'strings';
  readonly default: OptionValue;
  readonly minimum?: number;
  readonly maximum?: number;
  /** One sentence for the settings page. */
  readonly description: string;
}

/** Text of one or several files; a single text is `example.okr`. */
export interface RuleExample {
  readonly title: string;
  readonly files: Readonly<Record<string, string>> | string;
  /** The day to read it on; 2026-08-15 unless given. */
  readonly today?: string;
  /** Text after the rule's first fix, where it has one (only the files that change). */
  readonly fixed?: Readonly<Record<string, string>> | string;
  /** Options that the example is read with. */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface RuleMeta {
  /** The id that files, settings and reports use: `kr-no-number`. */
  readonly name: string;
  /** A short title in words: "Key result without a number". */
  readonly title: string;
  readonly category: RuleCategory;
  readonly level: RuleLevel;
  readonly since: string;
  readonly stage: 'preview' | 'stable';
  /**
   * `file`: the findings in a file follow from that file alone; `project`: they may change with any file. What such a rule looks at must be in
   * the part of the project that a file is checked on, see docs/architecture.md; what it asks of everything, it asks `cascade.everywhere`.
   */
  readonly scope: 'file' | 'project';
  /** The safest kind of fix that it offers; each fix says its own kind. */
  readonly fix: 'safe' | 'unsafe' | 'none';
  /** True where it reads English words and so stays silent on other languages. */
  readonly english: boolean;
  readonly options: readonly RuleOption[];
  /** One sentence: what is reported. */
  readonly summary: string;
  /** A paragraph: why it matters. */
  readonly why: string;
  /** Where the advice comes from. */
  readonly sources: readonly string[];
  /** A paragraph: what to do instead. */
  readonly advice: string;
  /** When the rule errs and what to do then. */
  readonly limits: string;
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
}

export interface RuleContext {
  readonly cascade: Cascade;
  option<T extends OptionValue>(name: string): T;
  report(finding: Report): void;
}

export interface Report {
  readonly uri: string;
  readonly span: Span;
  readonly message: FindingMessage;
  /** Whether the finding stands in a draft: it is then one step milder. */
  readonly draft?: boolean;
  /** Whether it is one step milder for another reason: it is read from a sentence, and wording is never an error. */
  readonly milder?: boolean;
  readonly related?: readonly (Place & { readonly label: string })[];
  readonly data?: FindingData | null;
}

/** What a fix may look at. `text` gives a file's text as it stands now. */
export interface FixContext {
  /** Of the whole project. */
  readonly cascade: Cascade;
  readonly option: <T extends OptionValue>(name: string) => T;
  text(uri: string): string | null;
}

/**
 * What a rule looks at one by one. Goals come in the order of their places, each set before its first goal. Whoever asks only for goals of some
 * kind says so here: whether one is of that kind is then looked up once, and not by every rule.
 */
export interface Visits {
  /** Sets of which a block or the closing stands in a file that is checked. */
  set?(set: SetNode): void;
  /** Goals of a set that may have the words of another one in it, see `beginnings.ts`. Most sets have none. */
  alike?(goals: readonly GoalNode[]): void;
  /** Objectives and key results. */
  goal?(goal: GoalNode): void;
  objective?(objective: ObjectiveNode): void;
  keyResult?(keyResult: KeyResultNode): void;
  /** Goals with a title about whose words there may be something to say, see `wording.ts`: most have none. */
  wordedGoal?(goal: GoalNode): void;
  wordedObjective?(objective: ObjectiveNode): void;
  wordedKeyResult?(keyResult: KeyResultNode): void;
  /** Goals that support another. */
  supporter?(goal: GoalNode): void;
  /** Goals that name an owner of their own. */
  ownedGoal?(goal: GoalNode): void;
  /** Goals that state a date of their own, in a clause or in their sentence. */
  datedGoal?(goal: GoalNode): void;
  /** Key results with a reading in a file that is checked: what is said here stands at one of the readings. */
  readKeyResult?(keyResult: KeyResultNode): void;
  /** Goals with an entry in a closing. */
  closedGoal?(goal: GoalNode): void;
  /** Of the files that are checked. */
  reference?(reference: ResolvedReference): void;
  /** References of the files that are checked that stand for nothing. */
  lostReference?(reference: ResolvedReference): void;
  /** When everything has been visited. */
  end?(): void;
  /**
   * True where all that is said of a goal stands in the goal's own file, and nothing is kept of one goal for another: only goals of the files that
   * are checked are shown then. So it is for every rule whose scope is `file`.
   */
  readonly onlyOwn?: boolean;
}

export interface Rule {
  readonly meta: RuleMeta;
  /** What it looks at one by one, and so together with all other rules: see `visiting.ts`. Called once for each project. */
  visit?(context: RuleContext): Visits;
  /** For a rule that looks at something else. */
  check?(context: RuleContext): void;
  /** The fixes for a finding, best first; asked for only when somebody opens the menu. */
  fix?(finding: Finding, context: FixContext): readonly Fix[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
