import { countBefore } from '@okr-language/core';
import type { Comment } from '../syntax/scan.ts';

/**
 * The text of the `///` lines or the `/** *\/` comment right before `offset`, without the comment marks; null where there
 * is none. Only blanks may stand between.
 */
export function docBefore(text: string, comments: readonly Comment[], offset: number): string | null {
  let at = countBefore(comments, (comment) => comment.end <= offset) - 1;
  let end = offset;
  const lines: string[] = [];
  for (; at >= 0; at--) {
    const comment = comments[at] as Comment;
    if (!isBlank(text, comment.end, end)) break;
    if (comment.kind === 'docBlock') {
      if (lines.length === 0) return blockText(text.slice(comment.start, comment.end));
      break;
    }
    if (comment.kind !== 'docLine') break;
    lines.push(text.slice(comment.start + 3, comment.end).trim());
    end = comment.start;
  }
  return lines.length === 0 ? null : lines.reverse().join('\n');
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32) return false;
  return true;
}

function blockText(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*\*(?!\*)/, '').trim())
    .join('\n')
    .trim();
}
