/** The strength of objectives and sets, from what the model says and what the rules found. Pure; the findings are handed in. */
import type { Cascade, GoalNode, ObjectiveNode, SetNode } from '../cascade/cascade.ts';
import { comparePlaces } from '../cascade/places.ts';
import { type SupporterCounts, supportersOf } from '../cascade/supporters.ts';
import type { Finding } from '../findings/finding.ts';
import { titleOf } from '../rules/goals.ts';
import { count, labelOf, markOf, placeOf } from '../rules/marks.ts';
import { suppressionsAt } from '../rules/suppressions.ts';
import { factsOf, type MissingFact } from './facts.ts';
import { type FindingsByFile, FoundAt } from './found.ts';
import {
  type Dimension,
  type DimensionStrength,
  dimensions,
  type ProjectStrength,
  type Strength,
  type StrengthLine,
  strengthWord,
} from './strength.ts';
import { dimensionOfFinding, pointsOfFinding } from './weights.ts';

/** `findings` are those of `checkProject`, for all files. */
export function strengthOf(cascade: Cascade, findings: FindingsByFile): ProjectStrength {
  const found = new FoundAt(findings);
  const objectives = new Map<string, Strength>();
  for (const objective of cascade.objectives) {
    objectives.set(objective.id, judgeObjective(objective, cascade, found));
  }
  const sets = new Map<string, Strength>();
  for (const set of cascade.sets.values()) {
    const own = set.objectives.flatMap(({ id }) => objectives.get(id) ?? []);
    sets.set(set.id, judgeSet(set, own, found.ofSetAlone(set)));
  }
  return { objectives, sets };
}

/** Of single objectives, each worked out when it is asked for. `supporters` where the cascade shows only some of them. */
export function objectiveStrengths(
  cascade: Cascade,
  findings: FindingsByFile,
  supporters?: SupporterCounts,
): (objective: ObjectiveNode) => Strength {
  const found = new FoundAt(findings);
  return (objective) => judgeObjective(objective, cascade, found, supporters);
}

/** Of one objective alone, for who asks about one. */
export function strengthOfObjective(
  objective: ObjectiveNode,
  cascade: Cascade,
  findings: FindingsByFile,
  supporters?: SupporterCounts,
): Strength {
  return objectiveStrengths(cascade, findings, supporters)(objective);
}

function judgeObjective(
  objective: ObjectiveNode,
  cascade: Cascade,
  found: FoundAt,
  supporters?: SupporterCounts,
): Strength {
  const { missing, holds, notJudged } = factsOf(objective, cascade, supportersOf(objective, supporters));
  const lines = new Lines();
  const toldOf = new Map<GoalNode, { readonly line: Line; readonly dimension: Dimension }[]>();
  for (const { finding, goal } of found.ofObjective(objective)) {
    if (pointsOfFinding(finding) === 0) continue;
    const told = { line: lineOf(finding, labelOf(goal)), dimension: dimensionOfFinding(finding.rule) };
    lines.add(told.dimension, told.line);
    const ofGoal = toldOf.get(goal);
    if (ofGoal) ofGoal.push(told);
    else toldOf.set(goal, [told]);
  }
  for (const fact of missing) {
    if (isExcused(fact, cascade)) continue;
    const { dimension, toldBy, points } = fact;
    const told = (toldOf.get(fact.goal) ?? []).filter(
      (one) => one.dimension === dimension && one.line.rule !== null && toldBy.includes(one.line.rule),
    );
    const first = told[0]?.line;
    // What a rule reports is not counted a second time; only what the fact weighs more than its findings is added to the first.
    if (first) first.points -= Math.max(0, points - told.reduce((sum, { line }) => sum - line.points, 0));
    else lines.add(dimension, factLine(fact));
  }
  return strengthFrom(
    dimensions.map((dimension) => {
      const why = notJudged.get(dimension);
      if (why !== undefined) return unjudged(dimension, why);
      const good = holds.filter((fact) => fact.dimension === dimension).map(({ text }) => text);
      return dimensionFrom(dimension, 100, 'Every objective starts from 100.', lines.of(dimension), good);
    }),
  );
}

/** Whether a rule that would say the same is ignored at that goal with a reason: an exception that was agreed is no lack. */
function isExcused({ goal, toldBy }: MissingFact, { files }: Cascade): boolean {
  const file = files.get(goal.uri);
  const { start } = markOf(goal.node);
  return toldBy.some((rule) => suppressionsAt(file, rule, start).some(({ reason }) => reason !== null));
}

function judgeSet(set: SetNode, objectives: readonly Strength[], findings: readonly Finding[]): Strength {
  const about = titleOf(set);
  const lines = new Lines();
  for (const finding of findings) {
    if (pointsOfFinding(finding) > 0) lines.add(dimensionOfFinding(finding.rule), lineOf(finding, about));
  }
  return strengthFrom(
    dimensions.map((dimension, index) => {
      const values = objectives.flatMap((objective) => objective.dimensions[index]?.value ?? []);
      if (values.length === 0) {
        const why = objectives.length === 0 ? 'There are no objectives yet.' : notJudgedInAny(objectives, index);
        return unjudged(dimension, why);
      }
      const start = meanOf(values);
      const startText = `The mean of ${count(values.length, 'objective')} is ${start}.`;
      return dimensionFrom(dimension, start, startText, lines.of(dimension), []);
    }),
  );
}

/** The reason where all give the same one. */
function notJudgedInAny(objectives: readonly Strength[], index: number): string {
  const reasons = new Set(objectives.map((objective) => objective.dimensions[index]?.startText ?? ''));
  const [first = ''] = reasons;
  return reasons.size === 1 ? first : 'It is judged in none of the objectives.';
}

interface Line extends StrengthLine {
  points: number;
}

class Lines {
  readonly #byDimension = new Map<Dimension, Line[]>();

  add(dimension: Dimension, line: Line): void {
    const lines = this.#byDimension.get(dimension);
    if (lines) lines.push(line);
    else this.#byDimension.set(dimension, [line]);
  }

  /** In the order of the text. */
  of(dimension: Dimension): readonly StrengthLine[] {
    return this.#byDimension.get(dimension)?.sort((a, b) => comparePlaces(a.place, b.place)) ?? [];
  }
}

function lineOf(finding: Finding, about: string): Line {
  const { rule, uri, span, message } = finding;
  return {
    points: -pointsOfFinding(finding),
    about,
    text: message.what,
    todo: message.todo,
    rule,
    place: { uri, span },
  };
}

function factLine({ points, goal, text, todo }: MissingFact): Line {
  return { points: -points, about: labelOf(goal), text, todo, rule: null, place: placeOf(goal) };
}

function dimensionFrom(
  dimension: Dimension,
  start: number,
  startText: string,
  lines: readonly StrengthLine[],
  holds: readonly string[],
): DimensionStrength {
  const value = Math.max(
    0,
    lines.reduce((sum, { points }) => sum + points, start),
  );
  return { dimension, value, start, startText, lines, holds };
}

function unjudged(dimension: Dimension, why: string): DimensionStrength {
  return { dimension, value: null, start: 0, startText: why, lines: [], holds: [] };
}

function strengthFrom(all: readonly DimensionStrength[]): Strength {
  const values = all.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return { value: null, word: null, dimensions: all };
  const value = meanOf(values);
  return { value, word: strengthWord(value, Math.min(...values)), dimensions: all };
}

function meanOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
