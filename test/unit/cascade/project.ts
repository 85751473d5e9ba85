/** A project written as text, for tests of what it means. */
import { buildCascade, type Cascade, type Config, defaultConfig, type GoalNode, parseIsoDay } from '@okr-language/core';
import { parseOkr } from '@okr-language/language';

interface Asked {
  /** The day to read the project on; 2026-08-15 unless given. */
  readonly today?: string;
  readonly config?: Partial<Config>;
}

/** The cascade of one text (`a.okr`) or of several files. */
export function cascadeOf(
  texts: string | Readonly<Record<string, string>>,
  { today = '2026-08-15', config }: Asked = {},
): Cascade {
  const files = new Map(
    Object.entries(typeof texts === 'string' ? { 'a.okr': texts } : texts).map(([uri, text]) => [
      uri,
      parseOkr(uri, text),
    ]),
  );
  for (const { uri, problems } of files.values()) {
    if (problems.length > 0) throw new Error(`${uri}: ${problems.map(({ message }) => message).join(' ')}`);
  }
  return buildCascade(files, { ...defaultConfig, ...config }, parseIsoDay(today) ?? Number.NaN);
}

/** A goal that must be there. */
export function goal(cascade: Cascade, id: string): GoalNode {
  const found = cascade.goals.get(id);
  if (!found) throw new Error(`no goal ${id}; there are ${[...cascade.goals.keys()].join(', ')}`);
  return found;
}

export function keyResult(cascade: Cascade, id: string): Extract<GoalNode, { kind: 'keyResult' }> {
  const found = goal(cascade, id);
  if (found.kind !== 'keyResult') throw new Error(`${id} is an objective`);
  return found;
}

export function objective(cascade: Cascade, id: string): Extract<GoalNode, { kind: 'objective' }> {
  const found = goal(cascade, id);
  if (found.kind !== 'objective') throw new Error(`${id} is a key result`);
  return found;
}

/** What each path of a role stands for, by its text: an id, or why it stands for nothing. */
export function targets(cascade: Cascade, role: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const list of cascade.references.values()) {
    for (const { role: own, path, target, failure } of list) {
      if (own !== role) continue;
      const text = path.segments.map(({ text: name }) => name).join('.') + (path.cycle ? ` in ${path.cycle.text}` : '');
      const id = target && ('id' in target ? target.id : target.name);
      found[text] =
        id ?? `${failure?.reason} at ${failure?.segment}${failure?.cycles.map((name) => `, in ${name}`).join('')}`;
    }
  }
  return found;
}
