import { describe, expect, it } from 'vitest';
import { inColor, plain } from '../terminal/paint.ts';
import { oneText } from '../testing.ts';
import { prettyPieces } from './pretty.ts';
import { type Sample, sampleReport } from './testing.ts';

/** Time of our own work, so that a busy machine does not look like a slow reader. */
const cpuMs = () => process.cpuUsage().user / 1000;

const text = 'okrs for lab in 2026-Q3 {\n\tobjective "Win" {\n\t\tkr "Be nice"\n\t}\n}\n';
const sample: Sample = { file: 'rows/a.okr', text, mark: '"Be nice"' };
const write = (samples: readonly Sample[], columns: number | null = null) =>
  oneText(prettyPieces(sampleReport(samples), { paint: plain, columns }));

describe('the report for people', () => {
  it('groups findings by file and sums them up', () => {
    const findings: Sample[] = [
      { ...sample, mark: '"Win"', severity: 'warning', rule: 'missing-owner' },
      sample,
      { ...sample, file: 'b.okr', severity: 'hint' },
    ];
    expect(write(findings)).toBe(`rows/a.okr
  2:12  warning  This is wrong. It matters. Mend it.  missing-owner
  3:6   error    This is wrong. It matters. Mend it.  kr-no-number

b.okr
  3:6  hint  This is wrong. It matters. Mend it.  kr-no-number

3 findings in 3 files: 1 error, 1 warning, 1 hint.
`);
  });

  it('is friendly when all is well', () => {
    expect(oneText(prettyPieces(sampleReport([], 12), { paint: plain, columns: 80 }))).toBe(
      'No findings in 12 files.\n',
    );
    expect(oneText(prettyPieces(sampleReport([], 1), { paint: plain, columns: 80 }))).toBe('No findings in 1 file.\n');
    expect(oneText(prettyPieces(sampleReport([], 0), { paint: plain, columns: 80 }))).toBe(
      'There are no .okr files here.\n',
    );
  });

  it('shows the line and marks the stretch where somebody looks', () => {
    expect(write([sample], 80)).toBe(`rows/a.okr
  3:6  error  This is wrong. It matters. Mend it.  kr-no-number
     3 │         kr "Be nice"
       │            ~~~~~~~~~

1 finding in 1 file: 1 error, 0 warnings.
`);
  });

  it('marks the right columns behind wide characters', () => {
    const line = 'kr "目标 🎯" to oops';
    const [, , shown, marked] = write([{ file: 'a.okr', text: line, mark: 'oops' }], 80).split('\n');
    expect(shown).toBe(`     1 │ ${line}`);
    expect(marked).toBe(`       │ ${' '.repeat(16)}~~~~`);
  });

  it('shows a line from its beginning where the mark fits in', () => {
    const line = 'kr "A rather long title of a key result" from 12 to 12';
    const [, , shown, marked] = write([{ file: 'a.okr', text: line, mark: 'to 12' }], 70).split('\n');
    expect(shown).toBe(`     1 │ ${line}`);
    expect(marked?.indexOf('~~~~~')).toBe(shown?.indexOf('to 12'));
  });

  it('breaks long messages between words where somebody looks', () => {
    const what = 'This is a long sentence that does not fit into one line of a small terminal.';
    const [, first, second] = write([{ ...sample, what }], 60).split('\n');
    expect(first).toBe('  3:6  error  This is a long sentence that does not fit into');
    expect(second).toBe('              one line of a small terminal. It matters. Mend');
    expect(write([{ ...sample, what }]).split('\n')[1]).toContain(`${what} It matters. Mend it.  kr-no-number`);
  });

  it('shows of a very long line the part around the mark, at once', () => {
    const long = `${'a'.repeat(1_000_000)} oops ${'b'.repeat(1_000_000)}`;
    const began = cpuMs();
    const [, , shown, marked] = write([{ file: 'a.okr', text: long, mark: 'oops' }], 80).split('\n');
    expect(cpuMs() - began).toBeLessThan(500);
    expect(shown?.length).toBeLessThanOrEqual(80);
    const at = shown?.indexOf('oops') ?? -1;
    expect(at).toBeGreaterThan(0);
    expect(marked?.indexOf('~~~~')).toBe(at);
  });

  it('marks to the end of the line what goes on behind it', () => {
    const [, , , marked] = write([{ file: 'a.okr', text: 'kr "one\ntwo"', mark: '"one\ntwo"' }], 80).split('\n');
    expect(marked?.trimEnd()).toBe(`       │    ${'~'.repeat(4)}`);
  });

  it('lets neither titles nor file names steer the terminal', () => {
    const evil = '\u001b[2Jgone';
    const out = write(
      [{ file: `${evil}.okr`, text: `kr "${evil}"`, mark: evil, what: `The title "${evil}" is odd.` }],
      80,
    );
    expect(out).not.toContain('\u001b');
    expect(out).toContain('␛[2Jgone');
  });

  it('can be coloured', () => {
    expect(oneText(prettyPieces(sampleReport([sample]), { paint: inColor, columns: null }))).toContain(
      '\u001b[31merror\u001b[39m',
    );
  });
});
