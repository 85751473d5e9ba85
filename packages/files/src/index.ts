export { type DecodedText, decodeText } from './decode.ts';
export { type Disk, type DiskEntry, type EntryKind, type ReadResult, realDisk } from './disk.ts';
export {
  type FindOptions,
  type FoundFiles,
  findFiles,
  isEntered,
  isWanted,
  isWithinReach,
} from './find.ts';
export { leadsOutOf } from './inside.ts';
export { configFileName } from './names.ts';
export { inParallel, readsAtOnce } from './pool.ts';
export { type DiskProblem, leadsOut } from './problem.ts';
export { nearestProjectFolder } from './project.ts';
export { largestFile, type ReadFile, readTextFile, readTextInside } from './read.ts';
export { Distance, type InOrderOptions, readInOrder } from './readInOrder.ts';
export { readTextFileNow, readTextNow } from './readNow.ts';
export { pathOf, sameUri, uriOf } from './uri.ts';
