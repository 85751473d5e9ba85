/** What the cascade view and the extension say to each other: data of any shape is a message that both know, or none. */
import { readHostMessage, readViewMessage, writeHostMessage } from '@okr-language/webview';
import fc from 'fast-check';
import { spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';

const type = fc.constantFrom(
  'ready',
  'open',
  'createFirst',
  'project',
  'loading',
  'tree',
  'empty',
  'error',
  'reveal',
  '__proto__',
  'constructor',
  'toString',
  '',
);
const value = fc.oneof(
  fc.constantFrom<unknown>('file:///a.okr', 0, 7, -1, 1.5, true, null, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);
const fields = fc.dictionary(
  fc.constantFrom(
    'uri',
    'line',
    'character',
    'preserveFocus',
    'root',
    'offset',
    'what',
    'todo',
    'where',
    'tree',
    'findings',
    'projects',
    'x',
    '__proto__',
  ),
  value,
);
const data = fc.oneof(
  fc.tuple(type, fields).map(([name, more]): unknown => ({ ...more, type: name })),
  fc.jsonValue(),
);
const text = fc.oneof(
  data.map((one) => JSON.stringify(one) ?? ''),
  spoilt(
    data.map((one) => JSON.stringify(one) ?? ''),
    3,
  ),
);

const fromView: ReadonlySet<string> = new Set(['ready', 'open', 'createFirst', 'project']);
const fromHost: ReadonlySet<string> = new Set(['loading', 'tree', 'empty', 'error', 'reveal']);

export const messages: Suite = {
  name: 'messages',
  holds: 'data of any shape is a message that both sides know, or none',
  shortRuns: 300,
  property: () =>
    fc.property(data, text, (shaped, written) => {
      const asked = readViewMessage(shaped);
      if (asked && !fromView.has(asked.type)) throw new Error(`The view cannot say ${asked.type}.`);
      if (
        asked?.type === 'open' &&
        (typeof asked.uri !== 'string' || !Number.isInteger(asked.line) || asked.line < 0 || asked.character < 0)
      )
        throw new Error('A place that is none.');
      for (const told of [readHostMessage(shaped), readHostMessage(written)]) {
        if (told && !fromHost.has(told.type)) throw new Error(`The extension cannot say ${told.type}.`);
        if (told && readHostMessage(writeHostMessage(told)) === null)
          throw new Error('Written and read again, it is none.');
      }
    }),
};
