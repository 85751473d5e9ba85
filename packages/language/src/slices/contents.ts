/** What stands in a file, by the keys under which other files look for it. */
import {
  Beside,
  type CheckinBlock,
  type Closing,
  type ClosingEntry,
  type Initiative,
  type KeyResult,
  type Name,
  type Objective,
  type OkrFile,
  type OkrSet,
  type Reference,
  type Statement,
  type WrittenReading,
} from '@okr-language/core';
import {
  allCycles,
  allKpis,
  allUnits,
  anyClosing,
  anyReading,
  anyUnitKey,
  blocksKey,
  blocksOfCycleKey,
  carriedKey,
  checkinKey,
  childrenKey,
  closingKey,
  figureKey,
  goalKey,
  initiativeKey,
  kpiKey,
  linkKey,
  needKey,
  ownedKey,
  readingKey,
  setKey,
  tagKey,
  unitKey,
  usedCycleKey,
  watchedKey,
} from './keys.ts';

/** A statement, and the objective or reading in it that a key speaks of. */
export interface Item {
  readonly statement: Statement;
  readonly part: Objective | WrittenReading | null;
}

export type Contents = ReadonlyMap<string, readonly Item[]>;

const known = new Beside<OkrFile, Contents>();

/** Items of one key are in the order of the text. Kept as long as the file is. */
export function contentsOf(file: OkrFile): Contents {
  let contents = known.get(file);
  if (!contents) {
    contents = new ItemCollector().collect(file);
    known.set(file, contents);
  }
  return contents;
}

/** The keys alone, for who asks once: nothing is kept. */
export function keysOf(file: OkrFile): readonly string[] {
  return new KeyCollector().collect(file);
}

/** The objectives that a path may mean as seen from a unit: `a.b` is the own objective `a`, or `b` of the unit `a`. */
export function pairsOf(path: Reference, unit: string): readonly (readonly [unit: string, name: string])[] {
  const [first, second] = path.segments;
  if (!first) return [];
  if (!second) return [[unit, first.text]];
  return [
    [unit, first.text],
    [first.text, second.text],
  ];
}

/** Whether a reading is of a KPI of a unit, by the names of both. */
export function isFigureOf({ target }: WrittenReading, unit: string, kpi: string): boolean {
  const [first, second, third] = target?.segments ?? [];
  return first?.text === unit && second?.text === kpi && !third;
}

export function unitOf({ unit }: OkrSet | CheckinBlock | Closing): string {
  return unit?.text ?? '';
}

export function cycleOf({ cycle }: OkrSet | CheckinBlock | Closing): string {
  return cycle?.text ?? '';
}

/** Goes through a file once and says of each statement under which keys it stands. */
abstract class Collector {
  protected visit(file: OkrFile): void {
    for (const statement of file.statements) this.#statement(statement);
  }

