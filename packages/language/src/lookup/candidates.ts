/** Who may be meant by what somebody has typed: the nearest goals, units and KPIs first, and never many more than can be shown. */
import {
  type Cascade,
  encloses,
  type Kpi,
  type Objective,
  type OkrFile,
  type OkrSet,
  type Statement,
  type UnitDeclaration,
} from '@okr-language/core';
import { comesInOrder } from '../lsp/search.ts';
import { contentsOf, cycleOf, type Item, unitOf } from '../slices/contents.ts';
import {
  allCycles,
  allKpis,
  allUnits,
  blocksKey,
  blocksOfCycleKey,
  childrenKey,
  setKey,
  unitKey,
} from '../slices/keys.ts';
import { Reach } from '../slices/reach.ts';
import { Selection } from '../slices/selection.ts';
import { type Probe, probeFor } from '../store/sieve.ts';
import { type Directory, declaredUnit, isLarge } from './directory.ts';
import { Sketch } from './sketch.ts';

export interface Candidates {
  /** A part of the project in which the candidates stand. */
  readonly cascade: Cascade;
  /** False where there may be more. */
  readonly isAll: boolean;
}

/** From where somebody looks. */
export interface Viewpoint {
  readonly file: OkrFile;
  /** What is seen around the file. */
  readonly near: Cascade;
  readonly unit: string;
  readonly cycle: string;
}

/** One more than can be shown tells that there are more. */
const enough = 201;
/** So many files at most are read for one answer; more letters lead to fewer. */
const mostFilesRead = 60;

/** Goals by what was typed of their path or title: of the own unit, of those around it, of the same cycle, then all others. */
export function goalCandidates(directory: Directory, from: Viewpoint, typed: string): Candidates {
  const collector = new GoalCollector(directory, from, typed);
  const isAll = collector.collect();
  return { cascade: directory.cascadeOf(collector.files()), isAll };
}

class GoalCollector {
  readonly #directory: Directory;
  readonly #from: Viewpoint;
  readonly #letters: string;
  readonly #head: string | null;
  readonly #probe: Probe | null;
  readonly #isLarge: boolean;
  readonly #sketch = new Sketch(true);
  readonly #cycles: readonly string[];
  /** Units of which everything was looked at. */
  readonly #done = new Set<string>();
  /** Those of which everything was taken too. */
  readonly #whole = new Set<string>();
  readonly #seen = new Set<string>();
  /** Units that were taken with all above them: goals of those below come last. */
  readonly #units = new Set<string>();
  /** Names of the objectives that were taken of other units, and the cycles in which they stand. */
  readonly #taken = new Map<string, { readonly names: Set<string>; readonly cycles: Set<string> }>();
  /** Goals of other cycles, for when there are not enough of this one. */
  readonly #later: { readonly uri: string; readonly block: OkrSet; readonly objective: Objective }[] = [];
  #found = 0;
  #read = 0;

  constructor(directory: Directory, from: Viewpoint, typed: string) {
    this.#directory = directory;
    this.#from = from;
    this.#letters = typed.toLowerCase();
    const dot = typed.indexOf('.');
    this.#head = dot < 0 ? null : typed.slice(0, dot);
    this.#isLarge = isLarge(directory);
    this.#probe = this.#isLarge && this.#letters.length >= 3 ? probeFor([], [this.#letters]) : null;
    this.#cycles = cyclesAround(directory, from.cycle);
    this.#sketch.takeWhole(from.file);
    for (const [uri, statement] of statementsAt(directory, allCycles)) this.#sketch.take(uri, statement);
  }

  files(): ReadonlyMap<string, OkrFile> {
    return this.#sketch.files();
  }

