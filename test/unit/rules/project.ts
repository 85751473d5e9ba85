/** A project from texts, as the rules see it. */
import {
  buildCascade,
  type Cascade,
  type Config,
  checkProject,
  defaultConfig,
  type Finding,
  type Fix,
  fixesFor,
  type OkrFile,
  type OptionValue,
  parseIsoDay,
  type Rule,
} from '@okr-language/core';
import { parseOkr } from '@okr-language/language';

export type Texts = Readonly<Record<string, string>>;

export interface Project {
  readonly texts: Texts;
  readonly cascade: Cascade;
  /** By file, of all rules. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** A single text is `example.okr`. */
export function textsOf(files: Texts | string): Texts {
  return typeof files === 'string' ? { 'example.okr': files } : files;
}

export function projectOf(files: Texts | string, settings: { today?: string; config?: Config } = {}): Project {
  const texts = textsOf(files);
  const parsed = new Map<string, OkrFile>(Object.entries(texts).map(([uri, text]) => [uri, parseOkr(uri, text)]));
  const today = parseIsoDay(settings.today ?? '2026-08-15') ?? 0;
  const cascade = buildCascade(parsed, settings.config ?? defaultConfig, today);
  return { texts, cascade, findings: checkProject(cascade) };
}

/** The configuration that an example of a rule is read with: a rule that is turned off unless one turns it on is turned on. */
export function withOptions(rule: Rule, options: Readonly<Record<string, OptionValue>> = {}): Config {
  const level = rule.meta.level === 'off' ? 'information' : null;
  return { ...defaultConfig, rules: new Map([[rule.meta.name, { level, options }]]) };
}

export function allFindings({ findings }: Project): readonly Finding[] {
  return [...findings.values()].flat();
}

export function findingsOf(project: Project, rule: string): readonly Finding[] {
  return allFindings(project).filter((finding) => finding.rule === rule);
}

/** The text that a finding marks. */
export function marked({ texts }: Project, { uri, span }: Finding): string {
  return texts[uri]?.slice(span.start, span.end) ?? '';
}

export function fixesOf({ cascade, texts }: Project, finding: Finding): readonly Fix[] {
  return fixesFor(finding, { cascade, text: (uri) => texts[uri] ?? null });
}

/** The texts after a fix. */
export function applied(texts: Texts, fix: Fix): Texts {
  const result: Record<string, string> = { ...texts };
  for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
    const text = result[edit.uri] ?? '';
    result[edit.uri] = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  }
  return result;
}
