import type { Ambition } from '../model/file.ts';

/** The level at which a finding is reported. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleLevel = Severity | 'off';

export type OptionValue = string | number | boolean | readonly string[];

export interface RuleSetting {
  readonly level: RuleLevel | null;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** What `okr.config.json` says, complete: whatever it leaves out has its default. It is data; nothing in it is ever run. */
export interface Config {
  /** By rule id; a rule that is not named here has its own defaults. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Ambition where neither key result, objective nor set says one. */
  readonly ambition: Ambition;
  /** The longest gap between two check-ins, in days, where the cycle declares none. */
  readonly checkinEveryDays: number;
  /** Days of grace on top of the cadence, and at the start of a goal's time. */
  readonly graceDays: number;
  readonly firstWeekDays: number;
  /** How far progress may lag behind the share of time passed, 0…1. */
  readonly onTrackWithin: number;
  readonly atRiskWithin: number;
  /** A stated confidence below this makes a key result at risk at best, 0…1. */
  readonly lowConfidence: number;
  /** Score from which an aspirational goal counts as well reached, 0…1. */
  readonly aspirationalSuccess: number;
  /** Folders and files left out, as globs relative to the project. */
  readonly ignore: readonly string[];
}

export const defaultConfig: Config = {
  rules: new Map(),
  ambition: 'committed',
  checkinEveryDays: 7,
  graceDays: 3,
  firstWeekDays: 7,
  onTrackWithin: 0.1,
  atRiskWithin: 0.25,
  lowConfidence: 0.4,
  aspirationalSuccess: 0.7,
  ignore: [],
};

/** Whether two configurations say the same, however they were written. */
export function isSameConfig(a: Config, b: Config): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ rules, ...rest }: Config): string {
  const inOrder = [...rules].sort(([one], [other]) => (one < other ? -1 : 1));
  const settings = inOrder.map(([rule, { level, options }]) => [rule, level, Object.entries(options).sort()]);
  return JSON.stringify([settings, Object.entries(rest).sort()]);
}
