/**
 * Rename, in all files of the project. It is refused wherever it would break something: the new text is read and the
 * cascade built from it, and every name must then stand for what it stood for before.
 */
import {
  buildCascade,
  type Cascade,
  type Declared,
  daysOfCycle,
  type OkrFile,
  type Place,
  positionAt,
  type Statement,
} from '@okr-language/core';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Directory } from '../lookup/directory.ts';
import { filesNaming, lotsOf, type Pause } from '../lookup/mentions.ts';
import { composed } from '../lower/names.ts';
import { parseOkr } from '../parse.ts';
import { unitOf } from '../slices/contents.ts';
import { blocksKey, goalKey, kpiKey, unitKey } from '../slices/keys.ts';
import { type FeatureContext, offsetAt, toRange, touches } from './context.ts';
import { declarationPlace, declaredAs, nameAt, nodeOf, referencesTo } from './lookup.ts';
import { type FileNode, nameOf, nodesAt, nodesOf, titleOf } from './nodes.ts';

/** Why something cannot be renamed: one or two plain sentences. */
export interface Refusal {
  readonly refused: string;
}

export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

const NAME = /^[\p{L}_][\p{L}\p{M}\p{Nd}_-]*$/u;

/** Whether there is a name at a position that can be changed, and which. */
export function prepareRename(context: FeatureContext, position: Position): Renamable | Refusal {
  const found = find(context, position);
  if ('refused' in found) return found;
  return { range: toRange(context.file.lineStarts, found.span), placeholder: found.name };
}

/** The changes that give the thing at a position another name. */
export function rename(context: FeatureContext, position: Position, asked: string): WorkspaceEdit | Refusal {
  const newName = composed(asked);
  const found = find(context, position);
  if ('refused' in found) return found;
  const misshapen = shapeProblem(newName);
  if (misshapen !== null) return { refused: misshapen };
  if (newName === found.name) return { changes: {} };
  const result = renamed(context, found, newName, null, null);
  return 'refused' in result ? result : { changes: Object.fromEntries(result.changes) };
}

interface Renamed {
  /** By file. A map, for an object that is written to would lose those of a document called `__proto__`. */
  readonly changes: ReadonlyMap<string, TextEdit[]>;
  /** All files of the cascade as they read then. */
  readonly files: ReadonlyMap<string, OkrFile>;
}

/**
 * The changes in some files, or in all where `asked` is null, and what would go wrong in these. The name changes wherever the cascade knows it; `home`
 * is the file that declares it, or the part of it that the cascade holds, as it reads then, where that is known already.
 */
function renamed(
  context: FeatureContext,
  { declared, declaration }: Pick<Found, 'declared' | 'declaration'>,
  newName: string,
  asked: ReadonlySet<string> | null,
  home: OkrFile | null,
): Renamed | Refusal {
  const taken = takenBy(context.cascade, declared, newName);
  if (taken !== null) return { refused: taken };
  const byFile = new Map<string, Place[]>();
  for (const place of [declaration, ...referencesTo(context.cascade, declared)]) {
    const some = byFile.get(place.uri);
    if (some) some.push(place);
    else byFile.set(place.uri, [place]);
  }
  const files = new Map(context.cascade.files);
  for (const [uri, some] of byFile) {
    if (home && uri === declaration.uri) {
      files.set(uri, home);
      continue;
    }
    const text = uri === context.uri ? context.text : context.textOf(uri);
    if (text === null)
      return { refused: `The name is also used in ${fileName(uri)}, which cannot be read at the moment.` };
    files.set(uri, parseOkr(uri, withName(text, some, newName)));
  }
  const harm = harmOf(context, files, newName, asked);
  if (harm !== null) return { refused: harm };
  const changes = new Map<string, TextEdit[]>();
  for (const [uri, some] of byFile) {
    if (asked && !asked.has(uri)) continue;
    const lineStarts = context.lineStartsOf(uri);
    changes.set(
      uri,
      some.map(({ span }) => ({ range: toRange(lineStarts, span), newText: newName })),
    );
  }
  return { changes, files };
}

/** A name that stands in more files is not changed in one go. */
const mostFiles = 3000;

/**
 * The same in a project of any size, of which `context` shows only a part: all files are looked at that name the thing or might from now on, some at
 * a time, each lot together with what declares it; `atOnce` of them, unless the usual.
 */
