/**
 * The tree of one file, as numbers in one array: a node is where its cells begin. An object for each node, with properties by the names of
 * the grammar, took more time than all else that the reader does, and nobody keeps the tree: it is lowered and used again for the next file.
 *
 * A node has the number of its rule, its first and its last token, the node behind it in its list, and then what its rule's properties hold:
 * for a word or mark its token, for a rule its node, for a list the first and the last node of it. A word in a list is a node of its own.
 */
import { grammar } from './generated/grammar.ts';
import type { Element, Property } from './grammar.ts';

/** In place of a token or node that the text does not hold. */
export const NONE = -1;

declare const rule: unique symbol;
declare const value: unique symbol;

/** A node that was read by the rule with this interface in `generated/ast.ts`, or a word of a list: `NodeOf<string>`. */
export type NodeOf<T> = number & { readonly [rule]: T };
/** A node of any of the rules: `NodeOfEach<Statement>`. */
export type NodeOfEach<T> = T extends unknown ? NodeOf<T> : never;
type TypeOf<N> = N extends { readonly [rule]: { readonly $type: infer Name } } ? Name : never;
/** Where the nodes of a rule keep one of its properties. */
export type Cell<T, V> = number & { readonly [rule]: (node: T) => T; readonly [value]: V };

/** What a cell holds: a token, the node of a rule, or the first node of a list. */
export type Held<V> = V extends readonly (infer Item)[]
  ? NodeOfEach<Item>
  : NonNullable<V> extends string
    ? number
    : NodeOfEach<NonNullable<V>>;

/** Where a rule keeps each of its properties. */
export type CellsOf<T> = {
  readonly [K in keyof T as K extends `$${string}` ? never : K]-?: Cell<T, T[K]>;
};

/** A property of a rule with where its nodes keep it. */
export interface Kept extends Property {
  readonly cell: number;
}

const FIRST = 1;
const LAST = 2;
const NEXT = 3;
const PROPERTIES = 4;

/** The names of the rules by their numbers; a word in a list comes behind them. */
const ruleNames: readonly string[] = [...Object.keys(grammar), 'Word'];
const ruleNumbers: ReadonlyMap<string, number> = new Map(ruleNames.map((name, number) => [name, number]));
const WORD = ruleNames.length - 1;
const propertiesByRule: readonly (readonly Kept[])[] = Object.values(grammar).map(propertiesIn);

function propertiesIn(element: Element): readonly Kept[] {
  const found = new Map<string, Kept>();
  let cell = PROPERTIES;
  const look = (part: Element): void => {
    if (part.op === 'sequence' || part.op === 'choice') part.items.forEach(look);
    else if (part.op === 'optional' || part.op === 'many') look(part.item);
    else if ((part.op === 'token' || part.op === 'rule') && part.property && !found.has(part.property.name)) {
      found.set(part.property.name, { ...part.property, cell });
      cell += part.property.list ? 2 : 1;
    }
  };
  look(element);
  return [...found.values()];
}

/** The number of the rule in the trees. */
export function ruleNumberOf(name: string): number {
  return ruleNumbers.get(name) as number;
}

/** What the nodes of a rule keep, and where. */
export function propertiesOf(name: string): readonly Kept[] {
  return propertiesByRule[ruleNumberOf(name)] as readonly Kept[];
}

/** How many cells a node of the rule has. */
export function sizeOf(name: string): number {
  return propertiesOf(name).reduce((size, { list }) => size + (list ? 2 : 1), PROPERTIES);
}

/** Where the nodes of a rule keep its properties, by their names in the grammar. */
export function cellsOf<T extends { readonly $type: string }>(name: T['$type']): CellsOf<T> {
  return Object.fromEntries(propertiesOf(name).map((property) => [property.name, property.cell])) as CellsOf<T>;
}

/** As many cells as nearly all files need; more are made room for. */
const USUAL = 32_000;
/** Room for more than this is given back when the tree is cleared. */
const MOST_KEPT = 4_000_000;

export class Tree {
  /** The node of the file. */
  root = NONE;
  private cells: Int32Array;
  private used = 0;

  /** With room for so many cells at first. */
  constructor(room: number = USUAL) {
    this.cells = new Int32Array(room);
  }

  /** Takes all nodes out, to be used again for another text. */
  clear(): this {
    if (this.cells.length > MOST_KEPT) this.cells = new Int32Array(USUAL);
    this.used = 0;
    this.root = NONE;
    return this;
  }

  // --- reading

  /** A node of so many cells with nothing in it. */
  add(rule: number, size: number, token: number): number {
    const node = this.used;
    const end = node + size;
    while (end > this.cells.length) this.grow();
    const { cells } = this;
    cells[node] = rule;
    cells[node + FIRST] = token;
    cells[node + LAST] = token;
    for (let cell = node + NEXT; cell < end; cell++) cells[cell] = NONE;
    this.used = end;
    return node;
  }

  end(node: number, token: number): void {
    this.cells[node + LAST] = token;
  }

  /** Keeps a token or node; where one is kept already, that one stays. */
  put(node: number, cell: number, held: number): void {
    if (this.cells[node + cell] === NONE) this.cells[node + cell] = held;
  }

  /** Lengthens a list by a node. */
  append(node: number, cell: number, item: number): void {
    const { cells } = this;
    const list = node + cell;
    const last = cells[list + 1] as number;
    if (last === NONE) cells[list] = item;
    else cells[last + NEXT] = item;
    cells[list + 1] = item;
  }

  /** Lengthens a list by a word. */
  appendWord(node: number, cell: number, token: number): void {
    this.append(node, cell, this.add(WORD, PROPERTIES, token));
  }

  private grow(): void {
    const longer = new Int32Array(2 * this.cells.length + PROPERTIES);
    longer.set(this.cells);
    this.cells = longer;
  }

  // --- what was read

  /** The name of the rule that read the node. */
  typeOf<N extends NodeOf<{ readonly $type: string }>>(node: N): TypeOf<N> {
    return ruleNames[this.cells[node] as number] as TypeOf<N>;
  }

  first(node: number): number {
    return this.cells[node + FIRST] as number;
  }

  last(node: number): number {
    return this.cells[node + LAST] as number;
  }

  /** The token, node or first node of a list that a property holds; `NONE` where the text has none. */
  at<T, V>(node: NodeOf<T>, cell: Cell<T, V>): Held<V> {
    return this.cells[node + cell] as Held<V>;
  }

  /** The last node of a list, which holds one at least. */
  lastOf<T, V>(node: NodeOf<T>, list: Cell<T, V>): Held<V> {
    return this.cells[node + list + 1] as Held<V>;
  }

  /** The next node of the list that the node is in, or `NONE`. */
  next<N extends number>(node: N): N {
    return this.cells[node + NEXT] as N;
  }
}