  protected abstract add(key: string, statement: Statement, part?: Item['part']): void;
  /** Of a key that only says that something is there, one place is enough. */
  protected abstract once(key: string, statement: Statement): void;

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case 'cycle':
        this.add(allCycles, statement);
        break;
      case 'unit':
        this.add(allUnits, statement);
        if (statement.name) this.add(unitKey(statement.name.text), statement);
        if (statement.parent) this.add(childrenKey(statement.parent.text), statement);
        break;
      case 'kpi':
        this.add(allKpis, statement);
        if (statement.name) this.add(kpiKey(statement.name.text), statement);
        if (statement.unit) this.once(watchedKey(statement.unit.text), statement);
        break;
      case 'okrs':
        this.#block(statement);
        break;
      case 'checkin':
        this.#cycle(statement.cycle?.text, statement);
        this.add(checkinKey(unitOf(statement), cycleOf(statement)), statement);
        if (statement.readings.length > 0) this.once(anyReading, statement);
        for (const reading of statement.readings) this.#reading(reading, statement);
        break;
      case 'closing':
        this.#cycle(statement.cycle?.text, statement);
        this.once(anyClosing, statement);
        this.add(closingKey(unitOf(statement)), statement);
        for (const entry of statement.entries) this.#entry(entry, statement);
        break;
    }
  }

  #block(block: OkrSet): void {
    const unit = unitOf(block);
    this.add(blocksKey(unit), block);
    this.add(setKey(unit, cycleOf(block)), block);
    this.add(blocksOfCycleKey(cycleOf(block)), block);
    if (block.guardrails.length > 0) this.once(watchedKey(unit), block);
    this.#cycle(block.cycle?.text, block);
    this.#tags(block.tags, block);
    for (const objective of block.objectives) this.#objective(objective, block, unit);
    this.#initiatives(block.initiatives, null, block, unit);
  }

  #objective(objective: Objective, block: OkrSet, unit: string): void {
    if (objective.name) {
      this.add(goalKey(unit, objective.name.text), block, objective);
      this.add(anyUnitKey(objective.name.text), block, objective);
    }
    if (objective.guardrails.length > 0) this.once(watchedKey(unit), block);
    this.#links(objective, objective, block, unit);
    for (const keyResult of objective.keyResults) {
      for (const { text } of keyResult.owners) this.add(ownedKey(text, cycleOf(block)), block, objective);
      if (keyResult.readings.length > 0) this.once(anyReading, block);
      this.#links(keyResult, objective, block, unit);
      this.#initiatives(keyResult.initiatives, objective, block, unit);
    }
    this.#initiatives(objective.initiatives, objective, block, unit);
  }

  #links(goal: Objective | KeyResult, objective: Objective, block: OkrSet, unit: string): void {
    this.#tags(goal.tags, block);
    for (const { reference } of goal.supports) {
      this.#mayMean(reference, unit, linkKey, block, objective);
      this.#cycle(reference.cycle?.text, block);
    }
    for (const reference of goal.dependsOn) {
      this.#mayMean(reference, unit, needKey, block, objective);
      this.#cycle(reference.cycle?.text, block);
    }
    if (!goal.carriedFrom) return;
    this.#mayMean(goal.carriedFrom, unit, carriedKey, block, objective);
    this.#cycle(goal.carriedFrom.cycle?.text, block);
  }

  /** The same as `pairsOf` says. This is asked of every link of every file, and lists of lists were a third of what it made. */
  #mayMean(path: Reference, unit: string, keyOf: typeof linkKey, block: OkrSet, objective: Objective | null): void {
    const [first, second] = path.segments;
    if (!first) return;
    this.add(keyOf(unit, first.text), block, objective);
    if (second) this.add(keyOf(first.text, second.text), block, objective);
  }

  #initiatives(initiatives: readonly Initiative[], objective: Objective | null, block: OkrSet, unit: string): void {
    for (const { for: paths, tags } of initiatives) {
      for (const path of paths) {
        this.#cycle(path.cycle?.text, block);
        this.#mayMean(path, unit, initiativeKey, block, objective);
      }
      this.#tags(tags, block);
    }
  }

  #tags(tags: readonly Name[], block: OkrSet): void {
    for (const { text } of tags) this.once(tagKey(text), block);
  }

  #reading(reading: WrittenReading, block: CheckinBlock): void {
    if (!reading.target) return;
    this.#cycle(reading.target.cycle?.text, block);
    const [only, second] = reading.target.segments;
    this.add(readingKey(unitOf(block)), block, reading);
    if (only && second && only.text !== unitOf(block)) this.add(readingKey(only.text), block, reading);
    if (only && !second) this.add(figureKey(only.text), block, reading);
  }

  #entry({ target }: ClosingEntry, closing: Closing): void {
    this.#cycle(target.cycle?.text, closing);
    const [first] = target.segments;
    if (first && first.text !== unitOf(closing)) this.add(closingKey(first.text), closing);
  }

  #cycle(name: string | undefined, statement: Statement): void {
    if (name !== undefined) this.once(usedCycleKey(name), statement);
  }
}

class ItemCollector extends Collector {
  readonly #items = new Map<string, Item[]>();

  collect(file: OkrFile): Contents {
    this.visit(file);
    return this.#items;
  }

  protected once(key: string, statement: Statement): void {
    if (!this.#items.has(key)) this.add(key, statement);
  }

  protected add(key: string, statement: Statement, part: Item['part'] = null): void {
    const items = this.#items.get(key);
    if (!items) this.#items.set(key, [{ statement, part }]);
    else {
      const last = items[items.length - 1];
      if (last?.statement !== statement || last.part !== part) items.push({ statement, part });
    }
  }
}

/** The keys without what stands under them, which is all that a worker hands over: lists of items for them took a fifth of the time. */
class KeyCollector extends Collector {
  readonly #keys = new Set<string>();

  collect(file: OkrFile): readonly string[] {
    this.visit(file);
    return [...this.#keys];
  }

  protected once(key: string): void {
    this.#keys.add(key);
  }

  protected add(key: string): void {
    this.#keys.add(key);
  }
}
