/** Which kinds of token may stand right behind which, anywhere in the grammar. */
import { CLOSE, ID, type Kind, kindCount, OPEN, textOf } from './kinds.ts';
import { add, type KindSet, type Rule, ruleOf, type Shape, visit } from './shape.ts';

const lastOfRule = new Map<Rule, readonly Kind[]>();

/** By the kind before: the kinds that the same line of the grammar goes on with. */
const behind: readonly KindSet[] = Array.from({ length: kindCount }, () => new Uint8Array(kindCount));

visit(ruleOf('File').shape, (shape) => {
  if (shape.op !== 'sequence') return;
  shape.items.forEach((item, i) => {
    const next = shape.rests[i]?.first;
    if (next) for (const last of lastKinds(item)) add(behind[last] as Uint8Array, next);
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
  return behind[before]?.[kind] === 1;
}

/** The keywords and marks behind which a name may stand: `owner`, `in`, the dot and the comma. Braces are not among them. */
export const takesName: KindSet = Uint8Array.from(behind, (kinds, before) => {
  const isWord = textOf(before) !== '' && before !== OPEN && before !== CLOSE;
  return isWord && kinds[ID] === 1 ? 1 : 0;
});
