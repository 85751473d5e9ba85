/**
 * The Langium grammar as plain data: rules and elements without the references, comments and types that only Langium
 * needs. Everything that reads, completes or colours the language is derived from this. `npm run generate` writes the data.
 */
export type Element =
  | { readonly op: 'sequence' | 'choice'; readonly items: readonly Element[] }
  | { readonly op: 'optional' | 'many'; readonly item: Element }
  /** A keyword, mark or terminal; `property` is null where the tree does not keep it. */
  | { readonly op: 'token'; readonly text: string; readonly terminal: boolean; readonly property: Property | null }
  /** Another rule; without a property its tree stands for this one (`Statement: Cycle | Unit`). */
  | { readonly op: 'rule'; readonly name: string; readonly property: Property | null };

/** Where in its node an element is kept; in a list of them when it may stand several times. */
export interface Property {
  readonly name: string;
  readonly list: boolean;
}

/** The definition of each rule by its name. */
export type PlainGrammar = Readonly<Record<string, Element>>;

/** Every keyword and mark of a grammar, once, in the order of the grammar. */
export function quotedIn(grammar: PlainGrammar): readonly string[] {
  const quoted = new Set<string>();
  const look = (element: Element): void => {
    if (element.op === 'token' && !element.terminal) quoted.add(element.text);
    else if (element.op === 'sequence' || element.op === 'choice') element.items.forEach(look);
    else if (element.op === 'optional' || element.op === 'many') look(element.item);
  };
  Object.values(grammar).forEach(look);
  return [...quoted];
}

/** The keywords among them, in alphabetical order. */
export function keywordsAmong(quoted: readonly string[]): readonly string[] {
  return quoted.filter((text) => /^\p{L}/u.test(text)).sort();
}
