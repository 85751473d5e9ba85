/** Who may import whom: the table of docs/architecture.md, held against every import and every package.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each room may name in an import; a trailing `*` stands for anything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['jsonc-parser'],
  language: ['@okr-language/core', 'langium', 'langium/*', 'vscode-languageserver-types'],
  files: ['@okr-language/core', 'node:*'],
  indexer: ['@okr-language/core', '@okr-language/language', '@okr-language/files', 'node:*'],
  server: [
    '@okr-language/core',
    '@okr-language/language',
    '@okr-language/files',
    '@okr-language/indexer',
    '@okr-language/indexer/keptCode',
    '@okr-language/indexer/v8Flags',
    'vscode-languageserver',
    'vscode-languageserver/*',
    'vscode-languageserver-textdocument',
    'node:*',
  ],
  cli: [
    '@okr-language/core',
    '@okr-language/language',
    '@okr-language/files',
    '@okr-language/indexer',
    '@okr-language/indexer/keptCode',
    '@okr-language/indexer/v8Flags',
    'node:*',
  ],
  webview: ['@okr-language/core'],
  extension: ['@okr-language/server/protocol', '@okr-language/webview', 'vscode', 'vscode-languageclient/*', 'node:*'],
};

const workshop = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Tests of a room may use our tools besides, and folders that were made for tests. */
const testsMayImport = ['vitest', 'node:*', '@okr-language/files/testing', ...Object.keys(workshop.devDependencies)];

/** The protocols cross process boundaries: they may name types of other rooms, but bring none of their code along. */
const namesTypesOnly = [
  'packages/server/src/protocol.ts',
  'packages/webview/src/protocol.ts',
  'packages/webview/src/html.ts',
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const rooms = readdirSync(join(root, 'packages'));
const table = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');

function sources(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mts|mjs)$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  // A statement begins at the start of a line; none of ours holds a quote before its own.
  const statements = /^(?:import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
  const calls = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [
    ...[...text.matchAll(statements)].map(([, type, from = '']) => ({ file, from, typeOnly: type !== undefined })),
    ...[...text.matchAll(calls)].map(([, from = '']) => ({ file, from, typeOnly: false })),
  ];
}

function fits(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}

function rowOf(room: string): string {
  return table.split('\n').find((line) => line.startsWith(`| \`${room}\` |`)) ?? '';
}

/** `@scope/name/part` and `name/part` without the part. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('every room', () => {
  it('stands in the table of docs/architecture.md and in this test', () => {
    expect(Object.keys(mayImport).sort()).toEqual(rooms.toSorted());
    for (const room of rooms) expect(rowOf(room), `no row for ${room}`).not.toBe('');
  });

  it.each(rooms)('%s imports only what its row allows', (room) => {
    const broken = sources(`packages/${room}/src`)
      .flatMap(importsOf)
      .filter(({ from }) => !from.startsWith('.'))
      .filter(({ file, from }) => {
        const tests = file.endsWith('.test.ts') || file.includes('/testing/') ? testsMayImport : [];
        return !fits(from, [...(mayImport[room] ?? []), ...tests]);
      })
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(broken, `The row says: ${rowOf(room)}`).toEqual([]);
  });

  it.each(rooms)('%s does not reach into other rooms by path', (room) => {
    const own = join(root, 'packages', room);
    const outside = sources(`packages/${room}/src`)
      .flatMap(importsOf)
      .filter(
        ({ file, from }) => from.startsWith('.') && relative(own, resolve(root, dirname(file), from)).startsWith('..'),
      )
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(outside).toEqual([]);
  });

  it.each(rooms)('the package.json of %s lists what it imports and nothing else', (room) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', room, 'package.json'), 'utf8'));
    const listed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    const imported = new Set(
      sources(`packages/${room}/src`)
        .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'))
        .flatMap(importsOf)
        .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:') && from !== 'vscode')
        .map(({ from }) => packageOf(from)),
    );
    expect(listed.sort()).toEqual([...imported].sort());
  });
});

it('langium is needed to build and to test, and nothing of it to run', () => {
  const generated = 'packages/language/src/generated/';
  const inUse = rooms
    .flatMap((room) => sources(`packages/${room}/src`))
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith(generated))
    .flatMap(importsOf)
    .filter(
      ({ from, typeOnly }) =>
        !typeOnly && (packageOf(from) === 'langium' || /(?:^|\/)generated\/(?:ast|module)\.ts$/.test(from)),
    )
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(inUse).toEqual([]);
});

it('the protocols bring no code of other rooms along', () => {
  const code = namesTypesOnly
    .flatMap(importsOf)
    .filter(({ from, typeOnly }) => !from.startsWith('.') && !typeOnly)
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(code).toEqual([]);
});

it('no package and no script reaches the network or sends anything', () => {
  const files = [...rooms.flatMap((room) => sources(`packages/${room}/src`)), ...sources('scripts')];
  const network = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap(importsOf)
    .filter(({ from }) => /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)/.test(from))
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(network).toEqual([]);
});

it('scripts import packages by name; only what generates their files reads their insides', () => {
  const byPath = sources('scripts')
    .filter((file) => !file.startsWith('scripts/generate'))
    .flatMap(importsOf)
    .filter(
      ({ file, from }) =>
        from.startsWith('.') && !relative(join(root, 'scripts'), resolve(root, dirname(file), from)).match(/^[^.]/),
    )
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(byPath).toEqual([]);
});
