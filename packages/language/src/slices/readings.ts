/** What check-ins tell of goals and of health metrics, as far as findings depend on it. */
import type { CheckinBlock, Statement, WrittenReading } from '@okr-language/core';
import type { Standpoint } from './byCycle.ts';
import { cycleOf, type Item, isFigureOf, unitOf } from './contents.ts';
import { figureKey, kpiKey, readingInKey, readingKey } from './keys.ts';
import type { Look } from './look.ts';
import { type Paths, standpointOfReading } from './paths.ts';
import { Told } from './told.ts';
import type { Units } from './units.ts';

function* standpointsOfReading({ statement, part }: Item): Generator<Standpoint> {
  yield standpointOfReading(part as WrittenReading, statement as CheckinBlock);
}

export class Readings {
  readonly #look: Look;
  readonly #paths: Paths;
  /** Paths of the readings that were taken. */
  readonly #told: Told;
  readonly #kpis = new Set<string>();
  /** What `ofKpi` was asked. */
  readonly #asked = new Set<string>();

  constructor(look: Look, units: Units, paths: Paths) {
    this.#look = look;
    this.#paths = paths;
    this.#told = new Told(units);
  }

  /** Takes all readings that may belong to key results of a set. */
  ofSet(unit: string, cycle: string): void {
    const key = readingKey(unit);
    this.#look.keys.add(key);
    const cycles = new Set<string>();
    this.#look.each(
      key,
      (statement, part, uri) => {
        const from = standpointOfReading(part as WrittenReading, statement as CheckinBlock);
        this.#look.cycle(from.cycle);
        if (!this.#paths.isSeen(cycle, from)) return;
        cycles.add(from.cycle);
        // All that is read in the files in question is followed where it stands.
        if (!this.#paths.isOwn(uri)) this.#take(uri, statement as CheckinBlock, part as WrittenReading);
      },
      {
        isWanted: this.#paths.mayTellOf(cycle),
        seen: { standpointsOf: standpointsOfReading, among: (readings) => readings.within(cycle) },
      },
    );
    for (const from of cycles) this.#look.keys.add(readingInKey(unit, from));
  }

  /** Takes all readings that may belong to a health metric, and what they may mean instead: goals and guardrails go before KPIs. */
  ofKpi(name: string, unit: string | null): void {
    const asked = `${name}/${unit ?? ''}`;
    if (this.#asked.has(asked)) return;
    this.#asked.add(asked);
    const take = (statement: Statement, part: Item['part'], uri: string) => {
      const block = statement as CheckinBlock;
      this.#take(uri, block, part as WrittenReading);
      this.#look.heads(unitOf(block), cycleOf(block));
    };
    this.#look.each(figureKey(name), take);
    if (unit === null) return;
    this.#look.each(readingKey(unit), (statement, part, uri) => {
      if (isFigureOf(part as WrittenReading, unit, name)) take(statement, part, uri);
    });
  }

  /** Takes the health metrics of a name. */
  kpi(name: string): void {
    this.#look.keys.add(kpiKey(name));
    this.mayBeKpi(name);
  }

  /** The same of a name that most often means a key result. Whether it is looked at is known when it is known what was meant. */
  mayBeKpi(name: string): void {
    if (this.#kpis.has(name)) return;
    this.#kpis.add(name);
    this.#look.each(kpiKey(name), (statement, _, uri) => this.#look.selection.take(uri, statement));
  }

  #take(uri: string, block: CheckinBlock, reading: WrittenReading): void {
    this.#look.selection.takeReading(uri, block, reading);
    this.#look.cycle(cycleOf(block));
    const { target } = reading;
    if (!target) return;
    for (const { text } of target.segments) this.mayBeKpi(text);
    if (this.#told.isNew(target, unitOf(block), cycleOf(block))) {
      this.#paths.path(target, unitOf(block), cycleOf(block));
    }
  }
}
