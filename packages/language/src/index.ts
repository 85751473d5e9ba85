export * from './lsp/index.ts';
export { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
export { codecVersion } from './store/codec.ts';
export type { StoredFile } from './store/files.ts';
export { storedOf } from './store/stored.ts';
export { keywordsByPlace, type PlaceKeywords } from './syntax/places.ts';
export { type Token, type TokenKind, tokenize } from './tokenize.ts';
export * from './workspace/index.ts';
