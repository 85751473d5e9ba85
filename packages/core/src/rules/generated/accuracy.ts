// Written by `npm run accuracy`. Do not edit.
import type { RuleAccuracy } from '../accuracy.ts';

export const accuracy: Readonly<Record<string, RuleAccuracy>> = {
  'business-as-usual': {
    all: { right: 47, wrong: 1, missed: 5, silent: 1768 },
    held: { right: 10, wrong: 0, missed: 3, silent: 323 },
  },
  'jargon': {
    all: { right: 22, wrong: 0, missed: 0, silent: 23 },
    held: { right: 11, wrong: 0, missed: 0, silent: 11 },
  },
  'kr-activity-volume': {
    all: { right: 113, wrong: 0, missed: 13, silent: 1239 },
    held: { right: 21, wrong: 0, missed: 4, silent: 204 },
  },
  'kr-activity': {
    all: { right: 222, wrong: 16, missed: 22, silent: 1106 },
    held: { right: 48, wrong: 1, missed: 1, silent: 179 },
  },
  'kr-ambiguous-metric': {
    all: { right: 21, wrong: 0, missed: 0, silent: 21 },
    held: { right: 10, wrong: 0, missed: 0, silent: 10 },
  },
  'kr-binary': {
    all: { right: 18, wrong: 0, missed: 2, silent: 20 },
    held: { right: 8, wrong: 0, missed: 2, silent: 10 },
  },
  'kr-compound': {
    all: { right: 20, wrong: 0, missed: 2, silent: 22 },
    held: { right: 9, wrong: 0, missed: 2, silent: 11 },
  },
  'kr-direction-mismatch': {
    all: { right: 21, wrong: 0, missed: 2, silent: 22 },
    held: { right: 10, wrong: 0, missed: 1, silent: 11 },
  },
  'kr-internal-name': {
    all: { right: 18, wrong: 0, missed: 2, silent: 20 },
    held: { right: 9, wrong: 0, missed: 1, silent: 10 },
  },
  'kr-no-number': {
    all: { right: 444, wrong: 10, missed: 1, silent: 1062 },
    held: { right: 82, wrong: 1, missed: 0, silent: 161 },
  },
  'kr-output-metric': {
    all: { right: 20, wrong: 0, missed: 1, silent: 23 },
    held: { right: 9, wrong: 0, missed: 1, silent: 11 },
  },
  'kr-percent-complete': {
    all: { right: 19, wrong: 0, missed: 1, silent: 20 },
    held: { right: 9, wrong: 0, missed: 1, silent: 10 },
  },
  'kr-relative-target': {
    all: { right: 19, wrong: 0, missed: 2, silent: 21 },
    held: { right: 9, wrong: 0, missed: 1, silent: 10 },
    options: { sentences: true },
  },
  'kr-text-value-drift': {
    all: { right: 19, wrong: 0, missed: 1, silent: 20 },
    held: { right: 9, wrong: 0, missed: 1, silent: 10 },
  },
  'kr-vague-quantifier': {
    all: { right: 24, wrong: 0, missed: 0, silent: 24 },
    held: { right: 12, wrong: 0, missed: 0, silent: 12 },
  },
  'kr-vanity-metric': {
    all: { right: 21, wrong: 0, missed: 0, silent: 21 },
    held: { right: 10, wrong: 0, missed: 0, silent: 10 },
  },
  'objective-bare-metric': {
    all: { right: 26, wrong: 0, missed: 0, silent: 24 },
    held: { right: 15, wrong: 0, missed: 0, silent: 12 },
  },
  'objective-compound': {
    all: { right: 22, wrong: 0, missed: 0, silent: 22 },
    held: { right: 11, wrong: 0, missed: 0, silent: 11 },
  },
  'objective-has-metric': {
    all: { right: 67, wrong: 0, missed: 0, silent: 399 },
    held: { right: 21, wrong: 0, missed: 0, silent: 84 },
  },
  'objective-is-task': {
    all: { right: 66, wrong: 4, missed: 3, silent: 382 },
    held: { right: 15, wrong: 1, missed: 1, silent: 90 },
  },
  'objective-solution-first': {
    all: { right: 23, wrong: 0, missed: 1, silent: 20 },
    held: { right: 10, wrong: 0, missed: 1, silent: 10 },
  },
  'objective-vague': {
    all: { right: 80, wrong: 0, missed: 6, silent: 362 },
    held: { right: 11, wrong: 0, missed: 1, silent: 93 },
  },
  'pay-coupling': {
    all: { right: 19, wrong: 0, missed: 3, silent: 23 },
    held: { right: 8, wrong: 0, missed: 3, silent: 11 },
  },
  'placeholder-text': {
    all: { right: 28, wrong: 0, missed: 1, silent: 25 },
    held: { right: 13, wrong: 0, missed: 1, silent: 12 },
  },
  'read: measure': {
    all: { right: 1019, wrong: 2, missed: 10, silent: 486 },
    held: { right: 152, wrong: 0, missed: 1, silent: 91 },
  },
  'read: baseline': {
    all: { right: 178, wrong: 0, missed: 13, silent: 1254 },
    held: { right: 29, wrong: 0, missed: 1, silent: 201 },
  },
  'read: deadline': {
    all: { right: 129, wrong: 5, missed: 9, silent: 1302 },
    held: { right: 32, wrong: 0, missed: 2, silent: 197 },
  },
  'read: other language': {
    all: { right: 119, wrong: 0, missed: 1, silent: 1867 },
    held: { right: 21, wrong: 0, missed: 0, silent: 330 },
  },
  'verdict: bad key result': {
    all: { right: 518, wrong: 14, missed: 13, silent: 749 },
    held: { right: 101, wrong: 5, missed: 4, silent: 106 },
  },
  'verdict: bad objective': {
    all: { right: 244, wrong: 1, missed: 8, silent: 154 },
    held: { right: 52, wrong: 1, missed: 4, silent: 42 },
  },
};
