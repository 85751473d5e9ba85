/** Which dimension a finding counts in and how much it takes away: the one place. A new rule falls into the dimension of its category. */
import type { Severity } from '../config/config.ts';
import type { Finding } from '../findings/finding.ts';
import { rules } from '../rules/generated/registry.ts';
import type { RuleCategory } from '../rules/rule.ts';
import type { Dimension } from './strength.ts';

/** Points by the level at which a project reports it: who makes a rule an error makes it count as one. */
export const pointsOfLevel: Readonly<Record<Severity, number>> = { error: 30, warning: 20, information: 10, hint: 5 };

export const dimensionOfCategory: Readonly<Record<RuleCategory, Dimension>> = {
  structure: 'focus',
  objective: 'clarity',
  'key-result': 'measurability',
  time: 'measurability',
  ambition: 'ambition',
  ownership: 'ownership',
  alignment: 'alignment',
  progress: 'cadence',
};

/** Rules that say something about another dimension than the rest of their category. */
const dimensionOfRule: Readonly<Record<string, Dimension>> = {
  'all-due-last-day': 'cadence',
  'all-lagging': 'measurability',
  'all-leading': 'measurability',
  'all-milestones': 'measurability',
  'business-as-usual': 'ambition',
  'child-outside-parent': 'alignment',
  'duplicate-id': 'clarity',
  'horizon-too-long': 'focus',
  'kr-baseline-equals-target': 'ambition',
  'kr-compound': 'clarity',
  'kr-internal-name': 'clarity',
  'missing-title': 'clarity',
  'no-guardrail': 'measurability',
  'objective-compound': 'focus',
  'objective-is-task': 'ambition',
  'past-due-open': 'cadence',
  'placeholder-text': 'clarity',
  'unit-cycle': 'alignment',
  'unknown-name': 'clarity',
};

/** These tell how far a goal has come, or something about the file, and nothing about how well the goal is made. */
const notCounted: ReadonlySet<string> = new Set([
  'behind-pace',
  'forecast-miss',
  'unused-suppression',
  'check-incomplete',
  'more-findings',
  'invalid-config',
  'unreadable-config',
]);

let categories: ReadonlyMap<string, RuleCategory> | null = null;

/** What is reported without a rule is text that cannot be read: it counts as clarity. */
export function dimensionOfFinding(rule: string): Dimension {
  categories ??= new Map(rules.map(({ meta }) => [meta.name, meta.category]));
  if (Object.hasOwn(dimensionOfRule, rule)) return dimensionOfRule[rule] as Dimension;
  const category = categories.get(rule);
  return category ? dimensionOfCategory[category] : 'clarity';
}

export function pointsOfFinding({ rule, severity }: Finding): number {
  return notCounted.has(rule) ? 0 : pointsOfLevel[severity];
}

/** The names that stand in the tables above. */
export const exceptions: readonly string[] = [...Object.keys(dimensionOfRule), ...notCounted];