export async function renameEverywhere(
  context: FeatureContext & { readonly directory: Directory },
  position: Position,
  asked: string,
  pause: Pause,
  atOnce?: number,
): Promise<WorkspaceEdit | Refusal> {
  const newName = composed(asked);
  const found = find(context, position);
  if ('refused' in found) return found;
  const misshapen = shapeProblem(newName);
  if (misshapen !== null) return { refused: misshapen };
  if (newName === found.name) return { changes: {} };
  const { directory } = context;
  const { uri: home } = found.declaration;
  const uris = new Set([
    ...(await filesNaming(directory, found.declared, pause)),
    ...(await filesNaming(directory, found.declared, pause, newName)),
    ...filesInside(directory, found.declared, newName),
  ]);
  uris.delete(home);
  const alone = renamedIn(context, [home], found, newName, null);
  if ('refused' in alone) return alone;
  const changes = new Map(alone.changes);
  const declarations = declarationsThen(found.declared, directory.fileOf(home), alone.files.get(home));
  for (const lot of lotsOf([...uris], atOnce)) {
    await pause();
    const result = renamedIn(context, declarations ? lot : [home, ...lot], found, newName, declarations);
    if ('refused' in result) return result;
    for (const [uri, edits] of result.changes) changes.set(uri, edits);
    if (changes.size > mostFiles) {
      return {
        refused: `The name ${found.name} stands in more than ${mostFiles} files, too many to change in one go.`,
      };
    }
  }
  return { changes: Object.fromEntries(changes) };
}

/** The declarations in the file that declares a thing as they read with its new name, by where they begin now. */
type DeclarationsThen = ReadonlyMap<number, Statement>;

/**
 * Where units or cycles are declared there may be thousands of them, and of the file no more is needed for other files than their declarations. Null
 * for what stands inside a statement, of which a part of the file may hold too little.
 */
function declarationsThen(declared: Declared, now: OkrFile | null, then: OkrFile | undefined): DeclarationsThen | null {
  if (!isDeclaration(declared) || !now || now.statements.length !== then?.statements.length) return null;
  const declarations = new Map<number, Statement>();
  for (const [i, statement] of then.statements.entries()) {
    const before = now.statements[i];
    if (before && isDeclaration(before)) declarations.set(before.span.start, statement);
  }
  return declarations;
}

/** Whether something is declared by a statement of which a part of a file holds all or nothing. */
function isDeclaration({ kind }: Declared | Statement): boolean {
  return kind === 'unit' || kind === 'cycle' || kind === 'kpi';
}

/** A part of the file that declares a thing as it reads then; null where it holds anything but declarations. */
function partThen(part: OkrFile | undefined, declarations: DeclarationsThen): OkrFile | null {
  if (!part) return null;
  const statements: Statement[] = [];
  for (const { span } of part.statements) {
    const statement = declarations.get(span.start);
    if (!statement) return null;
    statements.push(statement);
  }
  return { ...part, statements };
}

/** Of a cycle the files that name one which lies in it, now or under the new name: a path that leads nowhere there is looked up in this one. */
function filesInside(
  { names, files, namedCyclesOf, rangeOf }: Directory,
  declared: Declared,
  newName: string,
): readonly string[] {
  if (declared.kind !== 'cycle' || !declared.declaration) return [];
  const ranges = [declared.range, daysOfCycle(declared.declaration.node, newName)];
  const isInside = (cycle: string) => {
    const inner = rangeOf(cycle);
    return inner && ranges.some((range) => range && range.first <= inner.first && inner.last <= range.last);
  };
  return [...files].filter((uri) => namedCyclesOf(names.known(uri)).some(isInside));
}

