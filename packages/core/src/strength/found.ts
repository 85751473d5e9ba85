/** Which findings speak of which goal: by where they stand. */
import type { GoalNode, ObjectiveNode, SetNode } from '../cascade/cascade.ts';
import type { Finding } from '../findings/finding.ts';
import { countBefore } from '../model/sorted.ts';
import type { Place } from '../model/span.ts';

export type FindingsByFile = ReadonlyMap<string, readonly Finding[]>;

export interface FoundFinding {
  readonly finding: Finding;
  readonly goal: GoalNode;
}

export class FoundAt {
  readonly #byFile = new Map<string, readonly Finding[]>();
  readonly #findings: FindingsByFile;

  constructor(findings: FindingsByFile) {
    this.#findings = findings;
  }

  /**
   * Findings that begin in an objective or in a check-in of one of its key results, in the order of the text, each with the goal that it
   * speaks of.
   */
  ofObjective(objective: ObjectiveNode): readonly FoundFinding[] {
    const found = new Map<Finding, GoalNode>();
    const add = (place: Place, goal: GoalNode) => {
      for (const finding of this.#within(place)) found.set(finding, goal);
    };
    add({ uri: objective.uri, span: objective.node.span }, objective);
    for (const keyResult of objective.keyResults) {
      add({ uri: keyResult.uri, span: keyResult.node.span }, keyResult);
      for (const { place } of keyResult.readings) add(place, keyResult);
    }
    return [...found].map(([finding, goal]) => ({ finding, goal })).sort((a, b) => byPlace(a.finding, b.finding));
  }

  /** Findings that begin in the blocks of a set and in no objective of it. */
  ofSetAlone({ blocks, objectives }: SetNode): readonly Finding[] {
    const found = new Set(blocks.flatMap(({ uri, node }) => this.#within({ uri, span: node.span })));
    for (const { uri, node } of objectives)
      for (const finding of this.#within({ uri, span: node.span })) found.delete(finding);
    return [...found].sort(byPlace);
  }

  #within({ uri, span }: Place): readonly Finding[] {
    const list = this.#sorted(uri);
    const before = (offset: number) => countBefore(list, (finding) => finding.span.start < offset);
    return list.slice(before(span.start), before(Math.max(span.end, span.start + 1)));
  }

  #sorted(uri: string): readonly Finding[] {
    let list = this.#byFile.get(uri);
    if (!list) {
      list = [...(this.#findings.get(uri) ?? [])].sort(byPlace);
      this.#byFile.set(uri, list);
    }
    return list;
  }
}

/** By everything that a line shows, so that the order in which findings come does not matter. */
function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.uri, b.uri) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compare(a.rule, b.rule) ||
    compare(a.severity, b.severity) ||
    compare(a.message.what, b.message.what) ||
    compare(a.message.todo, b.message.todo)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
