/** What others wrote and our bundles contain: their licences ask to be passed on with it, and people ask what they install. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

/** Where the bundles of `scripts/build.mjs` begin. */
const entryPoints = [
  'packages/cli/src/main.ts',
  'packages/indexer/src/worker.ts',
  'packages/server/src/node.ts',
  'packages/extension/src/extension.ts',
  'packages/webview/src/main.ts',
];

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Its folder, from the root of the checkout. */
  readonly folder: string;
}

/** Every package of others that ends up in a bundle, by name. */
export async function bundledPackages(): Promise<readonly BundledPackage[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'nowhere',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const folders = new Set(Object.keys(metafile.inputs).flatMap((file) => packageFolder(file) ?? []));
  const packages = [...folders].map((folder): BundledPackage => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, version, license, folder };
  });
  return packages.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** One text with the name, version and licence of every package that ends up in the extension. */
export async function thirdPartyNotices(): Promise<string> {
  const notices = (await bundledPackages()).map(noticeOf);
  return ['This extension contains the work of others, under these licences.', ...notices].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
}

/** `node_modules/@scope/name` of a path into it, the innermost where there are several. */
function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function noticeOf({ name, version, license, folder }: BundledPackage): string {
  const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file
    ? readFileSync(join(root, folder, file), 'utf8').trim()
    : 'The package brings no text of its licence along.';
  return `${name} ${version} (${license})\n\n${text}`;
}
