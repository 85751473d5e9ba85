/** Shown in the text without being in it: what was read from a sentence, and who owns an objective that names nobody. */

import { positionAt } from '@okr-language/core';
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { readClauses } from '../actions/write-as-fields.ts';
import { type FeatureContext, offsetAt } from '../context.ts';
import { inheritedFrom } from '../hover/cards.ts';
import { declaredAs } from '../lookup.ts';
import { nodesOf, titleOf } from '../nodes.ts';

export function inlayHints({ uri, text, file, cascade }: FeatureContext, range: Range): InlayHint[] {
  const from = offsetAt(text, file.lineStarts, range.start);
  const to = offsetAt(text, file.lineStarts, range.end);
  const hints: InlayHint[] = [];
  for (const node of nodesOf(file)) {
    const title = titleOf(node);
    if (!title || title.span.end < from || title.span.start > to) continue;
    const declared = declaredAs(cascade, uri, node);
    const position = positionAt(file.lineStarts, title.span.end);
    const add = (label: string, tooltip: string) =>
      hints.push({ position, label, tooltip, kind: InlayHintKind.Parameter, paddingLeft: true });
    if (declared?.kind === 'keyResult') {
      const clauses = readClauses(declared);
      if (clauses !== '') add(clauses, 'Read from the sentence.');
    } else if (declared?.kind === 'objective' && declared.owners.source !== 'own') {
      const owners = declared.owners.value.map((owner) => owner.name).join(', ');
      if (owners !== '') add(`owner ${owners}`, `The owner is inherited${inheritedFrom(declared.owners.source)}.`);
    }
  }
  return hints;
}
