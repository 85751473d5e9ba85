import { lineStartsOf, parseConfig, positionAt } from '@okr-language/core';
import type { ReadFile } from '@okr-language/files';
import type { Surroundings } from './output.ts';
import { shownPath } from './paths.ts';
import { safeLine } from './terminal/safe.ts';

/**
 * Says on standard error what is wrong with a configuration, for commands whose result has no place for it; tells whether it could be read. A
 * setting that is wrong does not count for that.
 */
export function sayOfConfig({ path, text, problem }: ReadFile, around: Surroundings): boolean {
  const name = shownPath(path, around.cwd);
  if (problem) around.say(safeLine(`${name}: ${problem.message}`));
  const lines = lineStartsOf(text ?? '');
  const { problems } = parseConfig(text ?? '');
  for (const { message, span } of problems) {
    const { line, character } = positionAt(lines, span.start);
    around.say(safeLine(`${name}:${line + 1}:${character + 1}: ${message}`));
  }
  return problem === null && problems.every(({ code }) => code === 'invalid-config');
}
