import { describe, expect, it } from 'vitest';
import { type BaselineKey, entriesOf, parseBaseline, writeBaseline } from './entries.ts';

const key: BaselineKey = { file: 'a.okr', rule: 'kr-no-number', goal: 'acme/2026-Q3/trust', text: '0123456789ab' };

describe('the text of a baseline', () => {
  it('has one entry a line, sorted and counted, whatever the order of the findings', () => {
    const keys = [{ ...key, file: 'b.okr' }, key, { ...key, rule: 'kr-activity' }, { ...key, goal: '' }, key];
    const text = `{
  "version": 1,
  "accepted": [
    {"file":"a.okr","rule":"kr-activity","goal":"acme/2026-Q3/trust","text":"0123456789ab","count":1},
    {"file":"a.okr","rule":"kr-no-number","goal":"","text":"0123456789ab","count":1},
    {"file":"a.okr","rule":"kr-no-number","goal":"acme/2026-Q3/trust","text":"0123456789ab","count":2},
    {"file":"b.okr","rule":"kr-no-number","goal":"acme/2026-Q3/trust","text":"0123456789ab","count":1}
  ]
}
`;
    expect(writeBaseline(entriesOf(keys))).toBe(text);
    expect(writeBaseline(entriesOf([...keys].reverse()))).toBe(text);
    expect(parseBaseline(text)).toEqual(entriesOf(keys));
  });

  it('may be empty', () => {
    expect(parseBaseline(writeBaseline([]))).toEqual([]);
  });

  it('may hold an entry twice after a merge', () => {
    const twice = writeBaseline([...entriesOf([key]), ...entriesOf([key, key])]);
    expect(parseBaseline(twice)).toEqual([{ ...key, count: 3 }]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{ "version": 2, "accepted": [] }',
    '{ "version": 1, "accepted": {} }',
    '{ "version": 1, "accepted": [null] }',
    '{ "version": 1, "accepted": [{ "file": "a", "rule": "b", "goal": "c", "text": "d" }] }',
    '{ "version": 1, "accepted": [{ "file": "a", "rule": "b", "goal": "c", "text": "d", "count": -1 }] }',
    '<<<<<<< ours\n{ "version": 1, "accepted": [] }',
  ])('is not %j', (text) => {
    expect(parseBaseline(text)).toBeNull();
  });
});
