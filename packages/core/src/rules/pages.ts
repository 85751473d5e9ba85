/** What the pages of rules say in a browser and in a terminal alike. */
import type { RuleCategory, RuleExample, RuleMeta } from './rule.ts';

/** The headings that rules are listed under, in this order. */
export const categoryTitles: Readonly<Record<RuleCategory, string>> = {
  structure: 'Structure',
  alignment: 'Alignment',
  ownership: 'Owners',
  time: 'Time',
  objective: 'Objectives',
  'key-result': 'Key results',
  ambition: 'Ambition',
  progress: 'Progress',
};

/** `warning · preview · reads English · offers a quick fix`. */
export function ruleMarks({ level, stage, english, fix }: RuleMeta): string {
  const parts = [level === 'off' ? 'off unless you turn it on' : level];
  if (stage === 'preview') parts.push('preview');
  if (english) parts.push('reads English');
  parts.push(fix === 'none' ? 'no quick fix' : 'offers a quick fix');
  return parts.join(' · ');
}

/** The heading of an example: its title, and the options that it is read with. */
export function exampleHeading({ title, options }: RuleExample): string {
  const settings = Object.entries(options ?? {}).map(([name, value]) => `\`${name}\`: ${String(value)}`);
  return `${title}${settings.length > 0 ? ` (with ${settings.join(', ')})` : ''}${/[?!]$/.test(title) ? '' : ':'}`;
}

/** The paragraphs with which all examples of a rule begin. They are shown once, so that an example shows what it is about. */
export function exampleFrame({ examples }: RuleMeta): readonly string[] {
  const all = [...examples.invalid, ...examples.valid].flatMap(({ files, fixed }) => [files, fixed ?? files]);
  const texts = all.flatMap((files) => (typeof files === 'string' ? [paragraphs(files)] : []));
  const [first] = texts;
  if (first === undefined) return [];
  const differs = first.findIndex((paragraph, i) =>
    texts.some((other) => other[i] !== paragraph || i === other.length - 1),
  );
  let end = Math.max(0, differs);
  // A statement that goes on behind an empty line is not cut in two.
  while (end > 0 && /^\s/.test(first[end] ?? '')) end--;
  return first.slice(0, end);
}

/** The files of an example without their common frame; the name is null where there is but one file. */
export function exampleFiles(
  files: RuleExample['files'],
  frame: readonly string[],
): readonly { readonly name: string | null; readonly text: string }[] {
  if (typeof files === 'string') return [{ name: null, text: paragraphs(files).slice(frame.length).join('\n\n') }];
  return Object.entries(files).map(([name, text]) => ({ name, text: text.trimEnd() }));
}

function paragraphs(text: string): readonly string[] {
  return text.trimEnd().split('\n\n');
}
