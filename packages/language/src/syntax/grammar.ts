/**
 * The Langium grammar as plain data: rules and elements without the references, comments and types that only the
 * generator needs. Everything that reads, completes or colours the language is derived from this.
 */
import { GrammarAST } from 'langium';
import { OkrGrammar } from '../generated/grammar.ts';

export type Element =
  | { readonly op: 'sequence'; readonly items: readonly Element[] }
  | { readonly op: 'choice'; readonly items: readonly Element[] }
  | { readonly op: 'optional' | 'many'; readonly item: Element }
  /** A keyword, mark or terminal; `property` is null where the tree does not keep it. */
  | { readonly op: 'token'; readonly text: string; readonly terminal: boolean; readonly property: Property | null }
  /** Another rule; without a property its tree stands for this one (`Statement: Cycle | Unit`). */
  | { readonly op: 'rule'; readonly name: string; readonly property: Property | null };

export interface Property {
  readonly name: string;
  readonly list: boolean;
}

export interface PlainGrammar {
  readonly rules: ReadonlyMap<string, Element>;
  /** Every keyword and mark, once. */
  readonly quoted: readonly string[];
}

export const grammar: PlainGrammar = plain(OkrGrammar());

function plain(source: GrammarAST.Grammar): PlainGrammar {
  const quoted = new Set<string>();
  const rules = new Map<string, Element>();
  for (const rule of source.rules) {
    if (GrammarAST.isParserRule(rule)) rules.set(rule.name, element(rule.definition, null, quoted));
  }
  return { rules, quoted: [...quoted] };
}

function element(source: GrammarAST.AbstractElement, property: Property | null, quoted: Set<string>): Element {
  const once = bare(source, property, quoted);
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

function bare(source: GrammarAST.AbstractElement, property: Property | null, quoted: Set<string>): Element {
  if (GrammarAST.isGroup(source)) {
    return { op: 'sequence', items: source.elements.map((item) => element(item, property, quoted)) };
  }
  if (GrammarAST.isAlternatives(source)) {
    return { op: 'choice', items: source.elements.map((item) => element(item, property, quoted)) };
  }
  if (GrammarAST.isAssignment(source)) {
    return element(source.terminal, { name: source.feature, list: source.operator === '+=' }, quoted);
  }
  if (GrammarAST.isKeyword(source)) {
    quoted.add(source.value);
    return { op: 'token', text: source.value, terminal: false, property };
  }
  if (GrammarAST.isRuleCall(source) && source.rule.ref) {
    const rule = source.rule.ref;
    if (GrammarAST.isTerminalRule(rule)) return { op: 'token', text: rule.name, terminal: true, property };
    // a rule that returns a string (`DateText`) is one token: its definition stands in its place
    if (GrammarAST.isParserRule(rule) && rule.dataType) return element(rule.definition, property, quoted);
    return { op: 'rule', name: rule.name, property };
  }
  throw new Error(`The reader knows no ${source.$type}`);
}
