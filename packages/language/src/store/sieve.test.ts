import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { okrText } from '../lsp/testing/generate.ts';
import { parseOkr } from '../parse.ts';
import { encodeFile } from './codec.ts';
import { passes, probeFor } from './sieve.ts';
import { wordsOf } from './testing/words.ts';

describe('the sieve before the bytes of a file', () => {
  it('lets every name and every piece of a text pass that is in the file', () => {
    fc.assert(
      fc.property(okrText, fc.nat(), fc.nat(), (text, at, length) => {
        const file = parseOkr('file:///w/a.okr', text);
        const bytes = encodeFile(file);
        const { names, texts } = wordsOf(file);
        for (const name of names) expect([name, passes(bytes, probeFor([name]))]).toEqual([name, true]);
        for (const one of texts) {
          const from = at % (one.length + 1);
          const piece = one.slice(from, from + (length % 12));
          for (const asked of [piece, piece.toLowerCase(), piece.toUpperCase().toLowerCase()]) {
            if (!one.toLowerCase().includes(asked.toLowerCase())) continue;
            expect([asked, passes(bytes, probeFor([], [asked]))]).toEqual([asked, true]);
          }
        }
        expect(passes(bytes, probeFor([...names], [...texts]))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps nearly everything back that is not there', () => {
    const goals = Array.from(
      { length: 5 },
      (_, i) => `objective goal-${i} "Become the shop that people come back to in town ${i}" {
        kr first "Repairs sent from the nearest depot ${i}" from 1 to 2
        kr second "Shops seen on the home page ${i}" from 3 to 4 { owner maya-${i} }
      }`,
    );
    const bytes = encodeFile(parseOkr('file:///w/a.okr', `okrs for shops in 2026-Q3 {\n${goals.join('\n')}\n}`));
    const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;
    const names = Array.from({ length: 2000 }, (_, i) => passes(bytes, probeFor([`other-${i}`])));
    expect(share(names)).toBeLessThan(0.03);
    const pieces = Array.from({ length: 2000 }, (_, i) => passes(bytes, probeFor([], [`${i}xyzw${i}`])));
    expect(share(pieces)).toBeLessThan(0.03);
  });
});
