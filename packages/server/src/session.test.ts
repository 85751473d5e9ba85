/** What random sessions and readers of the code found, each as the small case that shows it; the random ones are in test/fuzz/suites/sessions.ts. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, parseIsoDay } from '@okr-language/core';
import { uriOf } from '@okr-language/files';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Disk } from './disk.ts';
import { nodeDisk } from './nodeDisk.ts';
import { Session } from './session.ts';

const goals = 'okrs for acme in 2026-Q3 { objective one "Be one" }\n';
let root: string;
let session: Session;
/** Reads folders in place of the disk. */
let readFolder: Disk['readFolder'] | null = null;
const told = new Map<string, readonly unknown[]>();
/** How often it was said that the cascade changed. */
let trees = 0;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'okr-session-')));
  told.clear();
  trees = 0;
  readFolder = null;
  const disk = nodeDisk(() => {});
  session = new Session({
    disk: {
      ...disk,
      readFolder: (uri, options) => (readFolder ?? disk.readFolder)(uri, options),
    },
    outlet: { diagnosticsChanged: (uri, found) => told.set(uri, found), treeChanged: () => trees++, status() {} },
    today: parseIsoDay('2026-08-15') ?? 0,
    base: defaultConfig,
    log(line) {
      throw new Error(line);
    },
  });
});
afterEach(() => {
  session.dispose();
  rmSync(root, { recursive: true, force: true });
});

const at = (path: string) => uriOf(join(root, path));
const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** Files of which something is shown. */
const shown = () => [...told].flatMap(([uri, found]) => (found.length > 0 ? [uri] : [])).sort();
const begin = async () => {
  await session.setFolders([uriOf(root)]);
  session.settle();
};

it('shows what is in a folder under its new name only, and nothing at the old one', async () => {
  put('sub/a.okr', goals);
  await begin();
  expect(shown()).toEqual([at('sub/a.okr')]);
  renameSync(join(root, 'sub'), join(root, 'new'));
  await session.foldersTouched([at('sub'), at('new')]);
  session.settle();
  expect(shown()).toEqual([at('new/a.okr')]);
});

it('forgets what was said of a folder that went while it was read', async () => {
  put('sub/a.okr', goals);
  await begin();
  readFolder = async function* (uri) {
    const problem = { code: 'unreadable-file', message: 'This folder cannot be read.' } as const;
    yield { plain: [{ uri, text: null, problem }], indexed: [] };
  };
  await session.foldersTouched([at('sub')]);
  session.settle();
  expect(shown()).toEqual([at('sub')]);
  rmSync(join(root, 'sub'), { recursive: true });
  readFolder = null;
  await session.foldersTouched([at('sub')]);
  session.settle();
  expect(shown()).toEqual([]);
});

it('says nothing of what a build next door writes', async () => {
  put('sub/a.okr', goals);
  await begin();
  const before = trees;
  put('dist/page.js', '');
  await session.touched([at('dist/page.js'), at('dist/gone.js')]);
  session.settle();
  expect(trees).toBe(before);
  await session.touched([at('dist')]);
  session.settle();
  expect(trees).toBe(before + 1);
});

it('looks itself where nobody tells what happens on the disk, and reads only what changed', async () => {
  session.looksItself = true;
  put('a.okr', goals);
  put('sub/b.okr', goals);
  await begin();
  await session.look();
  const before = trees;
  session.settle();
  expect(trees).toBe(before);
  put('a.okr', '');
  put('new/c.okr', goals);
  rmSync(join(root, 'sub'), { recursive: true });
  await session.look();
  session.settle();
  expect(shown()).toEqual([at('new/c.okr')]);
  expect(session.workspace.counts.parsed).toBe(0);
});

it('shows what stands in a file last, however its readings end', async () => {
  put('a.okr', goals);
  await begin();
  const looks: Promise<void>[] = [];
  for (let i = 0; i < 20; i++) {
    put('a.okr', i % 2 === 0 ? '' : goals);
    looks.push(session.touched([at('a.okr')]));
  }
  rmSync(join(root, 'a.okr'));
  looks.push(session.touched([at('a.okr')]));
  await Promise.all(looks);
  session.settle();
  expect(shown()).toEqual([]);
});

