/** What was read from a key result's sentence, written as a clause behind it. The sentence stays as it is. */
import {
  formatAmount,
  formatIsoDay,
  type KeyResultNode,
  type Measure,
  measureInWords,
  type Span,
} from '@okr-language/core';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { parseOkr } from '../../parse.ts';
import { type FeatureContext, toRange } from '../context.ts';
import { declaredAs } from '../lookup.ts';
import { nodesAt, nodesOf } from '../nodes.ts';

/** Null where no key result is at the offset, where it has clauses already, and where nothing was read. */
export function writeAsFields(context: FeatureContext, offset: number): CodeAction | null {
  const node = nodesAt(context.file, offset).findLast(({ kind }) => kind === 'keyResult');
  const goal = node && declaredAs(context.cascade, context.uri, node);
  if (goal?.kind !== 'keyResult' || !goal.node.title) return null;
  const clauses = readClauses(goal);
  if (clauses === '') return null;
  const at = goal.node.title.span.end;
  const newText = ` ${clauses}`;
  if (!isRead(context, { start: at, end: at }, newText)) return null;
  const range = toRange(context.file.lineStarts, { start: at, end: at });
  return {
    title: `Write what was read: ${clauses}`,
    kind: CodeActionKind.RefactorRewrite,
    edit: { changes: { [context.uri]: [{ range, newText }] } },
  };
}

/** What was read from the sentence, as clauses: `from 9 days to 4 days by 2026-08-31`. */
export function readClauses(goal: KeyResultNode): string {
  const { measure, deadline, node } = goal;
  const isRead = measure?.source === 'sentence' && node.measure === null;
  const due =
    deadline?.statedIn === 'sentence' && deadline.day !== null && node.deadline === null ? deadline.day : null;
  const parts = [isRead ? measureText(measure) : '', due === null ? '' : `by ${formatIsoDay(due)}`];
  return parts.filter(Boolean).join(' ');
}

/** The measure in figures: a sentence may say “three”, a clause says 3. */
function measureText(measure: Measure): string {
  if (!measure.target && measure.form !== 'yes-no') return '';
  const inFigures = (amount: Measure['target']) => amount && { ...amount, text: formatAmount(amount) };
  const { form } = measure;
  return measureInWords({
    form,
    baseline: inFigures(measure.baseline),
    target: inFigures(measure.target),
    low: inFigures(measure.low),
  });
}

/** Whether the clauses read well at that place: no new problem, and one more key result with a measure or deadline. */
function isRead({ text, file, uri }: FeatureContext, span: Span, newText: string): boolean {
  const after = parseOkr(uri, text.slice(0, span.start) + newText + text.slice(span.end));
  if (after.problems.length > file.problems.length) return false;
  const clausesOf = (read: typeof file) => {
    let count = 0;
    for (const node of nodesOf(read)) if (node.kind === 'keyResult' && (node.measure || node.deadline)) count++;
    return count;
  };
  return clausesOf(after) >= clausesOf(file);
}
