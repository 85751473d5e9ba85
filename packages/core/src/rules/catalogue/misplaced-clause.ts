import type { ObjectiveNode, SetNode } from '../../cascade/cascade.ts';
import type { Fix } from '../../findings/finding.ts';
import type { Guardrail, Initiative, KeyResult, OkrSet } from '../../model/file.ts';
import { positionAt, type Span } from '../../model/span.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';

export const misplacedClause = defineRule({
  meta: {
    name: 'misplaced-clause',
    title: 'Clause that counts for more than its line',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'file',
    fix: 'unsafe',
    english: false,
    options: [],
    summary:
      'An owner, a weight or another clause stands on the line of a key result, initiative or guardrail, but not in its braces.',
    why: 'Line breaks carry no meaning: what stands outside of the braces belongs to the block around it. So one word behind a key result makes the whole objective a draft, or somebody else’s.',
    sources: ['How the language reads blocks'],
    advice: 'Put the clause into braces behind the line, or on a line of its own if the whole block is meant.',
    limits: 'What stands on a line of its own is left alone.',
    examples: {
      invalid: [
        {
          title: 'Whose objective is it?',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 owner liam'),
          fixed: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { owner liam }'),
        },
        {
          title: 'All of it a draft',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 draft',
            'kr "Customers who write twice" from 410 to 300',
          ),
        },
      ],
      valid: [
        {
          title: 'In its braces',
          files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5 { owner liam weight 2 }'),
        },
        {
          title: 'On a line of its own',
          files: inObjective('owner liam', 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    const judge = (uri: string, block: Block, draft: boolean) => {
      const clauses = clausesOf(block);
      const first = firstPartEnd(block);
      if (clauses.every(({ span }) => span.start < first)) return; // as nearly all are written
      const lineStarts = cascade.files.get(uri)?.lineStarts ?? [];
      const lineOf = (offset: number) => positionAt(lineStarts, offset).line;
      const parts = partsOf(block).sort((a, b) => a.span.start - b.span.start);
      parts.forEach((part, index) => {
        if (part.span.end > headOf(part)) return; // it has braces
        const line = lineOf(part.span.end);
        const next = parts[index + 1]?.span.start ?? block.span.end;
        const behind = clauses.filter(
          ({ span: { start } }) => start >= part.span.end && start < next && lineOf(start) === line,
        );
        const end = Math.max(0, ...behind.map(({ span }) => span.end));
        if (end === 0) return;
        const kind = block.kind === 'okrs' ? 'set' : 'objective';
        report({
          uri,
          span: { start: part.span.end + 1, end },
          draft,
          data: behind.every((clause) => mayMove(clause, part)) ? { from: part.span.end } : null,
          message: {
            what: `This counts for the whole ${kind}, not for the line that it stands on.`,
            why: 'Line breaks carry no meaning: what stands outside of the braces belongs to the block around it.',
            todo: `Put it into braces behind the line, or on a line of its own if the ${kind} is meant.`,
          },
        });
      });
    };
    return {
      onlyOwn: true,
      set: ({ blocks, draft }: SetNode) => blocks.forEach(({ uri, node }) => void judge(uri, node, draft)),
      objective: ({ uri, node, draft }: ObjectiveNode) => judge(uri, node, draft),
    };
  },

  fix({ uri, span, data }, { text: textOf }): readonly Fix[] {
    const from = data?.['from'];
    const text = textOf(uri);
    if (typeof from !== 'number' || text === null) return [];
    const clauses = text.slice(from, span.end).trim();
    const edits = [replace(uri, { start: from, end: span.end }, ` { ${clauses} }`)];
    return [{ title: 'Put it into braces', kind: 'unsafe', preferred: true, edits }];
  },
});

type Block = OkrSet | ObjectiveNode['node'];
type Part = KeyResult | Initiative | Guardrail;

interface Clause {
  readonly span: Span;
  readonly kind: 'owner' | 'keyResult' | 'block';
}

/** What a block says of itself, and where such a clause may also stand: in anything that has an owner, in key results, or in no line of the block. */
function clausesOf(block: Block): readonly Clause[] {
  const clauses: Clause[] = block.owners.map(({ span }) => ({ span, kind: 'owner' }));
  const add = (span: Span | null | undefined, kind: Clause['kind']) => {
    if (span) clauses.push({ span, kind });
  };
  add(block.draft, 'block');
  add(block.ambition?.span, 'keyResult');
  if (block.kind === 'okrs') return clauses;
  add(block.weight?.span, 'keyResult');
  add(block.standalone?.span, 'block');
  add(block.carriedFrom?.span, 'keyResult');
  for (const { span } of [...block.supports, ...block.dependsOn]) add(span, 'keyResult');
  return clauses;
}

/** Where the first line ends behind which a clause might stand. */
function firstPartEnd(block: Block): number {
  const keyResults = block.kind === 'okrs' ? [] : block.keyResults;
  return Math.min(
    block.initiatives[0]?.span.end ?? Number.MAX_SAFE_INTEGER,
    block.guardrails[0]?.span.end ?? Number.MAX_SAFE_INTEGER,
    keyResults[0]?.span.end ?? Number.MAX_SAFE_INTEGER,
  );
}

function mayMove({ kind }: Clause, part: Part): boolean {
  return kind === 'owner' || (kind === 'keyResult' && part.kind === 'keyResult');
}

function partsOf(block: Block): Part[] {
  return [...block.initiatives, ...block.guardrails, ...(block.kind === 'okrs' ? [] : block.keyResults)];
}

/** Where the line of a part ends if it has no braces. */
function headOf(part: Part): number {
  const spans = [part.name?.span, part.title?.span];
  if (part.kind === 'initiative')
    spans.push(...part.for.map(({ span }) => span), part.status?.span, part.deadline?.span);
  else spans.push(part.measure?.span);
  if (part.kind === 'keyResult') spans.push(part.deadline?.span);
  return Math.max(0, ...spans.map((span) => span?.end ?? 0));
}
