import type { Amount } from '../../amounts/amount.ts';
import { sameDimension, toBase } from '../../amounts/compare.ts';
import type {
  GoalNode,
  GuardrailNode,
  KeyResultNode,
  Measure,
  ObjectiveNode,
  SetNode,
  SupportEdge,
} from '../../cascade/cascade.ts';
import { inObjective, organisation } from '../examples.ts';
import { objectiveOf, setOf, titleOf } from '../goals.ts';
import { defineRule } from '../rule.ts';
import { beginningOf, hasWords, isSameText, textNumber } from '../texts.ts';

const line = (own: string) => `${organisation}
okrs for acme in 2026-Q3 {
    objective lean "Every order pays for itself" {
        kr cost "Cost of a return" from €12 to €9
        kr nps  "Net promoter score" from 38 to 45
    }
}

okrs for support in 2026-Q3 {
    objective ease "Giving back is easier than keeping" {
        supports acme.lean
        kr "Cost of a return" ${own}
    }
}
`;

export const krConflict = defineRule({
  meta: {
    name: 'kr-conflict',
    title: 'Two key results that pull at one metric',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'preview',
    scope: 'project',
    fix: 'none',
    english: false,
    options: [],
    summary:
      'The same metric is to go up here and down there, or to two different targets by the same day, in one unit and cycle or along a link.',
    why: 'Both cannot be reached. Either it is a slip, or two people mean different things by the same words, and each will count in their own way.',
    sources: ['Founding documents of this project: horizontal alignment'],
    advice:
      'Agree on one target. Where different people or places are meant, say so in the name: "Cost of a return, online" and "in shops".',
    limits:
      'A metric is the same where its name has the same letters and digits. Several targets at different days are steps and no conflict; a larger unit may ' +
      'have another target, as long as it goes the same way and does not start from the same value.',
    examples: {
      invalid: [
        {
          title: 'Two targets at once',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
            'kr "Help desk rating" from 3.9 of 5 to 4.6 of 5',
          ),
        },
        { title: 'Up here, down there', files: line('from €12 to €15') },
        {
          title: 'Beyond what a guardrail allows',
          files: inObjective('kr "Refund rate" from 3% to 6%', 'guardrail "Refund rate" at most 4%'),
        },
      ],
      valid: [
        {
          title: 'Two steps of one way',
          files: inObjective(
            'kr "Help desk rating" from 3.9 of 5 to 4.1 of 5 by 2026-08-15',
            'kr "Help desk rating" from 4.1 of 5 to 4.4 of 5',
          ),
        },
        { title: 'A part of the larger way', files: line('from €14 to €11') },
        {
          title: 'A floor and a ceiling',
          files: inObjective('kr "Stock in days" at least 5', 'kr "Stock in days" at most 9'),
        },
      ],
    },
  },

  visit({ report }) {
    const above = new BeginningsAbove();
    return {
      onlyOwn: true,

      set(set) {
        if (isGuarded(set)) compareAll(pullingIn(set));
      },
      alike(goals) {
        // Without guardrails only what may have the words of another one is looked at.
        if (!isGuarded(setOf(goals[0] as GoalNode))) compareAll(goals.filter(isPulling));
      },
      keyResult(keyResult) {
        const alike = keyResult.supports.length > 0 || above.has(keyResult) ? alikeAbove(keyResult) : null;
        if (alike) compare(pullOf(keyResult), pullOf(alike), false);
      },
    };

    function compareAll(pulling: readonly Pulling[]): void {
      if (pulling.length < 2) return;
      const first = new Map<number, Pulling>();
      for (const one of pulling) {
        const words = textNumber(one.title);
        const before = first.get(words);
        if (!before) first.set(words, one);
        else if (isSameText(one.title, before.title)) compare(pullOf(one), pullOf(before), true);
      }
    }

    function compare(pull: Pull | null, other: Pull | null, isOneSet: boolean): void {
      if (!pull || !other || !clash(pull, other, isOneSet)) return;
      report({
        uri: pull.uri,
        span: pull.measure.place.span,
        draft: pull.draft,
        related: [{ uri: other.uri, span: other.measure.place.span, label: 'The other end' }],
        message: {
          what: `“${pull.title.slice(0, 80)}” has another target ${whereOf(other.set, pull.set)} that cannot be reached together with this one.`,
          why: 'Either it is a slip, or two people mean different things by the same words.',
          todo: 'Agree on one target, or name the two metrics so that one sees what is different.',
        },
      });
    }
  },
});

function whereOf(set: SetNode, from: SetNode): string {
  if (set === from) return 'in the same set';
  return set.unitName === from.unitName ? `in ${set.cycleName}` : `at ${titleOf(set)}`;
}

/** A key result or guardrail as far as it pulls at a metric. */
interface Pull {
  readonly title: string;
  readonly measure: Measure;
  readonly due: number | null;
  readonly uri: string;
  readonly set: SetNode;
  readonly draft: boolean;
}

type Pulling = KeyResultNode | GuardrailNode;

function isGuarded({ guardrails, objectives }: SetNode): boolean {
  return guardrails.length > 0 || objectives.some((objective) => objective.guardrails.length > 0);
}

