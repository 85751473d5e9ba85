/** A line above each objective: how far it has come. */
import {
  objectiveStrengths,
  percent,
  positionAt,
  type Strength,
  supportersOf,
  verdictInWords,
  weakestOf,
} from '@okr-language/core';
import type { CodeLens } from 'vscode-languageserver-types';
import type { FeatureContext } from '../context.ts';
import { healthInWords } from '../hover/cards.ts';
import { declaredAs } from '../lookup.ts';
import { nodesOf } from '../nodes.ts';

export interface CodeLensOptions {
  /** Whether the line tells how well the objective is made, too; it needs the findings. */
  readonly strength?: boolean;
}

/** `command` is run when the line is clicked; without one it only tells. */
export function codeLenses(context: FeatureContext, command = '', options: CodeLensOptions = {}): CodeLens[] {
  const { uri, file, cascade, findings } = context;
  const strengthAt = options.strength && findings ? objectiveStrengths(cascade, findings(), context.supporters) : null;
  const lenses: CodeLens[] = [];
  for (const node of nodesOf(file)) {
    const declared = declaredAs(cascade, uri, node);
    if (declared?.kind !== 'objective') continue;
    const start = positionAt(file.lineStarts, node.span.start);
    const supporters = supportersOf(declared, context.supporters);
    const { state, value } = declared.progress;
    const parts = [
      // The same as the cascade shows, and for the same reason: nought would be a claim.
      state === 'unmeasurable' ? 'progress cannot be told' : `${percent(value)} reached`,
      healthInWords(declared.health.state),
      supporters === 0 ? '' : `supported by ${supporters} ${supporters === 1 ? 'goal' : 'goals'}`,
      strengthAt ? strengthPart(strengthAt(declared)) : '',
    ];
    const title = parts.filter(Boolean).join(' · ');
    lenses.push({ range: { start, end: start }, command: { title, command } });
  }
  return lenses;
}

/** `strength 84, sound, weakest measurability 55`: never the figure alone. */
function strengthPart(strength: Strength): string {
  const verdict = verdictInWords(strength);
  const weakest = weakestOf(strength);
  if (verdict === null || !weakest) return '';
  return `strength ${verdict}, weakest ${weakest.dimension} ${weakest.value}`;
}
