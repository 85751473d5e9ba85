export { type FormatOptions, formatText } from './lsp/format/format.ts';
export { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
export * from './workspace/index.ts';
