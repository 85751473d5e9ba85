import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ruleAddress } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { plain } from '../terminal/paint.ts';
import { oneText } from '../testing.ts';
import { compactPieces } from './compact.ts';
import { githubPieces } from './github.ts';
import { type JsonReport, jsonPieces } from './json.ts';
import { junitPieces } from './junit.ts';
import { markdownPieces } from './markdown.ts';
import { prettyPieces } from './pretty.ts';
import type { Report } from './report.ts';
import { sarifPieces } from './sarif.ts';
import { sampleReport } from './testing.ts';

const text = 'team a "A"\nkr "Be nice"\n';

describe('every format', () => {
  const formats: readonly (readonly [string, (report: Report) => Iterable<string>])[] = [
    ['pretty', (report) => prettyPieces(report, { columns: 80, paint: plain })],
    ['compact', compactPieces],
    ['json', jsonPieces],
    ['sarif', (report) => sarifPieces(report, report.roots)],
    ['github', (report) => githubPieces(report, null)],
    ['junit', (report) => junitPieces(report, () => true)],
  ];

  it.each(formats)(
    'is written piece by piece, so that a large report is never in memory as a whole: %s',
    (_, write) => {
      const many = Array.from({ length: 4000 }, (_, index) => ({ file: `${index >> 2}.okr`, text, mark: '"A"' }));
      const lengths = Array.from(write(sampleReport(many)), (piece) => piece.length);
      const sum = lengths.reduce((all, length) => all + length, 0);
      expect(Math.max(...lengths)).toBeLessThan(sum / 10);
    },
  );
});

describe('--format json', () => {
  it('has the documented shape', () => {
    const report: JsonReport = JSON.parse(
      oneText(jsonPieces(sampleReport([{ file: 'a.okr', text, mark: '"Be nice"', severity: 'information' }], 4))),
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
    expect(oneText(githubPieces(sampleReport(findings), null)).split('\n')).toEqual([
      '::error file=a%2Cb%3Ac 100%25.okr,line=2,endLine=2,col=4,endColumn=13,title=kr-no-number::Up by 5%25 or not. It matters. Mend it.',
      '::warning file=a.okr,line=1,endLine=1,col=6,endColumn=11,title=kr-no-number::This is wrong. It matters. Mend it.',
      '::notice file=a.okr,line=1,endLine=1,col=6,endColumn=11,title=kr-no-number::This is wrong. It matters. Mend it.',
      '',
    ]);
  });

  it('writes nothing when all is well', () => {
    expect(oneText(githubPieces(sampleReport([]), null))).toBe('');
  });

  it('names files from the workspace that they lie in, which GitHub takes as the beginning of every path', () => {
    const inStep = { file: 'x.okr', root: 'file:///w/docs/okrs/', text, mark: '"A"' };
    const named = (workspace: string | null) =>
      /file=([^,]*)/.exec(oneText(githubPieces(sampleReport([inStep]), workspace)))?.[1];
    expect(['/w', '/w/', '/w/docs/okrs', '/w/docs/okr', null].map(named)).toEqual([
      'docs/okrs/x.okr',
      'docs/okrs/x.okr',
      'x.okr',
      'x.okr',
      'x.okr',
    ]);
  });

  it('knows the workspace, and the files, by links that lead there too', () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'okr-links-')));
    mkdirSync(join(folder, 'work', 'sub'), { recursive: true });
    symlinkSync('work', join(folder, 'link'));
    const named = (workspace: string, place: string) => {
      const found = { file: 'x.okr', root: pathToFileURL(join(folder, place, '/')).href, text, mark: '"A"' };
      return /file=([^,]*)/.exec(oneText(githubPieces(sampleReport([found]), join(folder, workspace))))?.[1];
    };
    expect(named('link', 'work/sub')).toBe('sub/x.okr');
    expect(named('work', 'link/sub')).toBe('sub/x.okr');
    expect(named('link', 'link/sub')).toBe('sub/x.okr');
    rmSync(folder, { recursive: true });
  });
});

const evil = 'Say "<b>&\u001b[31m | @maya #12 `x` ]]> *y*\u2028\ud800';

describe('--format compact', () => {
  it('writes a line a finding, as compilers do', () => {
    const findings = [
      { file: 'a.okr', text, mark: '"Be nice"' },
      { file: 'a.okr', text, mark: '"A"', severity: 'hint' as const, what: 'One\ntwo.' },
    ];
    expect(oneText(compactPieces(sampleReport(findings)))).toBe(
      'a.okr:2:4: error: This is wrong. It matters. Mend it. [kr-no-number]\n' +
        'a.okr:1:8: info: One two. It matters. Mend it. [kr-no-number]\n',
    );
  });
});

