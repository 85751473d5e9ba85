/** How a file that was read becomes what is kept of it. */
import type { OkrFile } from '@okr-language/core';
import { keysOf } from '../slices/contents.ts';
import { encodeFile } from './codec.ts';
import type { StoredFile } from './files.ts';

export function storedOf(file: OkrFile): StoredFile & { readonly bytes: Uint8Array<ArrayBuffer> } {
  return { bytes: encodeFile(file), keys: keysOf(file) };
}
