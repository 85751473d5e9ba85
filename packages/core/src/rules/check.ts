/** All findings of a project: what is wrong with the files' text, then what the rules say about their meaning. */
import type { Cascade } from '../cascade/cascade.ts';
import type { Config, OptionValue, RuleLevel, Severity } from '../config/config.ts';
import { nearest } from '../config/nearest.ts';
import type { Finding } from '../findings/finding.ts';
import type { FileProblem, Suppression } from '../model/file.ts';
import { rules as allRules } from './generated/registry.ts';
import { noticeOf } from './notices.ts';
import type { Report, Rule, RuleContext, Visits } from './rule.ts';
import { suppressionsAt } from './suppressions.ts';
import { noVisits, type Visitor, visitAll } from './visiting.ts';

/**
 * Findings by file, for every file of the project (an empty list where there are none), in the order of the text, then by
 * rule. `rules` is for tests; everyone else checks with all of them.
 */
export function checkProject(
  cascade: Cascade,
  rules: readonly Rule[] = allRules,
): ReadonlyMap<string, readonly Finding[]> {
  return checkWith(cascade, new Set(cascade.files.keys()), rules);
}

/** Findings of some files only. The other files of the cascade are there for what these depend on. */
export function checkFiles(cascade: Cascade, uris: Iterable<string>): ReadonlyMap<string, readonly Finding[]> {
  return checkWith(cascade, new Set(uris), allRules);
}

function checkWith(
  cascade: Cascade,
  uris: ReadonlySet<string>,
  rules: readonly Rule[],
): ReadonlyMap<string, readonly Finding[]> {
  const findings = new Map<string, Finding[]>();
  for (const uri of uris) {
    const problems = cascade.files.get(uri)?.problems ?? [];
    findings.set(
      uri,
      problems.map((problem) => problemFinding(uri, problem)),
    );
  }
  const used = new Set<Suppression>();
  for (const finding of findingsOf(rules, { cascade, uris, used })) findings.get(finding.uri)?.push(finding);
  for (const [uri, list] of findings) {
    for (const suppression of cascade.files.get(uri)?.suppressions ?? []) {
      const notice = used.has(suppression) ? null : unusedNotice(uri, suppression, rules, cascade);
      if (notice) list.push(notice);
    }
    if (list.length > 1) list.sort(byPlaceThenRule);
  }
  return findings;
}

/** The value of a rule's option: the project's own, else the rule's default. */
export function optionOf({ meta }: Rule, config: Config): <T extends OptionValue>(name: string) => T {
  const own = config.rules.get(meta.name)?.options;
  const values = new Map(meta.options.map(({ name, default: usual }) => [name, own?.[name] ?? usual]));
  return <T extends OptionValue>(name: string) => values.get(name) as T;
}

export function levelOf(rule: Rule, config: Config): RuleLevel {
  return config.rules.get(rule.meta.name)?.level ?? rule.meta.level;
}

function findingsOf(rules: readonly Rule[], checked: Checked): readonly Finding[] {
  const runs = runsOf(rules, checked.cascade.config);
  for (const run of runs) run.begin(checked);
  visitAll(checked.cascade, runs, checked.uris);
  const all: Finding[] = [];
  for (const run of runs) {
    const { found, failed } = run;
    // One rule that fails must not silence the others; what it had found may be incomplete and is left out.
    if (failed) all.push(...failureNotice(run.rule, checked.cascade));
    else if (found) for (const finding of found) all.push(finding);
    run.end();
  }
  return all;
}

/** What is looked at now, by all rules together. */
interface Checked {
  readonly cascade: Cascade;
  /** The files whose findings are wanted. */
  readonly uris: ReadonlySet<string>;
  /** Takes the suppressions that leave something out. */
  readonly used: Set<Suppression>;
}

/** The rules that are not turned off, of the last configuration: part after part of a project is checked with the same ones. */
let lastRuns: { readonly rules: readonly Rule[]; readonly config: Config; readonly runs: readonly Run[] } | null = null;

function runsOf(rules: readonly Rule[], config: Config): readonly Run[] {
  if (lastRuns?.rules !== rules || lastRuns.config !== config) {
    const runs = rules.flatMap((rule): readonly Run[] => {
      const level = levelOf(rule, config);
      return level === 'off' ? [] : [new Run(rule, level, optionOf(rule, config))];
    });
    lastRuns = { rules, config, runs };
  }
  return lastRuns.runs;
}

/** A rule that looks at one part of a project after the other. In between it holds nothing of any of them. */
class Run implements Visitor, RuleContext {
  readonly rule: Rule;
  readonly option: RuleContext['option'];
  readonly #level: Severity;
  #checked: Checked | null = null;
  visits: Visits = noVisits;
  onlyOwn = true;
  failed = false;
  /** Null while there is nothing: most rules find nothing in most files. */
  found: Finding[] | null = null;

