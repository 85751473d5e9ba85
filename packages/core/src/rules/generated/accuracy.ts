// Written by `npm run accuracy`. Do not edit.
import type { RuleAccuracy } from '../accuracy.ts';

export const accuracy: Readonly<Record<string, RuleAccuracy>> = {
  'business-as-usual': {
    all: { right: 52, wrong: 1, missed: 6, silent: 2004 },
    held: { right: 10, wrong: 0, missed: 3, silent: 323 },
  },
  'jargon': {
    all: { right: 28, wrong: 0, missed: 0, silent: 29 },
    held: { right: 14, wrong: 0, missed: 0, silent: 14 },
  },
  'kr-activity-volume': {
    all: { right: 141, wrong: 0, missed: 17, silent: 1372 },
    held: { right: 22, wrong: 0, missed: 3, silent: 204 },
  },
  'kr-activity': {
    all: { right: 233, wrong: 17, missed: 24, silent: 1257 },
    held: { right: 48, wrong: 1, missed: 1, silent: 179 },
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
    all: { right: 475, wrong: 11, missed: 1, silent: 1208 },
    held: { right: 82, wrong: 1, missed: 0, silent: 161 },
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
    all: { right: 97, wrong: 2, missed: 5, silent: 452 },
    held: { right: 21, wrong: 0, missed: 0, silent: 84 },
  },
  'objective-is-task': {
    all: { right: 76, wrong: 4, missed: 3, silent: 449 },
    held: { right: 15, wrong: 1, missed: 1, silent: 90 },
  },
  'objective-solution-first': {
    all: { right: 29, wrong: 0, missed: 1, silent: 26 },
    held: { right: 13, wrong: 0, missed: 1, silent: 13 },
  },
  'objective-vague': {
    all: { right: 91, wrong: 0, missed: 7, silent: 426 },
    held: { right: 11, wrong: 0, missed: 1, silent: 93 },
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
    all: { right: 1165, wrong: 2, missed: 11, silent: 517 },
    held: { right: 152, wrong: 0, missed: 1, silent: 91 },
  },
  'read: baseline': {
    all: { right: 203, wrong: 0, missed: 19, silent: 1401 },
    held: { right: 29, wrong: 0, missed: 1, silent: 201 },
  },
  'read: deadline': {
    all: { right: 144, wrong: 6, missed: 11, silent: 1462 },
    held: { right: 32, wrong: 0, missed: 2, silent: 197 },
  },
  'read: other language': {
    all: { right: 119, wrong: 0, missed: 1, silent: 2135 },
    held: { right: 21, wrong: 0, missed: 0, silent: 330 },
  },
  'verdict: bad key result': {
    all: { right: 575, wrong: 16, missed: 17, silent: 851 },
    held: { right: 102, wrong: 5, missed: 3, silent: 106 },
  },
  'verdict: bad objective': {
    all: { right: 298, wrong: 2, missed: 12, silent: 172 },
    held: { right: 52, wrong: 1, missed: 4, silent: 42 },
  },
};
