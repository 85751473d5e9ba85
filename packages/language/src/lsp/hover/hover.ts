/** Hover: what the thing under the mouse is, how its figures came about, or what a keyword means. */
import {
  type CycleNode,
  type Declared,
  formatIsoDay,
  type GoalNode,
  type ObjectiveNode,
  resolveDate,
  type Span,
} from '@okr-language/core';
import type { Hover, Position } from 'vscode-languageserver-types';
import { type FeatureContext, offsetAt, toRange, touches } from '../context.ts';
import { declaredAs, nameAt } from '../lookup.ts';
import { nodesAt, titleOf } from '../nodes.ts';
import { canonicalWord } from '../outline/blocks.ts';
import { type Lexeme, lexemesOf } from '../outline/lexemes.ts';
import { isComment } from '../outline/outline.ts';
import { keywordHelp } from '../vocabulary.ts';
import { cardOf, measureLine } from './cards.ts';
import { code, okrExample, paragraphs, plain } from './markdown.ts';
import { strengthCard } from './strength.ts';

export function hover(context: FeatureContext, position: Position): Hover | null {
  const offset = offsetAt(context.text, context.file.lineStarts, position);
  const told =
    tellName(context, offset) ??
    tellTitle(context, offset) ??
    tellClause(context, offset) ??
    tellKeyword(context, offset);
  if (!told || told.text === '') return null;
  return { contents: { kind: 'markdown', value: told.text }, range: toRange(context.file.lineStarts, told.span) };
}

/** The objective that a hover tells of, or of whose key result it does: who wants it in full counts its supporters first. */
export function objectiveAt(context: FeatureContext, position: Position): ObjectiveNode | null {
  const offset = offsetAt(context.text, context.file.lineStarts, position);
  const declared = nameAt(context, offset)?.declared ?? titledAt(context, offset)?.declared;
  if (declared?.kind === 'keyResult') return declared.objective;
  return declared?.kind === 'objective' ? declared : null;
}

interface Told {
  readonly text: string;
  readonly span: Span;
}

function tellName(context: FeatureContext, offset: number): Told | null {
  const at = nameAt(context, offset);
  if (!at) return null;
  const { declared, span } = at;
  return { text: declared ? cardWithStrength(declared, context) : '', span };
}

/** The title of a goal tells what its name would; many goals have no name. */
function tellTitle(context: FeatureContext, offset: number): Told | null {
  const titled = titledAt(context, offset);
  return titled && { text: cardWithStrength(titled.declared, context), span: titled.span };
}

function titledAt({ uri, cascade, file }: FeatureContext, offset: number) {
  const node = nodesAt(file, offset).at(-1);
  const title = node && titleOf(node);
  if (!node || !title || !touches(title.span, offset)) return null;
  const declared = declaredAs(cascade, uri, node);
  return declared && { declared, span: title.span };
}

/** The strength is worked out for the one objective that is looked at. */
function cardWithStrength(declared: Declared, context: FeatureContext): string {
  const card = cardOf(declared, context.cascade.today, context.supporters);
  return declared.kind === 'objective' ? paragraphs(card, strengthCard(declared, context)) : card;
}

/** A measure or date: how it was read. */
function tellClause({ uri, cascade, file }: FeatureContext, offset: number): Told | null {
  const node = nodesAt(file, offset).at(-1);
  if (!node) return null;
  if ('measure' in node && node.measure && touches(node.measure.span, offset)) {
    const declared = declaredAs(cascade, uri, node);
    const measure = declared && 'measure' in declared ? declared.measure : null;
    const progress = declared?.kind === 'keyResult' ? plain(declared.progress.explanation.summary) : null;
    return measure ? { text: paragraphs(measureLine(measure), progress), span: node.measure.span } : null;
  }
  const deadline = 'deadline' in node ? node.deadline : null;
  if (deadline && touches(deadline.span, offset)) {
    const declared = declaredAs(cascade, uri, node);
    const goal = declared?.kind === 'objective' || declared?.kind === 'keyResult' ? declared : null;
    return { text: dateLine(deadline.text, goal ? cycleOf(goal) : null), span: deadline.span };
  }
  return null;
}

function cycleOf(goal: GoalNode): CycleNode | null {
  return (goal.kind === 'objective' ? goal : goal.objective).set.cycle;
}

function dateLine(text: string, cycle: CycleNode | null): string {
  const day = resolveDate(text, cycle?.range ?? null);
  return day === null ? `${code(text)} is no date that can be read.` : `Due on ${formatIsoDay(day)}`;
}

function tellKeyword({ text, file }: FeatureContext, offset: number): Told | null {
  const lexemes = lexemesOf(text).filter((lexeme) => !isComment(lexeme));
  const index = lexemes.findIndex((lexeme) => touches(lexeme, offset) && lexeme.kind === 'chunk');
  const lexeme = lexemes[index];
  if (!lexeme) return null;
  const wordOf = (one: Lexeme | undefined) => (one?.kind === 'chunk' ? text.slice(one.start, one.end) : '');
  const [before, word, next] = [lexemes[index - 1], wordOf(lexeme), lexemes[index + 1]];
  const pairs: [string, Span][] = [
    [`${wordOf(before)} ${word}`, { start: before?.start ?? 0, end: lexeme.end }],
    [`${word} ${wordOf(next)}`, { start: lexeme.start, end: next?.end ?? lexeme.end }],
    [canonicalWord(word), lexeme],
    [word === 'standalone' ? 'standalone because' : '', lexeme],
  ];
  const isInCycle = nodesAt(file, offset).at(-1)?.kind === 'cycle';
  for (const [keyword, span] of pairs) {
    const help = keywordHelp(keyword, isInCycle);
    if (help) return { text: paragraphs(help.means, okrExample(help.example)), span };
  }
  return null;
}
