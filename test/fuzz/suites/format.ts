/** The formatter. */
import { formatText, parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { exampleText, wholeText } from '../generate/project.ts';
import { soup, spoilt } from '../generate/spoil.ts';
import { meaningOf } from '../meaning.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

const text = fc.oneof(
  { weight: 2, arbitrary: fc.oneof(wholeText, exampleText) },
  { weight: 4, arbitrary: spoilt(fc.oneof(wholeText, exampleText)) },
  { weight: 1, arbitrary: soup },
);

/** Everything but white space, with the one spelling that the formatter unifies. */
const letters = (written: string) => written.replace(/\s/g, '').replaceAll('check-in', 'checkin');

export const formatting: Suite = {
  name: 'format',
  holds: 'formatting keeps the meaning and every letter, and a second time changes nothing',
  shortRuns: 200,
  property: () =>
    fc.property(text, (before) => {
      expectSoon(before.length, () => {
        const after = formatText(before);
        if (letters(after) !== letters(before)) throw new Error(`Letters came or went:\n${after}`);
        if (meaningOf(parseOkr('', after)) !== meaningOf(parseOkr('', before)))
          throw new Error(`It means something else:\n${after}`);
        if (formatText(after) !== after)
          throw new Error(`A second time changes it:\n${after}\n---\n${formatText(after)}`);
      });
    }),
};
