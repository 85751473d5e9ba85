import type { Finding, Fix } from '../findings/finding.ts';
import { optionOf } from './check.ts';
import { rules } from './generated/registry.ts';
import type { FixContext } from './rule.ts';

/** The edits that mend a finding, best first. A fix that fails is left out: a menu must open all the same. */
export function fixesFor(finding: Finding, context: Pick<FixContext, 'cascade' | 'text'>): readonly Fix[] {
  const rule = rules.find(({ meta }) => meta.name === finding.rule);
  if (!rule?.fix) return [];
  const { cascade } = context;
  try {
    return rule.fix(finding, {
      cascade,
      option: optionOf(rule, cascade.config),
      text: (uri) => context.text(uri),
    });
  } catch {
    return [];
  }
}
