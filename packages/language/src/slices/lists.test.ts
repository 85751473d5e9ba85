import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lists, noList } from './lists.ts';

const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const which = fc.nat({ max: 3 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('make' as const), which, numbers: fc.array(number, { maxLength: 40 }) }),
  fc.record({ kind: fc.constant('add' as const), which, number }),
  fc.record({ kind: fc.constant('remove' as const), which, number: fc.nat({ max: 10 }) }),
);

it('holds the same as arrays do, however lists grow and go side by side', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const lists = new Lists();
      const made = [noList, noList, noList, noList];
      const arrays: number[][] = [[], [], [], []];
      for (const one of steps) {
        const list = made[one.which] as number;
        const array = arrays[one.which] as number[];
        if (one.kind === 'make') {
          lists.release(list);
          made[one.which] = lists.make(Int32Array.from(one.numbers));
          arrays[one.which] = [...one.numbers];
        } else if (one.kind === 'add') {
          made[one.which] = lists.add(list, one.number);
          array.push(one.number);
        } else {
          const gone = array[one.number];
          if (gone === undefined) continue;
          lists.remove(list, gone);
          array[array.indexOf(gone)] = array.at(-1) as number;
          array.pop();
        }
        expect(made.map((each) => [...lists.all(each)])).toEqual(arrays);
      }
    }),
  );
});

it('holds lists that are longer than all others together', () => {
  const lists = new Lists();
  let long = noList;
  let other = noList;
  for (let number = 0; number < 200_000; number++) {
    long = lists.add(long, number);
    if (number % 1000 === 0) other = lists.add(other, number);
  }
  expect(lists.lengthOf(long)).toBe(200_000);
  expect(lists.all(long).every((number, index) => number === index)).toBe(true);
  expect([...lists.all(other)]).toEqual(Array.from({ length: 200 }, (_, index) => 1000 * index));
});
