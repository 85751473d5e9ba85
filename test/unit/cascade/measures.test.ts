import { formatIsoDay } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { cascadeOf, keyResult } from './project.ts';

function read(keyResultText: string) {
  const text = `okrs for a in 2026-Q3 { objective o "O" { kr k ${keyResultText} } }`;
  const { measure, deadline, title } = keyResult(cascadeOf(text), 'a/2026-Q3/o/k');
  const inText = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  return { measure, deadline, title, inText };
}

describe('a sentence alone', () => {
  const { measure, deadline, title, inText } = read('"Reduce refund turnaround from 9 to 4 days by end of August"');
  it('states measure, baseline and deadline', () => {
    expect(measure).toMatchObject({
      form: 'from-to',
      source: 'sentence',
      baselineSource: 'sentence',
      target: { text: '4 days' },
    });
    expect(measure?.baseline?.value).toBe(9);
    expect(deadline).toMatchObject({ source: 'stated', statedIn: 'sentence', from: 'own' });
    expect(formatIsoDay(deadline?.day ?? 0)).toBe('2026-08-31');
  });
  it('stays the title, unchanged', () =>
    expect(title).toBe('Reduce refund turnaround from 9 to 4 days by end of August'));
  it('is where its parts stand in the file', () => {
    expect(inText(measure?.target?.span)).toBe('4 days');
    expect(inText(measure?.place.span)).toContain('from 9 to 4 days');
    expect(inText(deadline?.place?.span)).toContain('end of August');
  });
});

describe('a clause', () => {
  it('wins over the sentence', () => {
    const { measure, deadline } = read(
      '"Reduce turnaround from 9 to 4 days by end of August" from 8 days to 3 days by 2026-09-15',
    );
    expect(measure).toMatchObject({
      source: 'clause',
      baseline: { value: 8 },
      target: { value: 3 },
      baselineSource: 'clause',
    });
    expect(deadline).toMatchObject({ text: '2026-09-15', statedIn: 'clause' });
  });
  it('takes what it leaves open from the sentence', () => {
    const { measure } = read('"Reduce turnaround from 9 to 4 days" to 3 days');
    expect(measure).toMatchObject({ form: 'to', source: 'clause', target: { value: 3 }, baselineSource: 'sentence' });
    expect(measure?.baseline?.value).toBe(9);
  });
  it('takes the target from the sentence where it says only where it starts', () => {
    const { measure, inText } = read('"Cut the wait from 9 hours to 45 minutes" from 8 hours');
    expect(measure).toMatchObject({
      form: 'from-to',
      baseline: { text: '8 hours' },
      target: { text: '45 minutes' },
      source: 'sentence',
      baselineSource: 'clause',
    });
    expect(inText(measure?.target?.span)).toBe('45 minutes');
    expect(read('"Reduce complaints by 20%" from 410').measure).toMatchObject({
      form: 'down',
      baseline: { value: 410 },
    });
    expect(read('"Raise recall to 9%" baseline unknown').measure).toMatchObject({
      target: { value: 9 },
      baselineUnknown: true,
    });
    expect(read('"Cut the wait to 45 minutes" from 12%').measure).toMatchObject({ target: null, source: 'clause' });
  });
  it('but not a start that counts in something else, or one that it calls unknown', () => {
    expect(read('"Cut complaints from 9 days to 4 days" to 12%').measure?.baseline).toBeNull();
    expect(read('"Raise recall from 5% to 9%" baseline unknown to 12%').measure).toMatchObject({
      baseline: null,
      baselineUnknown: true,
    });
  });
});

it('neither: there is no measure', () => {
  expect(read('"Make people happy"').measure).toBeNull();
});

it('yes/no is a measure', () => {
  expect(read('"Audit passed" yes/no').measure).toMatchObject({ form: 'yes-no', target: null, source: 'clause' });
});
