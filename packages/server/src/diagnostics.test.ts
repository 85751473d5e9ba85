import type { Finding } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf, mostPerFile } from './diagnostics.ts';

const finding = (start: number, severity: Finding['severity'] = 'warning'): Finding => ({
  rule: 'kr-no-number',
  severity,
  uri: 'file:///a.okr',
  span: { start, end: start + 2 },
  message: { what: 'This has no number.', why: 'Nobody can tell when it is reached.', todo: 'Add one.' },
  related: [{ uri: 'file:///b.okr', span: { start: 0, end: 1 }, label: 'see here' }],
  data: null,
});
const lines = () => [0, 10, 20];

describe('findings as diagnostics', () => {
  it('keep rule, page, whole message, range and related places', () => {
    expect(diagnosticsOf([finding(12)], lines)).toMatchObject([
      {
        code: 'kr-no-number',
        codeDescription: { href: expect.stringContaining('kr-no-number') },
        message: 'This has no number. Nobody can tell when it is reached. Add one.',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
        relatedInformation: [{ message: 'see here' }],
        severity: 2,
        source: 'okr',
      },
    ]);
  });

  it('are cut at the most a file may have, keep the worst and say how many more there are', () => {
    const many = Array.from({ length: mostPerFile + 7 }, (_, i) => finding(i, 'hint'));
    const shown = diagnosticsOf([...many, finding(500, 'error')], lines);
    expect(shown).toHaveLength(mostPerFile + 1);
    expect(shown.some((diagnostic) => diagnostic.severity === 1)).toBe(true);
    expect(shown.at(-1)).toMatchObject({ code: 'more-findings', message: expect.stringContaining('8 more findings') });
  });
});
