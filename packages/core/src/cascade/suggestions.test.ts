import { describe, expect, it } from 'vitest';
import { spelledLike } from './suggestions.ts';

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
  it('does not choke on very long names', () => {
    expect(spelledLike('x'.repeat(100_000), ['y'.repeat(100_000)])).toEqual([]);
  });
});
