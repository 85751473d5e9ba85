import { describe, expect, it } from 'vitest';
import type { Cascade, ResolvedReference } from '../cascade/cascade.ts';
import { type Config, defaultConfig } from '../config/config.ts';
import { textOf } from '../findings/finding.ts';
import type { FileProblem, OkrFile, Suppression } from '../model/file.ts';
import { checkProject } from './check.ts';
import type { Report, Rule, RuleContext, RuleMeta } from './rule.ts';

const uri = 'file:///a.okr';

function fileWith(parts: { problems?: FileProblem[]; suppressions?: Suppression[] }): OkrFile {
  return { uri, lineStarts: [0], length: 100, statements: [], problems: [], suppressions: [], ...parts };
}

function cascadeOf(file: OkrFile, config: Config = defaultConfig): Cascade {
  return { today: 0, config, files: new Map([[uri, file]]) } as unknown as Cascade;
}

function ruleThat(check: (context: RuleContext) => void, meta: Partial<RuleMeta> = {}): Rule {
  return { meta: { name: 'some-rule', level: 'error', options: [], ...meta } as RuleMeta, check };
}

function reportAt(start: number, more: Partial<Report> = {}): Report {
  const message = { what: 'This is wrong.', why: 'It matters.', todo: 'Mend it.' };
  return { uri, span: { start, end: start + 1 }, message, ...more };
}

function reportingAt(...starts: readonly number[]): (context: RuleContext) => void {
  return ({ report }) => {
    for (const start of starts) report(reportAt(start));
  };
}

function check(rules: readonly Rule[], file: OkrFile = fileWith({}), config?: Config) {
  return checkProject(cascadeOf(file, config), rules).get(uri) ?? [];
}

describe('checking a project', () => {
  it('lists every file, in the order of its text', () => {
    const rule = ruleThat(reportingAt(9, 3, 5));
    expect(check([rule]).map(({ span }) => span.start)).toEqual([3, 5, 9]);
    expect(check([])).toEqual([]);
  });

  it('reports what is wrong with the text itself', () => {
    const span = { start: 2, end: 4 };
    const problem: FileProblem = { code: 'syntax-error', message: 'A `}` is missing here.', span };
    const [finding] = check([], fileWith({ problems: [problem] }));
    expect(finding).toMatchObject({ rule: 'syntax-error', severity: 'error', span });
    expect(finding && textOf(finding.message)).toBe(
      'A `}` is missing here. Until it is mended, part of this may be missing from the cascade.',
    );
  });

  it('is one step milder in drafts and about wording', () => {
    const levels = (level: RuleMeta['level'], more: Partial<Report>) =>
      check([ruleThat(({ report }) => report(reportAt(1, more)), { level })]).map(({ severity }) => severity);
    expect(levels('error', {})).toEqual(['error']);
    expect(levels('error', { draft: true })).toEqual(['warning']);
    expect(levels('warning', { draft: true })).toEqual(['information']);
    expect(levels('information', { milder: true })).toEqual(['hint']);
    expect(levels('hint', { draft: true })).toEqual(['hint']);
    expect(levels('off', {})).toEqual([]);
  });

  it('follows the configuration', () => {
    const rule = ruleThat(({ report, option }) => report(reportAt(option<number>('limit'))), {
      options: [{ name: 'limit', type: 'integer', default: 5, description: '' }],
    });
    const config = (level: 'hint' | 'off' | null, options: Record<string, number>) => ({
      ...defaultConfig,
      rules: new Map([['some-rule', { level, options }]]),
    });
    const seen = (own: Config) => check([rule], fileWith({}), own).map(({ severity, span }) => [severity, span.start]);
    expect(seen(defaultConfig)).toEqual([['error', 5]]);
    expect(seen(config('hint', { limit: 7 }))).toEqual([['hint', 7]]);
    expect(seen(config(null, {}))).toEqual([['error', 5]]);
    expect(seen(config('off', { limit: 7 }))).toEqual([]);
  });

  it('leaves out what is suppressed, and only that', () => {
    const suppression = { rule: 'some-rule', covers: { start: 10, end: 20 } } as Suppression;
    const report = reportingAt(5, 10, 20, 21);
    const rules = [ruleThat(report), ruleThat(report, { name: 'other-rule' })];
    const found = check(rules, fileWith({ suppressions: [suppression] }));
    expect(found.filter(({ rule }) => rule === 'some-rule').map(({ span }) => span.start)).toEqual([5, 20, 21]);
    expect(found.filter(({ rule }) => rule === 'other-rule')).toHaveLength(4);
  });

  it('says where a suppression is not needed, unless its rule is off', () => {
    const suppression = (rule: string) => {
      const span = { start: 30, end: 60 };
      return { rule, ruleSpan: span, reason: null, span, covers: { start: 61, end: 80 } };
    };
    const rule = ruleThat(reportingAt(5));
    const found = (name: string, config?: Config) =>
      check([rule], fileWith({ suppressions: [suppression(name)] }), config)
        .filter((finding) => finding.rule === 'unused-suppression')
        .map(({ message }) => `${message.what} ${message.todo}`);
    expect(found('some-rule')).toEqual(['The rule `some-rule` finds nothing here. Delete this comment.']);
    expect(found('some-ruel')).toEqual(['There is no rule `some-ruel`. Perhaps `some-rule` is meant.']);
    const off = { ...defaultConfig, rules: new Map([['some-rule', { level: 'off' as const, options: {} }]]) };
    expect(found('some-rule', off)).toEqual([]);
    expect(found('')).toEqual([expect.stringMatching(/^This exception names no rule/)]);
  });

  it('contains a rule that fails: one neutral notice, and all others run', () => {
    const failing = ruleThat(({ report }) => {
      report(reportAt(1));
      throw new Error('secret at /home/someone');
    });
    const found = check([failing, ruleThat(({ report }) => report(reportAt(7)), { name: 'other-rule' })]);
    expect(found.map(({ rule }) => rule)).toEqual(['check-incomplete', 'other-rule']);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('contains a rule that fails at one of the things that it looks at: the others see all of them', () => {
    const [seenByFailing, seenByOther]: [number[], number[]] = [[], []];
    const visiting = (name: string, look: (reference: ResolvedReference) => void): Rule => ({
      meta: { name, level: 'error', options: [] } as unknown as RuleMeta,
      visit: () => ({ reference: look }),
    });
    const startOf = ({ path }: ResolvedReference) => path.span.start;
    const failing = visiting('failing', (reference) => {
      seenByFailing.push(startOf(reference));
      if (startOf(reference) === 2) throw new Error('secret at /home/someone');
    });
    const other = visiting('other', (reference) => seenByOther.push(startOf(reference)));
    const references = new Map([[uri, [1, 2, 3].map((start) => ({ path: { span: { start } } }))]]);
    const cascade = { ...cascadeOf(fileWith({})), references, sets: new Map(), objectives: [] } as unknown as Cascade;
    const found = checkProject(cascade, [failing, other]).get(uri) ?? [];
    expect(found.map(({ rule }) => rule)).toEqual(['check-incomplete']);
    expect(seenByFailing).toEqual([1, 2]);
    expect(seenByOther).toEqual([1, 2, 3]);
  });
});
