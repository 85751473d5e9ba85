/** What was read from a key result's sentence, written as a clause behind it. The sentence stays as it is. */
import {
  formatAmount,
  formatIsoDay,
  type KeyResultNode,
  type Measure,
  measureInWords,
  type OkrFile,
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
  if (!isRead(context, goal, at, newText)) return null;
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

/** Whether the clauses read well in the key result: no new problem, and a measure or deadline more. Asked at each move of the cursor, so only that much is read. */
function isRead({ text }: FeatureContext, { node }: KeyResultNode, at: number, newText: string): boolean {
  const { start, end } = node.span;
  const before = alone(text.slice(start, end));
  const after = alone(text.slice(start, at) + newText + text.slice(at, end));
  return after.problems.length <= before.problems.length && clausesIn(after) > clausesIn(before);
}

function alone(keyResult: string): OkrFile {
  return parseOkr('', `okrs for someone in 2026-Q3 {\nobjective "Alone" {\n${keyResult}\n}\n}`);
}

function clausesIn(file: OkrFile): number {
  let count = 0;
  for (const node of nodesOf(file)) {
    if (node.kind === 'keyResult') count += Number(node.measure !== null) + Number(node.deadline !== null);
  }
  return count;
}
