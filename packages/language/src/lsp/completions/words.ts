/** Keywords, with templates for the statements that hold others. */
import { prompts } from '@okr-language/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { keywordHelp, wholeKeywords } from '../vocabulary.ts';
import type { Proposal } from './proposal.ts';

/** What is known of the place that a template is written for. */
export interface TemplateFacts {
  readonly unit: string;
  readonly cycle: string;
  readonly today: string;
  /** Whether `checkin` is a single reading here, and no block. */
  readonly isReading: boolean;
  /** Whether `from` and `to` are days of a cycle here, and no figures. */
  readonly isCycle: boolean;
}

export function keywordProposals(words: readonly string[], rank: number, facts: TemplateFacts): Proposal[] {
  return words.flatMap((word) => wholeKeywords(word)).map((word) => keywordProposal(word, rank, facts));
}

export function keywordProposal(word: string, rank: number, facts: TemplateFacts): Proposal {
  const help = keywordHelp(word, facts.isCycle);
  const isDay = facts.isCycle && (word === 'from' || word === 'to');
  const template = isDay ? null : templateOf(word, facts);
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    rank,
    ...(help ? { detail: help.means, documentation: documentationOf(help.means, help.example) } : {}),
    ...(template === null ? {} : { template }),
    ...(isDay || follows.has(word) ? { insert: `${word} `, retrigger: true } : {}),
  };
}

export function documentationOf(means: string, example: string): string {
  return `${means}\n\n\`\`\`okr\n${example}\n\`\`\``;
}

/** Words after which a name or date is proposed at once. */
const follows: ReadonlySet<string> = new Set([
  'supports',
  'depends on',
  'carried from',
  'owner',
  'lead',
  'for',
  'in',
  'of',
  'by',
  'on',
  'status',
  'checkins',
  'reviews',
]);

/** Places to fill in are written `<1:what stands there first>`. */
function templateOf(word: string, { unit, cycle, today, isReading }: TemplateFacts): string | null {
  const forUnit = `<1:${unit || 'unit'}>`;
  switch (word) {
    case 'kr':
      return `kr <1:name> "<2:${prompts.measured}>" from <3:0> to <4:0>`;
    case 'objective':
      return [
        `objective <1:name> "<2:${prompts.aim}>" {`,
        `\tkr <3:name> "<4:${prompts.measured}>" from <5:0> to <6:0>$0`,
        '}',
      ].join('\n');
    case 'okrs':
      return [
        `okrs for ${forUnit} in <2:${cycle}> {`,
        `\tobjective <3:name> "<4:${prompts.aim}>" {`,
        `\t\tkr <5:name> "<6:${prompts.measured}>" from <7:0> to <8:0>$0`,
        '\t}',
        '}',
      ].join('\n');
    case 'checkin':
      if (isReading) return `checkin <1:${today}> <2:0> confidence <3:70>% "<4:${prompts.news}>"`;
      return `checkin <2:${today}> for ${forUnit} in <3:${cycle}> {\n\t$0\n}`;
    case 'closing':
      return `closing for ${forUnit} in <2:${cycle}> on <3:${today}> {\n\t$0\n}`;
    case 'cycle':
      return 'cycle <1:FY26> "<2:Fiscal year 2026>" from <3:2026-01-01> to <4:2026-12-31>';
    case 'company':
      return `company <1:name> "<2:${prompts.company}>"`;
    case 'department':
    case 'team':
    case 'person':
      return `${word} <1:name> "<2:${prompts.unit}>" in <3:unit>`;
    case 'kpi':
      return `kpi <2:name> "<3:${prompts.watched}>" of ${forUnit} at most <4:0>`;
    case 'guardrail':
      return `guardrail "<1:${prompts.limit}>" at most <2:0>`;
    case 'initiative':
      return `initiative "<1:${prompts.work}>" for <2:keyResult>`;
    case 'standalone because':
    case 'source':
    case 'learned':
    case 'because':
      return `${word} "$1"`;
    case 'link':
      return 'link "https://$1"';
    case 'weight':
      return 'weight <1:1>';
    case 'confidence':
      return 'confidence <1:70>%';
    case 'score':
      return 'score <1:0.7>';
    case 'from':
      return 'from <1:0> to <2:0>';
    case 'between':
      return 'between <1:0> and <2:0>';
    default:
      return null;
  }
}
