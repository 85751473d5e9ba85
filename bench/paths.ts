/** Where the things stand that are measured. */
import { join } from 'node:path';

export const bench = import.meta.dirname;
export const root = join(bench, '..');
/** Generated workspaces and bundles; may be thrown away at any time. */
export const work = join(bench, '.work');
/** What is measured is a copy: a build during a run must not change it. */
export const okrBundle = join(work, 'cli/okr.cjs');
export const serverBundle = join(work, 'server/server.cjs');
/** In place of the person's own folder for caches. */
export const caches = join(work, 'caches');
/** Where a build leaves the folders of these bundles. */
export const built = {
  [okrBundle]: join(root, 'packages/cli/dist'),
  [serverBundle]: join(root, 'packages/server/dist'),
};
export const grammar = join(root, 'packages/language/src/okr.langium');
export const peers = join(bench, 'peers');
export const likec4 = join(peers, 'node_modules/likec4/bin/likec4.mjs');
export const yamlServer = join(peers, 'node_modules/yaml-language-server/bin/yaml-language-server');
export const trivialServer = join(work, 'trivial-server.cjs');
export const lexer = join(work, 'lexer.cjs');
export const rollUp = join(work, 'roll-up.cjs');
