import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPlain, type OkrFile } from '@okr-language/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garbledText, okrText } from '../lsp/testing/generate.ts';
import { parseOkr } from '../parse.ts';
import { decodeFile, encodeFile } from './codec.ts';
import { sumOf } from './letters.ts';

const uri = 'file:///w/a.okr';

function back(file: OkrFile): OkrFile {
  return decodeFile(file.uri, encodeFile(file));
}

function firstExample(): string {
  const examples = resolve(import.meta.dirname, '../../../../examples');
  const found = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.okr'));
  return found.sort()[0] as string;
}

/** Two ends for a text with which it has the same sum over its letters. */
function twins(text: string): readonly string[] {
  const ends = new Map<number, string>();
  for (let i = 0; ; i++) {
    const end = i.toString(36).padStart(6, '0');
    const sum = sumOf(text + end);
    const twin = ends.get(sum);
    if (twin !== undefined) return [twin, end];
    ends.set(sum, end);
  }
}

describe('a file as bytes', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText), (text) => {
        const file = parseOkr(uri, text);
        expect(back(file)).toStrictEqual(file);
        // Its fields in the same order too: what others see of a file is compared as texts, see prints.ts.
        expect(JSON.stringify(back(file))).toBe(JSON.stringify(file));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was from the examples of the project', () => {
    const examples = resolve(import.meta.dirname, '../../../../examples');
    expect(existsSync(examples)).toBe(true);
    const found = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.okr'));
    expect(found.length).toBeGreaterThan(0);
    for (const path of found) {
      const file = parseOkr(uri, readFileSync(resolve(examples, path), 'utf8'));
      expect(back(file)).toStrictEqual(file);
    }
  });

  it('remembers which titles are plain, so that nobody reads them again', () => {
    const lines = [
      'kr "Help desk rating" from 3.9 to 4.4',
      'kr "Zufriedenheit der Nutzer" to 4',
      'kr "Raise it more" to 4',
    ];
    const file = parseOkr(
      uri,
      `okrs for acme in 2026-Q3 {\n  objective "Guests come back" {\n${lines.join('\n')}\n  }\n}`,
    );
    const plain = ({ statements: [set] }: OkrFile) =>
      set?.kind === 'okrs' &&
      set.objectives
        .flatMap(({ reading, keyResults }) => [reading, ...keyResults.map((one) => one.reading)])
        .map(isPlain);
    expect(plain(file)).toEqual([true, true, true, false]);
    expect(plain(back(file))).toEqual([true, true, true, false]);
  });

  it('keeps every letter, also halves of letters, and every number', () => {
    const odd = parseOkr(
      uri,
      `okrs for ä in 2026-Q3 {\n objective "\ud83d ü 東京 ${'x'.repeat(10_000)}東" { kr "a" from -0.5 to 1e300 }\n}`,
    );
    expect(back(odd)).toStrictEqual(odd);
    const far: OkrFile = { ...odd, problems: [{ code: 'syntax-error', message: '', span: { start: 9e9, end: 3 } }] };
    expect(back(far)).toStrictEqual(far);
  });

  it('is the same whatever was written before it, also something very large', () => {
    const goals = Array.from(
      { length: 3_000 },
      (_, i) => `kr goal-${i} "${i % 3 ? 'Réach' : 'Reach'} ${i} 東京" from ${i} to 7`,
    );
    const large = parseOkr(uri, `okrs for acme in 2026-Q3 {\n objective "Grow" {\n${goals.join('\n')}\n }\n}`);
    const small = parseOkr(uri, 'team shops "Shops" in acme');
    const before = encodeFile(small);
    expect(back(large)).toStrictEqual(large);
    expect(encodeFile(small)).toEqual(before);
  });

  it('comes back as it was though all its texts were made up to have one sum over their letters', () => {
    let texts = [''];
    while (texts.length < 64) texts = twins(texts[0] as string).flatMap((end) => texts.map((text) => text + end));
    expect(new Set(texts.map(sumOf)).size).toBe(1);
    const titles = [...texts, ...texts].map((text) => `kr "${text}"`);
    const file = parseOkr(uri, `okrs for acme in 2026-Q3 {\n objective "Grow" {\n${titles.join('\n')}\n }\n}`);
    expect(back(file)).toStrictEqual(file);
  });

  it('is read or refused wherever it is damaged, and nothing else happens', () => {
    const file = parseOkr(
      uri,
      readFileSync(resolve(import.meta.dirname, '../../../../examples', firstExample()), 'utf8'),
    );
    const bytes = encodeFile(file);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (damage) => {
          const spoilt = bytes.slice();
          for (const [at, value] of damage) spoilt[at] = value;
          try {
            decodeFile(uri, spoilt);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is refused where it was cut off', () => {
    const bytes = encodeFile(parseOkr(uri, 'team shops "Shops" in acme'));
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeFile(uri, bytes.subarray(0, length))).toThrow(RangeError);
    }
  });
});
