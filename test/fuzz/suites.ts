/** Every suite of random tests: one line each. */
import type { Suite } from './suite.ts';
import { configurations } from './suites/configuration.ts';
import { editor, engine } from './suites/engine.ts';
import { fixAllAtOnce, fixes } from './suites/fixes.ts';
import { formatting } from './suites/format.ts';
import { readingBytes, readingTexts, soundTexts } from './suites/reading.ts';
import { reports } from './suites/reports.ts';
import { sentences } from './suites/sentences.ts';
import { amountTexts, dateTexts } from './suites/values.ts';

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
  engine,
  editor,
  reports,
];
