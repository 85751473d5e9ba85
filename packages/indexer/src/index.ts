export type { IndexedFile } from './file.ts';
export { type IndexOptions, indexFiles } from './indexFiles.ts';
