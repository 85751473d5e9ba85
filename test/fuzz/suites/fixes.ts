/** What is offered to mend a finding: each fix, and all safe ones of a file at once. */
import {
  buildCascade,
  type Cascade,
  checkProject,
  defaultConfig,
  type Finding,
  type Fix,
  fixesFor,
  lineStartsOf,
  type OkrFile,
  parseIsoDay,
  type TextEdit,
} from '@okr-language/core';
import { fixAll, offsetAt, parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { projectTexts, type Texts } from '../generate/project.ts';
import { spoilt } from '../generate/spoil.ts';
import { statedIn } from '../meaning.ts';
import type { Suite } from '../suite.ts';

const today = parseIsoDay('2026-08-15') as number;

interface Project {
  readonly texts: Texts;
  readonly files: ReadonlyMap<string, OkrFile>;
  readonly cascade: Cascade;
  readonly findings: readonly Finding[];
}

function projectOf(texts: Texts): Project {
  const files = new Map(Object.entries(texts).map(([uri, text]) => [uri, parseOkr(uri, text)]));
  const cascade = buildCascade(files, defaultConfig, today);
  return { texts, files, cascade, findings: [...checkProject(cascade).values()].flat() };
}

function applied(texts: Texts, edits: readonly TextEdit[]): Texts {
  const result: Record<string, string> = { ...texts };
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const text = texts[uri];
    if (text === undefined) throw new Error(`An edit of ${uri}, which is no file of the project.`);
    let last = 0;
    let after = '';
    for (const { span, text: piece } of edits
      .filter((edit) => edit.uri === uri)
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      if (span.start < last || span.end < span.start || span.end > text.length)
        throw new Error(`Edits overlap or lie outside, at ${span.start}.`);
      after += text.slice(last, span.start) + piece;
      last = span.end;
    }
    result[uri] = after + text.slice(last);
  }
  return result;
}

/** The errors of a project in words. In a file that cannot be read as a whole, the next thing that cannot be read is no news. */
function errorsIn({ findings }: Project, isBroken: ReadonlySet<string>): ReadonlySet<string> {
  const errors = findings.filter(
    ({ severity, rule, uri }) => severity === 'error' && !(rule === 'syntax-error' && isBroken.has(uri)),
  );
  return new Set(errors.map(({ rule, message }) => `${rule}: ${message.what}`));
}

const brokenIn = ({ findings }: Project): ReadonlySet<string> =>
  new Set(findings.filter(({ rule }) => rule === 'syntax-error').map(({ uri }) => uri));

/** What the statements say that no edit touches: neither them nor the gap behind them, since line breaks end nothing. */
function untouched({ files, texts }: Project, edits: readonly TextEdit[]): readonly string[] {
  return [...files].flatMap(([uri, file]) => {
    const text = texts[uri] ?? '';
    const endOf = (end: number) => end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
    const own = edits.filter((edit) => edit.uri === uri);
    return statedIn(file)
      .filter(({ span }) => !own.some((edit) => edit.span.start <= endOf(span.end) && edit.span.end >= span.start))
      .map(({ kind, meaning }) => `${uri} ${kind} ${meaning}`);
  });
}

/** A name that leads a step further may lead to the next one that leads nowhere. */
const aboutNames: readonly string[] = ['unknown-name', 'unknown-owner', 'parent-unresolved'];

/** Errors that were hidden behind what a fix mends, or that the author is asked to look at: none of them is the fix's own. */
const mayShow: Readonly<Record<string, readonly string[]>> = {
  'unknown-owner': aboutNames,
  'parent-unresolved': [...aboutNames, 'parent-cycle'],
  // all at once: links that were dead before may close a circle
  '': [...aboutNames, 'parent-cycle'],
  // of a statement with something said twice nothing else is asked
  'repeated-clause': aboutNames,
  // the days of a cycle of the calendar are not looked at until it has a name of its own
  'duplicate-id': ['invalid-date'],
};

const mayBeShown = (error: string, rules: readonly string[]) => rules.some((rule) => error.startsWith(`${rule}: `));

