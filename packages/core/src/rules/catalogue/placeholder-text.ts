import type { FindingMessage } from '../../findings/finding.ts';
import type { Quoted } from '../../model/file.ts';
import { isToBeFilledIn } from '../../reading/prompts.ts';
import { isUnfinished } from '../broken.ts';
import { inObjective, objectiveCalled } from '../examples.ts';
import { holdsOneOf, ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { partOfTitle } from '../titles.ts';
import { placeholderOf } from '../wording.ts';

export const placeholderText = defineRule({
  meta: {
    name: 'placeholder-text',
    title: 'Still to be filled in',
    category: 'structure',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'none',
    english: false,
    options: [ownWords('allowedWords', 'Words that look as if something were missing but are names with you: `XXX`.')],
    summary:
      'A title holds something that was to be filled in later: `TBD`, `X%`, `(owner)`, `Key result 1`; or a source, note, lesson or reason is one.',
    why: 'What was left open in March is still open in June, and by then everybody has got used to it.',
    sources: ["OKR Orca's catalogue, on placeholders", 'Published OKRs that went out with "ZZZ" in them'],
    advice:
      'Fill it in. Where the figure is not known yet, say so in a way that can be worked with: `baseline unknown to 12%`, and a key result that finds it out. ' +
      'Mark a set that is not ready as `draft`.',
    limits:
      'Single letters count only beside a sign for a figure (`X%`, `from X to Y`), since products are called by letters too. Names of that kind can be listed in ' +
      '`allowedWords`.',
    examples: {
      invalid: [
        { title: 'By how much?', files: inObjective('kr "Raise repeat purchases by X%"') },
        { title: 'To be decided', files: objectiveCalled('TBD with the shop managers') },
        { title: 'A title that was never given', files: inObjective('kr "Key result 1" from 10 to 20') },
        { title: 'As the editor wrote it', files: inObjective('kr "What is measured" from 0 to 100') },
        {
          title: 'A source that nobody named',
          files: inObjective('kr "Repeat purchases" from 31% to 45% { source "Where the figure is read" }'),
        },
      ],
      valid: [
        { title: 'Filled in', files: inObjective('kr "Repeat purchases" from 31% to 45%') },
        { title: 'Not known yet', files: inObjective('kr "Repeat purchases" baseline unknown to 45%') },
        { title: 'A product by its letter', files: inObjective('kr "Shops that sell model X" from 4 to 20') },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const allowed = option<readonly string[]>('allowedWords');
    const told = (uri: string, text: Quoted | null, draft = false) => {
      if (text !== null && isToBeFilledIn(text.text))
        report({ uri, span: text.span, draft, message: draft ? inDraft : message });
    };
    return {
      objective({ uri, node, draft }) {
        told(uri, node.standalone?.because ?? null, draft);
      },

      keyResult({ uri, node, draft }) {
        told(uri, node.source, draft);
        for (const { note } of node.readings) told(uri, note, draft);
      },

      end() {
        for (const { uri, node, in: holder } of cascade.guardrails) told(uri, node.title, holder.draft);
        for (const { uri, node } of cascade.kpis) told(uri, node.title);
        for (const { uri, node, in: holder } of cascade.initiatives) told(uri, node.title, holder.draft);
        for (const { uri, node } of cascade.checkins) for (const { note } of node.readings) told(uri, note);
        for (const { uri, node } of cascade.closings) for (const { learned } of node.entries) told(uri, learned);
        for (const { declaration } of cascade.units.values()) told(declaration.uri, declaration.node.title);
      },

      wordedGoal(goal) {
        const { node, title } = goal;
        const found = placeholderOf(node);
        if (!found || holdsOneOf(title.slice(found.start, found.end), allowed) || isUnfinished(cascade, goal)) return;
        report({
          uri: goal.uri,
          span: partOfTitle(goal, found),
          draft: goal.draft,
          message: goal.draft ? inDraft : message,
        });
      },
    };
  },
});

const message: FindingMessage = {
  what: 'Something is still to be filled in here.',
  why: 'What is left open now tends to stay open for the whole quarter.',
  todo: 'Fill it in, or mark the set as `draft` until you can.',
};

/** Who is in a draft already is not sent there. */
const inDraft: FindingMessage = { ...message, todo: 'Fill it in.' };
