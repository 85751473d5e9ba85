/**
 * Which statement may stand in which, as the grammar has it: what the layout needs to tell where a statement belongs even
 * when braces are missing.
 */
import { CLOSE, ID, isKeyword, type Kind, kindCount, textOf } from './kinds.ts';
import { add, blockOf, type KindSet, type Rule, ruleOf, type Shape } from './shape.ts';

/** A place where statements stand: the file itself, or the block of a statement. */
export interface Place {
  readonly name: string;
  /** The kinds that can begin a line of this place. */
  readonly starts: KindSet;
  /** Every kind that can occur in it, nested blocks left out. */
  readonly holds: KindSet;
  /** Every kind that can occur in the first line of the statement, before its block. */
  readonly header: KindSet;
  /** The lines begin with names (`checkin`, `closing`), not with keywords. */
  readonly ofNames: boolean;
  /** The places in which this statement may stand, innermost kind first. */
  readonly parents: readonly Place[];
  /** The keywords that the statement begins with. */
  readonly keywords: readonly Kind[];
}

type Draft = { -readonly [K in keyof Place]: Place[K] } & { parents: Place[] };

/** Rules named in a shape, without entering them unless they only pass on. */
function rulesIn(shape: Shape): readonly Rule[] {
  const found: Rule[] = [];
  const look = (part: Shape): void => {
    if (part.op === 'rule') {
      if (part.rule.passesOn) look(part.rule.shape);
      else found.push(part.rule);
    } else if (part.op === 'sequence' || part.op === 'choice') part.items.forEach(look);
    else if (part.op !== 'token') look(part.item);
  };
  look(shape);
  return found;
}

/** Every kind in a shape but for those in some parts of it, each of which holds a block. */
function kindsIn(shape: Shape, without: ReadonlySet<Shape>): KindSet {
  const kinds = new Uint8Array(kindCount);
  addKinds(kinds, shape, without);
  return kinds;
}

function addKinds(to: Uint8Array, shape: Shape, without: ReadonlySet<Shape>): void {
  if (without.has(shape)) return;
  if (shape.op === 'token') to[shape.kind] = 1;
  else if (shape.op === 'sequence' || shape.op === 'choice')
    for (const item of shape.items) addKinds(to, item, without);
  else if (shape.op !== 'rule') addKinds(to, shape.item, without);
  else if (kindsOfRule(shape.rule)[CLOSE] === 1) addKinds(to, shape.rule.shape, without);
  else add(to, kindsOfRule(shape.rule));
}

/** Most rules are named in many places; each is looked through once, since a start waits for it. */
const ruleKinds = new Map<Rule, KindSet>();
function kindsOfRule(rule: Rule): KindSet {
  const kinds = ruleKinds.get(rule) ?? kindsIn(rule.shape, new Set());
  ruleKinds.set(rule, kinds);
  return kinds;
}

function keywordsOf(rule: Rule): readonly Kind[] {
  const found: Kind[] = [];
  for (let kind = 0; kind < kindCount; kind++) if (rule.shape.first[kind] === 1 && isKeyword(kind)) found.push(kind);
  return found;
}

const drafts = new Map<string, Draft>();
const inline = new Map<string, Draft>();

function place(name: string, body: Shape, keywords: readonly Kind[], header: KindSet): Draft {
  const known = drafts.get(name);
  if (known) return known;
  const draft: Draft = {
    name,
    starts: body.first,
    holds: body.first,
    header,
    ofNames: body.first[ID] === 1,
    parents: [],
    keywords,
  };
  drafts.set(name, draft);
  const children = rulesIn(body);
  const blocks = new Set<Shape>();
  for (const child of children) {
    const block = blockOf(child);
    if (!block) continue;
    blocks.add(child.shape);
    place(child.name, block, keywordsOf(child), kindsIn(child.shape, new Set([block]))).parents.push(draft);
  }
  draft.holds = kindsIn(body, blocks);
  // a line without a block that shares its keyword with a statement that has one: `checkin` within a key result
  for (const child of children) {
    if (child.name !== 'InlineReading') continue;
    const reading = inline.get(child.name) ?? {
      ...draft,
      name: child.name,
      parents: [],
      keywords: keywordsOf(child),
      ofNames: false,
    };
    inline.set(child.name, reading);
    reading.parents.push(draft);
  }
  return draft;
}

const file = ruleOf('File');
export const FILE: Place = place('File', file.shape, [], new Uint8Array(kindCount));
export const SET: Place = drafts.get('OkrSet') as Place;
export const OBJECTIVE: Place = drafts.get('Objective') as Place;
export const CHECKIN: Place = drafts.get('CheckinBlock') as Place;
export const INLINE_READING: Place = inline.get('InlineReading') as Place;

const statements = new Array<Place | null>(kindCount).fill(null);
for (const draft of drafts.values()) for (const kind of draft.keywords) statements[kind] ??= draft;
/** The statement that a keyword begins, or null for the keywords of clauses. */
export const statementOf: readonly (Place | null)[] = statements;

/** The keywords of the statements in whose braces a line may begin with that keyword. */
export function blocksWith(kind: Kind): readonly string[] {
  return [...drafts.values()]
    .filter((draft) => draft.starts[kind] === 1 && draft !== FILE)
    .flatMap((draft) => (draft.name === 'CheckinBlock' ? draft.keywords.slice(0, 1) : draft.keywords).map(textOf));
}

export interface PlaceKeywords {
  /** The keywords with which a line of the place can begin. */
  readonly lines: readonly string[];
  /** The keywords that can stand in the first line of the statement, behind its own, before its block. */
  readonly header: readonly string[];
}

/** The keywords by place, as the grammar has them: `File`, `Cycle`, `Unit`, `OkrSet`, `Objective`, `KeyResult`, … */
export function keywordsByPlace(): ReadonlyMap<string, PlaceKeywords> {
  return new Map(
    [...drafts.values()].map(({ name, starts, header, keywords }) => [
      name,
      {
        lines: keywordsAmong(starts),
        header: keywordsAmong(header).filter((word) => !keywords.map(textOf).includes(word)),
      },
    ]),
  );
}

function keywordsAmong(kinds: KindSet): readonly string[] {
  return [...kinds.keys()].filter((kind) => kinds[kind] === 1 && isKeyword(kind)).map(textOf);
}
