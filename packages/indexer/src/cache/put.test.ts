import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@okr-language/files/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putInPlace } from './put.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const parts = ['first ', 'second'].map((text) => Buffer.from(text));

describe('a file that is put in its place', () => {
  it('is what it was until all of it is written, and nobody else’s', () => {
    const path = join(folder.root, 'deep', 'er', 'kept');
    mkdirSync(join(folder.root, 'deep', 'er'), { recursive: true });
    writeFileSync(path, 'before');
    const putting = putInPlace(path, parts);
    for (const _ of parts) {
      expect(putting.next().done).toBe(false);
      expect(readFileSync(path, 'utf8')).toBe('before');
    }
    expect(putting.next()).toEqual({ done: true, value: true });
    expect(readFileSync(path, 'utf8')).toBe('first second');
    expect(readdirSync(join(folder.root, 'deep', 'er'))).toEqual(['kept']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind where that is not possible', () => {
    const path = join(folder.root, 'kept');
    mkdirSync(path);
    const putting = putInPlace(path, parts);
    let step = putting.next();
    while (!step.done) step = putting.next();
    expect(step.value).toBe(false);
    expect(readdirSync(folder.root)).toEqual(['kept']);
  });
});
