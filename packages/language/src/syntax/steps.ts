/**
 * The shape of the grammar as the reader goes through it. It tells the same as `shape.ts`, in objects that all have the same properties: the reader
 * looks at some hundred of them for each key result, and the engine finds a property fastest where all objects are alike.
 */
import type { Property } from './grammar.ts';
import { ID, type Kind, kindCount } from './kinds.ts';
import { type KindSet, type Rule, ruleOf, type Shape } from './shape.ts';
import { NONE, propertiesOf, ruleNumberOf, sizeOf } from './tree.ts';

export const TOKEN = 0;
export const SEQUENCE = 1;
export const OPTIONAL = 2;
export const MANY = 3;
export const CHOICE = 4;
/** A choice among rules, which make the nodes. */
export const PASSING = 5;
export const RULE = 6;

/** What may come behind the element that is being read. */
export interface Rest {
  readonly first: KindSet;
  readonly nullable: boolean;
}

export interface Step {
  readonly op: number;
  /** What it can begin with. */
  readonly first: KindSet;
  /** The elements of a sequence; the one that is optional or may stand many times; the body of a rule. */
  readonly items: readonly Step[];
  /** Of a sequence: what may come from item `i + 1` on. Of what may stand many times: more of it. */
  readonly rests: readonly Rest[];
  /** Of a choice: the item that a kind begins. A keyword that begins none may be a name. */
  readonly byKind: readonly (Step | null)[];
  /** Of a token, or of one that is optional; `NONE` of all else. */
  readonly kind: Kind;
  /** Where in its node the token or a rule is kept, `NONE` where it is not; whether in a list. */
  readonly cell: number;
  readonly list: boolean;
  /** Of a rule: its number, and how many cells a node has. */
  readonly rule: number;
  readonly size: number;
}

const bodies = new Map<Rule, Step>();

/** What a rule consists of. */
function bodyOf(rule: Rule): Step {
  const body = bodies.get(rule) ?? stepOf(rule.shape, rule.name);
  bodies.set(rule, body);
  return body;
}

/** `owner` is the rule that the shape is in. */
function stepOf(shape: Shape, owner: string): Step {
  switch (shape.op) {
    case 'token':
      return { ...step(TOKEN, shape.first), kind: shape.kind, ...kept(owner, shape.property) };
    case 'sequence':
      return {
        ...step(SEQUENCE, shape.first),
        items: shape.items.map((item) => stepOf(item, owner)),
        rests: shape.rests.map(restOf),
      };
    case 'optional':
      return optional(stepOf(shape.item, owner), shape.first);
    case 'many':
      return { ...step(MANY, shape.first), items: [stepOf(shape.item, owner)], rests: [restOf(shape)] };
    case 'choice': {
      const items = shape.items.map((item) => stepOf(item, owner));
      const byKind = eachKind((kind) => {
        const chosen = chosenOf(shape, kind);
        return chosen ? (items[shape.items.indexOf(chosen)] as Step) : null;
      });
      return { ...step(CHOICE, shape.first), byKind };
    }
    case 'rule':
      return shape.rule.passesOn
        ? passing(shape.rule.shape, owner, shape.property)
        : node(shape.rule, owner, shape.property);
  }
}

/** With what is known of the token where it is one, so that a token that is there is taken at once. */
function optional(item: Step, first: KindSet): Step {
  const { kind, cell, list } = item.op === TOKEN ? item : step(OPTIONAL, first);
  return { ...step(OPTIONAL, first), items: [item], kind, cell, list };
}

/** `Statement: Cycle | Unit`: the node of the chosen rule takes the place of this one's. */
function passing(shape: Shape, owner: string, property: Property | null): Step {
  const nodes = new Map<Rule, Step>();
  const byKind = eachKind((kind) => {
    let chosen: Shape | undefined = shape;
    for (;;) {
      if (chosen?.op === 'choice') chosen = chosenOf(chosen, kind);
      else if (chosen?.op === 'rule' && chosen.rule.passesOn) chosen = chosen.rule.shape;
      else break;
    }
    if (chosen?.op !== 'rule') return null;
    const { rule } = chosen;
    const known = nodes.get(rule) ?? node(rule, owner, property);
    nodes.set(rule, known);
    return known;
  });
  return { ...step(PASSING, shape.first), byKind };
}

function node(rule: Rule, owner: string, property: Property | null): Step {
  return {
    ...step(RULE, rule.shape.first),
    items: [bodyOf(rule)],
    ...kept(owner, property),
    rule: ruleNumberOf(rule.name),
    size: sizeOf(rule.name),
  };
}

function step(op: number, first: KindSet): Step {
  return { op, first, items: [], rests: [], byKind: [], kind: NONE, cell: NONE, list: false, rule: NONE, size: 0 };
}

function restOf({ first, nullable }: Rest): Rest {
  return { first, nullable };
}

function kept(owner: string, property: Property | null): { readonly cell: number; readonly list: boolean } {
  const found = property && propertiesOf(owner).find(({ name }) => name === property.name);
  return { cell: found?.cell ?? NONE, list: found?.list ?? false };
}

function chosenOf(shape: Shape & { op: 'choice' }, kind: Kind): Shape | undefined {
  return shape.byKind[kind] ?? shape.byKind[ID];
}

function eachKind(find: (kind: Kind) => Step | null): readonly (Step | null)[] {
  return Array.from({ length: kindCount }, (_, kind) => find(kind));
}

export const fileSteps: Step = bodyOf(ruleOf('File'));
