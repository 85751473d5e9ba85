/** How well an objective is made, as its hover tells it: the figure, its seven dimensions and every line that takes points away. */
import { type DimensionStrength, type ObjectiveNode, strengthInWords, strengthOfObjective } from '@okr-language/core';
import type { FeatureContext } from '../context.ts';
import { code, paragraphs, plain } from './markdown.ts';

/** Lines of a dimension that a hover shows before it says how many more there are. */
const MAX_LINES = 4;

/** Null where the findings are not at hand: a strength without them would be too high. */
export function strengthCard(objective: ObjectiveNode, context: FeatureContext): string | null {
  const { cascade, findings, supporters } = context;
  if (!findings) return null;
  const strength = strengthOfObjective(objective, cascade, findings(), supporters);
  const summary = strengthInWords(strength);
  if (summary === null) return null;
  return paragraphs('---', plain(summary), strength.dimensions.flatMap(dimensionLines).join('\n'));
}

function dimensionLines({ dimension, value, startText, lines }: DimensionStrength): readonly string[] {
  const name = `${(dimension[0] as string).toUpperCase()}${dimension.slice(1)}`;
  if (value === null) return [`- ${name}: not judged. ${plain(startText)}`];
  const shown = lines.slice(0, MAX_LINES).map(({ points, about, text, todo, rule }) => {
    const by = rule === null ? '' : ` (${code(rule)})`;
    return `  - −${-points} “${plain(about)}”: ${plain(text)} ${plain(todo)}${by}`;
  });
  if (lines.length > MAX_LINES) shown.push(`  - and ${lines.length - MAX_LINES} more`);
  return [`- ${name} **${value}**`, ...shown];
}
