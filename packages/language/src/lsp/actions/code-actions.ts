/** What can be done about a finding: the edits that mend it, a comment that keeps it quiet, and the page that explains it. */
import {
  type TextEdit as CoreEdit,
  countBefore,
  type Finding,
  type Fix,
  fixesFor,
  positionAt,
  rules,
  type Span,
  safeFixesFor,
} from '@okr-language/core';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { plainInSnippet } from '../completions/proposal.ts';
import { type FeatureContext, offsetAt, toRange } from '../context.ts';
import { ignoreEdit } from './ignore.ts';
import { syntaxFixes } from './syntax-fixes.ts';
import { writeAsFields } from './write-as-fields.ts';

export const fixAllKind = 'source.fixAll.okr';
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

export interface CodeActionOptions {
  /** Kinds that are asked for; all where there are none. */
  readonly only?: readonly string[];
  /** The command that opens a rule's page, given its id; without one no such action is offered. */
  readonly openPageCommand?: string;
  /** The command that shows a place, given address and range; without one nothing is shown after a fix. */
  readonly showPlaceCommand?: string;
  /** Whether the editor knows tab stops in the edits of an action. */
  readonly snippets?: boolean;
  /** The diagnostic that the editor shows for a finding. */
  diagnosticOf?(finding: Finding): Diagnostic;
}

const MAX_FIXES_EACH = 5;

/** Who marks a whole text sees the fixes for the first of its findings: nobody reads a longer menu, and each fix is worked out. */
const MAX_FINDINGS = 50;

/** Actions for the findings that a range touches. `findings` are those of the file. */
export function codeActions(
  context: FeatureContext,
  range: Range,
  findings: readonly Finding[],
  options: CodeActionOptions = {},
): CodeAction[] {
  const { text, file } = context;
  const wants = (kind: string) =>
    !options.only || options.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const from = offsetAt(text, file.lineStarts, range.start);
  const to = offsetAt(text, file.lineStarts, range.end);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter(({ span }) => span.start <= to && span.end >= from).slice(0, MAX_FINDINGS);
    for (const finding of here) actions.push(...fixActions(context, finding, options));
    for (const finding of here) actions.push(...otherActions(context, finding, options));
  }
  if (wants(CodeActionKind.RefactorRewrite)) {
    const action = writeAsFields(context, from);
    if (action) actions.push(action);
  }
  if (options.only && wants(fixAllKind)) {
    const edit = fixAll(context, findings);
    if (edit) actions.push({ title: 'Mend all that can be mended safely', kind: fixAllKind, edit });
  }
  return actions;
}

function shown(finding: Finding, { diagnosticOf }: CodeActionOptions): Pick<CodeAction, 'diagnostics'> {
  return diagnosticOf ? { diagnostics: [diagnosticOf(finding)] } : {};
}

function fixActions(context: FeatureContext, finding: Finding, options: CodeActionOptions): CodeAction[] {
  return fixesFor(finding, surroundings(context))
    .slice(0, MAX_FIXES_EACH)
    .map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      ...(fix.preferred ? { isPreferred: true } : {}),
      ...shown(finding, options),
      edit: (options.snippets && snippetEdit(context, fix.edits)) || workspaceEdit(context, fix.edits),
      ...showing(context, fix, options),
    }));
}

/** What a fix writes out of sight is shown, so that nobody saves what they have not seen. */
function showing(
  context: FeatureContext,
  { title, edits }: Fix,
  options: CodeActionOptions,
): Pick<CodeAction, 'command'> {
  const edit = edits.find(({ look }) => look) ?? edits[0];
  if (options.showPlaceCommand === undefined || !edit || (edit.uri === context.uri && !edit.look)) return {};
  const { start, end } = edit.look ?? firstToFill(edit);
  // Of several edits in one file, those above would move it.
  if (edits.some((other) => other !== edit && other.uri === edit.uri)) return {};
  const from = positionAt(context.lineStartsOf(edit.uri), edit.span.start);
  const range = { start: after(from, edit.text.slice(0, start)), end: after(from, edit.text.slice(0, end)) };
  return { command: { title, command: options.showPlaceCommand, arguments: [edit.uri, range] } };
}

function firstToFill({ text, fill }: CoreEdit): Span {
  const [piece = ''] = fill ?? [];
  const start = Math.max(0, text.indexOf(piece));
  return { start, end: start + piece.length };
}

