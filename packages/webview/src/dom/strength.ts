/** How well an objective is made: one line, and its seven dimensions, each with its reason. */
import type { StrengthFigure } from '@okr-language/core';
import { oneLine } from '../words.ts';
import { element } from './element.ts';

export function strengthParts(strength: StrengthFigure | undefined): Element[] {
  if (!strength) return [];
  const summary = element('p', 'strength', plain(strength.summary));
  summary.dir = 'auto';
  const list = element('dl', 'dimensions');
  for (const { dimension, value, text } of strength.dimensions) {
    const figure = element('dt', '', `${dimension} ${value === null ? '–' : Math.round(value)}`);
    const reason = element('dd', '', plain(text));
    reason.dir = 'auto';
    list.append(element('div', '', figure, reason));
  }
  return [summary, list];
}

/** Names in messages stand in backticks, which a page shows as they are. */
function plain(text: string): string {
  return oneLine(text).replaceAll('`', '');
}
