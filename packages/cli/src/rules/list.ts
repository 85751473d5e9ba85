import { categoryTitles, type RuleLevel } from '@okr-language/core';
import type { Paint, Style } from '../terminal/paint.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Entry } from './entry.ts';

export interface RulesTextOptions {
  readonly paint: Paint;
  /** Columns of the terminal; null where nobody looks, then each rule has one line. */
  readonly columns: number | null;
}

export const levelStyle: Readonly<Record<RuleLevel, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
  off: 'dim',
};

/** Every rule on a line of its own: name, level, summary; under headings as on the pages. */
export function writeList(entries: readonly Entry[], options: RulesTextOptions): string {
  const { paint } = options;
  const groups = Object.entries(categoryTitles).map(
    ([category, title]) =>
      [title, entries.filter(({ about }) => 'rule' in about && about.rule.category === category)] as const,
  );
  const notices = entries.filter(({ about }) => 'notice' in about);
  const widths = {
    name: Math.max(...entries.map(({ name }) => name.length)),
    level: Math.max(...entries.map(({ level }) => level.length)),
  };
  const blocks = [...groups, ['Not rules, but reported as well', notices] as const]
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) =>
      [paint('bold', title), ...inside.map((entry) => line(entry, widths, options))].join('\n'),
    );
  return `${blocks.join('\n\n')}\n\nokr rules NAME explains one.\n`;
}

function line(
  { name, level, summary }: Entry,
  widths: { readonly name: number; readonly level: number },
  { paint, columns }: RulesTextOptions,
): string {
  const indent = widths.name + widths.level + 6;
  const lines = columns === null ? [summary] : wrap(summary, Math.max(30, columns - indent));
  const head = `  ${name.padEnd(widths.name)}  ${paint(levelStyle[level], level.padEnd(widths.level))}  `;
  return head + lines.join(`\n${' '.repeat(indent)}`);
}