/** Of a path whose first name is right now, the next one may lead nowhere. */
const isAStepFurther = (error: string) => /` has nothing called `|` is there only in /.test(error);

function expectMended(before: Project, edits: readonly TextEdit[], rule = ''): Project {
  const after = projectOf(applied(before.texts, edits));
  const broken = brokenIn(before);
  const known = errorsIn(before, broken);
  for (const error of errorsIn(after, broken)) {
    if (rule === 'unknown-name' && isAStepFurther(error)) continue;
    if (mayBeShown(error, mayShow[rule] ?? [])) continue;
    if (!known.has(error))
      throw new Error(`There is a new error, ${error}\n${Object.values(after.texts).join('\n---\n')}`);
  }
  const left = new Map<string, number>();
  for (const said of untouched(after, [])) left.set(said, (left.get(said) ?? 0) + 1);
  for (const said of untouched(before, edits)) {
    const count = left.get(said) ?? 0;
    if (count === 0) throw new Error(`No edit touches it, and it is gone or says something else:\n${said}`);
    left.set(said, count - 1);
  }
  return after;
}

const count = ({ findings }: Project, { rule, uri, message }: Finding) =>
  findings.filter((other) => other.rule === rule && other.uri === uri && other.message.what === message.what).length;

/** Says of what fails what it was about. */
function within<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkFix(project: Project, finding: Finding, fix: Fix): void {
  if (fix.title.trim() === '' || fix.edits.length === 0)
    throw new Error(`The fix "${fix.title}" of ${finding.rule} says or does nothing.`);
  // in a file that cannot be read as a whole, what is offered for the author to look at may go wrong
  const rough = fix.kind === 'unsafe' && brokenIn(project).size > 0;
  const after = within(`“${fix.title}”, offered for ${finding.rule}`, () =>
    rough ? projectOf(applied(project.texts, fix.edits)) : expectMended(project, fix.edits, finding.rule),
  );
  if (rough) return;
  if (!aboutNames.includes(finding.rule) && count(after, finding) >= count(project, finding))
    throw new Error(
      `${finding.rule} (${finding.message.what}) is found as often after “${fix.title}”:\n${after.texts[finding.uri]}`,
    );
}

const project = fc.oneof(
  { weight: 3, arbitrary: projectTexts },
  {
    weight: 2,
    arbitrary: projectTexts.chain((texts) =>
      fc
        .tuple(...Object.values(texts).map((text) => spoilt(fc.constant(text), 2)))
        .map((spoiltTexts) => Object.fromEntries(Object.keys(texts).map((uri, i) => [uri, spoiltTexts[i] ?? '']))),
    ),
  },
);

export { allSafe, checkFix, expectMended, project as anyProject, projectOf as readProject };
export const fixes: Suite = {
  name: 'fixes',
  holds: 'every fix takes its finding away, brings no new error, and leaves alone what it does not touch',
  shortRuns: 60,
  property: () =>
    fc.property(project, fc.nat(), (texts, n) => {
      const before = projectOf(texts);
      const mendable = before.findings.filter(({ severity }) => severity !== 'hint' || n % 4 === 0);
      for (let i = 0; i < Math.min(3, mendable.length); i++) {
        const finding = mendable[(n + i) % mendable.length] as Finding;
        for (const fix of fixesFor(finding, { cascade: before.cascade, text: (uri) => texts[uri] ?? null }))
          checkFix(before, finding, fix);
      }
    }),
};

/** The edits of "mend all that can be mended safely" in one file. */
function allSafe(project: Project, uri: string): readonly TextEdit[] {
  const text = project.texts[uri] ?? '';
  const lineStarts = lineStartsOf(text);
  const context = {
    uri,
    text,
    file: project.files.get(uri) as OkrFile,
    cascade: project.cascade,
    textOf: (other: string) => project.texts[other] ?? null,
    lineStartsOf: (other: string) => lineStartsOf(project.texts[other] ?? ''),
  };
  const edit = fixAll(
    context,
    project.findings.filter((finding) => finding.uri === uri),
  );
  return Object.entries(edit?.changes ?? {}).flatMap(([other, edits]) =>
    edits.map(({ range, newText }) => ({
      uri: other,
      text: newText,
      span: { start: offsetAt(text, lineStarts, range.start), end: offsetAt(text, lineStarts, range.end) },
    })),
  );
}

/** So often a person presses the key until nothing is left to mend. */
const mostRounds = 12;

export const fixAllAtOnce: Suite = {
  name: 'fix-all',
  holds: 'mending all that is safe brings no new error and comes to an end',
  shortRuns: 40,
  property: () =>
    fc.property(project, fc.nat(), (texts, n) => {
      const uris = Object.keys(texts);
      const uri = uris[n % uris.length];
      if (uri === undefined) return;
      let now = projectOf(texts);
      for (let round = 0; ; round++) {
        const edits = allSafe(now, uri);
        if (edits.length === 0) return;
        if (round === mostRounds)
          throw new Error(`After ${mostRounds} rounds there is still something to mend:\n${now.texts[uri]}`);
        now = expectMended(now, edits);
      }
    }),
};
