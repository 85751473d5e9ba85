export { type DecodedText, decodeText } from './decode.ts';
export { type Disk, type DiskEntry, type EntryKind, type ReadResult, realDisk } from './disk.ts';
export { configFileName, type FindOptions, type FoundFiles, findFiles, isWanted } from './find.ts';
export { type LoadedFolder, loadFolder } from './load.ts';
export { inParallel, readsAtOnce } from './pool.ts';
export type { DiskProblem } from './problem.ts';
export { nearestProjectFolder } from './project.ts';
export { largestFile, type ReadFile, readTextFile } from './read.ts';
export { pathOf, sameUri, uriOf } from './uri.ts';
