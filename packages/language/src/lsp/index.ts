/** The editor features: pure functions of a `FeatureContext`. A server wires them to requests and does nothing else. */
export { type CodeActionOptions, codeActionKinds, codeActions, fixAll, fixAllKind } from './actions/code-actions.ts';
export {
  type CompletionOptions,
  type CountedGoal,
  completions,
  completionTriggers,
  resolveCompletion,
} from './completions/completions.ts';
export { type FeatureContext, offsetAt, toLocation, toRange } from './context.ts';
export { formattingEdits, rangeFormattingEdits } from './format/edits.ts';
export { type Formatted, formatText, formatted } from './format/format.ts';
export { codeLenses } from './hints/code-lens.ts';
export { inlayHints } from './hints/inlay-hints.ts';
export { semanticTokens, semanticTokensLegend } from './hints/semantic-tokens.ts';
export { hover, objectiveAt } from './hover/hover.ts';
export { withoutMarkup } from './hover/markdown.ts';
export { definition, documentHighlights, references, referencesEverywhere } from './navigation.ts';
export { prepareRename, type Refusal, type Renamable, rename, renameEverywhere } from './rename.ts';
export { foldingRanges } from './structure/folding.ts';
export { documentLinks } from './structure/links.ts';
export { selectionRanges } from './structure/selection.ts';
export { documentSymbols, symbolsEverywhere } from './structure/symbols.ts';
