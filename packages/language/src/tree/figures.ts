/** A few figures of every set, noted whenever its files are checked, so that nobody has to look at all goals to count them. */
import {
  type Cascade,
  type Finding,
  type HealthState,
  isUnaligned,
  type OkrFile,
  rowOfSetAlone,
  type SetRow,
  type TreeTotals,
} from '@okr-language/core';

/** What one file holds of a set. */
interface Share {
  readonly set: string;
  readonly cycle: string;
  objectives: number;
  unaligned: number;
  readonly health: Record<HealthState, number>;
}

export class Figures {
  readonly #shares = new Map<string, readonly Share[]>();
  readonly #heads = new Map<string, SetRow>();
  /** How many goals of a file have findings. */
  readonly #found = new Map<string, number>();

  /** The rows of sets without their goals. */
  get heads(): ReadonlyMap<string, SetRow> {
    return this.#heads;
  }

  forget(uri: string): void {
    this.#shares.delete(uri);
    this.#found.delete(uri);
  }

  forgetSet(set: string): void {
    this.#heads.delete(set);
  }

  note(cascade: Cascade, uris: ReadonlySet<string>): void {
    const shares = new Map<string, Map<string, Share>>();
    for (const uri of uris) shares.set(uri, new Map());
    const share = (uri: string, set: string, cycle: string): Share | null => {
      const ofFile = shares.get(uri);
      if (!ofFile) return null;
      let one = ofFile.get(set);
      if (!one) {
        one = { set, cycle, objectives: 0, unaligned: 0, health: noneOfAny() };
        ofFile.set(set, one);
      }
      return one;
    };
    for (const set of cascade.sets.values()) {
      let isHere = false;
      for (const { uri } of set.blocks) if (share(uri, set.id, set.cycleName)) isHere = true;
      if (!isHere) continue;
      for (const objective of set.objectives) {
        const one = share(objective.uri, set.id, set.cycleName);
        if (!one) continue;
        one.objectives++;
        one.health[objective.health.state]++;
        if (isUnaligned(objective)) one.unaligned++;
      }
      this.#heads.set(set.id, headOf(rowOfSetAlone(set, cascade), set.objectives.length));
    }
    for (const [uri, ofFile] of shares) this.#shares.set(uri, [...ofFile.values()]);
  }

  /** Takes what was found in a file. */
  noteFindings(file: OkrFile, findings: readonly Finding[]): void {
    const count = goalsWithFindings(file, findings);
    if (count > 0) this.#found.set(file.uri, count);
    else this.#found.delete(file.uri);
  }

  hasFindings(uri: string): boolean {
    return this.#found.has(uri);
  }

  /** Whether a file holds an objective of a set with one of these healths, or one that hangs in the air. */
  may(uri: string, set: string, health: readonly HealthState[], unaligned: boolean): boolean {
    return (this.#shares.get(uri) ?? []).some(
      (share) =>
        share.set === set &&
        (health.length === 0 || health.some((state) => share.health[state] > 0)) &&
        (!unaligned || share.unaligned > 0),
    );
  }

  /** Over the sets of some cycles; of all for null. */
  totals(cycles: ReadonlySet<string> | null): TreeTotals {
    const health = noneOfAny();
    let [objectives, unaligned, findings] = [0, 0, 0];
    for (const [uri, shares] of this.#shares) {
      let isShown = false;
      for (const share of shares) {
        if (cycles && !cycles.has(share.cycle)) continue;
        isShown = true;
        objectives += share.objectives;
        unaligned += share.unaligned;
        for (const state of states) health[state] += share.health[state];
      }
      if (isShown) findings += this.#found.get(uri) ?? 0;
    }
    return { objectives, health, unaligned, findings };
  }
}

const states: readonly HealthState[] = ['onTrack', 'atRisk', 'offTrack', 'noNews', 'done'];

function noneOfAny(): Record<HealthState, number> {
  return { onTrack: 0, atRisk: 0, offTrack: 0, noNews: 0, done: 0 };
}

/** A set's row without what is in it. */
function headOf(row: SetRow, objectives: number): SetRow {
  const progress = { ...row.progress, parts: [] };
  return { ...row, progress, held: objectives };
}

function goalsWithFindings({ statements }: OkrFile, findings: readonly Finding[]): number {
  const starts = new Set<number>();
  for (const { span } of findings) {
    const block = statements.find((one) => one.span.start <= span.start && span.start < one.span.end);
    if (block?.kind !== 'okrs') continue;
    const objective = block.objectives.find((one) => one.span.start <= span.start && span.start < one.span.end);
    const keyResult = objective?.keyResults.find((one) => one.span.start <= span.start && span.start < one.span.end);
    if (objective) starts.add((keyResult ?? objective).span.start);
  }
  return starts.size;
}
