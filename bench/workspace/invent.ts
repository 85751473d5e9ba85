/**
 * A company of any size, made up. A workspace of N files holds the goals of some N/4 units, each for the four quarters; a
 * tenth of the files link to the goals of the company, which stand in one file: the hot file. Every file can be made without the others, so that 150,000 of them need no memory.
 *
 * A file holds about 5 objectives, 20 key results, 20 readings, and 5 to 6 links. Faults are sown as a living company
 * shows them; `slips` says how many of a hundred.
 */
import type { Amount, Checkin, GoalSet, KeyResult, Link, Measure, Objective, Reading, Unit } from './facts.ts';
import { type Chance, chance } from './random.ts';
import * as words from './words.ts';

export const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const;
export const fiscalYear = 'FY26';
/** The day on which all of it is looked at. */
export const today = '2026-08-15';
export const company = 'acme';

const slips = {
  noNumber: 0.01,
  activity: 0.02,
  prose: 0.1,
  baselineEqualsTarget: 0.005,
  outsideCycle: 0.01,
  mixedUnits: 0.005,
  metricInObjective: 0.02,
  orphan: 0.04,
  misspeltParent: 0.01,
  unknownOwner: 0.01,
  fewKeyResults: 0.03,
  manyKeyResults: 0.02,
  sixthObjective: 0.02,
  misspeltReading: 0.002,
  secondReading: 0.002,
  halfTyped: 0.003,
  noLead: 0.03,
} as const;

export interface Workspace {
  readonly units: readonly Unit[];
  /**
   * Paths of the goals' files relative to the workspace, without an ending. The first one is the hot file; nothing links to
   * the last one: it is the goals of a team, and teams depend on teams that stand before them only.
   */
  readonly paths: readonly string[];
  /** What the file at that place of `paths` says. */
  goals(index: number): GoalSet;
}

export function invent(files: number, seed = 1): Workspace {
  const groups = groupsOf(Math.max(1, Math.ceil((files - 1) / quarters.length)), chance(seed));
  const units = [
    { id: company, title: 'Acme Outdoor', level: 'company', parent: null, lead: 'sigrid' } as const,
    ...board,
    ...groups.flatMap((group) => [group.unit, ...group.persons]),
  ];
  const paths = ['goals/company'];
  const places: { group: Group | null; cycle: string }[] = [{ group: null, cycle: fiscalYear }];
  for (const group of groups) {
    for (const cycle of quarters) {
      if (paths.length >= files) break;
      paths.push(
        `goals/${group.unit.parent === company ? group.unit.id : group.unit.parent}/${group.unit.id}-${cycle}`,
      );
      places.push({ group, cycle });
    }
  }
  return {
    units,
    paths,
    goals(index) {
      const place = places[index];
      if (!place) throw new Error(`no file ${index}`);
      const luck = chance(seed * 1_000_003 + index);
      return goalsOf(place.group, place.cycle, groups, luck);
    },
  };
}

const board = ['Sigrid Moen', 'Anders Lie', 'Priya Nair', 'Wei Zhang', 'Oskar Vinje'].map(
  (title): Unit => ({
    id: title.toLowerCase().slice(0, title.indexOf(' ')),
    title,
    level: 'person',
    parent: company,
    lead: null,
  }),
);

interface Group {
  readonly unit: Unit;
  readonly persons: readonly Unit[];
  /** Place among all groups. */
  readonly index: number;
}