/** Where a text ends that begins at a position. */
function after({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return { line: line + lines.length - 1, character: lines.length === 1 ? character + last.length : last.length };
}

/** What fixes are worked out from. */
function surroundings({ uri, text, cascade, textOf }: FeatureContext): Parameters<typeof fixesFor>[1] {
  return { cascade, text: (other) => (other === uri ? text : textOf(other)) };
}

function otherActions(context: FeatureContext, finding: Finding, options: CodeActionOptions): CodeAction[] {
  const actions: CodeAction[] = [];
  const mends = syntaxFixes(context.text, finding);
  for (const { title, edit } of mends) {
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      ...(mends.length === 1 ? { isPreferred: true } : {}),
      ...shown(finding, options),
      edit: workspaceEdit(context, [edit]),
    });
  }
  const ignore = rules.some(({ meta }) => meta.name === finding.rule)
    ? ignoreEdit(context.uri, context.text, finding)
    : null;
  if (ignore) {
    actions.push({
      title: `Ignore “${finding.rule}” here and say why`,
      kind: CodeActionKind.QuickFix,
      ...shown(finding, options),
      edit: workspaceEdit(context, [ignore]),
    });
  }
  if (options.openPageCommand !== undefined) {
    const title = `Explain “${finding.rule}”`;
    const command = { title, command: options.openPageCommand, arguments: [finding.rule] };
    actions.push({ title, kind: CodeActionKind.QuickFix, ...shown(finding, options), command });
  }
  return actions;
}

/**
 * The edit with tab stops at what is to be filled in; null where there are none. Editors indent the lines of a snippet like the line that
 * it begins in, so that they must be given without: null where one of them is indented less.
 */
function snippetEdit(context: FeatureContext, edits: readonly CoreEdit[]): WorkspaceEdit | null {
  const [edit, ...others] = edits;
  if (!edit?.fill || others.length > 0 || edit.uri !== context.uri) return null;
  const range = toRange(context.file.lineStarts, edit.span);
  const indent = leadingBlanks(context.text, edit.span.start);
  const [first = '', ...lines] = edit.text.split(/\r\n|\r|\n/);
  if (lines.some((line) => !line.startsWith(indent))) return null;
  const text = [first, ...lines.map((line) => line.slice(indent.length))].join('\n');
  const snippet = { kind: 'snippet', value: withTabStops(text, edit.fill) } as const;
  return { documentChanges: [{ textDocument: { uri: edit.uri, version: null }, edits: [{ range, snippet }] }] };
}

/** The blanks at the beginning of the line that holds an offset, up to it. */
function leadingBlanks(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function workspaceEdit(context: FeatureContext, edits: readonly CoreEdit[]): WorkspaceEdit {
  const changes = new Map<string, TextEdit[]>();
  for (const { uri, span, text } of edits) {
    const edit = { range: toRange(context.lineStartsOf(uri), span), newText: text };
    const list = changes.get(uri);
    if (list) list.push(edit);
    else changes.set(uri, [edit]);
  }
  return { changes: Object.fromEntries(changes) };
}

/** The safe fixes of all findings of this file in one edit; of two that touch the same text the first. Null where there is none. */
export function fixAll(context: FeatureContext, findings: readonly Finding[]): WorkspaceEdit | null {
  /** In the order of the text. */
  const taken: CoreEdit[] = [];
  const isTouched = ({ span }: CoreEdit) => {
    const next = taken[countBefore(taken, (other) => other.span.end < span.start)];
    return next !== undefined && next.span.start <= span.end;
  };
  for (const finding of findings) {
    const [fix] = safeFixesFor(finding, surroundings(context));
    if (!fix?.edits.every(({ uri }) => uri === context.uri) || fix.edits.some(isTouched)) continue;
    for (const edit of fix.edits) {
      taken.splice(
        countBefore(taken, (other) => other.span.start <= edit.span.start),
        0,
        edit,
      );
    }
  }
  return taken.length > 0 ? workspaceEdit(context, taken) : null;
}

/** A text with its pieces `fill`, as they follow each other, as the tab stops of a snippet. */
export function withTabStops(text: string, fill: readonly string[]): string {
  let snippet = '';
  let at = 0;
  let stop = 0;
  for (const piece of fill) {
    const start = text.indexOf(piece, at);
    if (start < 0) continue;
    snippet += `${plainInSnippet(text.slice(at, start))}\${${++stop}:${plainInSnippet(piece)}}`;
    at = start + piece.length;
  }
  return snippet + plainInSnippet(text.slice(at));
}
