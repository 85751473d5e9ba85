/** Inside `// okr-ignore …`: the rules, those that report something in this file first. */
import { type Finding, rules } from '@okr-language/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Proposal } from './proposal.ts';

export interface IgnoreTyping {
  readonly typed: string;
  /** Where the typed part begins, counted from the start of the comment. */
  readonly from: number;
  readonly what: 'marker' | 'rule';
}

/** What is typed in a comment up to the cursor; null where nothing of ours is. */
export function ignoreTypingAt(comment: string): IgnoreTyping | null {
  const rule = /^\/\/\s*okr-ignore\s+([\w-]*)$/.exec(comment);
  if (rule) return { typed: rule[1] as string, from: comment.length - (rule[1] as string).length, what: 'rule' };
  const marker = /^\/\/\s*([a-z-]*)$/.exec(comment);
  const typed = marker?.[1] ?? '';
  return marker && 'okr-ignore'.startsWith(typed)
    ? { typed, from: comment.length - typed.length, what: 'marker' }
    : null;
}

export function ignoreProposals(what: IgnoreTyping['what'], findings: readonly Finding[]): Proposal[] {
  if (what === 'marker') {
    const detail = 'Keeps a rule quiet for this line or the next; say why after the colon.';
    return [
      {
        label: 'okr-ignore',
        kind: CompletionItemKind.Keyword,
        rank: 0,
        detail,
        insert: 'okr-ignore ',
        retrigger: true,
      },
    ];
  }
  const reported = new Set(findings.map((finding) => finding.rule));
  return rules.map(({ meta }) => ({
    label: meta.name,
    kind: CompletionItemKind.EnumMember,
    rank: reported.has(meta.name) ? 0 : 1,
    detail: meta.title,
    documentation: meta.summary,
    template: `${meta.name}: <1:reason>`,
    insert: `${meta.name}: `,
  }));
}
