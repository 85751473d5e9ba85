/** The part of VS Code's command line that a test run uses. */
export interface Asked {
  /** A folder or a `.code-workspace` file. */
  readonly open: string | undefined;
  readonly tests: string | undefined;
  readonly developed: readonly string[];
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
  /** Whether all extensions but the developed ones are to stay out. */
  readonly withoutOthers: boolean;
}

/** Reads `--name=value` and `--name value`; what is not known here has no meaning for a server and is passed over. */
export function readArguments(args: readonly string[]): Asked {
  const values = new Map<string, string[]>();
  const withValue = ['extensionTestsPath', 'extensionDevelopmentPath', 'user-data-dir', 'extensions-dir'];
  const plain: string[] = [];
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[index] ?? '') ?? [];
    if (name === undefined) plain.push(args[index] ?? '');
    else if (!withValue.includes(name)) flags.add(name);
    else values.set(name, [...(values.get(name) ?? []), value ?? args[++index] ?? '']);
  }
  return {
    open: plain[0],
    tests: values.get('extensionTestsPath')?.at(-1),
    developed: values.get('extensionDevelopmentPath') ?? [],
    userData: values.get('user-data-dir')?.at(-1),
    extensions: values.get('extensions-dir')?.at(-1),
    withoutOthers: flags.has('disable-extensions'),
  };
}
