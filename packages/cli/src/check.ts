import type { Invocation } from './arguments.ts';
import { checkSources } from './checking.ts';
import { baselineOf, conclude, needsCascades } from './conclude.ts';
import type { ExitCode, Surroundings } from './output.ts';
import { prepare } from './prepare.ts';
import { Progress } from './progress.ts';

type CheckInvocation = Extract<Invocation, { command: 'check' }>;

export async function check(invocation: CheckInvocation, around: Surroundings): Promise<ExitCode> {
  if (invocation.watch) return (await import('./watch/watch.ts')).watchProjects(invocation, around);
  const baseline = await baselineOf(invocation, around);
  if (baseline === 'unusable') return 2;
  const { sources, options, today } = await prepare(invocation, around);
  const progress = new Progress(around.status);
  const checked = await checkSources(sources, {
    ...options,
    needsCascades: needsCascades(invocation),
    onProgress: (what, done, all) => progress.tell(what, done, all),
  });
  const run = { today, baseline, onReady: () => progress.end() };
  const code = await conclude(invocation, checked, run, around);
  await checked.keep();
  return code;
}
