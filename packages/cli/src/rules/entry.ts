import {
  configOf,
  type Notice,
  notices,
  type ProfileName,
  profileNamed,
  type RuleLevel,
  type RuleMeta,
  ruleAddress,
  rules,
} from '@okr-language/core';

/** A rule, or a notice that is given without one, as `okr rules` shows it. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  /** In the profile that was asked for. */
  readonly level: RuleLevel;
  readonly summary: string;
  readonly why: string;
  readonly advice: string;
  /** Address of its page. */
  readonly help: string;
  readonly about: { readonly rule: RuleMeta } | { readonly notice: Notice };
}

/** All rules by name, then the notices. */
export function entriesIn(profileName: ProfileName): readonly Entry[] {
  const profile = profileNamed(profileName);
  const levels = profile === null ? new Map<string, never>() : configOf(profile, rules).rules;
  return [
    ...rules.map(({ meta }) => ({ ...shared(meta, meta.name, levels.get(meta.name)?.level), about: { rule: meta } })),
    ...notices.map((notice) => ({ ...shared(notice, notice.code, null), about: { notice } })),
  ];
}

function shared(of: RuleMeta | Notice, name: string, level: RuleLevel | null | undefined): Omit<Entry, 'about'> {
  const { title, summary, why, advice } = of;
  return { name, title, level: level ?? of.level, summary, why, advice, help: ruleAddress(name) };
}
