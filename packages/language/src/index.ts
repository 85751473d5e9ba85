export type { Directory } from './lookup/directory.ts';
export type { Pause } from './lookup/mentions.ts';
export * from './lsp/index.ts';
export { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
export { codecVersion, decodeFile } from './store/codec.ts';
export type { StoredFile } from './store/files.ts';
export { storedOf } from './store/stored.ts';
export type { ProjectTree, TreeAnswer } from './tree/project-tree.ts';
export * from './workspace/index.ts';
