import { describe, expect, it } from 'vitest';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, ruleNumberOf, sizeOf, Tree } from './tree.ts';

const OWNER = cellsOf<ast.Owner>('Owner');
const LINK = cellsOf<ast.Link>('Link');

function owner(tree: Tree): NodeOf<ast.Owner> {
  return tree.add(ruleNumberOf('Owner'), sizeOf('Owner'), 7) as NodeOf<ast.Owner>;
}

describe('the tree of a file', () => {
  it('knows of each node its rule, its tokens and that nothing else is there yet', () => {
    const tree = new Tree();
    const node = owner(tree);
    tree.end(node, 9);
    expect([tree.typeOf(node), tree.first(node), tree.last(node)]).toEqual(['Owner', 7, 9]);
    expect([tree.at(node, OWNER.names), tree.next(node)]).toEqual([NONE, NONE]);
  });

  it('keeps lists in their order, and of other things the first', () => {
    const tree = new Tree();
    const node = owner(tree);
    for (const token of [8, 10, 12]) tree.appendWord(node, OWNER.names, token);
    const words: number[] = [];
    for (let word = tree.at(node, OWNER.names); word !== NONE; word = tree.next(word)) words.push(tree.first(word));
    expect(words).toEqual([8, 10, 12]);
    expect(tree.first(tree.lastOf(node, OWNER.names))).toBe(12);

    const link = tree.add(ruleNumberOf('Link'), sizeOf('Link'), 0) as NodeOf<ast.Link>;
    tree.put(link, LINK.address, 1);
    tree.put(link, LINK.address, 2);
    expect(tree.at(link, LINK.address)).toBe(1);
  });

  it('grows with the text, and leaves nothing behind for the next one', () => {
    const tree = new Tree(0);
    const node = owner(tree);
    for (let token = 0; token < 10_000; token++) tree.appendWord(node, OWNER.names, token);
    expect(tree.first(tree.lastOf(node, OWNER.names))).toBe(9_999);
    const next = owner(tree.clear());
    expect([tree.root, tree.at(next, OWNER.names), tree.next(next)]).toEqual([NONE, NONE, NONE]);
  });
});
