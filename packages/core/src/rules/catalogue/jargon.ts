import type { Fix } from '../../findings/finding.ts';
import type { Span } from '../../model/span.ts';
import { isUnfinished } from '../broken.ts';
import { replace } from '../edits.ts';
import { inObjective, objectiveCalled } from '../examples.ts';
import { ownWords } from '../own-words.ts';
import { defineRule } from '../rule.ts';
import { isPlain, partOfTitle } from '../titles.ts';

/** Words that sound like work and say little, with a plain one where there is one for every sentence. */
const plainWords: ReadonlyMap<string, string | null> = new Map([
  ['utilize', 'use'],
  ['utilise', 'use'],
  ['utilizing', 'using'],
  ['utilising', 'using'],
  ['synergy', null],
  ['synergies', null],
  ['synergize', null],
  ['synergise', null],
  ['ideate', 'think of'],
  ['operationalize', 'put to work'],
  ['operationalise', 'put to work'],
  ['paradigm', null],
  ['best-of-breed', null],
  ['game-changer', null],
  ['game-changing', null],
  ['bleeding-edge', null],
  ['mission-critical', null],
  ['value-add', null],
  ['actionable', null],
  ['learnings', 'lessons'],
  ['deep-dive', null],
  ['streamline', 'simplify'],
  ['leveraging', 'using'],
  ['leveraged', 'used'],
  ['incentivize', 'encourage'],
  ['incentivise', 'encourage'],
  ['incentivized', 'encouraged'],
  ['incentivised', 'encouraged'],
  ['best-in-class', null],
  ['cutting-edge', null],
  ['next-gen', null],
  ['win-win', null],
  ['turbocharge', null],
  ['supercharge', null],
]);

/** Words that mean something in a trade, and are jargon only in such company; the bracket holds the word. */
const inCompany: readonly RegExp[] = [
  // the debts of a firm are its leverage
  /(?:^|\b(?:to|and|we|will|can|by|fully|better) )(leverage)(?= (?!ratio|in\b|on\b|of\b))/i,
  /\b(low-hanging fruits?)\b/i,
  /\b(mov(?:e|es|ing) the needle)\b/i,
  /\b(boil(?:ing)? the ocean)\b/i,
  /\b(circl(?:e|ing) back)\b/i,
  /\b(thought[ -]leader(?:s|ship)?)\b/i,
  /\b(disruptive) (?:force|technolog|innovat|idea|product|business|player|solution|model|brand|compan|growth)/i,
  /\b(holistic) (?:approach|solution|view|strateg|concept|experience|offer|platform|framework|service)/i,
  /\b(sociali[sz]e) (?:the|our|these|all|learnings|results|findings|ideas|insights)/i,
  /\b(next-generation)\b/i,
  /\b(ecosystem) (?:with|for) (?:suppliers|partners|customers|vendors)/i,
];

export const jargon = defineRule({
  meta: {
    name: 'jargon',
    title: 'Word that sounds like work and says little',
    category: 'objective',
    level: 'off',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [
      ownWords('words', 'More words that are to be avoided.'),
      ownWords('allowedWords', 'Words of the list that mean something in your trade.'),
    ],
    summary: 'A title holds a fashionable word such as "leverage" or "synergy" where a plain one would do.',
    why: 'Plain words can be checked: whoever "leverages synergies" has said nothing that anyone could see.',
    sources: ['A public OKR checker'],
    advice: 'Say it as you would to a neighbour.',
    limits:
      'The rule is turned off unless you turn it on, since every trade has words of its own. Some are only reported in company ("leverage" as a verb, "disruptive force"); those that mean something with you can be listed in `allowedWords`.',
    examples: {
      invalid: [
        {
          title: 'A plain word would do',
          files: objectiveCalled('Leverage what our shops know about their customers'),
          fixed: objectiveCalled('Use what our shops know about their customers'),
        },
        { title: 'Nothing that anyone could see', files: inObjective('kr "Synergies between the shops" from 3 to 9') },
        {
          title: "A word of one's own",
          files: objectiveCalled('Make customer journeys a joy'),
          options: { words: ['journeys'] },
        },
      ],
      valid: [
        { title: 'Said plainly', files: objectiveCalled('Shops learn from each other every week') },
        {
          title: 'It means something here',
          files: objectiveCalled('Halve the leverage that our banks worry about'),
          options: { allowedWords: ['leverage'] },
        },
      ],
    },
  },

  visit({ cascade, report, option }) {
    const more = new Set(option<readonly string[]>('words').map((word) => word.toLowerCase()));
    const allowed = new Set(option<readonly string[]>('allowedWords').map((word) => word.toLowerCase()));
    return {
      goal(goal) {
        const { node, title } = goal;
        if (node.reading?.language === 'other') return;
        const isMeant = (word: string) => (plainWords.has(word) || more.has(word)) && !allowed.has(word);
        const found = wordIn(title, isMeant) ?? phraseIn(title, allowed);
        if (!found || isUnfinished(cascade, goal)) return;
        const word = title.slice(found.start, found.end);
        report({
          uri: goal.uri,
          span: partOfTitle(goal, found),
          draft: goal.draft,
          data: { goal: goal.id, word },
          message: {
            what: `The word “${word}” sounds like work and says little.`,
            why: 'Plain words can be checked, and everybody understands them.',
            todo: 'Say it as you would to a neighbour.',
          },
        });
      },
    };
  },

  fix({ uri, data, span }, { cascade }): readonly Fix[] {
    const goal = cascade.goals.get(String(data?.['goal']));
    const word = String(data?.['word']);
    const plain = word.toLowerCase() === 'leverage' ? 'use' : plainWords.get(word.toLowerCase());
    if (!goal?.node.title || !plain || !isPlain(goal.node.title)) return [];
    const capital = word.slice(0, 1) !== word.slice(0, 1).toLowerCase();
    const instead = capital ? plain.slice(0, 1).toUpperCase() + plain.slice(1) : plain;
    return [{ title: `Write “${instead}”`, kind: 'unsafe', preferred: false, edits: [replace(uri, span, instead)] }];
  },
});

function wordIn(title: string, isMeant: (word: string) => boolean): Span | null {
  for (const { 0: word, index } of title.slice(0, 500).matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) {
    if (isMeant(word.toLowerCase())) return { start: index, end: index + word.length };
  }
  return null;
}

function phraseIn(title: string, allowed: ReadonlySet<string>): Span | null {
  const read = title.slice(0, 500);
  for (const pattern of inCompany) {
    const found = pattern.exec(read);
    const word = found?.[1];
    if (!found || !word || allowed.has(word.toLowerCase())) continue;
    const start = found.index + found[0].indexOf(word);
    return { start, end: start + word.length };
  }
  return null;
}
