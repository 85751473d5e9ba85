/** Texts of people's files inside Markdown: always shown as they are read, never as markup, link or HTML, and never turned round. */
import { withoutDirections } from '../../hidden.ts';

/** A text on one line, with every sign escaped that could mean something in Markdown. */
export function plain(text: string): string {
  return withoutDirections(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

export function bold(text: string): string {
  const escaped = plain(text);
  return escaped === '' ? '' : `**${escaped}**`;
}

/** A name or amount in a fixed-width font. Backticks inside it cannot end it. */
export function code(text: string): string {
  const flat = withoutDirections(text).replace(/\s+/g, ' ').trim();
  if (flat === '') return '';
  const longest = (flat.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${flat}${fence}` : `${fence} ${flat} ${fence}`;
}

export function okrExample(text: string): string {
  return `\`\`\`okr\n${text}\n\`\`\``;
}

/** The same for editors that show text as it is: without marks, fences and escapes. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^```.*(?:\r?\n|$)/gm, '')
    .replace(/\\([!-/:-@[-`{-~])|\*\*|`+/g, (_, sign?: string) => sign ?? '')
    .trimEnd();
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

export function list(lines: readonly (string | null)[]): string {
  return lines
    .filter((line) => line !== null && line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

/** A comment's own words, paragraph by paragraph, as plain text. */
export function prose(doc: string | null): string {
  if (doc === null) return '';
  return doc
    .split(/\n\s*\n/)
    .map(plain)
    .filter(Boolean)
    .join('\n\n');
}
