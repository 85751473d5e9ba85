/**
 * The profiles that a configuration can extend: for each, how it differs from the rules' own levels and from the usual
 * settings. Reader, JSON schema, editor and documentation follow this table.
 */
import type { Rule } from '../rules/rule.ts';
import { type Config, defaultConfig, type OptionValue, type RuleLevel, type RuleSetting } from './config.ts';

export type ProfileName = 'gentle' | 'strict' | 'google' | 'structure-only';

export interface ProfileSetting {
  readonly level: RuleLevel;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Profile {
  readonly name: ProfileName;
  /** One sentence: whom it is for. */
  readonly summary: string;
  /** By rule; a rule that is not named here has its own level. */
  readonly rules: Readonly<Record<string, RuleLevel | ProfileSetting>>;
  /** False where every rule that judges words is off. */
  readonly judgesWording: boolean;
  readonly settings: Partial<Omit<Config, 'rules' | 'ignore'>>;
}

export const profiles: readonly Profile[] = [
  {
    name: 'gentle',
    summary: 'The usual one: says what is surely wrong, suggests the rest quietly, and leaves matters of taste alone.',
    rules: {},
    judgesWording: true,
    settings: {},
  },
  {
    name: 'strict',
    summary:
      'For goals that are about to be published: what is missing stops a pull request, and what gentle only suggests is a warning.',
    rules: {
      'objective-without-krs': 'error',
      'missing-owner': 'error',
      'missing-deadline': 'error',
      'unknown-owner': 'error',
      'team-as-owner': 'warning',
      'too-few-krs': 'warning',
      'too-few-objectives': 'hint',
      'no-guardrail': 'information',
      'no-company-anchor': 'warning',
      'weights-partial': 'warning',
      'kr-missing-baseline': 'warning',
      'kr-relative-target': 'warning',
      'kr-compound': 'warning',
      'kr-no-evidence': 'hint',
      'kr-ambiguous-metric': 'information',
      'kr-vanity-metric': 'information',
      'objective-bare-metric': 'warning',
      'objective-is-task': 'warning',
      'objective-vague': 'warning',
      'business-as-usual': 'warning',
      jargon: 'hint',
      'kind-missing': 'hint',
      'not-started': 'warning',
      'risk-without-note': 'warning',
      'behind-pace': { level: 'warning', options: { amber: true } },
    },
    judgesWording: true,
    settings: {},
  },
  {
    name: 'google',
    summary:
      "After Google's published playbook: goals are aspirational unless they say otherwise, 0.7 is a good score, and each goal should say which kind it is.",
    rules: {
      'kind-missing': 'warning',
      'business-as-usual': 'warning',
      'objective-without-krs': 'error',
      'team-as-owner': 'warning',
      'all-due-last-day': 'information',
      'kr-ambiguous-metric': 'information',
      'kr-internal-name': 'information',
      'kr-no-evidence': 'hint',
      // A goal that is meant to be a stretch is expected to end below its target.
      'forecast-miss': 'hint',
    },
    judgesWording: true,
    settings: { ambition: 'aspirational' },
  },
  {
    name: 'structure-only',
    summary:
      'For goals in any language, or written elsewhere: links, owners, dates and figures are checked, words are not judged.',
    rules: { 'objective-too-long': 'off' },
    judgesWording: false,
    settings: {},
  },
];

export const profileNames: readonly ProfileName[] = profiles.map(({ name }) => name);

export function profileNamed(name: unknown): Profile | null {
  return profiles.find((profile) => profile.name === name) ?? null;
}

/** What a profile says about a rule; null where the rule keeps its own level. */
export function settingIn(profile: Profile, { meta }: Pick<Rule, 'meta'>): RuleSetting | null {
  if (meta.english && !profile.judgesWording) return { level: 'off', options: {} };
  const own = Object.hasOwn(profile.rules, meta.name) ? profile.rules[meta.name] : undefined;
  if (own === undefined) return null;
  return typeof own === 'string' ? { level: own, options: {} } : { level: own.level, options: own.options ?? {} };
}

/** The configuration of a project that says nothing but this profile. */
export function configOf(profile: Profile, rules: readonly Rule[]): Config {
  const settings = rules.flatMap((rule) => {
    const setting = settingIn(profile, rule);
    return setting === null ? [] : [[rule.meta.name, setting] as const];
  });
  return { ...defaultConfig, ...profile.settings, rules: new Map(settings) };
}
