import { describe, expect, it } from 'vitest';
import { asFolder, folderOf, isConfigFile, nearestFolder } from './folders.ts';

describe('the folder that a file belongs to', () => {
  const folders = new Set(['file:///a/', 'file:///a/b/c/']);

  it('is the nearest one upwards', () => {
    expect(nearestFolder('file:///a/b/c/d/x.okr', folders)).toBe('file:///a/b/c/');
    expect(nearestFolder('file:///a/b/x.okr', folders)).toBe('file:///a/');
  });

  it('is none where no folder holds the file', () => {
    expect(nearestFolder('file:///other/x.okr', folders)).toBeNull();
    expect(nearestFolder('untitled:one', folders)).toBeNull();
  });

  it('is not mistaken for a folder whose name begins alike', () => {
    expect(nearestFolder('file:///a/b/cc/x.okr', new Set(['file:///a/b/c/']))).toBeNull();
  });

  it('ends in a slash', () => {
    expect(asFolder('file:///a')).toBe('file:///a/');
    expect(asFolder('file:///a/')).toBe('file:///a/');
    expect(folderOf('file:///a/x.okr')).toBe('file:///a/');
  });

  it('knows the configuration by its whole name', () => {
    expect(isConfigFile('file:///a/okr.config.json')).toBe(true);
    expect(isConfigFile('file:///a/my-okr.config.json')).toBe(false);
  });
});
