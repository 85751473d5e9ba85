/** A line above each objective: how far it has come. */
import { percent, positionAt } from '@okr-language/core';
import type { CodeLens } from 'vscode-languageserver-types';
import type { FeatureContext } from '../context.ts';
import { healthInWords } from '../hover/cards.ts';
import { declaredAs } from '../lookup.ts';
import { nodesOf } from '../nodes.ts';

/** `command` is run when the line is clicked; without one it only tells. */
export function codeLenses({ uri, file, cascade }: FeatureContext, command = ''): CodeLens[] {
  const lenses: CodeLens[] = [];
  for (const node of nodesOf(file)) {
    const declared = declaredAs(cascade, uri, node);
    if (declared?.kind !== 'objective') continue;
    const start = positionAt(file.lineStarts, node.span.start);
    const supporters = declared.supportedBy.length;
    const parts = [
      `${percent(declared.progress.value)} reached`,
      healthInWords(declared.health.state),
      supporters === 0 ? '' : `supported by ${supporters} ${supporters === 1 ? 'goal' : 'goals'}`,
    ];
    const title = parts.filter(Boolean).join(' · ');
    lenses.push({ range: { start, end: start }, command: { title, command } });
  }
  return lenses;
}
