import { safeJson } from '../terminal/safe.ts';

/**
 * Data as JSON, piece by piece: what comes last in it is an empty list, which is filled with what `show` makes of the items. That is made when its turn
 * comes, so that it is never in memory all together.
 */
export function* filledJson<Item>(
  data: unknown,
  items: Iterable<Item>,
  show: (item: Item) => unknown,
): Generator<string> {
  const text = safeJson(data);
  const at = text.lastIndexOf('[]');
  const [indent] = /^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1)) as RegExpExecArray;
  const lineBreak = `\n${indent}  `;
  let before = `${text.slice(0, at)}[`;
  for (const item of items) {
    yield `${before}${lineBreak}${safeJson(show(item)).replaceAll('\n', lineBreak)}`;
    before = ',';
  }
  yield before === ',' ? `\n${indent}${text.slice(at + 1)}\n` : `${text}\n`;
}
