// Written by `npm run accuracy`. Do not edit.
import type { RuleAccuracy } from '../accuracy.ts';

export const accuracy: Readonly<Record<string, RuleAccuracy>> = {
  'business-as-usual': {
    all: { right: 47, wrong: 1, missed: 5, silent: 1650 },
    held: { right: 10, wrong: 0, missed: 3, silent: 323 },
  },
  'jargon': {
    all: { right: 22, wrong: 0, missed: 0, silent: 23 },
    held: { right: 11, wrong: 0, missed: 0, silent: 11 },
  },
  'kr-activity-volume': {
    all: { right: 110, wrong: 0, missed: 11, silent: 1151 },
    held: { right: 21, wrong: 0, missed: 4, silent: 204 },
  },
  'kr-activity': {
    all: { right: 205, wrong: 14, missed: 19, silent: 1035 },
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
    all: { right: 409, wrong: 11, missed: 0, silent: 985 },
    held: { right: 82, wrong: 2, missed: 0, silent: 160 },
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
    all: { right: 67, wrong: 0, missed: 0, silent: 374 },
    held: { right: 21, wrong: 0, missed: 0, silent: 84 },
  },
  'objective-is-task': {
    all: { right: 66, wrong: 4, missed: 3, silent: 357 },
    held: { right: 15, wrong: 1, missed: 1, silent: 90 },
  },
  'objective-solution-first': {
    all: { right: 23, wrong: 0, missed: 1, silent: 20 },
    held: { right: 10, wrong: 0, missed: 1, silent: 10 },
  },
  'objective-vague': {
    all: { right: 79, wrong: 0, missed: 6, silent: 338 },
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
    all: { right: 959, wrong: 0, missed: 10, silent: 436 },
    held: { right: 152, wrong: 0, missed: 1, silent: 91 },
  },
  'read: baseline': {
    all: { right: 171, wrong: 0, missed: 12, silent: 1177 },
    held: { right: 29, wrong: 0, missed: 1, silent: 201 },
  },
  'read: deadline': {
    all: { right: 123, wrong: 3, missed: 8, silent: 1226 },
    held: { right: 32, wrong: 0, missed: 2, silent: 197 },
  },
  'read: other language': {
    all: { right: 70, wrong: 0, missed: 1, silent: 1779 },
    held: { right: 20, wrong: 0, missed: 1, silent: 330 },
  },
  'verdict: bad key result': {
    all: { right: 485, wrong: 13, missed: 11, silent: 719 },
    held: { right: 101, wrong: 5, missed: 4, silent: 106 },
  },
  'verdict: bad objective': {
    all: { right: 243, wrong: 1, missed: 8, silent: 152 },
    held: { right: 52, wrong: 1, missed: 4, silent: 42 },
  },
};
