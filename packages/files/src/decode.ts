import type { DiskProblem } from './problem.ts';

export interface DecodedText {
  /** Null where the bytes are no text at all. */
  readonly text: string | null;
  readonly problem: DiskProblem | null;
}

/**
 * Reads bytes as text: UTF-8 with or without a byte order mark, UTF-16 of either order with one. A mark is not part of the text.
 * Bytes that are no UTF-8 become `\uFFFD` and are reported; anything with a NUL character is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const exact = decodeWith(encoding, bytes, true);
  const text = exact ?? decodeWith(encoding, bytes, false) ?? '';
  if (text.includes('\0')) return { text: null, problem: notText };
  return { text, problem: exact === null ? replaced(text) : null };
}

const notText: DiskProblem = {
  code: 'not-text',
  message:
    'This file holds no plain text, so it was not read. Save it as plain text in UTF-8, or give it another name.',
};

function replaced(text: string): DiskProblem {
  const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length;
  return {
    code: 'not-text',
    message: `Some characters of this file could not be read (the first in line ${line}) and stand as \uFFFD. Save the file in UTF-8.`,
  };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Null where `fatal` and the bytes do not follow the encoding. The decoder takes the byte order mark away. */
function decodeWith(encoding: Encoding, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
