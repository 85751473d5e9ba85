/** Which kinds of token may stand right behind which, anywhere in the grammar. */
import { CLOSE, ID, type Kind, kindCount, OPEN, textOf } from './kinds.ts';
import { type KindSet, type Rule, ruleOf, type Shape, union, visit } from './shape.ts';

const lastOfRule = new Map<Rule, readonly Kind[]>();

/** By the kind before: what the same line of the grammar may go on with, one set for each place where the kind stands. */
const next: readonly Set<KindSet>[] = Array.from({ length: kindCount }, () => new Set<KindSet>());
/** The same in one set, once somebody asked: the start of the program waits for all that is done before. */
const behind = new Array<KindSet | null>(kindCount).fill(null);

visit(ruleOf('File').shape, (shape) => {
  if (shape.op !== 'sequence') return;
  shape.items.forEach((item, i) => {
    const first = shape.rests[i]?.first;
    if (first) for (const last of lastKinds(item)) next[last]?.add(first);
  });
});

/** The kinds that a shape can end with. */
function lastKinds(shape: Shape): readonly Kind[] {
  switch (shape.op) {
    case 'token':
      return [shape.kind];
    case 'choice':
      return shape.items.flatMap(lastKinds);
    case 'sequence':
      return shape.items.flatMap((item, i) => (shape.rests[i]?.nullable ? lastKinds(item) : []));
    case 'rule':
      return lastKindsOf(shape.rule);
    default:
      return lastKinds(shape.item);
  }
}

/** Rules are named in many places: each is looked through once, for the start of the program waits for it. */
function lastKindsOf(rule: Rule): readonly Kind[] {
  const kinds = lastOfRule.get(rule) ?? [...new Set(lastKinds(rule.shape))];
  lastOfRule.set(rule, kinds);
  return kinds;
}

/** Whether a line can go on with `kind` behind `before`. */
export function goesOnWith(before: Kind, kind: Kind): boolean {
  const kinds = behind[before] ?? union(next[before] ?? []);
  behind[before] = kinds;
  return kinds[kind] === 1;
}

/** The keywords and marks behind which a name may stand: `owner`, `in`, the dot and the comma. Braces are not among them. */
export const takesName: KindSet = Uint8Array.from(next, (sets, before) => {
  const isWord = textOf(before) !== '' && before !== OPEN && before !== CLOSE;
  return isWord && [...sets].some((set) => set[ID] === 1) ? 1 : 0;
});