function groupsOf(count: number, luck: Chance): readonly Group[] {
  const departments = Math.max(1, Math.round(Math.sqrt(count) / 2));
  const groups: Group[] = [];
  for (let index = 0; index < count; index++) {
    const isDepartment = index < departments;
    const word = isDepartment ? nth(words.departmentWords, index) : nth(words.teamWords, index);
    const id = `${word}-${index}`;
    const parent = isDepartment ? company : (groups[index % departments] as Group).unit.id;
    const persons = [0, 1, 2, 3, 4].map((person): Unit => {
      const first = luck.pick(words.firstNames);
      return {
        id: `${first.toLowerCase()}-${index}-${person}`,
        title: `${first} ${luck.pick(words.lastNames)}`,
        level: 'person',
        parent: id,
        lead: null,
      };
    });
    const lead = luck.happens(slips.noLead) ? null : (persons[0] as Unit).id;
    const title = `${word.slice(0, 1).toUpperCase()}${word.slice(1)} ${index}`;
    groups.push({ unit: { id, title, level: isDepartment ? 'department' : 'team', parent, lead }, persons, index });
  }
  return groups;
}

function goalsOf(group: Group | null, cycle: string, groups: readonly Group[], luck: Chance): GoalSet {
  const unit = group?.unit.id ?? company;
  const isTeam = group?.unit.level === 'team';
  const linksToHot = isTeam && luck.happens(0.1);
  const count = luck.happens(slips.sixthObjective) ? 6 : 5;
  const objectives: Objective[] = [];
  for (let i = 0; i < count; i++) {
    const keyResults = keyResultsOf(cycle, group, luck);
    const orphan = group === null || luck.happens(slips.orphan);
    const supports: Link[] = orphan ? [] : [parentOf(group, cycle, luck)];
    if (linksToHot && i === 0) supports.push(hotLink(luck));
    const neighbour = isTeam && i === 1 ? neighbourOf(group, groups, luck) : null;
    objectives.push({
      id: words.objectiveIds[i] as string,
      title: luck.happens(slips.metricInObjective)
        ? `${words.objectiveWithMeasure} in ${luck.pick(words.places)}`
        : hopeOf(luck),
      ambition: luck.happens(0.3) ? luck.pick(['committed', 'aspirational'] as const) : null,
      owner: luck.happens(0.9) ? nextOwner(group, i, luck) : null,
      supports,
      dependsOn:
        neighbour === null
          ? []
          : [{ unit: neighbour, cycle, objective: luck.pick(words.objectiveIds.slice(0, 5)), keyResult: null }],
      standalone: group !== null && orphan && luck.happens(0.5) ? 'pilot for one quarter' : null,
      keyResults,
      initiative: luck.happens(0.2) ? luck.pick(words.works) : null,
    });
  }
  return {
    unit,
    cycle,
    owner: ownerOf(group, luck, 0.1),
    objectives,
    checkins: checkinsOf(objectives, cycle, luck),
    halfTyped: group !== null && luck.happens(slips.halfTyped),
  };
}

function hopeOf(luck: Chance): string {
  const purpose = luck.happens(0.1) ? `, ${luck.pick(words.purposes)}` : '';
  return `${luck.pick(words.hopes)} ${luck.pick(words.things)} in ${luck.pick(words.places)}${purpose}`;
}

function ownerOf(group: Group | null, luck: Chance, share: number): string | null {
  if (!luck.happens(share)) return null;
  if (luck.happens(slips.unknownOwner)) return 'somebody';
  return luck.pick(group === null ? board : group.persons).id;
}

/** Objectives go round among the persons of a unit, so that nobody owns them all. */
function nextOwner(group: Group | null, index: number, luck: Chance): string | null {
  const persons = group === null ? board : group.persons;
  return luck.happens(slips.unknownOwner) ? 'somebody' : (persons[index % persons.length] as Unit).id;
}

/** Teams support their department in the same quarter, departments the company's year. */
function parentOf(group: Group, cycle: string, luck: Chance): Link {
  if (group.unit.parent === null || group.unit.parent === company) return hotLink(luck);
  const objective = luck.happens(slips.misspeltParent) ? 'trsut' : luck.pick(words.objectiveIds.slice(0, 5));
  return { unit: group.unit.parent, cycle, objective, keyResult: null };
}

