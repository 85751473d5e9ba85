// Builds what runs outside the source tree: the command, the language server, the extension and its cascade view.
//
//   node scripts/build.mjs [--watch]
//
// Runs on Node 20. CommonJS for all that Node loads (a module bundle of the server crashes at start), a plain script for the
// webview. Nothing but `vscode` is left out of a bundle, so that each runs without node_modules.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');

/** What is kept between starts holds for these very sources; while they change any moment, nothing is kept. */
function fingerprint() {
  if (watch) return '';
  const hash = createHash('sha256');
  const rooms = ['core', 'language', 'files', 'indexer', 'cli', 'server'].map((room) => join('packages', room, 'src'));
  for (const room of rooms) {
    const names = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.(ts|langium)$/.test(one) && !one.endsWith('.test.ts')).sort()) {
      hash.update(`${name}\n`).update(readFileSync(join(root, room, name)));
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('base64url');
}

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  // Several of our packages state their version; this is the one place that it comes from.
  define: {
    __VERSION__: JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version),
    __FINGERPRINT__: JSON.stringify(fingerprint()),
  },
};

// Modules before CommonJS where a package has both: some CommonJS editions cannot be bundled.
const forNode = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // Worker threads run a small bundle of their own, which lies beside each of those that start them.
  define: { ...common.define, __READER__: JSON.stringify('reader.cjs') },
  // Only unbundled sources ask for it.
  logOverride: { 'empty-import-meta': 'silent' },
};

/** Modules of Node that take milliseconds to load, and of which a start needs nothing: each is loaded when something of it is asked for. */
const notAtOnce = /^(node:)?(child_process|crypto|perf_hooks|worker_threads)$/;
const loadedLater = {
  name: 'loaded later',
  setup(build) {
    build.onResolve({ filter: notAtOnce }, ({ path, namespace }) =>
      namespace === 'later' ? { path, external: true } : { path: path.replace('node:', ''), namespace: 'later' },
    );
    build.onLoad({ filter: /.*/, namespace: 'later' }, async ({ path }) => {
      const names = Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default');
      const getters = names.map((name) => `get ${name}() { return require('node:${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(',')} };` };
    });
  },
};

/** What is made of a bundle at run time is kept for that very bundle: a hash at its end tells. While it may change any moment it has none. */
const withSum = {
  name: 'with its sum',
  setup(build) {
    if (watch) return;
    build.initialOptions.write = false;
    build.onEnd(({ outputFiles }) => {
      for (const { path, text } of outputFiles ?? []) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${text.trimEnd()}\n// ${createHash('sha256').update(text).digest('hex')}\n`);
      }
    });
  },
};
/** A bundle that a small one starts, see packages/indexer/src/cache/keptCode.ts. Letters of one byte are read and compared faster than those of two. */
const started = { ...forNode, charset: 'ascii', plugins: [loadedLater, withSum] };
const forBrowser = { ...common, platform: 'browser', format: 'iife', target: 'es2022' };

const server = 'packages/server/src';
const reader = 'packages/indexer/src/worker.ts';
const bundles = [
  { ...forNode, entryPoints: ['packages/cli/src/start.ts'], outfile: 'packages/cli/dist/okr.cjs' },
  { ...started, entryPoints: ['packages/cli/src/main.ts'], outfile: 'packages/cli/dist/okr-code.cjs' },
  { ...forNode, entryPoints: [reader], outfile: 'packages/cli/dist/reader.cjs' },
  { ...forNode, entryPoints: [`${server}/start.ts`], outfile: 'packages/server/dist/server.cjs' },
  { ...started, entryPoints: [`${server}/node.ts`], outfile: 'packages/server/dist/server-code.cjs' },
  { ...forNode, entryPoints: [reader], outfile: 'packages/server/dist/reader.cjs' },
  { ...forNode, entryPoints: [`${server}/start.ts`], outfile: 'packages/extension/dist/server.cjs' },
  { ...started, entryPoints: [`${server}/node.ts`], outfile: 'packages/extension/dist/server-code.cjs' },
  { ...forNode, entryPoints: [reader], outfile: 'packages/extension/dist/reader.cjs' },
  {
    ...forNode,
    entryPoints: ['packages/extension/src/extension.ts'],
    outfile: 'packages/extension/dist/extension.cjs',
  },
  { ...forBrowser, entryPoints: ['packages/webview/src/main.ts'], outfile: 'packages/extension/dist/webview.js' },
  { ...forBrowser, entryPoints: ['packages/webview/src/style.css'], outfile: 'packages/extension/dist/webview.css' },
].filter(({ entryPoints: [entry] }) => existsSync(join(root, entry)));

if (watch) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.allSettled(bundles.map((options) => build(options)));
  // esbuild has already said what is wrong.
  if (results.some((result) => result.status === 'rejected')) process.exitCode = 1;
}
