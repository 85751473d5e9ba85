// Written by `npm run accuracy`. Do not edit.
import type { RuleAccuracy } from '../accuracy.ts';

export const accuracy: Readonly<Record<string, RuleAccuracy>> = {
  'business-as-usual': {
    all: { right: 54, wrong: 1, missed: 7, silent: 2080 },
    held: { right: 10, wrong: 0, missed: 3, silent: 323 },
  },
  'jargon': {
    all: { right: 28, wrong: 0, missed: 0, silent: 29 },
    held: { right: 14, wrong: 0, missed: 0, silent: 14 },
  },
  'kr-activity-volume': {
    all: { right: 142, wrong: 0, missed: 18, silent: 1425 },
    held: { right: 22, wrong: 0, missed: 3, silent: 204 },
  },
  'kr-activity': {
    all: { right: 242, wrong: 18, missed: 27, silent: 1299 },
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
    all: { right: 494, wrong: 11, missed: 1, silent: 1249 },
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
    all: { right: 99, wrong: 2, missed: 5, silent: 474 },
    held: { right: 21, wrong: 0, missed: 0, silent: 84 },
  },
  'objective-is-task': {
    all: { right: 81, wrong: 4, missed: 3, silent: 468 },
    held: { right: 15, wrong: 1, missed: 1, silent: 90 },
  },
  'objective-solution-first': {
    all: { right: 29, wrong: 0, missed: 1, silent: 26 },
    held: { right: 13, wrong: 0, missed: 1, silent: 13 },
  },
  'objective-vague': {
    all: { right: 97, wrong: 0, missed: 7, silent: 443 },
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
    all: { right: 1202, wrong: 2, missed: 11, silent: 540 },
    held: { right: 152, wrong: 0, missed: 1, silent: 91 },
  },
  'read: baseline': {
    all: { right: 210, wrong: 0, missed: 20, silent: 1448 },
    held: { right: 29, wrong: 0, missed: 1, silent: 201 },
  },
  'read: deadline': {
    all: { right: 148, wrong: 6, missed: 11, silent: 1513 },
    held: { right: 32, wrong: 0, missed: 2, silent: 197 },
  },
  'read: other language': {
    all: { right: 124, wrong: 0, missed: 1, silent: 2214 },
    held: { right: 21, wrong: 0, missed: 0, silent: 330 },
  },
  'verdict: bad key result': {
    all: { right: 594, wrong: 16, missed: 19, silent: 880 },
    held: { right: 102, wrong: 5, missed: 3, silent: 106 },
  },
  'verdict: bad objective': {
    all: { right: 314, wrong: 2, missed: 12, silent: 180 },
    held: { right: 52, wrong: 1, missed: 4, silent: 42 },
  },
};
