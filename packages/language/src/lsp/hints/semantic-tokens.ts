/** Names coloured by what they stand for; a colouring by patterns cannot tell a unit from an objective. */
import { type Declared, positionAt, type Span } from '@okr-language/core';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { FeatureContext } from '../context.ts';
import { declaredAs } from '../lookup.ts';
import { nameOf, nodesOf } from '../nodes.ts';

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['namespace', 'variable', 'class', 'property', 'event', 'function'],
  tokenModifiers: ['declaration'],
};

function typeOf(declared: Declared): number {
  switch (declared.kind) {
    case 'unit':
      return declared.level === 'person' ? 1 : 0;
    case 'objective':
      return 2;
    case 'keyResult':
    case 'kpi':
    case 'guardrail':
      return 3;
    case 'cycle':
      return 4;
    case 'initiative':
      return 5;
  }
}

interface Named extends Span {
  readonly type: number;
  readonly modifiers: number;
}

export function semanticTokens({ uri, file, cascade }: FeatureContext): SemanticTokens {
  const named: Named[] = [];
  for (const node of nodesOf(file)) {
    const name = nameOf(node);
    const declared = name && declaredAs(cascade, uri, node);
    if (name && declared) named.push({ ...name.span, type: typeOf(declared), modifiers: 1 });
  }
  for (const { path, segmentTargets } of cascade.references.get(uri) ?? []) {
    path.segments.forEach(({ span }, i) => {
      const target = segmentTargets[i];
      if (target) named.push({ ...span, type: typeOf(target), modifiers: 0 });
    });
  }
  named.sort((a, b) => a.start - b.start || a.end - b.end);
  const data: number[] = [];
  let [line, character, end] = [0, 0, -1];
  for (const token of named) {
    if (token.start < end || token.end <= token.start) continue;
    const at = positionAt(file.lineStarts, token.start);
    const step = at.line - line;
    data.push(
      step,
      step === 0 ? at.character - character : at.character,
      token.end - token.start,
      token.type,
      token.modifiers,
    );
    [line, character, end] = [at.line, at.character, token.end];
  }
  return { data };
}
