export { type FormatOptions, formatText } from './lsp/format/format.ts';
export { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
export { type Token, type TokenKind, tokenize } from './tokenize.ts';
export * from './workspace/index.ts';