  /** Says whether all that fit were taken. */
  collect(): boolean {
    const { unit } = this.#from;
    this.#unit(unit, false);
    for (const above of this.#above()) this.#unit(above, false);
    if (this.#head !== null) {
      this.#unit(this.#head, false);
      this.#whereElse();
      return true;
    }
    const isAll = this.#others();
    for (const { uri, block, objective } of this.#later) {
      if (this.#found < enough) this.#take(uri, block, objective);
    }
    this.#whereElse();
    return isAll && this.#found < enough;
  }

  /** The units above the own one; their declarations are taken along. */
  #above(): readonly string[] {
    const above: string[] = [];
    const { units } = this.#from.near;
    for (let at = units.get(this.#from.unit) ?? null; at && !above.includes(at.name); at = at.parent) {
      this.#sketch.take(at.declaration.uri, at.declaration.node);
      above.push(at.name);
    }
    return above.slice(1);
  }

  /** All blocks of a unit; of a distant one, what fits. */
  #unit(unit: string, ifItFits: boolean): void {
    if (this.#done.has(unit)) return;
    this.#done.add(unit);
    if (!ifItFits) this.#whole.add(unit);
    for (const [uri, statement] of statementsAt(this.#directory, blocksKey(unit))) {
      if (statement.kind === 'okrs') this.#block(uri, statement, ifItFits, false);
    }
  }

  #others(): boolean {
    const { unit, near } = this.#from;
    const parent = near.units.get(unit)?.parent?.name;
    for (const of of [unit, ...(parent === undefined ? [] : [parent])]) {
      for (const [, statement] of statementsAt(this.#directory, childrenKey(of))) {
        const name = statement.kind === 'unit' ? statement.name?.text : undefined;
        if (name !== undefined && this.#directory.table.isHeld(blocksKey(name))) this.#unit(name, true);
        if (this.#isFull()) return false;
      }
    }
    for (const cycle of this.#cycles) {
      for (const uri of this.#directory.table.holders(blocksOfCycleKey(cycle))) if (!this.#file(uri)) return false;
    }
    for (const uri of this.#directory.files) if (!this.#file(uri)) return false;
    return true;
  }

  #isFull(): boolean {
    return this.#found >= enough || this.#read >= mostFilesRead;
  }

  /** False where no more are wanted. */
  #file(uri: string): boolean {
    if (this.#isFull()) return false;
    if (this.#seen.has(uri)) return true;
    this.#seen.add(uri);
    if (this.#probe && !this.#directory.mayHold(uri, this.#probe)) return true;
    if (this.#isLarge) this.#read++;
    for (const statement of this.#directory.fileOf(uri)?.statements ?? []) {
      if (statement.kind === 'okrs' && !this.#done.has(unitOf(statement))) this.#block(uri, statement, true, true);
    }
    return true;
  }

  #block(uri: string, block: OkrSet, ifItFits: boolean, mayWait: boolean): void {
    const isOfOtherCycle = mayWait && !this.#cycles.includes(cycleOf(block));
    for (const objective of block.objectives) {
      const fitting = this.#fitting(unitOf(block), objective);
      if (ifItFits && fitting === 0) continue;
      if (isOfOtherCycle) this.#later.push({ uri, block, objective });
      else {
        this.#found += fitting;
        this.#take(uri, block, objective);
      }
      if (ifItFits && this.#later.length + this.#found >= 2 * enough) return;
    }
  }

  #take(uri: string, block: OkrSet, objective: Objective): void {
    this.#sketch.takeObjective(uri, block, objective);
    const unit = unitOf(block);
    takeWithAllAbove(this.#directory, this.#sketch, unit, this.#units);
    if (!objective.name || this.#whole.has(unit)) return;
    let taken = this.#taken.get(unit);
    if (!taken) {
      taken = { names: new Set(), cycles: new Set() };
      this.#taken.set(unit, taken);
    }
    taken.names.add(objective.name.text);
    taken.cycles.add(cycleOf(block));
  }

  /**
   * Of the same name in a nearer cycle a unit may have another goal, and then this one is written with its cycle; and of the same name in its own set,
   * where they are counted.
   */
  #whereElse(): void {
    for (const [unit, { names, cycles }] of this.#taken) {
      for (const cycle of new Set([...this.#cycles, ...cycles])) {
        for (const [uri, statement] of statementsAt(this.#directory, setKey(unit, cycle))) {
          for (const objective of statement.kind === 'okrs' ? statement.objectives : []) {
            if (!objective.name || !names.has(objective.name.text)) continue;
            this.#sketch.takeObjective(uri, statement as OkrSet, objective);
          }
        }
      }
    }
  }

  /** How many goals of an objective fit. */
  #fitting(unit: string, { name, title, keyResults }: Objective): number {
    if (!name) return 0;
    let count = this.#fits(`${unit}.${name.text}`, title?.text) ? 1 : 0;
    for (const keyResult of keyResults) {
      if (!keyResult.name) continue;
      if (this.#fits(`${unit}.${name.text}.${keyResult.name.text}`, keyResult.title?.text)) count++;
    }
    return count;
  }

  #fits(path: string, title = ''): boolean {
    const letters = this.#letters;
    if (letters === '') return true;
    const small = path.toLowerCase();
    if (this.#isLarge ? small.includes(letters) : comesInOrder(letters, small)) return true;
    return this.#head === null && title.toLowerCase().includes(letters);
  }
}

/** The cycle itself and those in use whose days enclose it: where a path without a cycle is looked up. */
function cyclesAround({ rangeOf, usedCycles }: Directory, name: string): readonly string[] {
  const cycle = (of: string) =>
    ({ kind: 'cycle', name: of, title: null, range: rangeOf(of), checkins: null, declaration: null }) as const;
  const own = cycle(name);
  return [name, ...[...usedCycles()].filter((other) => other !== name && encloses(cycle(other), own))];
}

/** Units and persons by what was typed of name or title: the own unit and what is in it, those above and beside it, then all others. */
export function unitCandidates(directory: Directory, near: Cascade, unit: string, typed: string): Candidates {
  const sketch = new Sketch();
  const letters = typed.toLowerCase();
  const found = { person: 0, unit: 0 };
  const seen = new Set<UnitDeclaration>();
  const take = (uri: string, declaration: UnitDeclaration) => {
    const kind = declaration.level === 'person' ? 'person' : 'unit';
    if (found[kind] >= enough || seen.has(declaration)) return;
    if (!fitsName(letters, declaration) || !isFirst(declaration)) return;
    seen.add(declaration);
    found[kind]++;
    sketch.take(uri, declaration);
    if (declaration.parent) takeWithAllAbove(directory, sketch, declaration.parent.text, above);
  };
  const above = new Set<string>();
  const takeAll = (key: string, show: (uri: string, declaration: UnitDeclaration) => void) => {
    for (const [uri, statement] of statementsAt(directory, key)) if (statement.kind === 'unit') show(uri, statement);
  };
  /** Of two declarations of a name the first counts. */
  const isFirst = ({ name, ...declaration }: UnitDeclaration) => {
    for (const [, first] of statementsAt(directory, unitKey(name?.text ?? ''))) return first.span === declaration.span;
    return false;
  };
  for (const name of nearestUnits(near, unit)) {
    takeAll(unitKey(name), take);
    takeAll(childrenKey(name), take);
  }
  takeAll(allUnits, take);
  return { cascade: directory.cascadeOf(sketch.files()), isAll: Math.max(found.person, found.unit) < enough };
}

/** All that are above one too, for where units lie in each other it depends on all of them who is in whom. */
function takeWithAllAbove(directory: Directory, sketch: Sketch, unit: string, taken: Set<string>): void {
  for (let name: string | undefined = unit; name !== undefined && !taken.has(name); ) {
    taken.add(name);
    for (const [uri, statement] of statementsAt(directory, unitKey(name))) {
      if (statement.kind === 'unit') sketch.take(uri, statement);
    }
    name = declaredUnit(directory, name)?.parent?.text;
  }
}

/** A unit and those above it, the nearest first. */
export function nearestUnits({ units }: Cascade, name: string): readonly string[] {
  const names: string[] = [];
  for (let at = units.get(name) ?? null; at && !names.includes(at.name); at = at.parent) names.push(at.name);
  return names;
}

/** KPIs with all that was read of them, and the goals that these readings may be of instead. */
export function kpiCandidates(directory: Directory, typed: string): Candidates {
  const selection = new Selection(directory.unitFiles.headOf);
  const reach = new Reach(directory, selection);
  const letters = typed.toLowerCase();
  let found = 0;
  for (const [uri, statement] of statementsAt(directory, allKpis)) {
    if (statement.kind !== 'kpi' || !fitsName(letters, statement)) continue;
    if (found++ >= enough) return { cascade: directory.cascadeOf(selection.files()), isAll: false };
    selection.take(uri, statement);
    reach.figures(statement.name?.text ?? '', statement.unit?.text ?? null);
  }
  return { cascade: directory.cascadeOf(selection.files()), isAll: true };
}

/** What stands under a key, in the order of the places, each with its file. */
function* statementsAt(
  { table, fileOf }: Directory,
  key: string,
): Generator<readonly [string, Statement, Item['part']]> {
  for (const uri of [...table.holders(key)].sort()) {
    const file = fileOf(uri);
    for (const { statement, part } of (file && contentsOf(file).get(key)) ?? []) yield [uri, statement, part];
  }
}

function fitsName(letters: string, { name, title }: UnitDeclaration | Kpi): boolean {
  if (!name) return false;
  return (
    letters === '' ||
    comesInOrder(letters, name.text.toLowerCase()) ||
    (title?.text.toLowerCase().includes(letters) ?? false)
  );
}
