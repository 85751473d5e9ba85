/** The engine under changes of all kinds, and what the editor asks of it. */
import { type Finding, parseIsoDay, positionAt } from '@okr-language/core';
import * as language from '@okr-language/language';
import fc from 'fast-check';
import { exampleText, projectTexts, wholeText } from '../generate/project.ts';
import { soup, spoilt } from '../generate/spoil.ts';
import type { Suite } from '../suite.ts';

const today = parseIsoDay('2026-08-15') as number;

const paths = [
  'a.okr',
  'b.okr',
  'c/d.okr',
  'c/e f#g%h.okr',
  'okr.config.json',
  'c/okr.config.json',
  'c/ç.okr',
] as const;
const path = fc.constantFrom(...paths);
const uriOf = (name: string) => `file:///w/${encodeURI(name).replaceAll('#', '%23')}`;
const okrText = fc.oneof(wholeText, exampleText, spoilt(fc.oneof(wholeText, exampleText)), soup);
const configText = fc.constantFrom(
  '{}',
  '{ "ignore": ["c/**"] }',
  '{ "extends": "strict" }',
  '{ "rules": { "kr-activity": "off" } }',
  '{',
  '[',
  'x',
  '{ "ignore": [""] }',
);

type Step =
  | { readonly do: 'set'; readonly path: string; readonly text: string | null }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'day'; readonly by: number }
  | { readonly do: 'folders'; readonly folders: readonly string[] }
  | { readonly do: 'ask' };

const set = path.chain((name) =>
  fc
    .oneof(
      { weight: 9, arbitrary: name.endsWith('.json') ? configText : okrText },
      { weight: 1, arbitrary: fc.constant(null) },
    )
    .map((text): Step => ({ do: 'set', path: name, text })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: set },
  { weight: 2, arbitrary: path.map((name): Step => ({ do: 'remove', path: name })) },
  { weight: 1, arbitrary: fc.integer({ min: -4_000, max: 4_000 }).map((by): Step => ({ do: 'day', by })) },
  {
    weight: 1,
    arbitrary: fc
      .subarray(['file:///w', 'file:///w/c', 'file:///'])
      .map((folders): Step => ({ do: 'folders', folders })),
  },
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'ask' }) },
);

/** A workspace that fails as soon as a defect of ours had to be contained. */
function watched(): { workspace: language.OkrWorkspace; expectWell: () => void } {
  const defects: string[] = [];
  const workspace = new language.OkrWorkspace({
    today,
    folders: ['file:///w'],
    onInternalError: (where, error) =>
      defects.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  return {
    workspace,
    expectWell() {
      if (defects[0] !== undefined) throw new Error(`A defect had to be contained: ${defects[0]}`);
    },
  };
}

function expectSound(uri: string, findings: readonly Finding[], text: string): void {
  for (const { rule, message, span } of findings) {
    if (rule === 'check-incomplete') throw new Error(`${uri}: ${message.what}`);
    if (message.what.trim() === '') throw new Error(`${uri}: ${rule} says nothing.`);
    if (!(span.start >= 0 && span.start <= span.end && span.end <= Math.max(1, text.length)))
      throw new Error(`${uri}: ${rule} lies outside of the text.`);
  }
}

export const engine: Suite = {
  name: 'engine',
  holds: 'no change of files, configurations, folders or the day loses a file or meets a defect of ours',
  shortRuns: 60,
  property: () =>
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const { workspace, expectWell } = watched();
      const texts = new Map<string, string | null>();
      const ask = () => {
        for (const [uri, text] of texts) {
          if (!workspace.has(uri)) throw new Error(`${uri} is lost.`);
          expectSound(uri, workspace.findings(uri), text ?? '');
        }
        for (const uri of workspace.allUris)
          if (!texts.has(uri)) throw new Error(`${uri} was removed and is still known.`);
        expectWell();
      };
      for (const one of steps) {
        if (one.do === 'set') {
          const uri = uriOf(one.path);
          texts.set(uri, one.text);
          workspace.set(
            uri,
            one.text,
            one.text === null ? { code: 'unreadable-file', message: 'This file cannot be read.' } : null,
          );
        } else if (one.do === 'remove') {
          texts.delete(uriOf(one.path));
          workspace.remove(uriOf(one.path));
        } else if (one.do === 'day') workspace.setToday(today + one.by);
        else if (one.do === 'folders') workspace.setFolders(one.folders);
        else ask();
      }
      ask();
    }),
};

/** Everything an editor asks about one place. */
async function askAll(workspace: language.OkrWorkspace, uri: string, at: number): Promise<void> {
  const text = workspace.text(uri) ?? '';
  const file = workspace.file(uri);
  const project = workspace.projectOf(uri);
  if (!file || !project) throw new Error(`${uri} is lost.`);
  const position = positionAt(file.lineStarts, text.length === 0 ? 0 : at % (text.length + 1));
  const context = {
    uri,
    text,
    file,
    cascade: project.cascade,
    findings: () => project.findings,
    textOf: (other: string) => workspace.text(other),
    lineStartsOf: (other: string) => workspace.lineStarts(other),
  };
  const findings = workspace.findings(uri);
  const whole = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 0 } };
  for (const item of language.completions(context, position, { snippets: true, findings }).items.slice(0, 20))
    await language.resolveCompletion(async (id) => {
      const goal = project.cascade.goals.get(id);
      return goal ? { goal } : null;
    }, item);
  const card = JSON.stringify(language.hover(context, position));
  if (/\]\((?!https?:)/.test(card)) throw new Error(`A hover leads somewhere else than to the web: ${card}`);
  language.definition(context, position);
  language.references(context, position, true);
  language.documentHighlights(context, position);
  language.prepareRename(context, position);
  language.rename(context, position, 'another');
  language.documentSymbols(file);
  await language.symbolsEverywhere(workspace.directories, 'a', async () => {});
  language.foldingRanges(context);
  language.selectionRanges(context, [position]);
  for (const { target } of language.documentLinks(file))
    if (!/^https?:\/\//.test(String(target))) throw new Error(`A link to ${target}.`);
  language.codeActions(context, { start: position, end: position }, findings);
  language.codeActions(context, whole, findings, { only: [language.fixAllKind] });
  language.inlayHints(context, whole);
  language.codeLenses(context);
  language.semanticTokens(context);
  language.rangeFormattingEdits(text, { start: position, end: position });
}

export const editor: Suite = {
  name: 'editor',
  holds: 'whatever stands in the files, every question of an editor is answered, and links lead to the web only',
  shortRuns: 60,
  property: () =>
    fc.asyncProperty(
      projectTexts,
      okrText,
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      async (texts, written, places) => {
        const { workspace, expectWell } = watched();
        for (const [name, text] of Object.entries(texts)) workspace.set(`file:///w/${name}`, text);
        workspace.set('file:///w/here.okr', written);
        for (const at of places) await askAll(workspace, 'file:///w/here.okr', at);
        expectWell();
      },
    ),
};
