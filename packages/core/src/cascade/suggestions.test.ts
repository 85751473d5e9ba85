import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameList, spelledLike } from './suggestions.ts';

describe('names that a misspelt one may have meant', () => {
  it('gives the nearest first', () => {
    expect(spelledLike('loyality', ['royalty', 'growth', 'loyalty'])).toEqual(['loyalty', 'royalty']);
  });
  it('sees through upper and lower case', () => expect(spelledLike('Trust', ['trust'])).toEqual(['trust']));
  it('offers nothing that is too different', () => expect(spelledLike('csat', ['uptime', 'nps'])).toEqual([]));
  it('offers the first five for an empty name', () => {
    expect(spelledLike('', ['a', 'b', 'c', 'd', 'e', 'f'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  it('offers each name once', () => expect(spelledLike('trus', ['trust', 'trust'])).toEqual(['trust']));
  it('stops looking in the end', () => {
    let looked = 0;
    function* endless() {
      for (;;) yield `name${looked++}`;
    }
    spelledLike('nome', endless());
    expect(looked).toBeLessThan(10_000);
  });
  it('finds the one of thousands that differs least, wherever it stands', () => {
    const names = Array.from({ length: 12_000 }, (_, i) => `department-${i}`);
    expect(spelledLike('departmnt-9876', [], [new NameList(names)])[0]).toBe('department-9876');
    const words = ['care', 'shops', 'sales', 'growth', 'north', 'south'];
    const units = words.flatMap((one) => words.flatMap((two) => words.map((three) => `${one}-${two}-${three}`)));
    expect(spelledLike('suoth-care-norht', [], [new NameList(units)])[0]).toBe('south-care-north');
  });
  it('finds in few names what is found by comparing each of them', () => {
    const letter = fc.constantFrom(...'abcdeÄä1-');
    const word = fc.array(letter, { maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 60 }), (name, names) => {
        const one = spelledLike(name, names);
        expect(spelledLike(name, [], [new NameList(names)])).toEqual(one);
        // A candidate that is found among all others is as near when it is alone.
        const alone = [...new Set(names)].filter((other) => spelledLike(name, [other]).length > 0);
        expect(one).toHaveLength(Math.min(5, alone.length));
        for (const found of one) expect(alone).toContain(found);
      }),
    );
  });
  it('does not choke on very long names', () => {
    expect(spelledLike('x'.repeat(100_000), ['y'.repeat(100_000)])).toEqual([]);
  });
});
