/** Slices of a project: what is looked at around some files, how deep and how wide, and what is found in them on that. */
import {
  type Cascade,
  checkFiles,
  type Finding,
  type OkrFile,
  pathsToGoals,
  type ReferenceFailure,
  type ResolvedReference,
  type Surroundings,
  type UnitNode,
} from '@okr-language/core';
import type { Answers } from './answers.ts';
import type { Around } from './around.ts';
import { everywhereAround } from './everywhere.ts';
import { kpiKey, textKey, unitTitleKey } from './keys.ts';
import { type CommonLists, namesAround } from './nearby.ts';
import type { Extent } from './paths.ts';
import { Reach, type Sight } from './reach.ts';
import { Selection } from './selection.ts';

const circleRule = 'parent-cycle';
/** Takes suggestions for a name now. They are the same later, but then nobody knows any more for which file they were taken. */
function suggest({ suggestions }: ReferenceFailure): readonly string[] {
  return suggestions;
}

function isFound({ failure }: ResolvedReference): boolean {
  return failure === null;
}

function isLostPath({ failure, role }: ResolvedReference): boolean {
  return failure !== null && pathsToGoals.has(role);
}

/** A part of the project around some files, and what was looked at for it. */
interface Slice {
  readonly cascade: Cascade;
  /** What each of the files looked at. */
  readonly reaches: ReadonlyMap<string, Reach>;
  /** Files that were looked at widely. */
  readonly wide: ReadonlySet<string>;
  /** By file the lists of names that suggestions for it were taken from. */
  readonly suggested: ReadonlyMap<string, readonly string[]>;
  /** Questions about the whole project. */
  readonly asked: ReadonlySet<string>;
}

/** What was found in some files, and the slice on which it was. */
interface Found {
  readonly uris: readonly string[];
  readonly slice: Slice;
  readonly found: ReadonlyMap<string, readonly Finding[]>;
}

interface SlicerOptions {
  readonly around: Around;
  readonly answers: Answers;
  readonly lists: CommonLists;
  /** Addresses of the files that count. */
  readonly files: ReadonlySet<string>;
  readonly build: (files: ReadonlyMap<string, OkrFile>, surroundings: Surroundings) => Cascade;
}

export class Slicer {
  readonly #around: Around;
  readonly #answers: Answers;
  readonly #lists: CommonLists;
  readonly #files: ReadonlySet<string>;
  readonly #build: SlicerOptions['build'];

  constructor({ around, answers, lists, files, build }: SlicerOptions) {
    this.#around = around;
    this.#answers = answers;
    this.#lists = lists;
    this.#files = files;
    this.#build = build;
  }

  /** Every key that the findings of a file follow from. */
  lookedAt(uri: string, own: readonly Finding[], { cascade, reaches, suggested, asked }: Slice): ReadonlySet<string> {
    const keys = reaches.get(uri)?.keys ?? new Set<string>();
    for (const key of suggested.get(uri) ?? []) keys.add(key);
    for (const question of asked) keys.add(question);
    for (const { role, target, path } of cascade.references.get(uri) ?? []) {
      if (role !== 'reading' || target?.kind === 'keyResult') continue;
      for (const { text } of path.segments) keys.add(kpiKey(text));
    }
    for (const { related } of own) for (const place of related) if (place.uri !== uri) keys.add(textKey(place.uri));
    for (const { name } of unitsNamedIn(own, uri, cascade)) keys.add(unitTitleKey(name));
    return keys;
  }

  /**
   * A second look, deeper or wider, at those files where the first shows that it was not enough: a circle of links is told at one of its links only,
   * and a path that leads nowhere may lead somewhere in another cycle.
   */
  find(uris: readonly string[], together = false): readonly Found[] {
    const slice = this.slice(uris, together);
    const found = checkFiles(slice.cascade, slice.reaches.keys());
    const inCircles = new Set<string>();
    const lost = new Set<string>();
    const enough: string[] = [];
    for (const uri of slice.reaches.keys()) {
      const isCircle = ({ rule }: { readonly rule: string }) => rule === circleRule;
      if (found.get(uri)?.some(isCircle) || slice.cascade.files.get(uri)?.suppressions.some(isCircle))
        inCircles.add(uri);
      const isLost = !slice.wide.has(uri) && slice.cascade.references.get(uri)?.some(isLostPath);
      if (isLost) lost.add(uri);
      if (!inCircles.has(uri) && !lost.has(uri)) enough.push(uri);
    }
    const first = { uris: enough, slice, found };
    const more = [...new Set([...inCircles, ...lost])];
    if (more.length === 0) return [first];
    const extentOf = (uri: string) => ({
      isDeep: together ? inCircles.size > 0 : inCircles.has(uri),
      isWide: together ? lost.size > 0 : lost.has(uri) || slice.wide.has(uri),
    });
    const second = this.slice(more, together, 'rules', extentOf);
    return [first, { uris: more, slice: second, found: checkFiles(second.cascade, more) }];
  }