it('shows nothing any more of what a new configuration leaves out', async () => {
  put('sub/a.okr', goals);
  await begin();
  put('sub/okr.config.json', '{ "ignore": ["a.okr"] }');
  await session.touched([at('sub/okr.config.json')]);
  session.settle();
  expect(shown()).toEqual([]);
});

it('shows nothing any more of what lies beside the folder that is open now', async () => {
  put('a.okr', goals);
  put('sub/b.okr', goals);
  await begin();
  await session.setFolders([at('sub')]);
  session.settle();
  expect(shown()).toEqual([at('sub/b.okr')]);
});

it('shows the project of a document from outside as long as the document is open', async () => {
  put('open/a.okr', goals);
  put('other/okr.config.json', '{}');
  put('other/b.okr', goals);
  put('other/c.okr', goals);
  await session.setFolders([at('open')]);
  await session.opened(at('other/b.okr'), goals);
  session.settle();
  expect(shown()).toEqual([at('open/a.okr'), at('other/b.okr'), at('other/c.okr')]);
  await session.closed(at('other/b.okr'));
  session.settle();
  expect(shown()).toEqual([at('open/a.okr')]);
});

it('reads the files beside a document that belongs to no project, and nothing that lies deeper, as long as it is open', async () => {
  put('org.okr', 'company acme "Acme"\nperson maya "Maya" in acme\n');
  put('deeper/c.okr', goals);
  const text =
    'okrs for acme in 2026-Q3 {\n    owner maya\n    objective one "Be one" { supports acme.two in 2026 }\n}\n';
  const above = 'okrs for acme in 2026 {\n    objective two "Be two"\n}\n';
  put('a.okr', text);
  put('b.okr', above);
  await session.setFolders([]);
  await session.opened(at('a.okr'), text);
  session.settle();
  const named = (uri: string) =>
    session.diagnosticsNow(uri).diagnostics.filter(({ code }) => /^unknown|^parent/.test(String(code)));
  expect(named(at('a.okr'))).toEqual([]);
  expect(shown()).toEqual([at('a.okr'), at('b.okr')]);
  put('b.okr', '');
  await session.touched([at('b.okr')]);
  expect(named(at('a.okr')).map(({ code }) => code)).toEqual(['parent-unresolved']);
  await session.closed(at('a.okr'));
  session.settle();
  expect(shown()).toEqual([]);
});

it('reads all of the project as soon as a configuration makes one of the files beside a document, and of a folder that is opened', async () => {
  put('a.okr', goals);
  put('sub/b.okr', goals);
  await session.setFolders([]);
  await session.opened(at('a.okr'), goals);
  put('okr.config.json', '{}');
  await session.touched([at('okr.config.json')]);
  session.settle();
  expect(shown()).toEqual([at('a.okr'), at('sub/b.okr')]);
  rmSync(join(root, 'okr.config.json'));
  await session.touched([at('okr.config.json')]);
  session.settle();
  expect(shown()).toEqual([at('a.okr')]);
  await begin();
  expect(shown()).toEqual([at('a.okr'), at('sub/b.okr')]);
  await session.setFolders([]);
  session.settle();
  expect(shown()).toEqual([at('a.okr')]);
});

it('reads the project around the open folder as soon as a configuration makes it one, and lets it go with that', async () => {
  put('a.okr', goals);
  put('sub/b.okr', goals);
  await session.setFolders([at('sub')]);
  put('okr.config.json', '{}');
  await session.touched([at('okr.config.json')]);
  session.settle();
  expect(shown()).toEqual([at('a.okr'), at('sub/b.okr')]);
  rmSync(join(root, 'okr.config.json'));
  await session.touched([at('okr.config.json')]);
  session.settle();
  expect(shown()).toEqual([at('sub/b.okr')]);
});

