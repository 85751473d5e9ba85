import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Table } from './table.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const name = fc.constantFrom(...names);
const step = fc.oneof(
  fc.record({ kind: fc.constant('hold' as const), key: name, uri: name }),
  fc.record({ kind: fc.constant('letGo' as const), key: name, uri: name }),
  fc.record({ kind: fc.constant('look' as const), keys: fc.uniqueArray(name), uri: name }),
);

it('knows who stands under a key and who reads it, whatever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new Table();
      const held = new Set<string>();
      const looked = new Map<string, readonly string[]>();
      for (const one of steps) {
        if (one.kind === 'look') {
          table.look(one.uri, one.keys);
          looked.set(one.uri, one.keys);
        } else if (one.kind === 'letGo') {
          table.letGo(one.key, one.uri);
          held.delete(`${one.key} ${one.uri}`);
        } else if (!held.has(`${one.key} ${one.uri}`)) {
          table.hold(one.key, one.uri);
          held.add(`${one.key} ${one.uri}`);
        }
      }
      for (const key of names) {
        const holders = names.filter((uri) => held.has(`${key} ${uri}`));
        const readers = names.filter((uri) => looked.get(uri)?.includes(key));
        expect([...table.holders(key)].sort()).toEqual(holders);
        expect([...table.readers(key)].sort()).toEqual(readers);
        expect(table.isHeld(key)).toBe(holders.length > 0);
        expect(table.isRead(key)).toBe(readers.length > 0);
        expect(table.isReadByOthers(key, 'a')).toBe(readers.some((uri) => uri !== 'a'));
        expect(table.isLooking(key)).toBe((looked.get(key)?.length ?? 0) > 0);
      }
    }),
  );
});

it('keeps nothing of who came and went, also of many', () => {
  const table = new Table();
  const uris = Array.from({ length: 300 }, (_, index) => `file ${index}`);
  const keysOf = (uri: string) => ['common', `own ${uri}`, ...Array.from({ length: 40 }, (_, index) => `${index}`)];
  for (let round = 0; round < 3; round++) {
    for (const uri of uris) {
      for (const key of keysOf(uri)) table.hold(key, uri);
      table.look(uri, keysOf(uri));
    }
    expect([...table.holders('common')].sort()).toEqual([...uris].sort());
    expect([...table.readers('7')].sort()).toEqual([...uris].sort());
    expect(table.holders('own file 7')).toEqual(['file 7']);
    for (const uri of uris) {
      for (const key of keysOf(uri)) table.letGo(key, uri);
      table.look(uri, []);
    }
    expect(table.holders('common')).toEqual([]);
    expect(table.readers('own file 7')).toEqual([]);
    expect(uris.some((uri) => table.isHeld(`own ${uri}`) || table.isRead(`own ${uri}`))).toBe(false);
  }
});