  constructor(rule: Rule, level: Severity, option: RuleContext['option']) {
    this.rule = rule;
    this.#level = level;
    this.option = option;
  }

  get cascade(): Cascade {
    return (this.#checked as Checked).cascade;
  }

  /** Also without `this`: rules take it out of their context. */
  readonly report = (report: Report): void => {
    const { cascade, uris, used } = this.#checked as Checked;
    if (!uris.has(report.uri)) return;
    const suppressions = suppressionsAt(cascade.files.get(report.uri), this.rule.meta.name, report.span.start);
    for (const suppression of suppressions) used.add(suppression);
    if (suppressions.length > 0) return;
    this.found ??= [];
    this.found.push(findingOf(this.rule, this.#level, report));
  };

  begin(checked: Checked): void {
    this.#checked = checked;
    this.failed = false;
    const { rule } = this;
    try {
      rule.check?.(this);
      this.visits = rule.visit?.(this) ?? noVisits;
      this.onlyOwn = rule.meta.scope === 'file' || this.visits.onlyOwn === true;
    } catch {
      this.failed = true;
    }
  }

  end(): void {
    this.#checked = null;
    this.visits = noVisits;
    this.found = null;
  }
}

function findingOf(rule: Rule, level: Severity, report: Report): Finding {
  return {
    rule: rule.meta.name,
    severity: report.draft || report.milder ? milder(level) : level,
    uri: report.uri,
    span: report.span,
    message: { what: cut(report.message.what), why: cut(report.message.why), todo: cut(report.message.todo) },
    related: report.related ?? [],
    data: report.data ?? null,
  };
}

const longestSentence = 500;

/** Names come into messages as they are written, and a damaged file may hold a name of a million letters. */
function cut(sentence: string): string {
  return sentence.length > longestSentence ? `${sentence.slice(0, longestSentence)}….` : sentence;
}

function milder(severity: Severity): Severity {
  if (severity === 'error') return 'warning';
  return severity === 'warning' ? 'information' : 'hint';
}

/** A suppression of a rule that is turned off may wait there until it is turned on again. */
function unusedNotice(
  uri: string,
  { rule: name, ruleSpan, span }: Suppression,
  rules: readonly Rule[],
  cascade: Cascade,
): Finding | null {
  const rule = rules.find(({ meta }) => meta.name === name);
  if (rule && levelOf(rule, cascade.config) === 'off') return null;
  const meant = rule
    ? null
    : nearest(
        name,
        rules.map(({ meta }) => meta.name),
      );
  const { level, why } = noticeOf('unused-suppression');
  const todo = meant === null ? 'Delete this comment.' : `Perhaps \`${meant}\` is meant.`;
  const what = rule ? `The rule \`${name}\` finds nothing here.` : `There is no rule \`${name}\`.`;
  // Who names no rule believes that something is left out, and nothing is.
  const nameless = {
    what: 'This exception names no rule, so it leaves nothing out.',
    why: '',
    todo: 'Say which rule and why, such as `// okr-ignore kr-activity: agreed with the board`, or delete the comment.',
  };
  const data = { start: span.start, end: span.end, suggestions: meant === null ? [] : [meant] };
  return {
    rule: 'unused-suppression',
    severity: name === '' ? 'warning' : level,
    uri,
    span: ruleSpan,
    message: name === '' ? nameless : { what, why, todo },
    related: [],
    data,
  };
}

function problemFinding(uri: string, problem: FileProblem): Finding {
  const { level, why } = noticeOf(problem.code);
  // The message already says what to do; only why it matters is the same for all of a kind.
  const message = { what: problem.message, why, todo: '' };
  return { rule: problem.code, severity: level, uri, span: problem.span, message, related: [], data: null };
}

function failureNotice(rule: Rule, cascade: Cascade): readonly Finding[] {
  const [uri] = [...cascade.files.keys()].sort();
  if (uri === undefined) return [];
  const { level, why } = noticeOf('check-incomplete');
  const message = {
    what: `The check \`${rule.meta.name}\` could not be completed in this project.`,
    why,
    todo: 'All other checks ran; please report this, it is our mistake and not yours.',
  };
  return [
    { rule: 'check-incomplete', severity: level, uri, span: { start: 0, end: 0 }, message, related: [], data: null },
  ];
}

function byPlaceThenRule(a: Finding, b: Finding): number {
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  if (a.span.end !== b.span.end) return a.span.end - b.span.end;
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
}
