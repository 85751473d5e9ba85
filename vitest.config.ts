import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from './test/patience.ts';

/** A real browser or a server on two busy cores takes its time; a test that hangs should still be told from one that is slow. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: {
          alias: [
            { find: /^fast-check$/, replacement: fileURLToPath(new URL('test/fuzz/fastCheck.ts', import.meta.url)) },
          ],
        },
        test: {
          name: 'units',
          include: ['packages/*/src/**/*.test.ts', 'test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'],
          testTimeout: patience,
          setupFiles: ['test/processorTime.ts'],
        },
      },
      { test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], ...patient } },
      { test: { name: 'webview', include: ['test/webview/**/*.test.ts'], ...patient } },
      // Each of these starts a whole VS Code.
      {
        test: {
          name: 'host',
          include: ['test/host/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
