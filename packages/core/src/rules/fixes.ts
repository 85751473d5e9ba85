import type { Finding, Fix } from '../findings/finding.ts';
import { optionOf } from './check.ts';
import { remove, withDocs } from './edits.ts';
import { rules } from './generated/registry.ts';
import { renamings } from './names.ts';
import type { FixContext, Rule } from './rule.ts';

/** Told while a file is read, by no rule. */
const repeatedClause = 'repeated-clause';

/** The edits that mend a finding, best first. A fix that fails is left out: a menu must open all the same. */
export function fixesFor(finding: Finding, context: Pick<FixContext, 'cascade' | 'text'>): readonly Fix[] {
  if (finding.rule === 'unused-suppression') return suppressionFixes(finding, context);
  if (finding.rule === repeatedClause) return repetitionFixes(finding, context);
  const rule = rules.find(({ meta }) => meta.name === finding.rule);
  if (!rule?.fix) return [];
  const { cascade } = context;
  try {
    const fixes = rule.fix(finding, {
      cascade,
      option: optionOf(rule, cascade.config),
      text: (uri) => context.text(uri),
    });
    return fixes
      .filter(canBeApplied)
      .map((fix) => (fix.title.length > longestTitle ? { ...fix, title: cut(fix.title) } : fix));
  } catch {
    return [];
  }
}

/** The fixes of a finding that can be made without asking. Nothing is worked out for rules that never offer one. */
export function safeFixesFor(finding: Finding, context: Pick<FixContext, 'cascade' | 'text'>): readonly Fix[] {
  const offersSafe = (rule: Rule) => rule.meta.name === finding.rule && rule.meta.fix === 'safe';
  if (finding.rule !== repeatedClause && !rules.some(offersSafe)) return [];
  return fixesFor(finding, context).filter(({ kind }) => kind === 'safe');
}

/** Where a text is broken off, what a fix takes away may reach into what it adds; an editor refuses such edits. */
function canBeApplied({ edits }: Fix): boolean {
  const inOrder = [...edits].sort((a, b) => (a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1));
  return inOrder.every((edit, i) => {
    const next = inOrder[i + 1];
    return next?.uri !== edit.uri || next.span.start >= edit.span.end;
  });
}

/** Names come into titles as they are written, and a menu has lines of one height. */
const longestTitle = 200;

function cut(title: string): string {
  return `${title.slice(0, longestTitle)}…`;
}

/** What is said a second time is not read, so that taking it away changes nothing but the text. */
function repetitionFixes({ uri, span }: Finding, { text: textOf }: Pick<FixContext, 'text'>): readonly Fix[] {
  const text = textOf(uri);
  if (text === null) return [];
  const title = 'Delete what is said a second time and does not count';
  // What documents it would document the next statement.
  const edits = [remove(uri, text, withDocs(text, span))];
  return [{ title, kind: 'safe', preferred: true, edits }];
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
