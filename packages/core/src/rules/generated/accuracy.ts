// Written by `npm run accuracy`. Do not edit.
import type { RuleAccuracy } from '../accuracy.ts';

export const accuracy: Readonly<Record<string, RuleAccuracy>> = {
  'business-as-usual': {
    all: { right: 79, wrong: 2, missed: 31, silent: 3163 },
    held: { right: 18, wrong: 0, missed: 7, silent: 550 },
  },
  'jargon': {
    all: { right: 28, wrong: 0, missed: 0, silent: 29 },
    held: { right: 14, wrong: 0, missed: 0, silent: 14 },
  },
  'kr-activity-volume': {
    all: { right: 400, wrong: 2, missed: 82, silent: 2030 },
    held: { right: 44, wrong: 1, missed: 12, silent: 336 },
  },
  'kr-activity': {
    all: { right: 303, wrong: 26, missed: 45, silent: 2141 },
    held: { right: 63, wrong: 2, missed: 10, silent: 318 },
  },
  'kr-ambiguous-metric': {
    all: { right: 27, wrong: 0, missed: 0, silent: 27 },
    held: { right: 13, wrong: 0, missed: 0, silent: 13 },
  },
  'kr-binary': {
    all: { right: 18, wrong: 0, missed: 2, silent: 20 },
    held: { right: 8, wrong: 0, missed: 2, silent: 10 },
  },
  'kr-compound': {
    all: { right: 29, wrong: 0, missed: 1, silent: 30 },
    held: { right: 14, wrong: 0, missed: 1, silent: 15 },
  },
  'kr-direction-mismatch': {
    all: { right: 27, wrong: 0, missed: 2, silent: 28 },
    held: { right: 13, wrong: 0, missed: 1, silent: 14 },
  },
  'kr-internal-name': {
    all: { right: 23, wrong: 0, missed: 3, silent: 26 },
    held: { right: 12, wrong: 0, missed: 1, silent: 13 },
  },
  'kr-no-number': {
    all: { right: 742, wrong: 14, missed: 5, silent: 2270 },
    held: { right: 133, wrong: 1, missed: 1, silent: 273 },
  },
  'kr-output-metric': {
    all: { right: 26, wrong: 0, missed: 1, silent: 29 },
    held: { right: 12, wrong: 0, missed: 1, silent: 14 },
  },
  'kr-percent-complete': {
    all: { right: 25, wrong: 0, missed: 1, silent: 26 },
    held: { right: 12, wrong: 0, missed: 1, silent: 13 },
  },
  'kr-relative-target': {
    all: { right: 24, wrong: 0, missed: 3, silent: 27 },
    held: { right: 12, wrong: 0, missed: 1, silent: 13 },
    options: { sentences: true },
  },
  'kr-text-value-drift': {
    all: { right: 23, wrong: 0, missed: 3, silent: 26 },
    held: { right: 11, wrong: 0, missed: 2, silent: 13 },
  },
  'kr-vague-quantifier': {
    all: { right: 30, wrong: 0, missed: 0, silent: 30 },
    held: { right: 15, wrong: 0, missed: 0, silent: 15 },
  },
  'kr-vanity-metric': {
    all: { right: 27, wrong: 0, missed: 0, silent: 27 },
    held: { right: 13, wrong: 0, missed: 0, silent: 13 },
  },
  'objective-bare-metric': {
    all: { right: 32, wrong: 0, missed: 0, silent: 30 },
    held: { right: 18, wrong: 0, missed: 0, silent: 15 },
  },
  'objective-compound': {
    all: { right: 28, wrong: 0, missed: 0, silent: 28 },
    held: { right: 14, wrong: 0, missed: 0, silent: 14 },
  },
  'objective-has-metric': {
    all: { right: 132, wrong: 1, missed: 7, silent: 644 },
    held: { right: 34, wrong: 0, missed: 1, silent: 145 },
  },
  'objective-is-task': {
    all: { right: 114, wrong: 5, missed: 10, silent: 631 },
    held: { right: 31, wrong: 1, missed: 2, silent: 148 },
  },
  'objective-solution-first': {
    all: { right: 27, wrong: 0, missed: 1, silent: 26 },
    held: { right: 13, wrong: 0, missed: 1, silent: 13 },
  },
  'objective-vague': {
    all: { right: 114, wrong: 0, missed: 13, silent: 624 },
    held: { right: 15, wrong: 0, missed: 5, silent: 160 },
  },
  'pay-coupling': {
    all: { right: 25, wrong: 0, missed: 3, silent: 29 },
    held: { right: 11, wrong: 0, missed: 3, silent: 14 },
  },
  'placeholder-text': {
    all: { right: 34, wrong: 0, missed: 1, silent: 31 },
    held: { right: 16, wrong: 0, missed: 1, silent: 15 },
  },
  'read: measure': {
    all: { right: 2223, wrong: 6, missed: 14, silent: 788 },
    held: { right: 264, wrong: 1, missed: 1, silent: 142 },
  },
  'read: baseline': {
    all: { right: 463, wrong: 1, missed: 36, silent: 2454 },
    held: { right: 59, wrong: 0, missed: 7, silent: 329 },
  },
  'read: deadline': {
    all: { right: 456, wrong: 11, missed: 11, silent: 2476 },
    held: { right: 72, wrong: 4, missed: 4, silent: 315 },
  },
  'read: other language': {
    all: { right: 124, wrong: 0, missed: 1, silent: 3694 },
    held: { right: 21, wrong: 0, missed: 0, silent: 569 },
  },
  'verdict: bad key result': {
    all: { right: 1031, wrong: 20, missed: 76, silent: 1311 },
    held: { right: 177, wrong: 5, missed: 13, silent: 185 },
  },
  'verdict: bad objective': {
    all: { right: 409, wrong: 1, missed: 15, silent: 287 },
    held: { right: 89, wrong: 1, missed: 5, silent: 79 },
  },
};
