import type { Finding, Fix } from '../findings/finding.ts';
import { optionOf } from './check.ts';
import { indentAt, insert, lineEndingOf, lineStartAt, remove } from './edits.ts';
import { rules } from './generated/registry.ts';
import { renamings } from './names.ts';
import type { FixContext } from './rule.ts';

/** The edits that mend a finding, best first. A fix that fails is left out: a menu must open all the same. */
export function fixesFor(finding: Finding, context: Pick<FixContext, 'cascade' | 'text'>): readonly Fix[] {
  if (finding.rule === 'unused-suppression') return suppressionFixes(finding, context);
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

/**
 * Leaves out a finding of a rule where it stands, by a comment in the line above; null for what is no rule. Offered beside the
 * fixes, last.
 */
export function ignoreFix({ rule, uri, span }: Finding, { text: textOf }: Pick<FixContext, 'text'>): Fix | null {
  const text = textOf(uri);
  if (text === null || !rules.some(({ meta }) => meta.name === rule)) return null;
  const comment = `${indentAt(text, span.start)}// okr-ignore ${rule}: say why this is fine here`;
  const edits = [insert(uri, lineStartAt(text, span.start), comment + lineEndingOf(text))];
  return { title: `Leave out \`${rule}\` here, and say why`, kind: 'unsafe', preferred: false, edits };
}

function suppressionFixes(finding: Finding, { text: textOf }: Pick<FixContext, 'text'>): readonly Fix[] {
  const { uri, data } = finding;
  const text = textOf(uri);
  if (!data || text === null) return [];
  const span = { start: Number(data['start']), end: Number(data['end']) };
  return [
    ...renamings(finding),
    { title: 'Delete the comment', kind: 'unsafe', preferred: false, edits: [remove(uri, text, span)] },
  ];
}
