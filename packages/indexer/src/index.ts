export { Cache, type CacheOptions } from './cache/cache.ts';
export { type Compared, compare } from './cache/compare.ts';
export type { KeptFiles, KeptMark } from './cache/keptFiles.ts';
export { type CheckedFile, digestOf, RunWriter } from './cache/keptRun.ts';
export { userCacheFolder } from './cache/place.ts';
export { mayPutInto } from './cache/put.ts';
export { type Body, fileIn, type IndexedFile, packed, unpacked } from './file.ts';
export { type IndexOptions, indexFiles } from './indexFiles.ts';
export { type PlacedFinding, placedFinding } from './placed.ts';
