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
  UnitDeclaration,
} from '@okr-language/core';
import type { Around } from './around.ts';
import type { Standpoint } from './byCycle.ts';
import { cycleOf, type Item, unitOf } from './contents.ts';
import { Ends } from './ends.ts';
import {
  allCycles,
  carriedKey,
  checkinKey,
  closingInKey,
  closingKey,
  initiativeKey,
  kpiKey,
  leadKey,
  linkKey,
  needKey,
  ownedKey,
  setKey,
  titlesKey,
  wordsKey,
} from './keys.ts';
import { Look } from './look.ts';
import { type Extent, itsLinks, none, Paths } from './paths.ts';
import { Readings } from './readings.ts';
import type { Selection } from './selection.ts';
import { Told } from './told.ts';
import { Units } from './units.ts';

/** Supporters are many and one is enough to know that a goal has some, so at first only so many are looked at. */
const fewSupporters = 2;

/** Files whose initiatives for key results of one objective are seen besides its own: more of them in one row nobody reads. */
const mostAtWork = 100;

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

export class Reach {
  readonly supportable: Supportable[] = [];
  readonly #look: Look;
  readonly #units: Units;
  readonly #paths: Paths;
  readonly #ownSets = new Set<string>();
  readonly #readings: Readings;
  /** Paths by which something is told of goals in the files in question. */
  readonly #reports: Told;
  /** What `supporters` answered. */
  readonly #supporters = new Map<string, boolean>();
  readonly #ends: Ends;
  readonly #forReaders: boolean;
  readonly #withSupporters: boolean;
  #isLost = false;

  /** What is found goes into `selection`, which files that are looked at together may share. */
  constructor(around: Around, selection: Selection, sight: Sight = 'rules', extent: Extent = {}) {
    this.#forReaders = sight !== 'rules';
    this.#withSupporters = sight === 'all';
    this.#look = new Look(around, selection);
    const { isDeep = this.#forReaders, isWide = this.#forReaders } = extent;
    const all = { isDeep, isWide, forReaders: this.#forReaders };
    this.#units = new Units(this.#look, all);
    this.#ends = new Ends(this.#look);
    this.#paths = new Paths(this.#look, this.#units, all);
    this.#readings = new Readings(this.#look, this.#units, this.#paths);
    this.#reports = new Told(this.#units);
    this.#look.each(allCycles, (statement, _, uri) => selection.take(uri, statement));
  }

  /** Every key that was looked at. */
  get keys(): Set<string> {
    return this.#look.keys;
  }

  /** Whether a link of the files in question surely leads nowhere: then more has to be looked at, see `Extent`. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Takes a file in whole, with everything that its findings depend on. */
  file(file: OkrFile): void {
    this.#look.selection.takeWhole(file);
    this.#paths.own(file);
    for (const statement of file.statements) {
      switch (statement.kind) {
        case 'cycle':
          this.#look.cycle(statement.name?.text);
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
    this.#paths.followLinks();
    this.#units.takeLeads();
  }

  /** Takes in what may support an objective: the first few that are found, or all. Says whether there was more to be taken. */
  supporters({ key }: Supportable, all: boolean): boolean {
    const asked = `${key}/${all}`;
    let isMore = this.#supporters.get(asked);
    if (isMore === undefined) {
      isMore = this.#takeSupporters(key, all);
      this.#supporters.set(asked, isMore);
    }
    return isMore;
  }

  #takeSupporters(key: string, all: boolean): boolean {
    this.#look.keys.add(key);
    let taken = 0;
    let isMore = false;
    this.#look.each(
      key,
      (statement, part, uri) => {
        isMore ||= !all && taken === fewSupporters;
        if (isMore) return;
        taken++;
        this.#paths.objective(uri, statement as OkrSet, part as Objective, itsLinks);
      },
      { isWanted: () => !isMore },
    );
    this.#paths.followLinks();
    return isMore;
  }

  /** Takes a unit with all above it. */
  unit(name: string): void {
    this.#units.take(name);
  }

  /** Takes the goals of a set with all that they are linked with, in either direction. */
  partners(unit: string, cycle: string): void {
    const key = setKey(unit, cycle);
    this.#look.keys.add(key);
    this.#look.each(key, (statement, _, uri) => {
      const block = statement as OkrSet;
      for (const objective of block.objectives) {
        this.#partner(uri, block, objective);
        if (!objective.name) continue;
        this.#paths.goal(unit, objective.name.text, { cycle, isNamed: true });
        for (const links of [linkKey(unit, objective.name.text), needKey(unit, objective.name.text)]) {
          this.#look.keys.add(links);
          this.#look.each(links, (other, part, from) => this.#partner(from, other as OkrSet, part as Objective));
        }
      }
    });
    this.#paths.followLinks();
  }

