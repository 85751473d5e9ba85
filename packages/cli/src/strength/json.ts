import { adviceFor, type Place, positionAt, type Strength } from '@okr-language/core';
import { pathOf } from '@okr-language/files';
import { shownPath } from '../paths.ts';
import { each, jsonInPieces } from '../pieces.ts';
import type { ProjectRows } from './text.ts';

export interface StrengthJsonOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly cwd: string;
  lineStartsOf(uri: string): readonly number[];
}

/** What `okr strength --format json` writes: every figure with the lines that it is the sum of. */
export function* strengthJsonPieces(projects: readonly ProjectRows[], options: StrengthJsonOptions): Generator<string> {
  const { today, cwd } = options;
  const whole = {
    version: 1,
    today,
    projects: projects.map(({ root, sets }) => ({
      root: shownPath(root, cwd),
      sets: each(sets, ({ unitTitle, unit, cycle, draft, closed, place, strength, objectives }) => ({
        kind: 'set',
        unit,
        title: unitTitle,
        cycle,
        draft,
        closed,
        ...placed(place, options),
        strength: jsonStrength(strength, options),
        objectives: objectives.map((objective) => ({
          kind: 'objective',
          title: objective.title,
          ...placed(objective.place, options),
          strength: jsonStrength(objective.strength, options),
        })),
      })),
    })),
  };
  yield* jsonInPieces(whole, { lists: ['projects', 'sets'] });
}

function jsonStrength(strength: Strength, options: StrengthJsonOptions) {
  const { value, word, dimensions } = strength;
  return {
    value,
    word,
    dimensions: dimensions.map(({ lines, ...dimension }) => ({
      ...dimension,
      lines: lines.map(({ place, ...line }) => ({ ...line, ...placed(place, options) })),
    })),
    advice: adviceFor(strength, 3).map(({ dimension, points, line, more }) => {
      return { dimension, points, about: line.about, more, text: line.text, todo: line.todo, rule: line.rule };
    }),
  };
}

/** Lines and columns count from 1. */
function placed({ uri, span }: Place, { cwd, lineStartsOf }: StrengthJsonOptions) {
  const path = pathOf(uri);
  const { line, character } = positionAt(lineStartsOf(uri), span.start);
  return { file: path === null ? uri : shownPath(path, cwd), line: line + 1, column: character + 1 };
}
