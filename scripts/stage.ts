/**
 * Lays out the extension as it will be installed, in `dist/extension`: only what runs, and a manifest without what only we need.
 * The package is made from it, and a VS Code under development loads it as it stands.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { thirdPartyNotices } from './notices.ts';
import { root } from './root.ts';

export const staged = join(root, 'dist', 'extension');

/** What goes into the extension, from the root of the checkout, and where it goes. */
const parts: readonly (readonly [from: string, to: string])[] = [
  ['packages/extension/dist/extension.cjs', 'dist/extension.cjs'],
  ['packages/extension/dist/server.cjs', 'dist/server.cjs'],
  ['packages/extension/dist/server-code.cjs', 'dist/server-code.cjs'],
  ['packages/extension/dist/reader.cjs', 'dist/reader.cjs'],
  ['packages/extension/dist/webview.js', 'dist/webview.js'],
  ['packages/extension/dist/webview.css', 'dist/webview.css'],
  ['packages/cli/dist/okr.cjs', 'dist/okr.cjs'],
  ['packages/cli/dist/okr-code.cjs', 'dist/okr-code.cjs'],
  ['packages/extension/icons/cascade.svg', 'icons/cascade.svg'],
  ['packages/extension/icons/okr-dark.svg', 'icons/okr-dark.svg'],
  ['packages/extension/icons/okr-light.svg', 'icons/okr-light.svg'],
  ['packages/extension/icons/okr.png', 'icons/okr.png'],
  ['packages/extension/schemas', 'schemas'],
  ['packages/extension/snippets', 'snippets'],
  ['packages/extension/walkthrough', 'walkthrough'],
  ['packages/extension/README.md', 'README.md'],
  ['syntaxes/language-configuration.json', 'syntaxes/language-configuration.json'],
  ['syntaxes/okr.tmLanguage.json', 'syntaxes/okr.tmLanguage.json'],
  ['docs/rules', 'docs/rules'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
  ['LICENSE', 'LICENSE'],
];

/** Takes what `npm run build` has built; throws with the names of what is missing. */
export async function stageExtension(): Promise<string> {
  const missing = parts.map(([from]) => from).filter((from) => !existsSync(join(root, from)));
  if (missing.length > 0)
    throw new Error(`The extension cannot be put together; these are missing: ${missing.join(', ')}`);
  rmSync(staged, { recursive: true, force: true });
  for (const [from, to] of parts) {
    const target = join(staged, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, from), target, { recursive: true });
  }
  writeFileSync(join(staged, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices());
  writeFileSync(join(staged, 'package.json'), JSON.stringify(manifest(), null, 2));
  return staged;
}

function manifest(): Record<string, unknown> {
  const written = JSON.parse(readFileSync(join(root, 'packages', 'extension', 'package.json'), 'utf8'));
  // All dependencies are inside the bundles; `private` would keep the extension from ever being published.
  const { devDependencies: _bundled, private: _private, ...rest } = written;
  return rest;
}

if (import.meta.main) console.log(await stageExtension());
