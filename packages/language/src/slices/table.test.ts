import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Entry, Table } from './table.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  fc.record({ kind: fc.constant('hold' as const), key: name, uri: name }),
  fc.record({ kind: fc.constant('letGo' as const), key: name, uri: name }),
  fc.record({ kind: fc.constant('read' as const), keys: fc.uniqueArray(name), uri: name }),
);

it('knows who stands under a key and who reads it, whatever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const table = new Table();
      const held = new Set<string>();
      const looked = new Map<string, readonly Entry[]>();
      for (const one of steps) {
        if (one.kind === 'read') looked.set(one.uri, table.readAll(one.keys, one.uri, looked.get(one.uri) ?? []));
        else if (one.kind === 'letGo') {
          table.letGo(one.key, one.uri);
          held.delete(`${one.key} ${one.uri}`);
        } else if (!held.has(`${one.key} ${one.uri}`)) {
          table.hold(one.key, one.uri);
          held.add(`${one.key} ${one.uri}`);
        }
      }
      const names = ['a', 'b', 'c', 'd', 'e'];
      for (const key of names) {
        const holders = names.filter((uri) => held.has(`${key} ${uri}`));
        const readers = names.filter((uri) => looked.get(uri)?.some((entry) => entry.key === key));
        expect([...table.holders(key)].sort()).toEqual(holders);
        expect([...table.readers(key)].sort()).toEqual(readers);
        expect(table.isHeld(key)).toBe(holders.length > 0);
        expect(table.isReadByOthers(key, 'a')).toBe(readers.some((uri) => uri !== 'a'));
      }
    }),
  );
});
