/**
 * What the findings of some files depend on: the keys that they look at, and the statements of other files that stand under these keys.
 *
 * Everything is followed generously: a name that may mean two things is followed to both. Too much costs a little time; too little would give
 * other findings than the whole project does, and a test compares the two.
 */
import type {
  CheckinBlock,
  Closing,
  Guardrail,
  Initiative,
  Kpi,
  Name,
  Objective,
  OkrFile,
  OkrSet,
  Reference,
  Statement,
  UnitDeclaration,
  WrittenReading,
} from '@okr-language/core';
import type { Around } from './around.ts';
import { contentsOf, cycleOf, type Item, isFigureOf, pairsOf, unitOf } from './contents.ts';
import {
  allCycles,
  blocksKey,
  carriedKey,
  checkinKey,
  childrenKey,
  closingInKey,
  closingKey,
  cycleKey,
  figureKey,
  goalInKey,
  goalKey,
  headKey,
  isGoalKey,
  kpiKey,
  linkKey,
  needKey,
  ownedKey,
  readingInKey,
  readingKey,
  setKey,
  textKey,
  titlesKey,
  unitKey,
  wordsKey,
} from './keys.ts';
import type { Selection } from './selection.ts';
import type { Table } from './table.ts';

/** Supporters are many and one is enough to know that a goal has some, so at first only so many are looked at. */
const fewSupporters = 2;

/** An objective of the files in question whose findings depend on whether anything supports it. */
interface Supportable {
  readonly node: Objective;
  readonly key: string;
}

/**
 * How much is seen: what rules need; what people want to see of a goal besides (its figures, how it was closed, who is in a unit); or also all
 * that supports a goal, which of the company's goals is a great deal.
 */
export type Sight = 'rules' | 'goals' | 'all';

/** More than most files need. */
export interface Extent {
  /** All links are followed up to the top: only then is a circle seen in whole. */
  readonly isDeep?: boolean;
  /** Goals of all cycles are looked at: only then is it known whether a path that leads nowhere would lead somewhere in another cycle. */
  readonly isWide?: boolean;
}

/** Where a path is read: in a cycle, unless it names one itself. */
interface Standpoint {
  readonly cycle: string;
  readonly isNamed: boolean;
}

/** Which of its own links are followed from an objective of another file; several may be asked for. */
const none = 0;
/** All of them, one step. */
const itsLinks = 1;
/** Those that may lead to a goal of the files in question, one step. */
const linksBack = 2;
/** Those to units as deep as its own, and from there likewise. */
const linksAside = 4;
/** All, and from there likewise. */
const allAbove = 8;

export class Reach {
  /** Every key that was looked at. */
  readonly keys = new Set<string>();
  readonly supportable: Supportable[] = [];
  readonly #around: Around;
  readonly #table: Table;
  readonly #fileOf: (uri: string) => OkrFile | null;
  readonly #selection: Selection;
  /** Files that were taken in whole for their own sake: their links are followed where they stand. */
  readonly #own = new Set<string>();
  /** What was already asked for of an objective, and of all under a key. */
  readonly #followed = new Map<Objective | string, number>();
  /** Keys of the goals in these files. */
  readonly #ownGoals = new Set<string>();
  readonly #depths = new Map<string, number | null>();
  /** Keys of sets of which everything was taken. */
  readonly #wholeSets = new Set<string>();
  readonly #ownSets = new Set<string>();
  /** Units whose way to the top is known. */
  readonly #settled = new Set<string>();
  /** Objectives of other files whose own links are still to be followed. */
  readonly #waiting: { readonly block: OkrSet; readonly objective: Objective; readonly how: number }[] = [];

  readonly #isDeep: boolean;
  readonly #isWide: boolean;
  readonly #forReaders: boolean;
  readonly #withSupporters: boolean;
  readonly #leads: string[] = [];

  /** What is found goes into `selection`, which files that are looked at together may share. */
  constructor(
    around: Around,
    selection: Selection,
    sight: Sight = 'rules',
    { isDeep = false, isWide = false }: Extent = {},
  ) {
    this.#isDeep = isDeep || sight !== 'rules';
    this.#isWide = isWide || sight !== 'rules';
    this.#forReaders = sight !== 'rules';
    this.#withSupporters = sight === 'all';
    this.#around = around;
    this.#table = around.table;
    this.#fileOf = around.fileOf;
    this.#selection = selection;
    this.#each(allCycles, (statement, _, uri) => selection.take(uri, statement));
  }