/** The changes in some files. The one that declares the thing is among them unless `declarations` tell how these read then. */
function renamedIn(
  context: FeatureContext & { readonly directory: Directory },
  uris: readonly string[],
  found: Found,
  newName: string,
  declarations: DeclarationsThen | null,
): Renamed | Refusal {
  const { directory } = context;
  const { declared, declaration } = found;
  const withHome = () => renamedIn(context, [declaration.uri, ...uris], found, newName, null);
  const asked = new Set(uris);
  const whole = new Set(uris);
  // A cycle may have other days by its new name, and then paths in it lead to goals of others.
  const sight = declared.kind === 'cycle' ? 'goals' : 'rules';
  let cascade = directory.near(uris, sight);
  let thing = sameIn(cascade, declared, declaration);
  if (thing) {
    for (const uri of filesMeantThen(directory, cascade, uris, thing, newName)) whole.add(uri);
    if (declarations && whole.has(declaration.uri)) return withHome();
    // Goals stand under the names of their unit and cycle: paths lead to them under the new name only where it changes there too.
    for (const uri of filesWith(cascade, thing)) if (!declarations || uri !== declaration.uri) whole.add(uri);
    if (whole.size > uris.length) {
      cascade = directory.near([...whole], sight);
      thing = sameIn(cascade, declared, declaration);
    }
  }
  // Files that only name what the thing will be called may lead to nothing that shows it.
  const home = declarations && thing ? partThen(cascade.files.get(declaration.uri), declarations) : null;
  if (declarations && !home) return withHome();
  if (!thing) return { refused: 'A text has changed meanwhile. Try again.' };
  // Of other files only parts are there, in which nothing is renamed.
  const references = new Map([...cascade.references].filter(([uri]) => whole.has(uri)));
  const near = { ...context, cascade: cascade.withReferences(references) };
  return renamed(near, { declared: thing, declaration }, newName, asked, home);
}

/** The files in a cascade that name a thing. */
function filesWith({ references }: Cascade, declared: Declared): readonly string[] {
  const found: string[] = [];
  for (const [uri, all] of references) {
    if (all.some(({ segmentTargets }) => segmentTargets.includes(declared))) found.push(uri);
  }
  return found;
}

/** What is declared at a place, in another cascade. */
function sameIn(cascade: Cascade, { kind }: Declared, { uri, span }: Place): Declared | null {
  const file = cascade.files.get(uri);
  for (const node of file ? nodesAt(file, span.start) : []) {
    const declared = declaredAs(cascade, uri, node);
    if (declared?.kind === kind && declarationPlace(declared)?.span.start === span.start) return declared;
  }
  return null;
}

/** Files with goals or units that a path in some files may mean when it has the new name: they need not hold any other word of the thing. */
function filesMeantThen(
  { table }: Directory,
  { files, references }: Cascade,
  asked: Iterable<string>,
  declared: Declared,
  newName: string,
): readonly string[] {
  const keys = new Set<string>();
  const uris: string[] = [];
  if (declared.kind === 'unit') keys.add(unitKey(newName));
  if (declared.kind === 'kpi') keys.add(kpiKey(newName));
  for (const uri of asked) {
    // A path may begin with a goal of the unit that it stands in.
    for (const statement of files.get(uri)?.statements ?? []) {
      if (statement.kind === 'okrs' || statement.kind === 'checkin' || statement.kind === 'closing')
        keys.add(goalKey(unitOf(statement), newName));
    }
    for (const { path, segmentTargets } of references.get(uri) ?? []) {
      const [first, second] = path.segments.map(({ text }) => text);
      if (first === undefined || second === undefined) continue;
      if (segmentTargets[1] === declared) keys.add(goalKey(first, newName));
      if (declared.kind === 'unit' && first === newName) keys.add(goalKey(declared.name, second));
      if (segmentTargets[0] !== declared) continue;
      keys.add(unitKey(newName)).add(goalKey(newName, second));
      // A unit that nobody declared is known by its goals, of which one block is enough.
      uris.push(...table.holders(blocksKey(newName)).slice(0, 1));
    }
  }
  return [...uris, ...[...keys].flatMap((key) => table.holders(key))];
}

interface Found {
  readonly declared: Declared;
  readonly declaration: Place;
  readonly name: string;
  /** The name under the cursor. */
  readonly span: Place['span'];
}

function find(context: FeatureContext, position: Position): Found | Refusal {
  const offset = offsetAt(context.text, context.file.lineStarts, position);
  const at = nameAt(context, offset);
  if (!at) return { refused: nothingToRename(context, offset) };
  const { declared, span } = at;
  if (!declared) {
    if (at.reference)
      return {
        refused: 'This name stands for nothing that is declared in the project, so there is nothing to rename.',
      };
    return {
      refused:
        'This name is declared twice. Give this one another name by hand, so that each reference can be told apart.',
    };
  }
  const node = nodeOf(declared);
  const declaration = declarationPlace(declared);
  if (!node || !declaration) return { refused: 'This is a cycle of the calendar; its name cannot be changed.' };
  const name = nameOf(node);
  if (!name) return { refused: 'This has no name yet. Write one before its title first.' };
  return { declared, declaration, name: name.text, span };
}

