/** Time by size: a piece said again and again, at n and at four times n. What follows the square of its input shows here. */
import {
  buildCascade,
  checkProject,
  defaultConfig,
  parseAmount,
  parseConfig,
  parseIsoDay,
  readSentence,
  resolveDate,
  treeOf,
} from '@okr-language/core';
import { formatText, ignoreMatcher, OkrWorkspace, parseOkr } from '@okr-language/language';
import fc from 'fast-check';
import { exampleText, wholeText } from '../generate/project.ts';
import { soup, spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';
import { expectLinear } from '../time.ts';

const today = parseIsoDay('2026-08-15') as number;

/** A stretch of some text, or a handful of signs. */
const stretch = fc.oneof(
  fc
    .tuple(fc.oneof(wholeText, exampleText), fc.nat(), fc.integer({ min: 1, max: 40 }))
    .map(([text, n, length]) => text.slice(n % (text.length + 1)).slice(0, length)),
  soup.map((text) => text.slice(0, 12)),
);
const around = fc.oneof(
  fc.constant(''),
  stretch,
  fc.constantFrom(
    '{',
    '"',
    '/*',
    'okrs for a in 2026-Q3 {\nobjective o "O" {\n',
    'objective o "O" { supports ',
    'kr "',
    '// okr-ignore ',
  ),
);
const pumped = fc.tuple(around, stretch, around).filter(([, piece]) => piece !== '');

/** Characters at four times n. */
const most = 64_000;

type Work = (text: string) => void;

const works: Readonly<Record<string, Work>> = {
  read: (text) => void parseOkr('a.okr', text),
  format: (text) => void formatText(text),
  sentence: (text) => void readSentence(text),
  amount: (text) => void parseAmount(text),
  date: (text) => void resolveDate(text, null),
  configuration: (text) => void parseConfig(`{ "rules": ${text}`),
  ignore: (text) =>
    void ignoreMatcher(parseConfig(JSON.stringify({ ignore: [text.slice(0, 300)] })).config.ignore)(text),
};

export const speed: Suite = {
  name: 'speed',
  holds: 'four times the text takes no more than some four times as long, whatever is said again and again',
  shortRuns: 12,
  property: () =>
    fc.property(fc.constantFrom(...Object.keys(works)), pumped, (name, [before, piece, after]) => {
      const work = works[name] as Work;
      const size = Math.ceil(most / 4 / piece.length);
      expectLinear((count) => work(before + piece.repeat(count) + after), size);
    }),
};

const projectWork: Work = (text) => {
  const files = new Map([['a.okr', parseOkr('a.okr', text)]]);
  const cascade = buildCascade(files, defaultConfig, today);
  checkProject(cascade);
  treeOf(cascade);
  editedWork(text);
};

/** What an editor does with a file that is typed. */
const editedWork: Work = (text) => {
  const workspace = new OkrWorkspace({ today, folders: ['file:///w'] });
  workspace.set('file:///w/a.okr', text);
  workspace.findings('file:///w/a.okr');
};

export const projectSpeed: Suite = {
  name: 'project-speed',
  holds: 'four times the goals take no more than some four times as long to check, whatever they say',
  shortRuns: 4,
  property: () =>
    fc.property(fc.oneof(wholeText, exampleText, spoilt(exampleText, 2)), fc.boolean(), (text, ownNames) => {
      if (text.trim() === '') return;
      const size = Math.max(1, Math.ceil(most / 8 / text.length));
      // with names of their own, or each the same as the last
      const copies = (count: number) =>
        Array.from({ length: count }, (_, i) =>
          ownNames ? text.replace(/\b(trust|acme|care|csat)\b/g, `$1${i}`) : text,
        ).join('\n');
      expectLinear((count) => projectWork(copies(count)), size);
    }),
};