  /** Takes all readings that may belong to a health metric. */
  figures(name: string, unit: string | null): void {
    this.#readings.ofKpi(name, unit);
  }

  #partner(uri: string, block: OkrSet, objective: Objective): void {
    this.#paths.objective(uri, block, objective, itsLinks);
    for (const goal of [objective, ...objective.keyResults]) {
      for (const path of goal.dependsOn) this.#paths.path(path, unitOf(block), cycleOf(block));
    }
  }

  #unitDeclaration({ name, parent, lead }: UnitDeclaration): void {
    if (name) this.#units.take(name.text);
    if (lead) this.#units.take(lead.text);
    if (parent) this.#units.take(parent.text);
  }

  #block(block: OkrSet): void {
    const unit = unitOf(block);
    const set = setKey(unit, cycleOf(block));
    this.#wholeSet(unit, cycleOf(block));
    // A file may have any number of blocks of one set.
    if (!this.#ownSets.has(set)) {
      this.#ownSets.add(set);
      if (this.#look.around.isOver(cycleOf(block))) this.#carriedOn(set, unit);
      else this.#setBefore(unit, cycleOf(block));
    }
    this.#units.take(unit);
    // Who leads it owns what nobody else does. Of the units above nobody asks.
    this.#look.keys.add(leadKey(unit));
    this.#look.cycle(cycleOf(block));
    this.#owners(block.owners);
    for (const objective of block.objectives) this.#ownObjective(objective, unit, cycleOf(block));
    for (const initiative of block.initiatives) this.#initiative(initiative, unit, cycleOf(block));
    for (const guardrail of block.guardrails) this.#guardrail(guardrail);
  }

  /** Everything in a set, what was read of it, and how it was closed. */
  #wholeSet(unit: string, cycle: string): void {
    if (!this.#look.wholeSet(unit, cycle)) return;
    this.#look.cycle(cycle);
    this.#look.each(setKey(unit, cycle), (statement, _, uri) => {
      const block = statement as OkrSet;
      this.#look.selection.take(uri, block);
      this.#owners(block.owners);
      if (this.#forReaders) {
        for (const { guardrails } of [block, ...block.objectives]) for (const one of guardrails) this.#guardrail(one);
      }
      for (const objective of block.objectives) this.#paths.objective(uri, block, objective);
    });
    this.#readings.ofSet(unit, cycle);
    this.#closings(unit, cycle);
  }

  /** The closings that may speak of the goals of a set. */
  #closings(unit: string, cycle: string): void {
    const key = closingKey(unit);
    if (this.#paths.isFollowed(`${key}/${cycle}`, none)) return;
    this.#look.keys.add(key);
    this.#look.each(
      key,
      (statement, _, uri) => {
        const closing = statement as Closing;
        const from = cycleOf(closing);
        this.#look.cycle(from);
        const isNamed = closing.entries.some(({ target }) => target.cycle?.text === cycle);
        if (!isNamed && !this.#paths.isSeen(cycle, { cycle: from, isNamed: false })) return;
        this.#look.keys.add(closingInKey(unit, from));
        this.#look.selection.takeAll(uri, closing);
        for (const { target } of closing.entries) this.#paths.path(target, unitOf(closing), from);
      },
      {
        isWanted: this.#paths.mayTellOf(cycle),
        seen: { standpointsOf: standpointsOfClosing, among: (closings) => closings.within(cycle) },
      },
    );
  }

  /** Objectives that say that they carry on one of a set. */
  #carriedOn(set: string, unit: string): void {
    this.#look.each(set, (statement) => {
      for (const { name } of (statement as OkrSet).objectives) {
        const key = name && carriedKey(unit, name.text);
        if (!key || this.#look.keys.has(key)) continue;
        this.#look.keys.add(key);
        this.#look.each(key, (other, part, uri) => {
          const { carriedFrom } = part as Objective;
          this.#paths.objective(uri, other as OkrSet, part as Objective);
          if (carriedFrom) this.#paths.path(carriedFrom, unitOf(other as OkrSet), cycleOf(other as OkrSet));
        });
      }
    });
  }

  /** The words and figures of the sets of a unit that were the last to end before a cycle begins. */
  #setBefore(unit: string, cycle: string): void {
    const begin = this.#look.around.rangeOf(cycle)?.first;
    if (begin === undefined) return;
    for (const other of this.#ends.lastBefore(begin, unit)) {
      this.#look.keys.add(wordsKey(unit, other));
      this.#look.each(setKey(unit, other), (statement, _, uri) => {
        const block = statement as OkrSet;
        this.#look.selection.take(uri, block);
        for (const objective of block.objectives) this.#look.selection.takeObjective(uri, block, objective);
      });
    }
  }

  /** What else a person owns in a cycle, and whether it is closed. Of a name that is no person, and when the cycle is over, no rule asks. */
  #owned(person: string, cycle: string): void {
    const isAsked = this.#units.declarationOf(person)?.level === 'person' && !this.#look.around.isOver(cycle);
    if (!isAsked && !this.#forReaders) return;
    const key = ownedKey(person, cycle);
    if (this.#look.keys.has(key)) return;
    this.#look.keys.add(key);
    this.#look.each(key, (statement, part, uri) => {
      const block = statement as OkrSet;
      const objective = part as Objective;
      this.#paths.objective(uri, block, objective);
      if (!objective.name) return;
      this.#paths.goal(unitOf(block), objective.name.text, { cycle, isNamed: true });
      this.#closings(unitOf(block), cycle);
    });
  }

  #ownObjective(objective: Objective, unit: string, cycle: string): void {
    if (this.#withSupporters && objective.name) {
      this.supporters({ node: objective, key: linkKey(unit, objective.name.text) }, true);
    }
    if (this.#forReaders && objective.name) this.#doneFor(unit, objective.name.text);
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
    if (objective.name && objective.keyResults.length === 0 && this.#units.declarationOf(unit)?.level === 'company') {
      this.supportable.push({ node: objective, key: linkKey(unit, objective.name.text) });
    }
  }

  /** What is done elsewhere for the key results of an objective. */
  #doneFor(unit: string, name: string): void {
    const key = initiativeKey(unit, name);
    if (this.#look.keys.has(key)) return;
    this.#look.keys.add(key);
    this.#look.eachOfFirst(key, mostAtWork, (statement, part, uri) => {
      if (this.#paths.isOwn(uri)) return;
      const block = statement as OkrSet;
      const objective = part as Objective | null;
      if (objective) {
        this.#paths.objective(uri, block, objective);
        this.#owners(block.owners);
      } else {
        this.#look.selection.take(uri, block);
        this.#units.take(unitOf(block));
        this.#look.cycle(cycleOf(block));
      }
      for (const { owners, initiatives } of objective ? [objective, ...objective.keyResults] : [block]) {
        this.#owners(owners);
        for (const initiative of initiatives) {
          this.#owners(initiative.owners);
          for (const path of initiative.for) this.#paths.path(path, unitOf(block), cycleOf(block));
        }
      }
    });
  }

  #links(
    { supports, dependsOn, carriedFrom }: Pick<Objective, 'supports' | 'dependsOn' | 'carriedFrom'>,
    unit: string,
    cycle: string,
  ) {
    for (const { reference } of supports) this.#ownLink(reference, unit, cycle, this.#paths.above(reference, unit));
    for (const path of dependsOn) {
      this.#ownLink(path, unit, cycle);
      // Whether what is needed was given up, its closing says.
      this.#paths.meant(path, unit, cycle, (of, _, there) => this.#closings(of, there));
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
    this.#readings.kpi(name.text);
    if (!this.#forReaders) return;
    this.#readings.ofKpi(name.text, null);
    // What it watches is read where the unit is named that has it.
    this.#look.each(kpiKey(name.text), (kpi) => this.#readings.ofKpi(name.text, (kpi as Kpi).unit?.text ?? null));
  }

  #kpiDeclaration({ name, unit, owners }: Kpi): void {
    if (name) {
      this.#readings.kpi(name.text);
      if (this.#forReaders) this.#readings.ofKpi(name.text, unit?.text ?? null);
    }
    if (unit) this.#units.take(unit.text);
    this.#owners(owners);
  }

  #checkin(block: CheckinBlock): void {
    this.#heading(block);
    const unit = unitOf(block);
    // Which check-in of a set is the latest is told by all of them.
    const key = checkinKey(unit, cycleOf(block));
    if (!this.#look.keys.has(key)) {
      this.#look.keys.add(key);
      this.#look.each(key, (statement, _, uri) => this.#look.selection.take(uri, statement));
    }
    for (const { target } of block.readings) {
      if (!target) continue;
      this.#ownReport(target, unit, cycleOf(block));
      for (const { text } of target.segments) this.#readings.mayBeKpi(text);
    }
  }

  #closing(closing: Closing): void {
    this.#heading(closing);
    const unit = unitOf(closing);
    this.#closings(unit, cycleOf(closing));
    for (const { target } of closing.entries) this.#ownReport(target, unit, cycleOf(closing));
  }

  #heading(block: CheckinBlock | Closing): void {
    const isGone = this.#units.declarationOf(unitOf(block)) === null && this.#look.around.isOver(cycleOf(block));
    // Who writes one wants to see all that can be read or closed; of a unit that is gone it counts whether all is closed.
    if (this.#forReaders || isGone) this.#wholeSet(unitOf(block), cycleOf(block));
    this.#units.take(unitOf(block));
    this.#look.cycle(cycleOf(block));
    this.#look.heads(unitOf(block), cycleOf(block));
  }

  #owners(names: readonly Name[]): void {
    for (const { text } of names) this.#units.take(text);
  }

  /** A link that stands in the files in question: also whether what it means is a draft counts, and which words it has. */
  #ownLink(path: Reference, unit: string, cycle: string, how = none): void {
    this.#paths.path(path, unit, cycle, how);
    const isAny = this.#paths.meant(path, unit, cycle, (of, name, there) => {
      if (!this.#look.isWhole(of, there)) this.#look.keys.add(titlesKey(of, there, name));
      this.#look.heads(of, there);
      if (this.#forReaders) this.#wholeSet(of, there);
    });
    // A lone name may mean a key result beside it.
    if (!isAny && path.segments.length > 1) this.#isLost = true;
  }

  /** A path by which something is told of a goal: everything around that goal counts. */
  #ownReport(path: Reference, unit: string, cycle: string): void {
    if (!this.#reports.isNew(path, unit, cycle)) return;
    this.#paths.path(path, unit, cycle);
    this.#paths.meant(path, unit, cycle, (of, _, there) => this.#wholeSet(of, there));
  }
}

function* standpointsOfClosing({ statement }: Item): Generator<Standpoint> {
  yield { cycle: cycleOf(statement as Closing), isNamed: false };
  for (const { target } of (statement as Closing).entries) {
    if (target.cycle) yield { cycle: target.cycle.text, isNamed: true };
  }
}
