/** The `okr` command. Each command's own code is loaded only when it is asked for, so that `okr --version` answers at once. */
import { type Invocation, readArguments, UsageError } from './arguments.ts';
import { resetEngine } from './engine.ts';
import { helpText } from './help.ts';
import { type ExitCode, realSurroundings, type Surroundings } from './output.ts';
import { safeLine, safeText } from './terminal/safe.ts';
import { version } from './version.ts';

let checked = () => {};

/** Has something done when a check has been made, which is what most runs are for and needs most of the program. */
export function whenChecked(act: () => void): void {
  checked = act;
}

async function main(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  let invocation: Invocation;
  try {
    invocation = readArguments(args, around.environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.say(safeLine(error.message));
    return 2;
  }
  switch (invocation.command) {
    case 'help':
      around.out(helpText(invocation.about));
      return 0;
    case 'version':
      around.out(`${version}\n`);
      return 0;
    case 'check': {
      const code = await (await import('./check.ts')).check(invocation, around);
      resetEngine();
      checked();
      return code;
    }
    case 'tree':
      return (await import('./tree/command.ts')).tree(invocation, around);
    case 'strength':
      return (await import('./strength/command.ts')).strength(invocation, around);
    case 'fmt':
      return (await import('./fmt.ts')).fmt(invocation, around);
    case 'rules':
      return (await import('./rules/command.ts')).showRules(invocation, around);
    case 'lsp':
      return (await import('./lsp.ts')).lsp(invocation, around);
  }
}

const around = realSurroundings();
main(process.argv.slice(2), around).then(
  (code) => {
    process.exitCode ??= code; // a result that could not be written has said 2
  },
  (error: unknown) => {
    around.say('okr stopped because of a mistake of ours. Please report it with the lines below.');
    around.say(safeText(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    process.exitCode = 2;
  },
);
