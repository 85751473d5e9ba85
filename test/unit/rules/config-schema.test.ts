/** The schema that editors use and the reader that the checker uses must agree. */
import { readFileSync } from 'node:fs';
import { parseConfig } from '@okr-language/core';
import Ajv from 'ajv';
import { expect, it } from 'vitest';

const file = new URL('../../../packages/extension/schemas/okr.config.schema.json', import.meta.url);
const validate = new Ajv().compile(JSON.parse(readFileSync(file, 'utf8')));

it.each([
  {},
  { $schema: './okr.config.schema.json', ambition: 'aspirational', ignore: ['archive/**'] },
  { rules: { 'kr-no-number': 'off', 'too-many-krs': ['error', { maximum: 4 }] } },
  { rules: { 'too-many-objectives': { level: 'hint', maximum: 7, team: 3 } } },
  { extends: 'strict', rules: { 'missing-owner': 'hint' } },
  { checkins: 'weekly' },
  { checkins: 'every 2 weeks' },
  { checkins: 10 },
  { thresholds: { onTrackWithin: 0.05, atRiskWithin: 0.3, lowConfidence: 0.5, graceDays: 2 } },
])('both take %j', (config) => {
  expect(parseConfig(JSON.stringify(config)).problems).toEqual([]);
  expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
});

it.each([
  { rulez: {} },
  { extends: 'harsh' },
  { rules: { 'kr-no-numbers': 'off' } },
  { rules: { 'kr-no-number': 'loud' } },
  { rules: { 'kr-no-number': { maximum: 3 } } },
  { rules: { 'too-many-krs': ['error', { maximum: 0 }] } },
  { rules: { 'too-many-krs': { maximum: 4.5 } } },
  { ambition: 'bold' },
  { checkins: 'sometimes' },
  { checkins: 0 },
  { thresholds: { onTrackWithin: 2 } },
  { thresholds: { graceDays: 1.5 } },
  { thresholds: { speed: 1 } },
  { ignore: [1] },
  [],
])('both refuse %j', (config) => {
  expect(parseConfig(JSON.stringify(config)).problems).not.toEqual([]);
  expect(validate(config)).toBe(false);
});
