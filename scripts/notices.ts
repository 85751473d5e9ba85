/** The licences of what others wrote and our bundles contain: they ask to be passed on with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

const entryPoints = [
  'packages/server/src/node.ts',
  'packages/extension/src/extension.ts',
  'packages/webview/src/main.ts',
];

/** One text with the name, version and licence of every package that ends up in the extension. */
export async function thirdPartyNotices(): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'nowhere',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'error',
  });
  const folders = new Set(Object.keys(metafile.inputs).flatMap((file) => packageFolder(file) ?? []));
  const notices = [...folders].sort().map(noticeOf);
  return ['This extension contains the work of others, under these licences.', ...notices].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
}

/** `node_modules/@scope/name` of a path into it, the innermost where there are several. */
function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file
    ? readFileSync(join(root, folder, file), 'utf8').trim()
    : 'The package brings no text of its licence along.';
  return `${name} ${version} (${license})\n\n${text}`;
}
