/** How much is looked at together, with the memory that there is. */
import { statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

/** Of the heap that V8 counts as its limit so much is for what was just made, and none of it for what stays: three times 64 MB from Node 24 on. */
const youngHeap = 192_000_000;
/** Where less is left than can be right, an older Node has less of it. */
const leastShare = 1 / 4;

/** The bytes of heap that this process may use for what it keeps. */
export function memoryHere(): number {
  const { heap_size_limit: limit } = getHeapStatistics();
  return Math.max(limit - youngHeap, limit * leastShare);
}

/** What a whole project takes of the heap for each byte of its files, findings and all: 25 where they are as people write them, and some to spare. */
const heapAByte = 40;

/** Whether files may be taken into memory as a whole: that is several times faster than any other way. */
export function fitsAsAWhole(paths: readonly string[], memory: number): boolean {
  let left = memory / heapAByte;
  for (const path of paths) {
    left -= statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (left < 0) return false;
  }
  return true;
}

/** What the engine keeps of each stored file in the heap, whatever stands in it. */
const heapAFile = 2_000;
/** What the objects of a whole project take for each byte of its stored files. */
const heapAStoredByte = 24;
/** Where that is too much it is looked at in parts, which take some two hundred times as much: with what lies around them, and garbage. */
const shareOfPart = 1 / 400;
const leastAtOnce = 250_000;
/** Larger parts save nothing any more. */
const mostAtOnce = 2_000_000;

/** How many bytes of stored files are looked at together: all of them where that takes less than half of the memory that there is. */
export function bytesAtOnce(
  { files, bytes }: { readonly files: number; readonly bytes: number },
  memory: number,
): number {
  const left = memory - files * heapAFile;
  if (bytes * heapAStoredByte < left / 2) return Number.POSITIVE_INFINITY;
  return Math.min(mostAtOnce, Math.max(leastAtOnce, left * shareOfPart));
}
