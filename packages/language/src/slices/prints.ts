/**
 * What others see of a file, key by key, as texts that are equal exactly when there is nothing new to see. Places are no part of them: a file
 * may be moved about without anybody else having to look again. Nor are doc comments, from which no finding follows. Only what somebody reads is put
 * together.
 */
import {
  type CheckinBlock,
  isBroken,
  type KeyResult,
  type MeasureClause,
  type Objective,
  type OkrFile,
  type OkrSet,
  type Reference,
  type WrittenReading,
} from '@okr-language/core';
import { contentsOf, cycleOf, type Item, unitOf } from './contents.ts';
import {
  allCycles,
  allKpis,
  allUnits,
  anyClosing,
  anyReading,
  closingInKey,
  cycleKey,
  goalInKey,
  headKey,
  leadKey,
  namesKey,
  readingInKey,
  tagOf,
  textKey,
  titlesKey,
  unitTitleKey,
  usedCycleOf,
  usedCycles,
  wordsKey,
} from './keys.ts';

export type Prints = ReadonlyMap<string, string>;

const nothing: Prints = new Map();

/** The prints of a file for the keys that somebody reads; of none, no prints. */
export function printsOf(file: OkrFile | null, isRead: (key: string) => boolean): Prints {
  if (!file) return nothing;
  const prints = new Map<string, unknown[]>();
  const add: Add = (key, parts) => {
    if (!isRead(key)) return;
    const print = prints.get(key);
    if (print) print.push(parts());
    else prints.set(key, [parts()]);
  };
  for (const [key, items] of contentsOf(file)) {
    if (tagOf(key) !== null) continue;
    const cycle = usedCycleOf(key);
    if (cycle !== null) add(usedCycles, () => cycle);
    else for (const item of items) printItem(key, item, file, add);
  }
  const all = new Map([...prints].map(([key, parts]) => [key, JSON.stringify(parts, withoutPlaces)]));
  const places = textKey(file.uri);
  return isRead(places) ? all.set(places, placesIn(file)) : all;
}

/** Keys of which the two have different prints. */
export function* changesBetween(before: Prints, after: Prints): Generator<string> {
  for (const [key, print] of after) if (before.get(key) !== print) yield key;
  for (const key of before.keys()) if (!after.has(key)) yield key;
}

type Add = (key: string, parts: () => unknown) => void;

function printItem(key: string, { statement, part }: Item, file: OkrFile, add: Add): void {
  switch (statement.kind) {
    case 'cycle':
      if (!statement.name) return;
      add(allCycles, () => [statement.name?.text, statement.from, statement.to]);
      // What it is called is shown and never checked.
      add(cycleKey(statement.name.text), () => [statement.from, statement.to, statement.checkins, statement.reviews]);
      return;
    case 'unit':
      if (!statement.name) return;
      if (key === allUnits) add(key, () => statement.name?.text);
      else if (key.startsWith('u:')) {
        add(key, () => [statement.level, text(statement.parent)]);
        add(leadKey(statement.name.text), () => text(statement.lead));
        add(unitTitleKey(statement.name.text), () => text(statement.title));
      }
      return;
    case 'okrs':
      if (part) printObjective(key, part as Objective, statement, add);
      else printBlock(key, statement, file, add);
      return;
    case 'checkin':
      printCheckin(key, statement, part as WrittenReading | null, add);
      return;
    case 'closing':
      add(key, () =>
        key === anyClosing ? true : [cycleOf(statement), statement.entries.map((one) => text(one.target.cycle))],
      );
      if (key.startsWith('e:')) add(closingInKey(key.slice(2), cycleOf(statement)), () => statement);
      return;
    case 'kpi':
      // That it is there is all that is asked of a watched unit.
      add(key, () => (key === allKpis ? text(statement.name) : key.startsWith('k:') ? statement : true));
  }
}

function printCheckin(key: string, block: CheckinBlock, reading: WrittenReading | null, add: Add): void {
  if (!reading) {
    add(key, () => (key === anyReading ? true : text(block.date)));
    return;
  }
  const cycle = reading.target?.cycle?.text ?? cycleOf(block);
  add(key, () => cycle);
  if (!key.startsWith('r:')) return;
  add(readingInKey(key.slice(2), cycle), () => [unitOf(block), cycleOf(block), text(block.date), reading]);
}

