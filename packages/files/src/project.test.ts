import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { nearestProjectFolder } from './project.ts';
import { temporaryFolder } from './testing.ts';
import { pathOf, sameUri, uriOf } from './uri.ts';

const { root, remove } = temporaryFolder({
  'a/okr.config.json': '{}',
  'a/b/c/x.okr': '',
  'd/okr.config.json/x.okr': '',
});
afterAll(remove);

describe('the folder of a project', () => {
  it('is the nearest one upwards that holds a configuration', async () => {
    expect(await nearestProjectFolder(join(root, 'a', 'b', 'c'))).toBe(join(root, 'a'));
    expect(await nearestProjectFolder(join(root, 'a'))).toBe(join(root, 'a'));
  });

  it('is none where no configuration stands, or only a folder of that name', async () => {
    expect(await nearestProjectFolder(join(root, 'd'))).toBeNull();
    expect(await nearestProjectFolder(join(root, 'not', 'there'))).toBeNull();
  });
});

describe('addresses of files', () => {
  it('are written in one way, however an editor writes them', () => {
    expect(uriOf('/a b/(x) #1.okr')).toBe('file:///a%20b/(x)%20%231.okr');
    expect(sameUri('file:///a%20b/%28x%29%20%231.okr')).toBe('file:///a%20b/(x)%20%231.okr');
    expect(sameUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });

  it('are what the system makes of the path, and the path is what it makes of them', () => {
    const piece = fc.constantFrom(
      '/',
      'a',
      'B9',
      '.',
      '..',
      '-',
      '_',
      '~',
      'é',
      ' ',
      '%',
      '%2F',
      '#',
      '?',
      '\\',
      ':',
      '@',
    );
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
    fc.assert(
      fc.property(path, (path) => {
        expect(uriOf(path)).toBe(pathToFileURL(path).href);
        expect(pathOf(uriOf(path))).toBe(fileURLToPath(pathToFileURL(path)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('lead back to the path', () => {
    expect(pathOf(uriOf('/a/100%/ü.okr'))).toBe('/a/100%/ü.okr');
    expect(pathOf('https://example.org/x.okr')).toBeNull();
    expect(pathOf('file:///a%2Fb.okr')).toBeNull();
  });
});
