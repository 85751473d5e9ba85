/**
 * The reader is derived from the grammar. Here it is held against Langium's own parser for the same grammar: on the same
 * tokens both accept the same texts and build the same tree.
 */
import fc from 'fast-check';
import {
  type AstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultLexer,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LexerResult,
} from 'langium';
import { expect, test } from 'vitest';
import { OkrGeneratedModule, OkrGeneratedSharedModule } from '../generated/module.ts';
import { VALID } from '../testing/valid.ts';
import { grammar } from './generated/grammar.ts';
import type { Element } from './grammar.ts';
import { DATE, END, ID, JUNK, NUMBER, PERIOD, STRING, TAG, textOf, UNIT } from './kinds.ts';
import { lay } from './layout.ts';
import { read } from './read.ts';
import { scan } from './scan.ts';
import { AS_NAME, type Tokens, VIRTUAL } from './tokens.ts';
import { type Cell, NONE, type NodeOf, propertiesOf, type Tree } from './tree.ts';

/** Gives Langium's parser our tokens instead of cutting the text itself. */
class OurLexer extends DefaultLexer {
  tokens: Tokens | null = null;

  override tokenize(text: string): LexerResult {
    const tokens = this.tokens as Tokens;
    const found = [];
    for (let i = 0; tokens.kinds[i] !== END; i++) {
      const kind = ((tokens.flags[i] as number) & AS_NAME) !== 0 ? ID : (tokens.kinds[i] as number);
      const name = terminalNames.get(kind) ?? textOf(kind);
      const tokenType = this.tokenTypes[name];
      if (!tokenType) throw new Error(`No token type ${name}`);
      const startOffset = tokens.starts[i] as number;
      const endOffset = (tokens.ends[i] as number) - 1;
      const image = text.slice(startOffset, endOffset + 1);
      found.push({ image, startOffset, endOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx as number });
    }
    return { tokens: found, hidden: [], errors: [] };
  }
}

const terminalNames = new Map([
  [ID, 'ID'],
  [STRING, 'STRING'],
  [NUMBER, 'NUMBER'],
  [UNIT, 'UNIT'],
  [DATE, 'DATE'],
  [PERIOD, 'PERIOD'],
  [TAG, 'TAG'],
]);

let lexer: OurLexer | undefined;
const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), OkrGeneratedSharedModule);
const services = inject(createDefaultCoreModule({ shared }), OkrGeneratedModule, {
  parser: {
    Lexer: (injected: LangiumCoreServices) => {
      lexer = new OurLexer(injected);
      return lexer;
    },
  },
});
shared.ServiceRegistry.register(services);
const parser = services.parser.LangiumParser;

interface Both {
  readonly text: string;
  readonly tokens: Tokens;
  readonly ours: Tree;
  readonly weAccept: boolean;
  readonly langiums: AstNode;
  readonly langiumAccepts: boolean;
}

function readBoth(text: string): Both {
  const { tokens } = lay(scan(text).tokens, text);
  const { tree, problems } = read(tokens, text);
  (lexer as OurLexer).tokens = tokens;
  const { value, parserErrors } = parser.parse(text);
  return {
    text,
    tokens,
    ours: tree,
    weAccept: problems.length === 0,
    langiums: value,
    langiumAccepts: parserErrors.length === 0,
  };
}

/** Our tree as objects with words for tokens, without what the text does not hold. */
function plain(both: Both, node = both.ours.root): unknown {
  const { text, tokens, ours } = both;
  const type = ours.typeOf(node as NodeOf<{ $type: string }>);
  const wordAt = (token: number) => text.slice(tokens.starts[token], tokens.ends[token]).replace(/^"|"$/g, '');
  if (type === 'Word') return wordAt(ours.first(node));
  const found: Record<string, unknown> = { $type: type };
  for (const { name, list, cell } of propertiesOf(type)) {
    const held: number = ours.at(node as NodeOf<unknown>, cell as Cell<unknown, string>);
    if (held === NONE) continue;
    if (list) found[name] = nodesFrom(ours, held).map((item) => plain(both, item));
    else found[name] = isNode(type, name) ? plain(both, held) : wordAt(held);
  }
  return found;
}

function nodesFrom(tree: Tree, first: number): readonly number[] {
  const nodes: number[] = [];
  for (let node = first; node !== NONE; node = tree.next(node)) nodes.push(node);
  return nodes;
}

/** Whether what a rule keeps under that name was read by another rule, and is no word or mark. */
function isNode(rule: string, property: string): boolean {
  const look = (element: Element): boolean => {
    if (element.op === 'sequence' || element.op === 'choice') return element.items.some(look);
    if (element.op === 'optional' || element.op === 'many') return look(element.item);
    return element.op === 'rule' && element.property?.name === property;
  };
  return look(grammar[rule] as Element);
}

/** Langium's tree without what it adds to it. */
function plainAst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainAst);
  if (typeof value === 'string') return value.replace(/^"|"$/g, '');
  return Object.fromEntries(
    Object.entries(value as object)
      .filter(
        ([key, part]) =>
          (!key.startsWith('$') || key === '$type') &&
          part !== undefined &&
          !(Array.isArray(part) && part.length === 0),
      )
      .map(([key, part]) => [key, plainAst(part)]),
  );
}

test('a valid file gives the same tree', () => {
  const both = readBoth(VALID);
  expect([both.weAccept, both.langiumAccepts]).toEqual([true, true]);
  expect(plain(both)).toEqual(plainAst(both.langiums));
});

const words = [...new Set(VALID.match(/"[^"\n]*"|[{},.#]|[^\s{}",.#]+/g))];

test('spoilt files are accepted by both or by none, with the same tree', { timeout: 60_000 }, () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.nat(), fc.nat(6), fc.array(fc.constantFrom(...words), { maxLength: 3 }), (n, length, insert) => {
      const at = n % VALID.length;
      const text = `${VALID.slice(0, at)} ${insert.join(' ')} ${VALID.slice(at + length)}`;
      const scanned = scan(text);
      const { kinds, flags } = lay(scanned.tokens, text).tokens;
      if (scanned.problems.length > 0 || kinds.includes(JUNK) || flags.some((flag) => (flag & VIRTUAL) !== 0)) return; // Langium has no such tokens
      const both = readBoth(text);
      expect({ text: both.text, accepted: both.weAccept }).toEqual({ text: both.text, accepted: both.langiumAccepts });
      if (!both.weAccept) return;
      accepted++;
      expect(plain(both)).toEqual(plainAst(both.langiums));
    }),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(20);
});