function printBlock(key: string, block: OkrSet, file: OkrFile, add: Add): void {
  const [unit, cycle] = [unitOf(block), cycleOf(block)];
  switch (key.slice(0, 2)) {
    case 'o:':
      add(key, () => [cycle, block.objectives.length > 0]);
      add(namesKey(unit), () => [cycle, block.objectives.map(({ name }) => text(name))]);
      if (block.draft === null && block.guardrails.length === 0) return;
      add(headKey(unit, cycle), () => [
        block.draft !== null,
        block.guardrails.map(({ name, title, measure }) => [text(name), title !== null || measure !== null]),
      ]);
      return;
    case 'b:':
      add(key, () => [unit, block.objectives.length > 0]);
      return;
    case 's:':
      add(key, () => [block, block.objectives.map((one) => one.keyResults.map(({ span }) => isBroken(file, span)))]);
      add(wordsKey(unit, cycle), () => block.objectives.map(wordsOf));
      return;
    default:
      add(key, () => true);
  }
}

function printObjective(key: string, objective: Objective, block: OkrSet, add: Add): void {
  const [unit, cycle] = [unitOf(block), cycleOf(block)];
  const kind = key.slice(0, 2);
  if (kind === 'a:') add(key, () => [unit, cycle]);
  else if (kind === 'w:') {
    const owned = (one: KeyResult) => one.owners.some(({ text }) => key === `w:${text}/${cycle}`);
    add(key, () => [
      unit,
      text(objective.name),
      objective.keyResults.flatMap((one) => (owned(one) ? [text(one.name)] : [])),
    ]);
  } else if (kind === 'g:') {
    const name = text(objective.name) ?? '';
    add(key, () => cycle);
    add(goalInKey(unit, cycle, name), () => [block.draft !== null, asLinked(objective)]);
    add(titlesKey(unit, cycle, name), () => wordsOf(objective));
  } else add(key, () => [unit, cycle, block.draft !== null, asLinked(objective)]);
}

function wordsOf({ title, keyResults }: Objective): unknown {
  return [text(title), keyResults.map((one) => [text(one.title), one.measure])];
}

/** An objective as those see it who link to it: what it is called, what it leads to and when it is due, but neither words nor figures. */
function asLinked(objective: Objective): unknown {
  const { draft, guardrails, keyResults } = objective;
  return [draft !== null, guardrails.length > 0, linksOf(objective), keyResults.map(linksOf)];
}

function linksOf(goal: Objective | KeyResult): unknown {
  const { name, deadline, supports, dependsOn, carriedFrom } = goal;
  const said = 'reading' in goal ? goal.reading?.deadline : null;
  return [
    text(name),
    text(deadline),
    text(said ?? null),
    supports.map(({ reference }) => pathOf(reference)),
    dependsOn.map(pathOf),
    carriedFrom && pathOf(carriedFrom),
  ];
}

function pathOf({ segments, cycle }: Reference): unknown {
  return [segments.map(({ text }) => text), text(cycle)];
}

/** What findings of other files tell of places in this one: where things stand, and what they are called. */
function placesIn({ statements, lineStarts }: OkrFile): string {
  const end = statements.at(-1)?.span.end ?? 0;
  return JSON.stringify([statements, lineStarts.filter((start) => start <= end)], onlyPlaces);
}

function onlyPlaces(field: string, value: unknown): unknown {
  if (field === 'value' || field === 'reading' || field === 'doc') return undefined;
  if (field !== 'measure' || value === null) return value;
  const { span, baseline, target, low } = value as MeasureClause;
  return [span, baseline?.span, target?.span, low?.span];
}

function withoutPlaces(field: string, value: unknown): unknown {
  if (field === 'span' || field === 'valueSpan' || field === 'doc') return undefined;
  // That it is a draft is told by the place of the word.
  return field === 'draft' ? value !== null : value;
}

/** A text that is not there differs from an empty one. */
function text(named: { readonly text: string } | null): string | null {
  return named?.text ?? null;
}
