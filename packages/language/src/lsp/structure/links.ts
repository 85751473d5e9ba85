/** Addresses of pages in `link` and `source` clauses, as links that can be followed. Only the web: no files, no commands. */
import type { OkrFile, Quoted } from '@okr-language/core';
import type { DocumentLink } from 'vscode-languageserver-types';
import { toRange } from '../context.ts';
import { nodesOf } from '../nodes.ts';

const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;

export function documentLinks(file: OkrFile): DocumentLink[] {
  const links: DocumentLink[] = [];
  const add = (quoted: Quoted | null) => {
    const target = quoted?.text.trim() ?? '';
    if (!quoted || !ADDRESS.test(target)) return;
    // An address holds no signs that are written otherwise, and the closing mark may be missing.
    const start = quoted.span.start + 1;
    const inner = { start, end: Math.min(start + quoted.text.length, quoted.span.end) };
    links.push({ range: toRange(file.lineStarts, inner), target });
  };
  for (const node of nodesOf(file)) {
    if ('source' in node) add(node.source);
    if ('links' in node) for (const link of node.links) add(link);
  }
  return links;
}
