/**
 * A node as the reader makes it: the rule's name, its first and last token, and the properties of the grammar. A word or
 * mark is the index of its token; what the text does not hold is undefined.
 */
export interface Node {
  readonly $type: string;
  $first: number;
  $last: number;
  [property: string]: NodeValue;
}

export type NodeValue = string | number | Node | (number | Node)[] | undefined;

/** The interface that Langium generates for a rule, as the reader fills it: words are token indexes, anything may be missing. */
export type Read<T> = {
  readonly [K in keyof T as K extends `$${string}` ? never : K]?: ReadValue<T[K]>;
} & {
  readonly $type: T extends { readonly $type: infer Name } ? Name : never;
  readonly $first: number;
  readonly $last: number;
};

type ReadValue<V> = V extends readonly (infer Item)[] ? readonly ReadItem<Item>[] : ReadItem<NonNullable<V>>;
type ReadItem<V> = V extends object ? Read<V> : number;

/** `Read` for each member of a union: `ReadEach<ObjectiveClause>` is what a line in an objective may be. */
export type ReadEach<T> = T extends unknown ? Read<T> : never;
