import { nearest } from '@okr-language/core';
import type { Invocation } from '../arguments.ts';
import type { ExitCode, Surroundings } from '../output.ts';
import { paintFor } from '../terminal/paint.ts';
import { safeLine } from '../terminal/safe.ts';
import { type Entry, entriesIn } from './entry.ts';
import { writeRulesJson } from './json.ts';
import { writeList } from './list.ts';
import { writePage } from './page.ts';

type RulesInvocation = Extract<Invocation, { command: 'rules' }>;

export async function showRules(invocation: RulesInvocation, around: Surroundings): Promise<ExitCode> {
  const { name, format, profile, color } = invocation;
  const all = entriesIn(profile);
  const asked = name === null ? null : (all.find((entry) => entry.name === name.toLowerCase()) ?? undefined);
  if (asked === undefined) {
    around.say(safeLine(unknownRule(name ?? '', all)));
    return 2;
  }
  const { columns, environment } = around;
  const options = { columns, paint: paintFor({ asked: color, environment, isTerminal: columns !== null }) };
  if (format === 'json') around.out(writeRulesJson(asked === null ? all : [asked]));
  else around.out(asked === null ? writeList(all, options) : writePage(asked, options));
  return 0;
}

function unknownRule(name: string, all: readonly Entry[]): string {
  const near = nearest(
    name,
    all.map((entry) => entry.name),
  );
  const hint = near === null ? 'okr rules lists all of them.' : `did you mean ${near}?`;
  return `There is no rule "${name}": ${hint}`;
}