it('shows nothing any more of a document that is ignored from now on, and is closed before that was told', async () => {
  put('a.okr', goals);
  put('sub/b.okr', goals);
  await session.setFolders([]);
  await session.opened(at('sub/b.okr'), goals);
  session.settle();
  expect(shown()).toEqual([at('sub/b.okr')]);
  put('okr.config.json', '{ "ignore": ["sub"] }');
  const looked = session.touched([at('okr.config.json')]);
  void session.opened(at('a.okr'), goals);
  await looked;
  await session.closed(at('sub/b.okr'));
  session.settle();
  expect(shown()).toEqual([at('a.okr')]);
});

it('reads a folder once, whether a document in it or the folder itself is opened first, and others when they are opened', async () => {
  put('a/okr.config.json', '{}');
  put('a/one.okr', goals);
  put('b/two.okr', goals);
  const looks: string[] = [];
  const { readFolder: read } = nodeDisk(() => {});
  readFolder = (uri, options) => {
    looks.push(uri);
    return read(uri, options);
  };
  await session.opened(at('a/one.okr'), goals);
  await session.setFolders([at('a')]);
  await session.opened(at('a/one.okr'), goals);
  expect(looks).toEqual([at('a')]);
  await session.setFolders([at('a'), at('b')]);
  expect(looks).toEqual([at('a'), at('b')]);
  session.settle();
  expect(shown()).toEqual([at('a/one.okr'), at('b/two.okr')]);
});

it('keeps on disk what is read of whole folders, and nothing for each folder in them that comes or goes', async () => {
  put('a.okr', goals);
  put('sub/b.okr', goals);
  session.storage = join(root, 'kept');
  const { readFolder: read } = nodeDisk(() => {});
  const kept: string[] = [];
  readFolder = (uri, options) => {
    if (options.storage !== null) kept.push(uri);
    return read(uri, { ...options, storage: null });
  };
  await begin();
  await session.foldersTouched([at('sub'), uriOf(root)]);
  session.settle();
  expect(shown()).toEqual([at('a.okr'), at('sub/b.okr')]);
  expect(kept).not.toContain(at('sub'));
  expect(kept.length).toBeGreaterThan(0);
});

it('checks nothing else of a folder between two keys, and all of it when the typing rests', async () => {
  const files = Array.from({ length: 30 }, (_, index) => at(`team-${index}.okr`));
  for (const index of files.keys()) put(`team-${index}.okr`, goals.replace('acme', `team-${index}`));
  await session.setFolders([uriOf(root)]);
  const [first = ''] = files;
  await session.opened(first, goals);
  for (let key = 0; key < 20; key++) {
    session.edited(first, goals.replace('Be one', `Be one${'!'.repeat(key)}`));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(shown()).toEqual([first]);
  }
  await expect.poll(() => shown().length, { timeout: 20_000 }).toBe(files.length);
}, 30_000);

it('checks the folder in the end also where somebody types on and on', async () => {
  const files = Array.from({ length: 30 }, (_, index) => at(`team-${index}.okr`));
  for (const index of files.keys()) put(`team-${index}.okr`, goals.replace('acme', `team-${index}`));
  await session.setFolders([uriOf(root)]);
  const [first = ''] = files;
  await session.opened(first, goals);
  const begun = performance.now();
  for (let key = 0; shown().length < files.length; key++) {
    expect(performance.now() - begun).toBeLessThan(20_000);
    session.edited(first, goals.replace('Be one', `Be one${'!'.repeat(key % 40)}`));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(performance.now() - begun).toBeGreaterThan(2_500);
}, 30_000);

it('knows what a configuration further out ignores, while that is read for its own sake', async () => {
  put('sub/okr.config.json', '{');
  put('other/a.okr', goals);
  await session.setFolders([at('other'), at('sub')]);
  put('okr.config.json', '{}');
  await session.touched([at('okr.config.json')]);
  put('okr.config.json', '{ "ignore": ["sub"] }');
  await session.touched([at('okr.config.json')]);
  await session.setFolders([at('sub')]);
  session.settle();
  expect(shown()).toEqual([at('sub/okr.config.json')]);
});
