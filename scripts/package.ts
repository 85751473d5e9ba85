/** `npm run package`: writes `dist/okr-language.vsix` and looks into it. Expects `npm run build` to have run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { stageExtension } from './stage.ts';
import { readZip } from './zip.ts';

const largest = 2 * 1024 * 1024;

/** What may be inside; a file that is not foreseen here is more likely a slip than a wish. */
const foreseen = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|THIRD-PARTY-NOTICES\.txt|readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^extension\/dist\/(extension\.cjs|(okr|server)(-code)?\.cjs|reader\.cjs|webview\.js|webview\.css)$/,
  /^extension\/docs\/rules\/[a-z0-9-]+\.md$/i,
  /^extension\/icons\/[a-z-]+\.(svg|png)$/,
  /^extension\/schemas\/[a-z.]+\.json$/,
  /^extension\/snippets\/okr\.json$/,
  /^extension\/syntaxes\/(language-configuration|okr\.tmLanguage)\.json$/,
  /^extension\/walkthrough\/[a-z]+\.md$/,
];

/** Returns the path of the package; throws where it holds too much. */
export async function packageExtension(): Promise<string> {
  const packagePath = join(root, 'dist', 'okr-language.vsix');
  const args = [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', packagePath];
  const vsce = spawnSync(process.execPath, args, { cwd: await stageExtension(), encoding: 'utf8' });
  if (vsce.status !== 0) throw new Error(`vsce could not make the package.\n${vsce.stdout}\n${vsce.stderr}`);
  const bytes = readFileSync(packagePath);
  if (bytes.length > largest) throw new Error(`The package has ${bytes.length} bytes; ${largest} is the limit.`);
  const strangers = [...readZip(bytes).keys()].filter((name) => !foreseen.some((pattern) => pattern.test(name)));
  if (strangers.length > 0) throw new Error(`The package holds files that nobody asked for: ${strangers.join(', ')}`);
  return packagePath;
}

if (import.meta.main) {
  const path = await packageExtension();
  const bytes = readFileSync(path);
  console.log(`${path}: ${readZip(bytes).size} files, ${Math.round(bytes.length / 1024)} KB`);
}
