/**
 * Turns the Langium grammar into the plain data that the reader works on. It happens here, and not when the language starts,
 * so that neither Langium's parser nor its grammar language has to be loaded in an editor or on the command line.
 */
import { GrammarAST } from 'langium';
import { OkrGrammar } from '../../packages/language/src/generated/grammar.ts';
import type { Element, PlainGrammar, Property } from '../../packages/language/src/syntax/grammar.ts';

export function plainGrammar(): PlainGrammar {
  const rules = OkrGrammar().rules.filter(GrammarAST.isParserRule);
  return Object.fromEntries(rules.map((rule) => [rule.name, element(rule.definition, null)]));
}

/** The module that holds the grammar as data. */
export function grammarModule(): string {
  return `/* Written by scripts/generate.ts from packages/language/src/okr.langium. Do not edit: change the grammar and run \`npm run generate\`. */
import type { PlainGrammar } from '../grammar.ts';

export const grammar: PlainGrammar = ${JSON.stringify(plainGrammar(), null, 1)};
`;
}

function element(source: GrammarAST.AbstractElement, property: Property | null): Element {
  const once = bare(source, property);
  switch (source.cardinality) {
    case '?':
      return { op: 'optional', item: once };
    case '*':
      return { op: 'many', item: once };
    case '+':
      return { op: 'sequence', items: [once, { op: 'many', item: once }] };
    default:
      return once;
  }
}

function bare(source: GrammarAST.AbstractElement, property: Property | null): Element {
  if (GrammarAST.isGroup(source)) {
    return { op: 'sequence', items: source.elements.map((item) => element(item, property)) };
  }
  if (GrammarAST.isAlternatives(source)) {
    return { op: 'choice', items: source.elements.map((item) => element(item, property)) };
  }
  if (GrammarAST.isAssignment(source)) {
    return element(source.terminal, { name: source.feature, list: source.operator === '+=' });
  }
  if (GrammarAST.isKeyword(source)) return { op: 'token', text: source.value, terminal: false, property };
  if (GrammarAST.isRuleCall(source) && source.rule.ref) {
    const rule = source.rule.ref;
    if (GrammarAST.isTerminalRule(rule)) return { op: 'token', text: rule.name, terminal: true, property };
    // a rule that returns a string (`DateText`) is one token: its definition stands in its place
    if (GrammarAST.isParserRule(rule) && rule.dataType) return element(rule.definition, property);
    return { op: 'rule', name: rule.name, property };
  }
  throw new Error(`The reader knows no ${source.$type}`);
}