function hotLink(luck: Chance): Link {
  const keyResult = luck.happens(0.5) ? luck.pick(words.keyResultIds.slice(0, 2)) : null;
  return { unit: company, cycle: fiscalYear, objective: luck.pick(words.objectiveIds.slice(0, 5)), keyResult };
}

/** Another team that stands before this one, for half of the teams. */
function neighbourOf(group: Group, groups: readonly Group[], luck: Chance): string | null {
  if (!luck.happens(0.5)) return null;
  const other = groups[luck.whole(0, group.index)] as Group;
  return other.unit.level === 'team' && other.index !== group.index ? other.unit.id : null;
}

function keyResultsOf(cycle: string, group: Group | null, luck: Chance): readonly KeyResult[] {
  const count = luck.happens(slips.fewKeyResults) ? 1 : luck.happens(slips.manyKeyResults) ? 6 : 4;
  return Array.from({ length: count }, (_, i) => {
    const id = words.keyResultIds[i] as string;
    const owner = ownerOf(group, luck, 0.05);
    if (luck.happens(slips.noNumber))
      return {
        id,
        title: `${luck.pick(words.vagueKeyResults)} in ${luck.pick(words.places)}`,
        measure: null,
        by: null,
        owner,
      };
    if (luck.happens(slips.activity))
      return {
        id,
        title: `${luck.pick(words.activityKeyResults)} in ${luck.pick(words.places)}`,
        measure: null,
        by: null,
        owner,
      };
    if (luck.happens(slips.prose)) return { id, title: proseOf(cycle, luck), measure: null, by: null, owner };
    return { id, title: metricOf(luck), measure: measureOf(luck), by: deadlineOf(cycle, luck), owner };
  });
}

function metricOf(luck: Chance): string {
  return `${luck.pick(words.subjects)} ${luck.pick(words.behaviours)} in ${luck.pick(words.places)}`;
}

/** A whole key result in one sentence. */
function proseOf(cycle: string, luck: Chance): string {
  const direction = luck.pick(['up', 'down'] as const);
  const low = luck.whole(2, 40);
  const high = luck.whole(45, 95);
  const [from, to] = direction === 'up' ? [low, high] : [high, low];
  const end = luck.happens(0.5) ? ` ${words.proseEnds[cycle]}` : '';
  return `${luck.pick(words.proseVerbs[direction])} ${metricOf(luck).toLowerCase()} from ${from}% to ${to}%${end}`;
}

const deadlines: Readonly<Record<string, readonly string[]>> = {
  '2026-Q1': ['2026-02-27', '2026-03-15', '2026-03-31'],
  '2026-Q2': ['2026-05-29', '2026-06-15', '2026-06-30'],
  '2026-Q3': ['2026-08-31', '2026-09-15', '2026-09-30'],
  '2026-Q4': ['2026-11-30', '2026-12-15', '2026-12-31'],
  FY26: ['2026-09-30', '2026-11-30', '2026-12-31'],
};

function deadlineOf(cycle: string, luck: Chance): string | null {
  if (luck.happens(slips.outsideCycle)) return '2027-02-15';
  return luck.happens(0.25) ? luck.pick(deadlines[cycle] ?? []) : null;
}

function measureOf(luck: Chance): Measure {
  const roll = luck.whole(1, 100);
  if (roll <= 45) return fromTo('%', luck.whole(5, 40), luck.whole(45, 90), luck);
  if (roll <= 55) return fromTo('', luck.whole(100, 900), luck.whole(1_000, 20_000), luck);
  if (roll <= 65) return fromTo(' days', luck.whole(10, 30), luck.whole(1, 9), luck);
  if (roll <= 70) return fromTo(' of 5', luck.whole(20, 39) / 10, luck.whole(41, 49) / 10, luck);
  if (roll <= 75) return fromTo('k USD', luck.whole(10, 90), luck.whole(100, 400), luck);
  if (roll <= 83) {
    const direction = luck.pick(['up', 'down'] as const);
    return { kind: 'change', direction, percent: luck.whole(5, 60), from: { value: luck.whole(100, 5_000), unit: '' } };
  }
  if (roll <= 92) {
    const bound = luck.pick(['least', 'most'] as const);
    return { kind: 'limit', bound, amount: { value: luck.whole(1, 99), unit: '%' } };
  }
  if (roll <= 96)
    return {
      kind: 'between',
      low: { value: luck.whole(1, 9), unit: '%' },
      high: { value: luck.whole(10, 30), unit: '%' },
    };
  return { kind: 'yesNo' };
}

