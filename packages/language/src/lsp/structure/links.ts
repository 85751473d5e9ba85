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
    const inner = { start: quoted.span.start + 1, end: quoted.span.end - 1 };
    links.push({ range: toRange(file.lineStarts, inner), target });
  };
  for (const node of nodesOf(file)) {
    if ('source' in node) add(node.source);
    if ('links' in node) for (const link of node.links) add(link);
  }
  return links;
}
