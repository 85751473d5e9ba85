/**
 * The grammar made ready for reading: every element knows which kinds of token it can begin with and whether it may be
 * left out, so that one token decides what to do next.
 */
import { grammar } from './generated/grammar.ts';
import type { Element, Property } from './grammar.ts';
import { CLOSE, type Kind, kindCount, kindOf, OPEN, terminals } from './kinds.ts';

/** A set of kinds: 1 at each kind that is in it. */
export type KindSet = Uint8Array;

interface Common {
  readonly first: KindSet;
  /** The same in a list: there are few of them, and a start waits until the shapes are made. */
  readonly firsts: readonly Kind[];
  readonly nullable: boolean;
}

const nothing: Common = { first: new Uint8Array(kindCount), firsts: [], nullable: true };

export type Shape =
  | (Common & {
      readonly op: 'sequence';
      readonly items: readonly Shape[];
      /** What may come from item `i + 1` on. */
      readonly rests: readonly Common[];
    })
  | (Common & {
      readonly op: 'choice';
      readonly items: readonly Shape[];
      /** The item that a kind begins. */
      readonly byKind: readonly (Shape | undefined)[];
    })
  | (Common & { readonly op: 'optional'; readonly item: Shape })
  | (Common & { readonly op: 'many'; readonly item: Shape })
  | (Common & { readonly op: 'token'; readonly kind: Kind; readonly property: Property | null })
  | (Common & { readonly op: 'rule'; readonly rule: Rule; readonly property: Property | null });

export interface Rule {
  readonly name: string;
  readonly shape: Shape;
  /** The rule only chooses among others and makes no node of its own. */
  readonly passesOn: boolean;
}

const rules = new Map<string, Rule>();

/** The rule of that name in the grammar. */
export function ruleOf(name: string): Rule {
  const known = rules.get(name);
  if (known) return known;
  const element = grammar[name];
  if (!element) throw new Error(`The grammar has no rule ${name}`);
  const rule: Rule = { name, shape: shapeOf(element), passesOn: passesOn(element) };
  rules.set(name, rule);
  return rule;
}

function passesOn(element: Element): boolean {
  if (element.op === 'choice') return element.items.every(passesOn);
  return element.op === 'rule' && element.property === null;
}

function shapeOf(element: Element): Shape {
  switch (element.op) {
    case 'sequence': {
      const items = element.items.map(shapeOf);
      const rests: Common[] = [];
      let rest = nothing;
      for (let i = items.length - 1; i >= 0; i--) {
        const { first, firsts, nullable } = items[i] as Shape;
        rests[i] = rest;
        rest = nullable ? either([items[i] as Shape, rest], rest.nullable) : { first, firsts, nullable };
      }
      return { op: 'sequence', items, rests, ...rest };
    }
    case 'choice': {
      const items = element.items.map(shapeOf);
      const byKind = new Array<Shape | undefined>(kindCount).fill(undefined);
      for (const item of items) for (const kind of item.firsts) byKind[kind] ??= item;
      const nullable = items.some((item) => item.nullable);
      return { op: 'choice', items, byKind, ...either(items, nullable) };
    }
    case 'optional':
    case 'many': {
      const item = shapeOf(element.item);
      return { op: element.op, item, first: item.first, firsts: item.firsts, nullable: true };
    }
    case 'token': {
      const kind = element.terminal ? (terminals[element.text] as Kind) : kindOf(element.text);
      const first = new Uint8Array(kindCount);
      first[kind] = 1;
      return { op: 'token', kind, property: element.property, first, firsts: [kind], nullable: false };
    }
    case 'rule': {
      const rule = ruleOf(element.name);
      const { first, firsts, nullable } = rule.shape;
      return { op: 'rule', rule, property: element.property, first, firsts, nullable };
    }
  }
}

/** What begins as one of these does. */
function either(parts: readonly Common[], nullable: boolean): Common {
  const first = new Uint8Array(kindCount);
  const firsts: Kind[] = [];
  for (const part of parts) {
    for (const kind of part.firsts) {
      if (first[kind] === 1) continue;
      first[kind] = 1;
      firsts.push(kind);
    }
  }
  return { first, firsts, nullable };
}

export function union(sets: Iterable<KindSet>): KindSet {
  const all = new Uint8Array(kindCount);
  for (const set of sets) add(all, set);
  return all;
}

/** Puts all of a set into another one. A plain loop: it runs some thousand times before anything has been compiled. */
export function add(to: Uint8Array, set: KindSet): void {
  for (let kind = 0; kind < kindCount; kind++) if (set[kind] === 1) to[kind] = 1;
}

/** Walks a shape, the rules that it names included, each once. */
export function visit(shape: Shape, see: (shape: Shape) => void, seen: Set<Shape> = new Set()): void {
  if (seen.has(shape)) return;
  seen.add(shape);
  see(shape);
  if (shape.op === 'sequence' || shape.op === 'choice') for (const item of shape.items) visit(item, see, seen);
  else if (shape.op === 'optional' || shape.op === 'many') visit(shape.item, see, seen);
  else if (shape.op === 'rule') visit(shape.rule.shape, see, seen);
}

/** What stands between the braces of a rule, or null where it has none. */
export function blockOf(rule: Rule): Shape | null {
  let block: Shape | null = null;
  const look = (shape: Shape): void => {
    if (shape.op === 'sequence') {
      const open = shape.items.findIndex((item) => item.op === 'token' && item.kind === OPEN);
      if (open >= 0 && shape.items.some((item) => item.op === 'token' && item.kind === CLOSE))
        block = shape.items[open + 1] as Shape;
      else shape.items.forEach(look);
    } else if (shape.op === 'optional') look(shape.item);
  };
  look(rule.shape);
  return block;
}
