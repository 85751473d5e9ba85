import type { OkrFile } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { parseOkr } from '../parse.ts';
import { UnitFiles, type UnitFilesOptions } from './unitFiles.ts';

const units = (names: string) =>
  names
    .split(' ')
    .map((name) => `team ${name} "${name} of the text"`)
    .join('\n');

function filesOf(texts: Record<string, string>, options: UnitFilesOptions) {
  const asked: string[] = [];
  const files = new UnitFiles((uri): OkrFile | null => {
    asked.push(uri);
    return texts[uri] === undefined ? null : parseOkr(uri, texts[uri]);
  }, options);
  const titles = (uri: string, name: string) => files.declared(uri, name).map(({ title }) => title?.text);
  return { files, asked, titles };
}

describe('files that declare many units', () => {
  it('are decoded once for all units that others ask for', () => {
    const { files, asked, titles } = filesOf({ org: `${units('a b c')}\nteam a "Again"` }, { fewest: 3 });
    expect(titles('org', 'a')).toEqual(['a of the text', 'Again']);
    expect(titles('org', 'b')).toEqual(['b of the text']);
    expect(titles('org', 'nobody')).toEqual([]);
    expect(files.headOf('org')).toMatchObject({ uri: 'org', statements: [] });
    expect(asked).toEqual(['org']);
  });

  it('are asked themselves where they declare few, or are not known', () => {
    const { files, asked, titles } = filesOf({ org: units('a b') }, { fewest: 3 });
    expect([titles('org', 'a'), titles('org', 'nobody'), titles('gone', 'a')]).toEqual([['a of the text'], [], []]);
    expect(asked).toEqual(['org', 'org', 'gone']);
    expect([files.headOf('org')?.statements, files.headOf('gone')]).toEqual([[], null]);
  });

  it('tell all their units, the first of each name in the order of the text, whether they are kept or not', () => {
    const texts = { org: `team b "B"\n${units('a c')}\nteam b "Again"\nteam` };
    const firsts = (fewest: number) => {
      const first = new Map<string, string | undefined>();
      for (const { name, title } of filesOf(texts, { fewest }).files.allDeclared('org')) {
        if (name && !first.has(name.text)) first.set(name.text, title?.text);
      }
      return [...first];
    };
    expect(firsts(3)).toEqual([
      ['b', 'B'],
      ['a', 'a of the text'],
      ['c', 'c of the text'],
    ]);
    expect(firsts(100)).toEqual(firsts(3));
  });

  it('are decoded anew when they are others', () => {
    const texts: Record<string, string> = { org: units('a b') };
    const { files, titles } = filesOf(texts, { fewest: 2 });
    titles('org', 'a');
    texts['org'] = 'team a "Another"\nteam b "B"';
    files.forget('org');
    expect(titles('org', 'a')).toEqual(['Another']);
  });

  it('are decoded anew when nothing is kept any more', () => {
    const { files, asked, titles } = filesOf({ org: units('a b') }, { fewest: 2 });
    titles('org', 'a');
    files.clear();
    expect([titles('org', 'b'), asked]).toEqual([['b of the text'], ['org', 'org']]);
  });

  it('are let go of when there are too many, the one first that was not used for the longest time', () => {
    const { asked, titles } = filesOf({ x: units('a b'), y: units('c d'), z: units('e f') }, { fewest: 1, most: 4 });
    for (const [uri, name] of ['xa', 'yc', 'xb', 'ze', 'xa', 'yd'].map((one) => [...one] as [string, string]))
      titles(uri, name);
    expect(asked).toEqual(['x', 'y', 'z', 'y']);
  });
});