function fromTo(unit: string, from: number, to: number, luck: Chance): Measure {
  if (luck.happens(slips.baselineEqualsTarget))
    return { kind: 'fromTo', from: { value: to, unit }, to: { value: to, unit } };
  const toUnit = luck.happens(slips.mixedUnits) ? ' weeks' : unit;
  return { kind: 'fromTo', from: { value: from, unit }, to: { value: to, unit: toUnit } };
}

const checkinDays: Readonly<Record<string, readonly [string, string]>> = {
  '2026-Q1': ['2026-02-02', '2026-03-16'],
  '2026-Q2': ['2026-05-04', '2026-06-15'],
  '2026-Q3': ['2026-07-31', '2026-08-12'],
  // The last quarter has not begun; what is there was read ahead of it.
  '2026-Q4': ['2026-08-03', '2026-08-14'],
  FY26: ['2026-07-20', '2026-08-05'],
};

/** Half of the key results were read on the first day, the other half on the second. */
function checkinsOf(objectives: readonly Objective[], cycle: string, luck: Chance): readonly Checkin[] {
  const [first, second] = checkinDays[cycle] as readonly [string, string];
  const early: Reading[] = [];
  const late: Reading[] = [];
  let place = 0;
  for (const objective of objectives) {
    for (const keyResult of objective.keyResults) {
      const confidence = luck.happens(0.06) ? luck.whole(1, 3) * 10 : luck.whole(5, 9) * 10;
      const reading: Reading = {
        objective: objective.id,
        keyResult: luck.happens(slips.misspeltReading) ? `${keyResult.id}x` : keyResult.id,
        value: readingOf(keyResult.measure, luck),
        confidence,
        note: luck.happens(confidence < 40 ? 0.9 : 0.35) ? luck.pick(words.notes) : null,
      };
      const day = place++ % 2 === 0 ? early : late;
      day.push(reading);
      if (luck.happens(slips.secondReading)) day.push({ ...reading, confidence: 50 });
    }
  }
  return [
    { date: first, readings: early },
    { date: second, readings: late },
  ];
}

function readingOf(measure: Measure | null, luck: Chance): string {
  if (measure === null) return String(luck.whole(1, 9));
  switch (measure.kind) {
    case 'fromTo': {
      const share = luck.whole(30, 110) / 100;
      const value = measure.from.value + (measure.to.value - measure.from.value) * share;
      // Nobody rates more than all stars.
      const most = measure.from.unit === ' of 5' ? 5 : Number.POSITIVE_INFINITY;
      return amountText({ value: Math.min(most, Math.round(value * 10) / 10), unit: measure.from.unit });
    }
    case 'change':
      return amountText({
        value: Math.round(measure.from.value * (0.5 + luck.whole(0, 100) / 100)),
        unit: measure.from.unit,
      });
    case 'limit':
      return amountText({ value: luck.whole(1, 99), unit: measure.amount.unit });
    case 'between':
      return amountText({ value: luck.whole(1, 30), unit: measure.low.unit });
    case 'yesNo':
      return luck.happens(0.3) ? 'yes' : 'no';
  }
}

export function amountText({ value, unit }: Amount): string {
  return `${value}${unit}`;
}

function nth(items: readonly string[], index: number): string {
  return items[index % items.length] as string;
}
