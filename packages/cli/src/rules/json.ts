import { safeJson } from '../terminal/safe.ts';
import type { Entry } from './entry.ts';

/** What `okr rules --format json` writes. A notice has none of what only rules have. */
export function writeRulesJson(entries: readonly Entry[]): string {
  return `${safeJson({ version: 1, rules: entries.map(row) })}\n`;
}

function row({ name, title, level, summary, why, advice, help, about }: Entry) {
  const common = { name, kind: 'rule' in about ? 'rule' : 'notice', title, level, summary, why, advice, help };
  if (!('rule' in about)) return common;
  const { category, stage, english, fix, sources, limits, options, examples } = about.rule;
  return { ...common, category, stage, english, fix, sources, limits, options, examples };
}
