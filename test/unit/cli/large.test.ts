/**
 * A folder that is much larger than the memory there is: all of it is checked, with few files open at once. What 150,000 files need is
 * measured by `npm run bench -- --only 14`; this is the same in small.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../../bench/generate.ts';
import { Folder, okr } from './okr.ts';

const files = 1_000;
/** As a whole the project takes more than a hundred; what Node and the program take is among them. */
const megabytes = 64;
/** Fewer than are read at once, and Node has half of them open itself. */
const openFiles = 48;

let folder: Folder;
beforeAll(() => {
  folder = new Folder({});
  generate(files, 'okr', join(folder.path, 'company'));
});
afterAll(() => folder[Symbol.dispose]());

describe('okr check with little of everything', { timeout: 240_000 }, () => {
  it(`checks ${files} files with ${megabytes} MB and ${openFiles} open files, and finds what it finds with plenty`, async () => {
    const args = ['check', '--no-cache', '--format', 'compact', 'company'];
    const environment = { NODE_OPTIONS: `--max-old-space-size=${megabytes}` };
    const cramped = await okr(args, { cwd: folder.path, environment, openFiles });
    expect(cramped.err).toBe('');
    expect(cramped.code).toBe(1);
    const plenty = await okr(args, { cwd: folder.path });
    expect(cramped.out).toBe(plenty.out);
    expect(plenty.out.split('\n').length).toBeGreaterThan(2 * files);
  });
});
