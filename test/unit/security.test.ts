/** What docs/threat-model.md promises of the sources themselves; what it promises of their behaviour is tested where that is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cascadeHtml, contentPolicy } from '@okr-language/webview';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const rooms = readdirSync(join(root, 'packages'));

/** The sources of the product, without tests and what only they use. */
const sources = rooms
  .flatMap((room) =>
    readdirSync(join(root, 'packages', room, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
      ['packages', room, 'src', name].join('/').split(sep).join('/'),
    ),
  )
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/testing\/|testdata/.test(file));

/** Lines of the sources that match, as `file: line`. */
function lines(pattern: RegExp, among = sources): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .filter((line) => pattern.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

describe('no code of a workspace is ever run', () => {
  it('nothing makes code out of text', () => {
    expect(lines(/\beval\s*\(|new Function\b|\bFunction\s*\(|['"]vm['"]|setTimeout\(\s*['"`]/)).toEqual([]);
    // What V8 made of our own bundle; and the one way to the collector of garbage is the name that V8 gives it.
    expect(lines(/node:vm|runIn\w+\(|new Script\b/)).toEqual([
      "packages/indexer/src/cache/keptCode.ts: import { Script } from 'node:vm';",
      'packages/indexer/src/cache/keptCode.ts: const script = new Script(wrapped, { filename: path, ...(code && { cachedData: code.bytes }) });',
      'packages/indexer/src/cache/keptCode.ts: script.runInThisContext()(module.exports, require, module, path, dirname(path));',
      "packages/server/src/memory.ts: import { runInNewContext } from 'node:vm';",
      "packages/server/src/memory.ts: collect = runInNewContext('gc') as Collect;",
    ]);
  });

  it('what is loaded at run time is named in the sources, or lies beside the bundle that loads it', () => {
    expect(lines(/\brequire\s*\((?!['"])|\bimport\s*\((?!['"])/)).toEqual([
      'packages/cli/src/lsp.ts: require(bundle);',
    ]);
    expect(read('packages/cli/src/lsp.ts')).toContain(
      "const bundle = join(__dirname, '..', '..', 'server', 'dist', 'server.cjs');",
    );
  });

  it('what V8 made of a bundle is of the one that lies beside what starts it, and is never kept in what is opened', () => {
    expect(lines(/runBundle\(/)).toEqual([
      'packages/cli/src/start.ts: const program = runBundle({',
      'packages/indexer/src/cache/keptCode.ts: export function runBundle({ path, folder, require }: Bundle): Running {',
      'packages/server/src/start.ts: const server = runBundle({',
    ]);
    expect(read('packages/cli/src/start.ts')).toContain("path: join(__dirname, 'okr-code.cjs'),");
    expect(read('packages/cli/src/start.ts')).toContain(': codeFolder(null),');
    expect(read('packages/server/src/start.ts')).toContain("path: join(__dirname, 'server-code.cjs'),");
    expect(read('packages/extension/src/client.ts')).toContain("args: ['--code-in', context.globalStorageUri.fsPath]");
  });

  it('threads run the bundle that lies beside the one that starts them', () => {
    expect(lines(/new Worker\b/)).toEqual([
      'packages/indexer/src/crew.ts: const worker = new Worker(script, { workerData, resourceLimits });',
    ]);
    expect(read('packages/indexer/src/crew.ts')).toContain('script = workerScript()');
    expect(read('packages/indexer/src/workerScript.ts')).toContain('join(__dirname, __READER__)');
    expect(lines(/new Crew\(.*script/)).toEqual([]);
  });

  it('no process is started but by the task that a person runs, and that is ours', () => {
    expect(lines(/child_process|ShellExecution|createTerminal|sendText/)).toEqual([]);
    expect(lines(/new ProcessExecution/)).toEqual([
      'packages/extension/src/tasks.ts: const execution = new ProcessExecution(process.execPath, args, { cwd: folder.uri.fsPath, env });',
    ]);
    expect(read('packages/extension/src/tasks.ts')).toContain("context.asAbsolutePath('dist/okr.cjs')");
  });

  it('a folder that nobody trusts is served all the same, since nothing in it is run', () => {
    const { capabilities } = JSON.parse(read('packages/extension/package.json'));
    expect(capabilities.untrustedWorkspaces).toEqual({ supported: true });
  });

  it('no setting names a program or a file to load', () => {
    const { contributes } = JSON.parse(read('packages/extension/package.json'));
    const settings = [contributes.configuration].flat().flatMap(({ properties }) => Object.keys(properties));
    expect(settings.length).toBeGreaterThan(10);
    expect(
      settings.filter((name) =>
        /path|command|executable|server|node|module|plugin|exec/i.test(name.replace('okr.', '')),
      ),
    ).toEqual([]);
  });

  it('installing the product runs nothing', () => {
    for (const manifest of ['package.json', ...rooms.map((room) => `packages/${room}/package.json`)]) {
      const { scripts = {} } = JSON.parse(read(manifest));
      expect(
        Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|uninstall)$|^vscode:/.test(name)),
        manifest,
      ).toEqual([]);
    }
  });
});

describe('what is shown is text', () => {
  it('hovers are never trusted and hold no HTML', () => {
    expect(read('packages/extension/src/client.ts')).toContain('markdown: { isTrusted: false, supportHtml: false }');
    expect(lines(/isTrusted: (?!false)|supportHtml: (?!false)|isTrusted =|supportHtml =/)).toEqual([]);
  });

  it('the view makes no mark-up out of text', () => {
    const view = sources.filter((file) => file.startsWith('packages/webview/'));
    expect(view.length).toBeGreaterThan(10);
    expect(
      lines(
        /\.innerHTML|\.outerHTML\s*=|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc|\.on[a-z]+\s*=/,
        view,
      ),
    ).toEqual([]);
  });

  it('the page of the view loads one script by its nonce and one style sheet, and nothing else', () => {
    const policy = contentPolicy('NONCE', 'https://own.example');
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'nonce-NONCE'"]);
    expect(directives.get('style-src')).toEqual(['https://own.example']);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('form-action')).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe|\*|http:|data:|blob:/);
  });

  it('nothing that is put into the page can end what it stands in', () => {
    const evil = `x"><script>alert(1)</script>'`;
    const html = cascadeHtml({ nonce: evil, cspSource: evil, scriptUri: evil, styleUri: evil });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('alert(1)</script>');
  });

  it('a click in the view opens files of the projects only', () => {
    expect(read('packages/extension/src/cascade/page.ts')).toContain(
      'if (source.knows(message.uri)) await openPlace(message);',
    );
    expect(read('packages/extension/src/cascade/source.ts')).toContain(
      'this.#projects.some((root) => liesIn(uri, root))',
    );
  });

  it('each page has a nonce of its own, from a source of randomness that nobody can guess', () => {
    expect(read('packages/extension/src/cascade/page.ts')).toContain("nonce: randomBytes(24).toString('hex')");
    expect(read('packages/extension/src/cascade/page.ts')).toContain('localResourceRoots: [dist]');
  });
});

describe('what the product contains of others', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| (\S+) \| (\S+) \| (\S+) \|$/gm)].slice(1);
  const listed = rows.map(([, name = '', version = '', license = '']) => ({ name, version, license }));
  const lock: Record<string, { version?: string; integrity?: string; resolved?: string; hasInstallScript?: boolean }> =
    JSON.parse(read('package-lock.json')).packages;

  it('is little, and free to be passed on', () => {
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.length).toBeLessThanOrEqual(20);
    for (const { name, license } of listed)
      expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'], name).toContain(
        license,
      );
  });

  it('is pinned: exact versions, each with its checksum, none with a script of its own', () => {
    for (const { name, version } of listed) {
      const entry = Object.entries(lock).find(
        ([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
      )?.[1];
      expect(entry?.integrity, `${name} ${version}`).toMatch(/^sha512-/);
      expect(entry?.hasInstallScript ?? false, name).toBe(false);
    }
    for (const manifest of ['package.json', ...rooms.map((room) => `packages/${room}/package.json`)]) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(manifest));
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        expect(version, `${name} in ${manifest}`).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      }
    }
  });
});

describe('the threat model', () => {
  const page = read('docs/threat-model.md');

  it('names tests that are there', () => {
    const named = [...page.matchAll(/`((?:test|packages)\/[\w./-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('is named where people look for it', () => {
    expect(read('SECURITY.md')).toContain('docs/threat-model.md');
  });
});
