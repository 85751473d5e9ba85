/** How much is looked at together, with the memory that there is. */
import { statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

/** The bytes of heap that this process may use. */
export function memoryHere(): number {
  return getHeapStatistics().heap_size_limit;
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
const heapAFile = 4_000;
/** What the objects of a whole project take for each byte of its stored files. */
const heapAStoredByte = 24;
/** Where that is too much it is looked at in parts, which take more for each byte: what lies around them comes on top. */
const shareOfPart = 1 / 200;
const leastAtOnce = 1_000_000;

/** How many bytes of stored files are looked at together: all of them where that takes less than half of the memory that there is. */
export function bytesAtOnce(
  { files, bytes }: { readonly files: number; readonly bytes: number },
  memory: number,
): number {
  const left = memory - files * heapAFile;
  return bytes * heapAStoredByte < left / 2 ? Number.POSITIVE_INFINITY : Math.max(leastAtOnce, left * shareOfPart);
}
