/** Every suite of random tests: to add one to `npm test` and `npm run soak`, name it here. */
import type { Suite } from './suite.ts';
import { cache } from './suites/cache.ts';
import { configurations } from './suites/configuration.ts';
import { editor, engine } from './suites/engine.ts';
import { fixAllAtOnce, fixes } from './suites/fixes.ts';
import { formatting } from './suites/format.ts';
import { many } from './suites/many.ts';
import { messages } from './suites/messages.ts';
import { protocol } from './suites/protocol.ts';
import { readingBytes, readingTexts, soundTexts } from './suites/reading.ts';
import { reports } from './suites/reports.ts';
import { rows } from './suites/rows.ts';
import { sentences } from './suites/sentences.ts';
import { conversations, disk, sessions } from './suites/sessions.ts';
import { slices } from './suites/slices.ts';
import { projectSpeed, speed } from './suites/speed.ts';
import { trees } from './suites/trees.ts';
import { amountTexts, dateTexts } from './suites/values.ts';

/** What runs on the sources. */
export const suites: readonly Suite[] = [
  readingTexts,
  readingBytes,
  soundTexts,
  sentences,
  amountTexts,
  dateTexts,
  formatting,
  configurations,
  fixes,
  fixAllAtOnce,
  slices,
  rows,
  sessions,
  conversations,
  disk,
  cache,
  engine,
  editor,
  reports,
  trees,
  messages,
  speed,
  projectSpeed,
  many,
];

/** What runs on the built bundles, and so after `npm run build`. */
export const builtSuites: readonly Suite[] = [protocol];

export const allSuites: readonly Suite[] = [...suites, ...builtSuites];
