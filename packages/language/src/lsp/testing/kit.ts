/** For tests: a small project in memory, with the cursor where `<|>` stands. */
import {
  buildCascade,
  type Config,
  defaultConfig,
  lineStartsOf,
  type OkrFile,
  parseIsoDay,
  positionAt,
} from '@okr-language/core';
import type { Position, Range, TextEdit, WorkspaceSymbol } from 'vscode-languageserver-types';
import { parseOkr } from '../../parse.ts';
import { OkrWorkspace } from '../../workspace/workspace.ts';
import { type FeatureContext, offsetAt } from '../context.ts';
import { symbolsEverywhere } from '../structure/symbols.ts';

const CURSOR = '<|>';

export interface Project extends FeatureContext {
  readonly position: Position;
  readonly texts: ReadonlyMap<string, string>;
  /** The project as seen from another of its files. */
  from(uri: string): FeatureContext;
}

/** One text is `a.okr`. Without a cursor the position is the start of the first file. */
export function project(
  files: string | Record<string, string>,
  today = '2026-08-15',
  config: Config = defaultConfig,
): Project {
  const texts = new Map<string, string>();
  let uri: string | null = null;
  let offset = 0;
  for (const [name, marked] of Object.entries(typeof files === 'string' ? { 'a.okr': files } : files)) {
    const cursor = marked.indexOf(CURSOR);
    if (cursor >= 0) [uri, offset] = [name, cursor];
    texts.set(name, marked.replace(CURSOR, ''));
  }
  const parsed = new Map([...texts].map(([name, text]) => [name, parseOkr(name, text)]));
  const cascade = buildCascade(parsed, config, parseIsoDay(today) as number);
  const from = (name: string): FeatureContext => ({
    uri: name,
    text: texts.get(name) as string,
    file: parsed.get(name) as OkrFile,
    cascade,
    textOf: (other) => texts.get(other) ?? null,
    lineStartsOf: (other) => lineStartsOf(texts.get(other) ?? ''),
  });
  const context = from(uri ?? ([...texts.keys()][0] as string));
  return { ...context, position: positionAt(context.file.lineStarts, offset), texts, from };
}

/** What some texts declare that matches a query. */
export function symbolsOf(texts: ReadonlyMap<string, string>, query: string): Promise<WorkspaceSymbol[]> {
  const workspace = new OkrWorkspace({ today: parseIsoDay('2026-08-15') as number, folders: ['file:///w/'] });
  for (const [name, text] of texts) workspace.set(`file:///w/${name}`, text);
  return symbolsEverywhere(workspace.directories, query, async () => {});
}

/** The piece of text in a range. */
export function textIn(text: string, range: Range): string {
  const lineStarts = lineStartsOf(text);
  return text.slice(offsetAt(text, lineStarts, range.start), offsetAt(text, lineStarts, range.end));
}

/** The text after some edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineStarts = lineStartsOf(text);
  const placed = edits.map((edit) => ({
    start: offsetAt(text, lineStarts, edit.range.start),
    end: offsetAt(text, lineStarts, edit.range.end),
    newText: edit.newText,
  }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let last = 0;
  for (const { start, end, newText } of placed) {
    if (start < last) throw new Error(`Two edits overlap at ${start}`);
    result += text.slice(last, start) + newText;
    last = end;
  }
  return result + text.slice(last);
}

/** An organisation with goals in two cycles, to complete and find things in. */
export const acme = `cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly }

company acme    "Acme Retail"
team    support "Customer Support" in acme { lead maya }
team    growth  "Growth"           in acme
person  maya    "Maya Ortiz"       in support
person  liam    "Liam Chen"        in support

okrs for acme in FY26 {
    objective loyalty "Become the shop people come back to" {
        owner maya
        aspirational
        #brand

        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps    "Net promoter score"   from 38 to 55 by 2026-11-30
    }
}

okrs for growth in 2026-Q3 {
    objective spread "Let people who never heard of us try us once" {
        owner liam
        supports acme.loyalty
        #marketing

        kr trial "First orders from new cities" from 300 to 900
    }
}
`;
