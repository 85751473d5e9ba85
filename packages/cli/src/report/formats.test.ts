import { describe, expect, it } from 'vitest';
import { writeGithub } from './github.ts';
import { type JsonReport, writeJson } from './json.ts';
import { sampleReport } from './testing.ts';

const text = 'team a "A"\nkr "Be nice"\n';

describe('--format json', () => {
  it('has the documented shape', () => {
    const report: JsonReport = JSON.parse(
      writeJson(sampleReport([{ file: 'a.okr', text, mark: '"Be nice"', severity: 'information' }], 4)),
    );
    expect(report).toEqual({
      version: 1,
      today: '2026-08-15',
      summary: { files: 4, errors: 0, warnings: 0, information: 1, hints: 0 },
      findings: [
        {
          rule: 'kr-no-number',
          severity: 'information',
          file: 'a.okr',
          line: 2,
          column: 4,
          endLine: 2,
          endColumn: 13,
          message: 'This is wrong. It matters. Mend it.',
          what: 'This is wrong.',
          why: 'It matters.',
          todo: 'Mend it.',
          help: expect.stringMatching(/^https:.*kr-no-number/),
          related: [],
        },
      ],
    });
  });
});

describe('--format github', () => {
  it('writes a command a finding, with what GitHub would misread escaped', () => {
    const findings = [
      { file: 'a,b:c 100%.okr', text, mark: '"Be nice"', what: 'Up by 5%\nor not.' },
      { file: 'a.okr', text, mark: 'a "A"', severity: 'warning' as const },
      { file: 'a.okr', text, mark: 'a "A"', severity: 'hint' as const },
    ];
    expect(writeGithub(sampleReport(findings)).split('\n')).toEqual([
      '::error file=a%2Cb%3Ac 100%25.okr,line=2,endLine=2,col=4,endColumn=13,title=kr-no-number::Up by 5%25 or not. It matters. Mend it.',
      '::warning file=a.okr,line=1,endLine=1,col=6,endColumn=11,title=kr-no-number::This is wrong. It matters. Mend it.',
      '::notice file=a.okr,line=1,endLine=1,col=6,endColumn=11,title=kr-no-number::This is wrong. It matters. Mend it.',
      '',
    ]);
  });

  it('writes nothing when all is well', () => {
    expect(writeGithub(sampleReport([]))).toBe('');
  });
});
