#!/usr/bin/env node
// Stays small and is committed, because npm links a command only to a file that is there at install time.
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '..', 'dist', 'okr.cjs');
if (existsSync(bundle)) {
  require(bundle);
} else {
  process.stderr.write('okr is not built yet: run "npm run build" in the project folder once, then try again.\n');
  process.exitCode = 2;
}