  /** Takes a file in whole, with everything that its findings depend on. */
  file(file: OkrFile): void {
    this.#selection.takeWhole(file);
    this.#own.add(file.uri);
    for (const key of contentsOf(file).keys()) if (isGoalKey(key)) this.#ownGoals.add(key);
    for (const statement of file.statements) {
      switch (statement.kind) {
        case 'cycle':
          this.#cycle(statement.name?.text);
          break;
        case 'unit':
          this.#unitDeclaration(statement);
          break;
        case 'okrs':
          this.#block(statement);
          break;
        case 'kpi':
          this.#kpiDeclaration(statement);
          break;
        case 'checkin':
          this.#checkin(statement);
          break;
        case 'closing':
          this.#closing(statement);
          break;
      }
    }
    this.#followLinks();
    for (let lead = this.#leads.pop(); lead !== undefined; lead = this.#leads.pop()) this.#unit(lead);
  }

  /** Takes in what may support an objective: the first few that are found, or all. Says whether there was more to be taken. */
  supporters(of: Supportable, all: boolean): boolean {
    this.keys.add(of.key);
    let taken = 0;
    let isMore = false;
    this.#each(of.key, (statement, part, uri) => {
      isMore ||= !all && taken === fewSupporters;
      if (isMore) return;
      taken++;
      this.#objective(uri, statement as OkrSet, part as Objective, itsLinks);
    });
    this.#followLinks();
    return isMore;
  }

  /** Takes a unit with all above it. */
  unit(name: string): void {
    this.#unit(name);
  }

  /** Takes the goals of a set with all that they are linked with, in either direction. */
  partners(unit: string, cycle: string): void {
    const key = setKey(unit, cycle);
    this.keys.add(key);
    this.#each(key, (statement, _, uri) => {
      const block = statement as OkrSet;
      for (const objective of block.objectives) {
        this.#partner(uri, block, objective);
        if (!objective.name) continue;
        this.#goal(unit, objective.name.text, { cycle, isNamed: true });
        for (const links of [linkKey(unit, objective.name.text), needKey(unit, objective.name.text)]) {
          this.keys.add(links);
          this.#each(links, (other, part, from) => this.#partner(from, other as OkrSet, part as Objective));
        }
      }
    });
    this.#followLinks();
  }

  #partner(uri: string, block: OkrSet, objective: Objective): void {
    this.#objective(uri, block, objective, itsLinks);
    for (const goal of [objective, ...objective.keyResults]) {
      for (const path of goal.dependsOn) this.#path(path, unitOf(block), cycleOf(block));
    }
  }

  #unitDeclaration({ name, parent, lead }: UnitDeclaration): void {
    if (name) this.#unit(name.text);
    if (lead) this.#unit(lead.text);
    if (parent) this.#unit(parent.text);
  }

  #block(block: OkrSet): void {
    const unit = unitOf(block);
    const set = setKey(unit, cycleOf(block));
    this.#wholeSet(unit, cycleOf(block));
    // A file may have any number of blocks of one set.
    if (!this.#ownSets.has(set)) {
      this.#ownSets.add(set);
      if (this.#around.isOver(cycleOf(block))) this.#carriedOn(set, unit);
      else this.#setBefore(unit, cycleOf(block));
    }
    this.#unit(unit);
    this.#cycle(cycleOf(block));
    this.#owners(block.owners);
    for (const objective of block.objectives) this.#ownObjective(objective, unit, cycleOf(block));
    for (const initiative of block.initiatives) this.#initiative(initiative, unit, cycleOf(block));
    for (const guardrail of block.guardrails) this.#guardrail(guardrail);
  }

  /** Everything in a set, what was read of it, and how it was closed. */
  #wholeSet(unit: string, cycle: string): void {
    const set = setKey(unit, cycle);
    if (this.#wholeSets.has(set)) return;
    this.#wholeSets.add(set);
    this.keys.add(set);
    this.#cycle(cycle);
    this.#each(set, (statement, _, uri) => {
      const block = statement as OkrSet;
      this.#selection.take(uri, block);
      this.#owners(block.owners);
      if (this.#forReaders) for (const guardrail of block.guardrails) this.#guardrail(guardrail);
      for (const objective of block.objectives) this.#objective(uri, block, objective);
    });
    this.#news(unit, cycle);
    this.#closings(unit, cycle);
  }

  /** The closings that may speak of the goals of a set. */
  #closings(unit: string, cycle: string): void {
    const key = closingKey(unit);
    if (this.#isFollowed(`${key}/${cycle}`, none)) return;
    this.keys.add(key);
    this.#each(key, (statement, _, uri) => {
      const closing = statement as Closing;
      const from = cycleOf(closing);
      this.#cycle(from);
      const isNamed = closing.entries.some(({ target }) => target.cycle?.text === cycle);
      if (!isNamed && !this.#isSeen(cycle, { cycle: from, isNamed: false })) return;
      this.keys.add(closingInKey(unit, from));
      this.#selection.takeAll(uri, closing);
      for (const { target } of closing.entries) this.#path(target, unitOf(closing), from);
    });
  }

  /** Objectives that say that they carry on one of a set. */
  #carriedOn(set: string, unit: string): void {
    this.#each(set, (statement) => {
      for (const { name } of (statement as OkrSet).objectives) {
        const key = name && carriedKey(unit, name.text);
        if (!key || this.keys.has(key)) continue;
        this.keys.add(key);
        this.#each(key, (other, part, uri) => {
          const { carriedFrom } = part as Objective;
          this.#objective(uri, other as OkrSet, part as Objective);
          if (carriedFrom) this.#path(carriedFrom, unitOf(other as OkrSet), cycleOf(other as OkrSet));
        });
      }
    });
  }

  /** The words and figures of the sets of a unit that were the last to end before a cycle begins. */
  #setBefore(unit: string, cycle: string): void {
    const begin = this.#around.rangeOf(cycle)?.first;
    if (begin === undefined) return;
    this.keys.add(blocksKey(unit));
    const ends = new Map<string, number>();
    this.#each(blocksKey(unit), (statement) => {
      const other = cycleOf(statement as OkrSet);
      const last = this.#around.rangeOf(other)?.last;
      this.#cycle(other);
      if (last !== undefined && last < begin) ends.set(other, last);
    });
    const end = Math.max(...ends.values());
    for (const [other, last] of ends) {
      if (last !== end) continue;
      this.keys.add(wordsKey(unit, other));
      this.#each(setKey(unit, other), (statement, _, uri) => {
        const block = statement as OkrSet;
        this.#selection.take(uri, block);
        for (const objective of block.objectives) this.#selection.takeObjective(uri, block, objective);
      });
    }
  }

  /** What else a person owns in a cycle, and whether it is closed. */
  #owned(person: string, cycle: string): void {
    const key = ownedKey(person, cycle);
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.#each(key, (statement, part, uri) => {
      const block = statement as OkrSet;
      const objective = part as Objective;
      this.#objective(uri, block, objective);
      if (!objective.name) return;
      this.#goal(unitOf(block), objective.name.text, { cycle, isNamed: true });
      this.#closings(unitOf(block), cycle);
    });
  }

  #ownObjective(objective: Objective, unit: string, cycle: string): void {
    if (this.#withSupporters && objective.name) {
      this.supporters({ node: objective, key: linkKey(unit, objective.name.text) }, true);
    }
    this.#owners(objective.owners);
    this.#links(objective, unit, cycle);
    for (const keyResult of objective.keyResults) {
      this.#owners(keyResult.owners);
      for (const { text } of keyResult.owners) this.#owned(text, cycle);
      this.#links(keyResult, unit, cycle);
      for (const initiative of keyResult.initiatives) this.#initiative(initiative, unit, cycle);
    }
    for (const initiative of objective.initiatives) this.#initiative(initiative, unit, cycle);
    for (const guardrail of objective.guardrails) this.#guardrail(guardrail);
    if (objective.name && objective.keyResults.length === 0 && this.#declarationOf(unit)?.level === 'company') {
      this.supportable.push({ node: objective, key: linkKey(unit, objective.name.text) });
    }
  }

  #links(
    { supports, dependsOn, carriedFrom }: Pick<Objective, 'supports' | 'dependsOn' | 'carriedFrom'>,
    unit: string,
    cycle: string,
  ) {
    for (const { reference } of supports) this.#ownLink(reference, unit, cycle, this.#above(reference, unit));
    for (const path of dependsOn) {
      this.#ownLink(path, unit, cycle);
      // Whether what is needed was given up, its closing says.
      this.#meant(path, unit, cycle, (of, _, there) => this.#closings(of, there));
    }
    if (carriedFrom) this.#ownLink(carriedFrom, unit, cycle);
  }

  #initiative(initiative: Initiative, unit: string, cycle: string): void {
    this.#owners(initiative.owners);
    for (const path of initiative.for) this.#ownLink(path, unit, cycle);
  }

  #guardrail({ name, owners }: Guardrail): void {
    this.#owners(owners);
    if (!name) return;
    this.#kpi(name.text);
    if (this.#forReaders) this.#figures(name.text, null);
  }

  #kpiDeclaration({ name, unit, owners }: Kpi): void {
    if (name) {
      this.#kpi(name.text);
      if (this.#forReaders) this.#figures(name.text, unit?.text ?? null);
    }
    if (unit) this.#unit(unit.text);
    this.#owners(owners);
  }

  #checkin(block: CheckinBlock): void {
    this.#heading(block);
    const unit = unitOf(block);
    // Which check-in of a set is the latest is told by all of them.
    const key = checkinKey(unit, cycleOf(block));
    this.keys.add(key);
    this.#each(key, (statement, _, uri) => this.#selection.take(uri, statement));
    for (const { target } of block.readings) {
      if (!target) continue;
      this.#ownReport(target, unit, cycleOf(block));
      for (const { text } of target.segments) this.#takeKpi(text);
    }
  }

  #closing(closing: Closing): void {
    this.#heading(closing);
    const unit = unitOf(closing);
    this.#closings(unit, cycleOf(closing));
    for (const { target } of closing.entries) this.#ownReport(target, unit, cycleOf(closing));
  }

  #heading(block: CheckinBlock | Closing): void {
    // Who writes one wants to see all that can be read or closed.
    if (this.#forReaders) this.#wholeSet(unitOf(block), cycleOf(block));
    this.#unit(unitOf(block));
    this.#cycle(cycleOf(block));
    this.#heads(unitOf(block), cycleOf(block));
  }

  #owners(names: readonly Name[]): void {
    for (const { text } of names) this.#unit(text);
  }

  /** A link that stands in the files in question: also whether what it means is a draft counts, and which words it has. */
  #ownLink(path: Reference, unit: string, cycle: string, how = none): void {
    this.#path(path, unit, cycle, how);
    this.#meant(path, unit, cycle, (of, name, there) => {
      this.keys.add(titlesKey(of, there, name));
      this.#heads(of, there);
      if (this.#forReaders) this.#wholeSet(of, there);
    });
  }

  /** A path by which something is told of a goal: everything around that goal counts. */
  #ownReport(path: Reference, unit: string, cycle: string): void {
    this.#path(path, unit, cycle);
    this.#meant(path, unit, cycle, (of, _, there) => {
      this.#heads(of, there);
      this.#wholeSet(of, there);
    });
  }

  /** Shows the objectives that a path may mean. */
  #meant(
    path: Reference,
    unit: string,
    cycle: string,
    show: (unit: string, name: string, cycle: string) => void,
  ): void {
    const from = standpointOf(path, cycle);
    for (const [of, name] of pairsOf(path, unit)) {
      this.#each(goalKey(of, name), (statement) => {
        const there = cycleOf(statement as OkrSet);
        if (this.#isSeen(there, from)) show(of, name, there);
      });
    }
  }

  /** Whether a path may mean a goal of a cycle: where it names none, of the cycle that it stands in or one around it. */
  #isSeen(cycle: string, from: Standpoint): boolean {
    if (this.#forReaders || cycle === from.cycle) return true;
    if (from.isNamed) return false;
    const [outer, inner] = [this.#around.rangeOf(cycle), this.#around.rangeOf(from.cycle)];
    return outer !== null && inner !== null && outer.first <= inner.first && inner.last <= outer.last;
  }

  /**
   * How a link of these files is followed. A circle is reported at the link in it that leads furthest down. So a link that leads up needs no more
   * than what leads straight back; one that stays on its level can only be that link where all others stay there too.
   */
  #above(path: Reference, unit: string): number {
    if (this.#isDeep) return allAbove;
    let how = linksBack;
    const from = this.#depthOf(unit);
    for (const [of, name] of pairsOf(path, unit)) {
      if (!this.#table.isHeld(goalKey(of, name))) continue;
      const to = this.#depthOf(of);
      if (from === null || to === null || to > from) return allAbove;
      if (to === from) how = linksBack | linksAside;
    }
    return how;
  }

  #path(path: Reference, unit: string, cycle: string, how = none): void {
    const [first, second] = path.segments;
    if (!first) return;
    const from = standpointOf(path, cycle);
    this.#cycle(from.cycle);
    this.#unit(first.text);
    this.#goal(unit, first.text, from, how);
    // Where no unit of that name is known, the path can only lead through the own one. It is noted that none was known.
    if (second && this.#isKnownUnit(first.text)) this.#goal(first.text, second.text, from, how);
  }

  #isKnownUnit(name: string): boolean {
    return this.#table.isHeld(unitKey(name)) || this.#table.isHeld(blocksKey(name));
  }

  /** Objectives of a unit by that name that can be meant, and what they are for. */
  #goal(unit: string, name: string, from: Standpoint, how = none): void {
    const key = goalKey(unit, name);
    if (this.#isFollowed(`${key}/${from.cycle}${from.isNamed ? '!' : ''}`, how)) return;
    this.keys.add(key);
    this.#unit(unit);
    this.#each(key, (statement, part, uri) => {
      const block = statement as OkrSet;
      const cycle = cycleOf(block);
      this.#cycle(cycle);
      if (!this.#isWide && !this.#isSeen(cycle, from)) return;
      this.keys.add(goalInKey(unit, cycle, name));
      this.#objective(uri, block, part as Objective, how);
    });
  }

  #objective(uri: string, block: OkrSet, objective: Objective, how = none): void {
    if (this.#own.has(uri) || this.#isFollowed(objective, how)) return;
    this.#selection.takeObjective(uri, block, objective);
    this.#unit(unitOf(block));
    this.#cycle(cycleOf(block));
    if (how !== none) this.#waiting.push({ block, objective, how });
  }

  /** Notes how something is followed, and says whether that is nothing new. */
  #isFollowed(what: Objective | string, how: number): boolean {
    const before = this.#followed.get(what);
    this.#followed.set(what, (before ?? none) | how);
    return before !== undefined && (before | how) === before;
  }

  /** Goals lead from one to the next, and so do circles: one after the other, without recursion. */
  #followLinks(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const unit = unitOf(next.block);
      for (const goal of [next.objective, ...next.objective.keyResults]) {
        for (const { reference } of goal.supports) {
          const how = this.#further(next.how, pairsOf(reference, unit), unit);
          if (how !== null) this.#path(reference, unit, cycleOf(next.block), how);
        }
      }
    }
  }

  /** How it goes on behind a link of another file; null where the link is left alone. */
  #further(how: number, pairs: ReturnType<typeof pairsOf>, unit: string): number | null {
    if (how & allAbove) return allAbove;
    const isAside = how & linksAside && pairs.some(([of]) => this.#depthOf(of) === this.#depthOf(unit));
    if (isAside) return linksAside;
    const isWanted = how & itsLinks || pairs.some(([of, name]) => this.#ownGoals.has(goalKey(of, name)));
    return isWanted ? none : null;
  }

  /** Steps from a unit to the top; null where units lie in each other. */
  #depthOf(unit: string): number | null {
    let depth = this.#depths.get(unit);
    if (depth !== undefined) return depth;
    depth = 0;
    const path = new Set<string>();
    for (let at = unit; ; depth++) {
      const parent = this.#declarationOf(at)?.parent?.text;
      path.add(at);
      if (parent === undefined || !this.#table.isHeld(unitKey(parent))) break;
      if (path.has(parent)) {
        depth = null;
        break;
      }
      at = parent;
    }
    this.#depths.set(unit, depth);
    return depth;
  }

  /** All readings that may belong to key results of a set. */
  #news(unit: string, cycle: string): void {
    const key = readingKey(unit);
    this.keys.add(key);
    this.#each(key, (statement, part, uri) => {
      const from = standpointOfReading(part as WrittenReading, statement as CheckinBlock);
      this.#cycle(from.cycle);
      if (!this.#isSeen(cycle, from)) return;
      this.keys.add(readingInKey(unit, from.cycle));
      this.#reading(uri, statement as CheckinBlock, part as WrittenReading);
    });
  }

  /** All readings that may belong to a health metric. */
  #figures(name: string, unit: string | null): void {
    const take = (statement: Statement, part: Item['part'], uri: string) =>
      this.#reading(uri, statement as CheckinBlock, part as WrittenReading);
    this.#each(figureKey(name), take);
    if (unit === null) return;
    this.#each(readingKey(unit), (statement, part, uri) => {
      if (isFigureOf(part as WrittenReading, unit, name)) take(statement, part, uri);
    });
  }

  #reading(uri: string, block: CheckinBlock, reading: WrittenReading): void {
    this.#selection.takeReading(uri, block, reading);
    this.#cycle(cycleOf(block));
    if (!reading.target) return;
    this.#path(reading.target, unitOf(block), cycleOf(block));
    for (const { text } of reading.target.segments) this.#takeKpi(text);
  }

  /** The blocks of a set without their objectives: a draft, and guardrails. */
  #heads(unit: string, cycle: string): void {
    const key = headKey(unit, cycle);
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.#each(setKey(unit, cycle), (statement, _, uri) => this.#selection.take(uri, statement));
  }

  #kpi(name: string): void {
    this.keys.add(kpiKey(name));
    this.#takeKpi(name);
  }

  /** Of a name that most often means a key result. Whether it is looked at is known when it is known what was meant. */
  #takeKpi(name: string): void {
    this.#each(kpiKey(name), (statement, _, uri) => this.#selection.take(uri, statement));
  }

  #cycle(name: string | undefined): void {
    if (name !== undefined) this.keys.add(cycleKey(name));
  }

  /** A unit and all above it. */
  #unit(name: string): void {
    if (this.#settled.has(name)) return;
    const path = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && !this.#settled.has(at) && !path.has(at)) {
      path.add(at);
      this.#takeUnit(at);
      at = this.#declarationOf(at)?.parent?.text;
    }
    // Where a circle of units is cut depends on their places, and these are no part of what a key says.
    if (at !== undefined && path.has(at)) this.#readTexts(at);
    for (const passed of path) this.#settled.add(passed);
  }

  #takeUnit(name: string): void {
    const key = unitKey(name);
    this.keys.add(key);
    this.#each(key, (statement, _, uri) => {
      this.#selection.take(uri, statement);
      const { lead } = statement as UnitDeclaration;
      if (lead && this.#forReaders) this.#leads.push(lead.text);
    });
    if (this.#forReaders) this.#takeChildren(name);
    if (this.#table.isHeld(key)) return;
    // A unit that has goals is known by them; that counts only where a path leads nowhere without.
    if (this.#isWide) this.keys.add(blocksKey(name));
    let isTaken = false;
    this.#each(blocksKey(name), (statement, _, uri) => {
      if (!isTaken) this.#selection.take(uri, statement);
      isTaken = true;
    });
  }

  /** What is in a unit. Whether a declaration counts is told by all that have its name. */
  #takeChildren(of: string): void {
    this.#each(childrenKey(of), (child) => {
      const { name } = child as UnitDeclaration;
      if (name) this.#each(unitKey(name.text), (statement, _, uri) => this.#selection.take(uri, statement));
    });
  }

  #readTexts(start: string): void {
    let at: string | undefined = start;
    do {
      this.#table.eachHolder(unitKey(at), (uri) => this.keys.add(textKey(uri)));
      at = this.#declarationOf(at)?.parent?.text;
    } while (at !== undefined && at !== start);
  }

  /** The declaration that counts: the first one. */
  #declarationOf(name: string): UnitDeclaration | null {
    let first: UnitDeclaration | null = null;
    let firstUri = '';
    this.#each(unitKey(name), (statement, _, uri) => {
      if (first && firstUri <= uri) return;
      first = statement as UnitDeclaration;
      firstUri = uri;
    });
    return first;
  }

  /** Shows what stands under a key, in all files that have it. */
  #each(key: string, show: (statement: Statement, part: Item['part'], uri: string) => void): void {
    this.#table.eachHolder(key, (uri) => {
      const file = this.#fileOf(uri);
      if (!file) return;
      for (const { statement, part } of contentsOf(file).get(key) ?? []) show(statement, part, uri);
    });
  }
}

function standpointOf({ cycle }: Reference, from: string): Standpoint {
  return cycle ? { cycle: cycle.text, isNamed: true } : { cycle: from, isNamed: false };
}

function standpointOfReading({ target }: WrittenReading, block: CheckinBlock): Standpoint {
  return target ? standpointOf(target, cycleOf(block)) : { cycle: cycleOf(block), isNamed: false };
}