describe('--format junit', () => {
  const errorsCount = (severity: string) => severity === 'error';

  it('has a suite a file and a case a finding; what does not count is skipped', () => {
    const findings = [
      { file: 'a.okr', text, mark: '"Be nice"' },
      { file: 'a.okr', text, mark: '"A"', severity: 'warning' as const },
    ];
    const report = sampleReport(findings);
    expect(oneText(junitPieces({ ...report, files: ['a.okr', 'b.okr'] }, errorsCount))).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="okr check" tests="3" failures="1" errors="0">
  <testsuite name="a.okr" tests="2" failures="1" errors="0" skipped="1">
    <testcase classname="a.okr" name="kr-no-number at 2:4" file="a.okr" line="2">
      <failure message="This is wrong. It matters. Mend it." type="error">a.okr:2:4 error
This is wrong. It matters. Mend it.
${ruleAddress('kr-no-number')}</failure>
    </testcase>
    <testcase classname="a.okr" name="kr-no-number at 1:8" file="a.okr" line="1">
      <skipped message="warning: This is wrong. It matters. Mend it."/>
    </testcase>
  </testsuite>
  <testsuite name="b.okr" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="b.okr" name="nothing found" file="b.okr"/>
  </testsuite>
</testsuites>
`,
    );
  });

  it('holds nothing that XML does not take', () => {
    const out = oneText(junitPieces(sampleReport([{ file: 'a&b.okr', text, mark: '"A"', what: evil }]), errorsCount));
    expect(out).toContain('name="a&amp;b.okr"');
    expect(out).toContain('message="Say &quot;&lt;b&gt;&amp;␛[31m');
    expect(out).toContain(']]&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    expect(out.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
  });
});

describe('--format markdown', () => {
  it('counts, and has a table a file', () => {
    const findings = [
      { file: 'a.okr', text, mark: '"Be nice"' },
      { file: 'b.okr', text, mark: '"A"', severity: 'warning' as const },
    ];
    const rule = `[\`kr-no-number\`](${ruleAddress('kr-no-number')})`;
    expect(oneText(markdownPieces(sampleReport(findings)))).toBe(`### OKR check: 1 error, 1 warning

2 findings in 2 files.

<details open>
<summary>a.okr: 1 error</summary>

| line | level | finding | rule |
|---|---|---|---|
| 2 | error | This is wrong. It matters. Mend it. | ${rule} |

</details>

<details>
<summary>b.okr: 1 warning</summary>

| line | level | finding | rule |
|---|---|---|---|
| 1 | warning | This is wrong. It matters. Mend it. | ${rule} |

</details>
`);
    expect(oneText(markdownPieces(sampleReport([], 3)))).toBe('### OKR check\n\nNo findings in 3 files.\n');
  });

  it('obeys no mark-up in titles, and calls nobody', () => {
    const out = oneText(markdownPieces(sampleReport([{ file: 'a<b>.okr', text, mark: '"A"', what: evil }])));
    expect(out).toContain('<summary>a&lt;b&gt;.okr');
    expect(out).toContain('Say "&lt;b&gt;&amp;␛\\[31m \\| @\u200bmaya #\u200b12 `x` \\]\\]&gt; \\*y\\*');
  });

  it('takes no backquotes of a title for code of its own', () => {
    const what = '``<img src=x>` and ` `` [x](https://evil.example) ``';
    const out = oneText(markdownPieces(sampleReport([{ file: '@maya#1.okr', text, mark: '"A"', what }])));
    expect(out).not.toContain('<img');
    expect(out).not.toContain('[x](https://evil');
    expect(out).toContain('<summary>@\u200bmaya#\u200b1.okr');
  });

  it('stays short enough for a comment, and says how much is left out', () => {
    const many = Array.from({ length: 2000 }, () => ({ file: 'a.okr', text, mark: '"A"' }));
    const out = oneText(markdownPieces(sampleReport(many, 1)));
    expect(out.length).toBeLessThan(65_000);
    const rows = out.match(/^\| 1 \|/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(300);
    expect(out).toContain(`… and ${2000 - rows} more findings: `);
    expect(out.match(/<details/g)).toHaveLength(out.match(/<\/details>/g)?.length ?? 0);
  });
});