function nothingToRename({ uri, file, cascade }: FeatureContext, offset: number): string {
  const node = nodesAt(file, offset).findLast((candidate) => !nameOf(candidate) && declaredAs(cascade, uri, candidate));
  const title = node && titleOf(node);
  if (node && ((title && touches(title.span, offset)) || offset - node.span.start <= 12)) {
    return 'This has no name yet. Write one before its title, then it can be referred to and renamed.';
  }
  return 'Only names can be renamed, and there is none here.';
}

function shapeProblem(name: string): string | null {
  if (name.trim() === '') return 'A name cannot be empty.';
  if (/\s/.test(name)) return 'A name is one word: write - or _ in place of the space.';
  if (/["'`“”„]/.test(name)) return 'A name has no quotation marks.';
  if (/^[\p{Nd}-]/u.test(name)) return 'A name begins with a letter or with _.';
  return NAME.test(name) ? null : 'A name may hold letters of any script, digits, - and _, and nothing else.';
}

function takenBy(cascade: Cascade, declared: Declared, name: string): string | null {
  const refuse = (what: string) =>
    `There already is ${what} called ${name}. Two of the same name could not be told apart.`;
  const has = (list: readonly { readonly name: string | null }[]) => list.some((other) => other.name === name);
  switch (declared.kind) {
    case 'unit': {
      const other = cascade.units.get(name);
      return other ? refuse(`a ${other.level}`) : null;
    }
    case 'cycle':
      return cascade.cycles.has(name) ? refuse('a cycle') : null;
    case 'objective':
      return has(declared.set.objectives) ? refuse('an objective in this set') : null;
    case 'keyResult':
      return has(declared.objective.keyResults) ? refuse('a key result of this objective') : null;
    case 'kpi':
      return has(cascade.kpis) ? refuse('a KPI') : null;
    case 'initiative':
      return has(declared.in.initiatives) ? refuse('an initiative here') : null;
    case 'guardrail':
      return null;
  }
}

function withName(text: string, places: readonly Place[], name: string): string {
  let result = '';
  let last = 0;
  for (const { span } of [...places].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(last, span.start) + name;
    last = span.end;
  }
  return result + text.slice(last);
}

/** What would go wrong: a name that is read as something else, or a reference that then means another thing. */
function harmOf(
  context: FeatureContext,
  files: ReadonlyMap<string, OkrFile>,
  newName: string,
  asked: ReadonlySet<string> | null,
): string | null {
  const before = context.cascade;
  for (const [uri, file] of files) {
    const old = before.files.get(uri);
    if (old !== file && old && file.problems.length > old.problems.length) {
      return `${newName} would be read as something else than a name in ${fileName(uri)}.`;
    }
  }
  const after = buildCascade(files, before.config, before.today);
  if (after.duplicates.length > before.duplicates.length) {
    return `Something else is already called ${newName}, so that the two could not be told apart.`;
  }
  const [oldIds, newIds] = [idsOf(before), idsOf(after)];
  for (const [uri, old] of before.references) {
    if (asked && !asked.has(uri)) continue;
    const now = after.references.get(uri) ?? [];
    for (const [i, reference] of old.entries()) {
      const then = now[i];
      const meant = reference.segmentTargets.map((target) => idOf(oldIds, target)).join(' ');
      const means = then?.segmentTargets.map((target) => idOf(newIds, target)).join(' ');
      if (meant === means) continue;
      const line = positionAt(context.lineStartsOf(uri), reference.path.span.start).line + 1;
      const path = reference.path.segments.map(({ text }) => text).join('.');
      return `With the new name, “${path}” in line ${line} of ${fileName(uri)} would mean something else than now.`;
    }
  }
  return null;
}

/** Each node by its file and its number in it, which a rename does not change. */
function idsOf(cascade: Cascade): ReadonlyMap<FileNode, string> {
  const ids = new Map<FileNode, string>();
  for (const [uri, file] of cascade.files) {
    let number = 0;
    for (const node of nodesOf(file)) ids.set(node, `${uri}#${number++}`);
  }
  return ids;
}

function idOf(ids: ReadonlyMap<FileNode, string>, declared: Declared | null): string {
  if (!declared) return '-';
  const node = nodeOf(declared);
  return node ? (ids.get(node) ?? '?') : `cycle ${declared.kind === 'cycle' ? declared.name : ''}`;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
