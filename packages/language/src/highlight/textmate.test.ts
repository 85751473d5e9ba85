import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { keywords } from '../syntax/kinds.ts';
import { type TokenKind, tokenize } from '../tokenize.ts';
import { textMateGrammar } from './textmate.ts';

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(JSON.stringify(textMateGrammar(keywords)), 'okr.tmLanguage.json'),
  });
  grammar = (await registry.loadGrammar('source.okr')) as IGrammar;
});

/** The innermost scope of each character. */
function scopesOf(text: string): readonly string[] {
  const scopes: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split(/(?<=\n)/)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line.replace('\n', ''), state);
    state = ruleStack;
    const own: string[] = [];
    for (const { startIndex, endIndex, scopes: names } of tokens) {
      for (let i = startIndex; i < endIndex; i++) own[i] = names.slice(1).join(' ');
    }
    for (let i = 0; i < line.length; i++) scopes.push(own[i] ?? '');
  }
  return scopes;
}

/** What the editor makes of a character, in the words of `tokenize`. */
function kindOf(scope: string): TokenKind | 'none' {
  if (scope.includes('comment.block.documentation')) return 'docComment';
  if (scope.includes('comment')) return 'comment';
  if (scope.includes('string')) return 'string';
  if (scope.includes('constant.numeric.date')) return 'date';
  if (scope.includes('constant.numeric')) return 'number';
  if (scope.includes('unit')) return 'unit';
  if (scope.includes('keyword') || scope.includes('constant.language')) return 'keyword';
  if (scope.includes('entity.name.tag')) return 'tag';
  if (scope.includes('entity.name') || scope.includes('variable')) return 'name';
  return scope.includes('punctuation') ? 'punctuation' : 'none';
}

/** Tokens that the editor colours as something else than the parser takes them for. */
function differences(text: string): readonly string[] {
  const scopes = scopesOf(text);
  return tokenize(text).flatMap(({ kind, span }) => {
    const inEditor = new Set<string>();
    for (let i = span.start; i < span.end; i++)
      if (!/\s/.test(text[i] as string)) inEditor.add(kindOf(scopes[i] as string));
    // a dot within a path takes the colour of the path
    const agrees = [...inEditor].every((each) => each === kind || (kind === 'punctuation' && each === 'name'));
    return agrees
      ? []
      : [
          `${text.slice(span.start, span.end)}: ${kind}, in the editor ${[...inEditor].join('+')} (${scopes[span.start]})`,
        ];
  });
}

const WHOLE = `/// The year everyone else's goals hang from.
cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31 { checkins monthly reviews every 2 weeks }
/** A block
 * of documentation */
company mill    "Mill & Sons"
team    growth  "Growth" in mill { lead ida } // comment
person  ida     "Ida \\"Berg\\" \\\\" in growth
/* a comment
   on two lines */
okrs for mill in FY26 {
    draft
    owner ida, max
    objective bread "Bake the bread that people cross town for" by 31 August 2026 {
        aspirational
        supports mill.bread.repeat weight 2, shop.smile in 2026-Q3 weight 1
        depends on shop.smile.line in 2026-Q3
        carried from growth.spread in 2026
        #marketing #first-visit
        link "https://a.example"
        kr repeat "Repeat purchase rate" from 31% to 45% by 2026-11-30 { weight 2 owner ida leading source "BI" }
        kr money "Revenue" from $1.2m to USD 10M
        kr csat "Rating" from 3.9 of 5 to 4.4/5 by Aug 31, 2026 { checkin 2026-08-14 4.1 of 5 confidence 70% "note" }
        kr answer "Time" from 6 days to 36 hours by "end of August"
        kr basket "Orders" up 20% from 1400 orders per month
        kr down "Refunds" between 1% and 3%
        kr recall "Recall" baseline unknown to 12%
        kr audit "Audit" yes/no
        kr sprints "Sprints" at least 12 "story-free sprints"
        kr "Reduce refund turnaround from 9 to 4 days by end of August"
        kr "Half a line
        initiative tour "Tasting tour" for repeat { status doing by 2026-10-15 }
        guardrail churn
        guardrail "Refund rate" at most 4%
    }
    objective "Open the north" { standalone because "pilot" }
}
kpi churn "Monthly churn" of mill at most 2% { owner ida }
checkin 2026-08-14 for growth in 2026-Q3 {
    trust.csat     4.1 of 5   confidence 70%  "New phone menu live"
    trust.resolve  3.5 days   confidence 40%
    trust.audit    no
    churn -2.1%
    x 42 churn 2.1% y 5 orders z yes
}
closing for growth in 2026-Q4 on 2027-01-08 {
    reach          score 0.7 modify  learned "The tour works where we cook in front of people"
    reach.recall   score 0.2 defer
}
`;

test('the editor colours a file as the parser reads it', () => {
  expect(differences(WHOLE)).toEqual([]);
});

describe('names that are keywords, or begin with one', () => {
  test.each([
    'team up "Up" in to',
    'person owner in team { lead lead }',
    'cycle in from 2026-01-01 to 2026-12-31',
    'okrs for for in in {',
    'objective to "T" {\n owner owner supports in.from.to in by weight 2, on',
    'kr to to 5',
    'kr to 5',
    'kr by by 2026-08-31',
    'kr at at least 5',
    'kr uptime "Uptime" at least 99.9%',
    'kr together "T" to 5 byrons by 2026-08-31',
    'kr up "T" up 5%',
    'initiative for for for',
    'guardrail owner',
    'kpi kpi of of at most 3',
    'depends on on',
    'carried from from in in',
    'team Größe "G" in 目標',
    'person هدف "H" in Größe',
    'checkin 2026-08-14 for a in b {\n  kr 4.1\n  team.up 5 "note"\n  owner no\n  objective yes\n}',
    'closing for a in b {\n  kr.owner score 0.7 keep\n}',
  ])('%s', (text) => {
    const isInner = /^(objective|kr|initiative|guardrail|supports|depends|carried)/.test(text);
    expect(differences(isInner ? `okrs for a in b { objective o {\n${text}\n} }` : text)).toEqual([]);
  });
});

test.each([
  '72',
  '8%',
  '8 %',
  '$10M',
  '€1.2m',
  '1.2m €',
  '10k€',
  '2×',
  '2 ×',
  'USD 10M',
  '10k',
  '1,000,000',
  '1_000',
  '99.95%',
  '2x',
  '200ms',
  '-12%',
  '−12%',
  '+5',
  '-$5',
  '10 €',
])('the figure %s is coloured whole', (figure) => {
  expect(differences(`kr "T" to ${figure} by 2026-08-31`)).toEqual([]);
});

test('and the examples', () => {
  const examples = new URL('../../../../examples/', import.meta.url);
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.okr'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect({ file, differences: differences(readFileSync(new URL(file, examples), 'utf8')) }).toEqual({
      file,
      differences: [],
    });
  }
});

test('every keyword of the grammar is coloured as one', () => {
  for (const word of keywords) expect(`${word}: ${kindOf(scopesOf(word)[0] as string)}`).toBe(`${word}: keyword`);
});

test('the committed file is the one that is made here: run `npm run generate`', () => {
  const file = new URL('../../../../syntaxes/okr.tmLanguage.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(textMateGrammar(keywords));
});
