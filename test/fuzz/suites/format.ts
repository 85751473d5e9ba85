/** The formatter. */
import type { Span } from '@okr-language/core';
import { formatText, parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { exampleText, wholeText } from '../generate/project.ts';
import { soup, spoilt } from '../generate/spoil.ts';
import { meaningOf, spansIn } from '../meaning.ts';
import type { Suite } from '../suite.ts';
import { expectSoon } from '../time.ts';

/** The same on fewer lines, with accepted findings behind some of them: what is broken over lines then must not come back. */
const accepting = fc
  .tuple(fc.oneof(wholeText, exampleText), fc.array(fc.constantFrom('\n', ' ', accepted('kr-activity'), accepted('x'))))
  .map(([whole, ends]) => {
    let line = 0;
    return whole.replace(/\r?\n/g, (end) => ends[line++ % ends.length] ?? end);
  });

const text = fc.oneof(
  { weight: 2, arbitrary: fc.oneof(wholeText, exampleText) },
  { weight: 4, arbitrary: spoilt(fc.oneof(wholeText, exampleText)) },
  { weight: 1, arbitrary: soup },
  { weight: 2, arbitrary: accepting },
);

function accepted(rule: string): string {
  return ` // okr-ignore ${rule}: agreed\n`;
}

/** Everything but white space, with the one spelling that the formatter unifies. */
const letters = (written: string) => written.replace(/\s/g, '').replaceAll('check-in', 'checkin');

/** What was read of a sentence is left out: its places count from where the sentence begins. */
const inFile = (key: string, value: unknown) => (key === 'reading' ? null : value);

/** For every place in a file at which a finding may begin, which exceptions hold there. */
function acceptedIn(written: string): string {
  const { statements, suppressions } = parseOkr('', written);
  const accepts = ({ start }: Span) => suppressions.map(({ covers }) => covers.start <= start && start < covers.end);
  return JSON.stringify(spansIn(JSON.parse(JSON.stringify(statements, inFile))).map(accepts));
}

export const formatting: Suite = {
  name: 'format',
  holds: 'formatting keeps the meaning, every letter and what is accepted, and a second time changes nothing',
  shortRuns: 200,
  property: () =>
    fc.property(text, (before) => {
      expectSoon(before.length, () => {
        const after = formatText(before);
        if (letters(after) !== letters(before)) throw new Error(`Letters came or went:\n${after}`);
        if (meaningOf(parseOkr('', after)) !== meaningOf(parseOkr('', before)))
          throw new Error(`It means something else:\n${after}`);
        if (acceptedIn(after) !== acceptedIn(before)) throw new Error(`Other findings are accepted:\n${after}`);
        if (formatText(after) !== after)
          throw new Error(`A second time changes it:\n${after}\n---\n${formatText(after)}`);
      });
    }),
};
