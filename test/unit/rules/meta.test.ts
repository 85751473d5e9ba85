/** What holds for every rule: its examples show what it says, its fixes mend it, its words are sentences, its page is there. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Finding, notices, type Rule, type RuleExample, rules } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import {
  allFindings,
  applied,
  findingsOf,
  fixesOf,
  marked,
  type Project,
  projectOf,
  textsOf,
  withOptions,
} from './project.ts';

const pages = new URL('../../../docs/rules/', import.meta.url);

function read(rule: Rule, example: RuleExample, files = example.files): Project {
  const config = withOptions(rule, example.options);
  return projectOf(files, { config, ...(example.today ? { today: example.today } : {}) });
}

function errors(project: Project): readonly string[] {
  return allFindings(project)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, uri }) => `${rule} in ${uri}`);
}

function only(findings: readonly Finding[]): Finding {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

/** What stands behind all of these pieces, one behind the other; null where one is missing. */
function behind(pieces: readonly string[], text: string): string | null {
  return pieces.reduce<string | null>((rest, piece) => {
    const at = rest?.indexOf(piece) ?? -1;
    return at < 0 ? null : (rest as string).slice(at + piece.length);
  }, text);
}

const sentence = /^[\p{Lu}“`].*\.$/su;
const jargon = /\b(?:token|AST|parse[drs]?|parser|node|null|undefined|schema|regex|lint|string)\b/i;

describe.each(rules.map((rule) => [rule.meta.name, rule] as const))('%s', (name, rule) => {
  const { meta } = rule;
  const weak = meta.examples.invalid.map((example) => [example.title, example] as const);
  const strong = meta.examples.valid.map((example) => [example.title, example] as const);

  it('has a page', () => {
    expect(existsSync(fileURLToPath(new URL(`${name}.md`, pages)))).toBe(true);
  });

  it('speaks in whole sentences that a manager understands', () => {
    for (const text of [meta.summary, meta.why, meta.advice, meta.limits]) expect(text).toMatch(sentence);
    for (const text of [meta.title, meta.summary, meta.why, meta.advice, meta.limits]) expect(text).not.toMatch(jargon);
    expect(meta.sources.length).toBeGreaterThan(0);
  });

  it('says of itself what it does', () => {
    expect(meta.fix === 'none').toBe(rule.fix === undefined);
    if (/^(?:kr|objective)-/.test(name) && meta.english) expect(meta.level).not.toBe('error');
  });

  it.each(weak)('finds: %s', (_, example) => {
    const project = read(rule, example);
    const finding = only(findingsOf(project, name));
    expect(project.cascade.files.get(finding.uri)?.problems).toEqual([]);
    expect(marked(project, finding)).not.toBe('');
    const { what, why, todo } = finding.message;
    for (const text of [what, why, todo]) {
      expect(text).toMatch(sentence);
      expect(text).not.toMatch(jargon);
    }
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  it.each(strong)('leaves alone: %s', (_, example) => {
    const project = read(rule, example);
    expect(
      allFindings(project).filter(({ rule: code }) => code === name || notices.some((one) => one.code === code)),
    ).toEqual([]);
  });

  it.each(weak)('offers fixes that mend: %s', (_, example) => {
    const project = read(rule, example);
    const fixes = fixesOf(project, only(findingsOf(project, name)));
    if (example.fixed !== undefined) expect(fixes.length).toBeGreaterThan(0);
    for (const [i, fix] of fixes.entries()) {
      const after = applied(project.texts, fix);
      const mended = read(rule, example, after);
      for (const { text, fill } of fix.edits) expect(behind(fill ?? [], text)).not.toBeNull();
      if (i === 0 && example.fixed !== undefined)
        expect(after).toEqual({ ...project.texts, ...textsOf(example.fixed) });
      expect(findingsOf(mended, name), fix.title).toEqual([]);
      expect(
        errors(mended).filter((error) => !errors(project).includes(error)),
        fix.title,
      ).toEqual([]);
    }
    if (fixes.some(({ kind }) => kind === 'safe')) expect(meta.fix).toBe('safe');
  });

  it.each(weak)('keeps the line endings of: %s', (_, example) => {
    const windows = Object.fromEntries(
      Object.entries(textsOf(example.files)).map(([uri, text]) => [uri, text.replaceAll('\n', '\r\n')]),
    );
    const project = read(rule, example, windows);
    const [fix] = fixesOf(project, only(findingsOf(project, name)));
    if (!fix) return;
    for (const text of Object.values(applied(windows, fix))) expect(text).not.toMatch(/[^\r]\n/);
  });
});

it('every example that is said to be mended is mended by some rule', () => {
  const mending = rules.filter(({ meta }) => meta.examples.invalid.some(({ fixed }) => fixed !== undefined));
  expect(mending.map(({ meta }) => meta.name)).toEqual(rules.filter(({ fix }) => fix).map(({ meta }) => meta.name));
});

it.each(notices.map((notice) => [notice.code, notice] as const))('%s has a page and plain words', (code, notice) => {
  expect(existsSync(fileURLToPath(new URL(`${code}.md`, pages)))).toBe(true);
  for (const text of [notice.summary, notice.why, notice.advice]) expect(text).toMatch(sentence);
});
