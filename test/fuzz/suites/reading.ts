/** Reading a file: any text, and bytes that were text once. */
import { decodeText } from '@okr-language/files';
import { MOST_PROBLEMS, parseOkr } from '@okr-language/language';
import { tokenize } from '@okr-language/language/testing';
import fc from 'fast-check';
import { exampleText, wholeText } from '../generate/project.ts';
import { soup, spoilt, spoiltBytes } from '../generate/spoil.ts';
import { meaningOf, spansIn } from '../meaning.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

const sound = fc.oneof(wholeText, exampleText);
const anyText = fc.oneof(
  { weight: 6, arbitrary: spoilt(sound) },
  { weight: 2, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** Reads a text and throws where the result is not what every reading must be. */
function read(text: string): void {
  expectSoon(text.length, () => {
    const file = parseOkr('a.okr', text);
    if (file.length !== text.length) throw new Error('The length is not that of the text.');
    if (file.problems.length > MOST_PROBLEMS + 1) throw new Error(`${file.problems.length} problems.`);
    for (const { start, end } of spansIn([file.statements, file.problems, file.suppressions])) {
      if (!(start >= 0 && start <= end && end <= text.length))
        throw new Error(`A place from ${start} to ${end} in ${text.length} characters.`);
    }
    for (const { message } of file.problems) if (message.trim() === '') throw new Error('A problem without words.');
    if (meaningOf(parseOkr('b.okr', text)) !== meaningOf(file)) throw new Error('Read twice, it says two things.');
    let last = 0;
    for (const { span } of tokenize(text)) {
      if (span.start < last || span.end < span.start) throw new Error('The tokens are out of order.');
      last = span.end;
    }
  });
}

export const readingTexts: Suite = {
  name: 'reading',
  holds: 'any text is read without an exception, in time, with every place inside it, and twice alike',
  shortRuns: 300,
  property: () => fc.property(anyText, read),
};

export const soundTexts: Suite = {
  name: 'sound',
  holds: 'a text that follows the grammar is read without a problem in its writing',
  shortRuns: 150,
  property: () =>
    fc.property(wholeText, (text) => {
      const wrong = parseOkr('a.okr', text).problems.filter(({ code }) => code === 'syntax-error');
      if (wrong.length > 0) throw new Error(`${wrong[0]?.message}\n\n${text}`);
    }),
};

export const readingBytes: Suite = {
  name: 'bytes',
  holds: 'bytes that were text once become text or a plain word about them, and that text is read',
  shortRuns: 200,
  property: () =>
    fc.property(fc.oneof(spoiltBytes(sound), fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const { text, problem } = decodeText(bytes);
      if (text === null && problem === null) throw new Error('Neither a text nor a word about it.');
      if (text?.includes('\ufffd') === false && problem !== null)
        throw new Error('A text that is whole, and a problem.');
      if (text !== null) read(text);
    }),
};
