/** The folder of kept files stays small, and nothing else in it is touched. */
import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@okr-language/files/testing';
import { describe, expect, it } from 'vitest';
import { userCacheFolder } from './place.ts';
import { temporary } from './put.ts';
import { tidy } from './tidy.ts';

const day = 24 * 60 * 60 * 1000;

describe('tidying', () => {
  it('takes away what nobody used for long, what is too much, and what was never finished', () => {
    const now = Date.now();
    const ages: Readonly<Record<string, number>> = {
      'new.okr-files': 0,
      'recent.okr-run': 1,
      'older.okr-files': 5,
      'old.okr-files': 31,
      [`${temporary}1`]: 0,
      [`${temporary}2`]: 2,
      'letter.txt': 400,
    };
    const { root, remove } = temporaryFolder(
      Object.fromEntries(Object.keys(ages).map((name) => [name, 'x'.repeat(100)])),
    );
    for (const [name, days] of Object.entries(ages)) {
      const at = new Date(now - days * day);
      utimesSync(join(root, name), at, at);
    }
    const left = () => Object.keys(ages).filter((name) => existsSync(join(root, name)));
    tidy(root, now, { bytes: 1_000, days: 30 });
    expect(left()).toEqual(['new.okr-files', 'recent.okr-run', 'older.okr-files', `${temporary}1`, 'letter.txt']);
    tidy(root, now, { bytes: 200, days: 30 });
    expect(left()).toEqual(['new.okr-files', 'recent.okr-run', `${temporary}1`, 'letter.txt']);
    remove();
    expect(() => tidy(root, now)).not.toThrow();
  });
});

describe('the folder for caches', () => {
  it('is where the system wants it', () => {
    expect(userCacheFolder({}, 'linux', '/home/maya')).toBe(join('/home/maya', '.cache', 'okr-language'));
    expect(userCacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux', '/home/maya')).toBe(join('/caches', 'okr-language'));
    expect(userCacheFolder({ XDG_CACHE_HOME: 'caches' }, 'linux', '/home/maya')).toMatch(/^.home/);
    expect(userCacheFolder({}, 'darwin', '/Users/maya')).toBe(join('/Users/maya', 'Library', 'Caches', 'okr-language'));
    expect(userCacheFolder({ LOCALAPPDATA: '/c/Local' }, 'win32', '/c/maya')).toBe(join('/c/Local', 'okr-language'));
  });

  it('is nowhere where nobody has a home', () => {
    expect(userCacheFolder({}, 'linux', '')).toBeNull();
    expect(userCacheFolder({}, 'win32', '/c/maya')).toBeNull();
  });
});
