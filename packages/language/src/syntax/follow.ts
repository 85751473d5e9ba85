/** Which kinds of token may stand right behind which, anywhere in the grammar. */
import { CLOSE, ID, type Kind, kindCount, OPEN, textOf } from './kinds.ts';
import { type KindSet, ruleOf, type Shape, visit } from './shape.ts';

/** By the kind before: the kinds that the same line of the grammar goes on with. */
const behind: readonly KindSet[] = Array.from({ length: kindCount }, () => new Uint8Array(kindCount));

visit(ruleOf('File').shape, (shape) => {
  if (shape.op !== 'sequence') return;
  shape.items.forEach((item, i) => {
    const next = shape.rests[i]?.first ?? [];
    for (const last of lastKinds(item))
      next.forEach((is, kind) => {
        if (is) (behind[last] as Uint8Array)[kind] = 1;
      });
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
      return lastKinds(shape.rule.shape);
    default:
      return lastKinds(shape.item);
  }
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
