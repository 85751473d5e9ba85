import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Span, stretchAt } from './span.ts';

/** Stretches of such lengths with such gaps before them. */
function stretchesOf(parts: readonly (readonly [number, number])[]): readonly { readonly span: Span }[] {
  let at = 0;
  return parts.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { span: { start, end: at } };
  });
}

it('finds the stretch that holds a character, as who looks at each of them', () => {
  const part = fc.tuple(fc.nat(3), fc.nat(4));
  fc.assert(
    fc.property(fc.array(part), fc.nat(60), (parts, offset) => {
      const stretches = stretchesOf(parts);
      const expected = stretches.find(({ span }) => span.start <= offset && offset < span.end) ?? null;
      expect(stretchAt(stretches, offset)).toBe(expected);
    }),
  );
});

it('looks at few of many', () => {
  let looks = 0;
  const stretches = stretchesOf(Array.from({ length: 10_000 }, () => [1, 2])).map(({ span }) => ({
    get span() {
      looks++;
      return span;
    },
  }));
  expect(stretchAt(stretches, 20_000)).not.toBeNull();
  expect(looks).toBeLessThan(20);
});