/** What pulls at a metric in a set, guardrails first. */
function pullingIn(set: SetNode): readonly Pulling[] {
  const found: Pulling[] = set.guardrails.filter(pulls);
  for (const { guardrails } of set.objectives) for (const one of guardrails) if (pulls(one)) found.push(one);
  for (const { keyResults } of set.objectives) for (const one of keyResults) if (pulls(one)) found.push(one);
  return found;
}

/** Whether something has a target of its own in its fields, and words by which its metric is known. */
function pulls(one: Pulling): boolean {
  const isOwn = one.kind === 'keyResult' ? one.measure?.source === 'clause' : one.kpi === null;
  return isOwn && Boolean(one.measure?.target) && hasWords(one.title);
}

function isPulling(goal: GoalNode): goal is KeyResultNode {
  return goal.kind === 'keyResult' && pulls(goal);
}

function pullOf(one: Pulling): Pull | null {
  const { measure, title, uri } = one;
  if (!measure || !pulls(one)) return null;
  if (one.kind === 'keyResult')
    return { title, measure, due: one.deadline?.day ?? null, uri, set: setOf(one), draft: one.draft };
  const set = one.in.kind === 'set' ? one.in : one.in.set;
  return { title, measure, due: null, uri, set, draft: set.draft };
}

/** The first key result with the same words around what a key result and its objective support, in other sets. */
function alikeAbove(keyResult: KeyResultNode): KeyResultNode | null {
  const { supports, objective } = keyResult;
  const count = Math.min(supports.length + objective.supports.length, mostCompared);
  for (let i = 0; i < count; i++) {
    const edge = i < supports.length ? supports[i] : objective.supports[i - supports.length];
    const above = edge && objectiveOf(edge.to);
    if (!above || above.set === objective.set) continue;
    const alike = above.keyResults.find((one, n) => n < mostCompared && isSameText(one.title, keyResult.title));
    if (alike) return alike;
  }
  return null;
}

/** How the key results above an objective begin: most others begin otherwise, and are not compared with each of them. */
class BeginningsAbove {
  #of: ObjectiveNode | null = null;
  readonly #numbers: number[] = [];

  /** Whether the objective of a key result supports one that has a key result of the same beginning. */
  has({ objective, title }: KeyResultNode): boolean {
    if (objective.supports.length === 0) return false;
    if (this.#of !== objective) this.#look(objective);
    return this.#numbers.includes(beginningOf(title));
  }

  #look(objective: ObjectiveNode): void {
    this.#of = objective;
    this.#numbers.length = 0;
    const { supports, set } = objective;
    for (let i = 0; i < supports.length && i < mostCompared; i++) {
      const above = objectiveOf((supports[i] as SupportEdge).to);
      const { keyResults } = above;
      const count = above.set === set ? 0 : Math.min(keyResults.length, mostCompared);
      for (let j = 0; j < count; j++) this.#numbers.push(beginningOf((keyResults[j] as KeyResultNode).title));
    }
  }
}

const mostCompared = 20;

function clash(a: Pull, b: Pull, isOneSet: boolean): boolean {
  const [to, other] = [a.measure.target, b.measure.target];
  if (!to || !other || !sameDimension(to.unit, other.unit)) return false;
  const limits = [a, b].filter(({ measure }) => isLimit(measure));
  if (limits.length === 2) return crosses(a.measure, b.measure) || crosses(b.measure, a.measure);
  if (limits.length === 1)
    return isOneSet && breaks(isLimit(a.measure) ? b.measure : a.measure, limits[0]?.measure ?? null);
  const ways = [wayOf(a.measure), wayOf(b.measure)];
  if (ways[0] !== 0 && ways[1] !== 0 && ways[0] !== ways[1]) return true;
  if (a.measure.form !== b.measure.form || a.due !== b.due || isSame(to, other)) return false;
  if (a.measure.form === 'between') return false;
  return (
    isOneSet ||
    (a.measure.baseline !== null && b.measure.baseline !== null && isSame(a.measure.baseline, b.measure.baseline))
  );
}

function isLimit({ form }: Measure): boolean {
  return form === 'at-least' || form === 'at-most';
}

/** Whether a floor lies above a ceiling. */
function crosses(floor: Measure, ceiling: Measure): boolean {
  if (floor.form !== 'at-least' || ceiling.form !== 'at-most' || !floor.target || !ceiling.target) return false;
  return toBase(floor.target, ceiling.target.unit) > toBase(ceiling.target, floor.target.unit);
}

/** Whether a way ends beyond a limit. */
function breaks({ form, target }: Measure, limit: Measure | null): boolean {
  if ((form !== 'from-to' && form !== 'to') || !target || !limit?.target) return false;
  const [end, edge] = [toBase(target, limit.target.unit), toBase(limit.target, target.unit)];
  return limit.form === 'at-most' ? end > edge : end < edge;
}

/** 1 where a measure goes up, -1 where it goes down, 0 where that is not said. */
function wayOf({ form, baseline, target }: Measure): number {
  if (form === 'up' || form === 'down') return form === 'up' ? 1 : -1;
  if (form !== 'from-to' || !baseline || !target || !sameDimension(baseline.unit, target.unit)) return 0;
  return Math.sign(toBase(target, baseline.unit) - toBase(baseline, target.unit));
}

function isSame(a: Amount, b: Amount): boolean {
  if (!sameDimension(a.unit, b.unit)) return false;
  const [left, right] = [toBase(a, b.unit), toBase(b, a.unit)];
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}