  /**
   * What files look at is noted for each of them, or for all `together`, which is faster. One of which it is plain that a second look would have to be
   * wide is looked at widely at once.
   */
  slice(
    uris: readonly string[],
    together = false,
    sight: Sight = 'rules',
    extentOf: (uri: string) => Extent = () => ({}),
  ): Slice {
    const selection = new Selection(this.#around.unitFiles.headOf);
    const reaches = new Map<string, Reach>();
    const wide = new Set<string>();
    let reach: Reach | null = null;
    for (const uri of uris) {
      const file = this.#files.has(uri) ? this.#around.fileOf(uri) : null;
      if (!file) continue;
      const extent = extentOf(uri);
      if (!reach || !together) reach = new Reach(this.#around, selection, sight, extent);
      reach.file(file);
      if (reach.isLost && !together && !extent.isWide) {
        reach = new Reach(this.#around, selection, sight, { ...extent, isWide: true });
        reach.file(file);
        wide.add(uri);
      }
      reaches.set(uri, reach);
    }
    for (const one of new Set(reaches.values())) for (const goal of one.supportable) one.supporters(goal, false);
    const listed = new Set<string>();
    const asked = new Set<string>();
    const build = () => {
      const cascade = this.#build(selection.files(), {
        ...namesAround(this.#around, this.#lists, listed),
        everywhere: everywhereAround(this.#around, this.#answers, asked),
      });
      // What stands for nothing in other files is reported in their own slices, and may stand for something in the whole.
      const references = new Map<string, readonly ResolvedReference[]>();
      for (const [uri, all] of cascade.references) {
        references.set(uri, reaches.has(uri) || all.every(isFound) ? all : all.filter(isFound));
      }
      return cascade.withReferences(references);
    };
    let cascade = build();
    if (this.#takeMoreSupporters(cascade, reaches)) cascade = build();
    const suggested = new Map<string, readonly string[]>();
    for (const uri of together ? [] : reaches.keys()) {
      listed.clear();
      for (const { failure } of cascade.references.get(uri) ?? []) if (failure) suggest(failure);
      if (listed.size > 0) suggested.set(uri, [...listed]);
    }
    return { cascade, reaches, wide, suggested, asked };
  }

  /** Where none of the first few supporters turned out to be one, all are taken. Says whether there were more. */
  #takeMoreSupporters(cascade: Cascade, reaches: ReadonlyMap<string, Reach>): boolean {
    const lonely = new Set(
      cascade.objectives.flatMap(({ node, supportedBy }) => (supportedBy.length > 0 ? [] : [node])),
    );
    let more = false;
    for (const reach of new Set(reaches.values())) {
      for (const goal of reach.supportable) {
        if (!lonely.has(goal.node) || !reach.supporters(goal, false)) continue;
        reach.supporters(goal, true);
        more = true;
      }
    }
    return more;
  }
}

/** Longer titles may have been cut where they stand in a message. */
const longestNamed = 200;

/** Of more letters times titles than this nobody finds out which titles are told: it would take longer than to note them all. */
const mostCompared = 10_000_000;

/** The units of other files whose titles some findings in a file tell. */
function* unitsNamedIn(findings: readonly Finding[], uri: string, { units }: Cascade): Generator<UnitNode> {
  if (findings.length === 0) return;
  const others = [...units.values()].filter(({ declaration }) => declaration.uri !== uri);
  let said = '';
  for (const { message, related } of findings) {
    said += `${message.what}\n${message.todo}\n`;
    for (const { label } of related) said += `${label}\n`;
  }
  const isTooMuch = said.length * others.length > mostCompared;
  for (const unit of others) if (isTooMuch || unit.title.length > longestNamed || said.includes(unit.title)) yield unit;
}
