import { parseArgs } from 'node:util';
import { type Day, nearest, type ProfileName, parseIsoDay } from '@okr-language/core';
import { type CommandName, commands, everywhere, type OptionSpec, specs } from './options.ts';

export type CheckFormat = 'pretty' | 'compact' | 'json' | 'sarif' | 'github' | 'junit' | 'markdown';
export type FailOn = 'error' | 'warning' | 'info' | 'never';
export type TreeFormat = 'text' | 'json';
export type StrengthFormat = 'text' | 'json';
export type RulesFormat = 'text' | 'json';

/** Where to keep what was read for the next time. */
export type CacheChoice =
  | { readonly kind: 'usual' }
  | { readonly kind: 'none' }
  | { readonly kind: 'folder'; readonly path: string };

interface Common {
  /** As typed; empty where none was given. */
  readonly paths: readonly string[];
  /** Null where neither `--today` nor OKR_TODAY says one. */
  readonly today: Day | null;
  /** Null where nothing was asked for. */
  readonly color: boolean | null;
}

interface Reads extends Common {
  readonly cache: CacheChoice;
}

export type Invocation =
  | { readonly command: 'help'; readonly about: CommandName | null }
  | { readonly command: 'version' }
  | (Reads & {
      readonly command: 'check';
      readonly format: CheckFormat;
      readonly failOn: FailOn;
      readonly profile: ProfileName;
      readonly maxWarnings: number | null;
      /** As typed; null where none was named. */
      readonly baseline: string | null;
      readonly updateBaseline: boolean;
      /** Numbers by rule instead of findings. */
      readonly summary: boolean;
      /** Go on with every change. */
      readonly watch: boolean;
    })
  | (Reads & { readonly command: 'tree'; readonly format: TreeFormat })
  | (Reads & { readonly command: 'strength'; readonly format: StrengthFormat })
  | (Common & { readonly command: 'fmt'; readonly check: boolean })
  | (Omit<Common, 'paths' | 'today'> & {
      readonly command: 'rules';
      /** Null for the list of all. */
      readonly name: string | null;
      readonly format: RulesFormat;
      readonly profile: ProfileName;
    })
  | (Common & { readonly command: 'lsp' });

/** Wrong usage: one plain sentence that says what is wrong and what to write instead. */
export class UsageError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the arguments after `okr`. Throws `UsageError` and nothing else. */
export function readArguments(args: readonly string[], environment: Environment): Invocation {
  const { positionals, values } = split(args);
  if (values.has('version')) return { command: 'version' };
  const [first, ...paths] = positionals;
  if (first === 'help') return { command: 'help', about: paths[0] === undefined ? null : commandNamed(paths[0]) };
  if (first === undefined) {
    if (values.has('help')) return { command: 'help', about: null };
    throw new UsageError(
      'Say what to do: okr check, okr tree, okr strength, okr fmt, okr rules or okr lsp (okr --help explains them).',
    );
  }
  const command = commandNamed(first);
  if (values.has('help')) return { command: 'help', about: command };
  checkUse(command, values, paths);

  const asksTheDay = command !== 'fmt' && command !== 'rules';
  const common: Common = { paths, today: readToday(values, asksTheDay ? environment : {}), color: readColor(values) };
  switch (command) {
    case 'check':
      checkTogether(values);
      return {
        command,
        ...common,
        cache: readCache(values),
        format: choice<CheckFormat>(command, values, 'format', 'pretty'),
        baseline: values.get('baseline') ?? null,
        updateBaseline: values.has('update-baseline'),
        summary: values.has('summary'),
        watch: values.has('watch'),
        failOn: choice<FailOn>(command, values, 'fail-on', 'error'),
        profile: choice<ProfileName>(command, values, 'profile', 'gentle'),
        maxWarnings: readCount(values, 'max-warnings'),
      };
    case 'tree':
      return {
        command,
        ...common,
        cache: readCache(values),
        format: choice<TreeFormat>(command, values, 'format', 'text'),
      };
    case 'strength':
      return {
        command,
        ...common,
        cache: readCache(values),
        format: choice<StrengthFormat>(command, values, 'format', 'text'),
      };
    case 'fmt':
      return { command, ...common, check: values.has('check') };
    case 'rules':
      return {
        command,
        color: common.color,
        name: paths[0] ?? null,
        format: choice<RulesFormat>(command, values, 'format', 'text'),
        profile: choice<ProfileName>(command, values, 'profile', 'gentle'),
      };
    case 'lsp':
      if (!values.has('stdio')) throw new UsageError('Write okr lsp --stdio: an editor is served in no other way.');
      return { command, ...common };
  }
}

/** By option, its last value; the empty text for one that takes none or was given none. */
type Values = ReadonlyMap<string, string>;

const allOptions: ReadonlyMap<string, OptionSpec> = new Map(
  [...everywhere, ...commands.flatMap((command) => specs[command].options)].map((option) => [option.name, option]),
);

/** Tells options from the rest. What follows `--` is never an option. */
function split(args: readonly string[]): { positionals: readonly string[]; values: Values } {
  const options = Object.fromEntries(
    [...allOptions.values()].map((option) => [
      option.name,
      { type: option.value === null ? 'boolean' : 'string' } as const,
    ]),
  );
  const short = { h: 'help', v: 'version' } as const;
  const { tokens } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? `--${short.h}` : arg === '-v' || arg === '-V' ? `--${short.v}` : arg)),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = allOptions.get(token.name);
    if (!spec) throw unknownOption(token.rawName, [...allOptions.keys()]);
    if (spec.value === null && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value: write ${token.rawName} alone.`);
    }
    values.delete(token.name); // they are kept in the order in which each was said last
    values.set(token.name, token.value ?? '');
  }
  return { positionals, values };
}

function unknownOption(rawName: string, known: readonly string[]): UsageError {
  const near = nearest(rawName.replace(/^-+/, ''), known);
  const hint = near === null ? 'okr --help shows all options' : `did you mean --${near}`;
  return new UsageError(`There is no option ${rawName}: ${hint}${near === null ? '.' : '?'}`);
}

function commandNamed(word: string): CommandName {
  const command = commands.find((name) => name === word);
  if (command) return command;
  const near = nearest(word, commands);
  if (near !== null) throw new UsageError(`There is no command "${word}": did you mean okr ${near}?`);
  throw new UsageError(`There is no command "${word}": there are ${commands.map((name) => `okr ${name}`).join(', ')}.`);
}

function checkUse(command: CommandName, values: Values, paths: readonly string[]): void {
  const spec = specs[command];
  for (const [name, value] of values) {
    const option = spec.options.find((own) => own.name === name);
    if (!option) {
      throw new UsageError(`okr ${command} knows no option --${name}: okr ${command} --help shows what it knows.`);
    }
    if (option.value !== null && value === '') {
      throw new UsageError(`--${name} needs a value: write --${name} ${option.choices?.join('|') ?? option.value}.`);
    }
  }
  if (spec.takes !== 'nothing' && paths.includes('')) {
    const what = spec.takes === 'name' ? 'the name of a rule' : 'a folder or a file';
    throw new UsageError(`okr ${command} was given an empty text: write ${what}, or leave it out.`);
  }
  const tooMany = spec.takes === 'paths' ? undefined : paths[spec.takes === 'name' ? 1 : 0];
  if (tooMany !== undefined) {
    const taken = spec.takes === 'name' ? 'only one name' : 'no paths';
    throw new UsageError(`okr ${command} takes ${taken}: leave out "${tooMany}".`);
  }
}

/** Options of `check` that mean something only together. */
function checkTogether(values: Values): void {
  if (values.has('update-baseline') && !values.has('baseline')) {
    throw new UsageError('--update-baseline needs --baseline FILE: the file to write.');
  }
  if (values.has('watch') && values.has('update-baseline')) {
    throw new UsageError('--watch would accept every new finding at once: leave out --watch or --update-baseline.');
  }
  if (values.has('summary') && (values.get('format') ?? 'pretty') !== 'pretty') {
    throw new UsageError('--summary goes with --format pretty only: leave out one of the two.');
  }
}

function choice<T extends string>(command: CommandName, values: Values, name: string, fallback: T): T {
  const value = values.get(name);
  if (value === undefined) return fallback;
  const choices = specs[command].options.find((option) => option.name === name)?.choices ?? [];
  if (choices.includes(value)) return value as T;
  throw new UsageError(`--${name} cannot be "${value}": write ${listOr(choices)}.`);
}

function readCount(values: Values, name: string): number | null {
  const value = values.get(name);
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} cannot be "${value}": write a whole number such as 0 or 10.`);
}

function readToday(values: Values, environment: Environment): Day | null {
  const option = values.get('today');
  const value = option ?? environment['OKR_TODAY'];
  if (value === undefined || value === '') return null;
  const day = parseIsoDay(value);
  if (day !== null) return day;
  const source = option === undefined ? 'The variable OKR_TODAY' : '--today';
  throw new UsageError(`${source} cannot be "${value}": write a day of the calendar such as 2026-08-31.`);
}

function readCache(values: Values): CacheChoice {
  const path = values.get('cache');
  if (values.has('no-cache')) {
    if (path !== undefined)
      throw new UsageError('--cache and --no-cache contradict each other: leave out one of the two.');
    return { kind: 'none' };
  }
  return path === undefined ? { kind: 'usual' } : { kind: 'folder', path };
}

function readColor(values: Values): boolean | null {
  const last = [...values.keys()].findLast((name) => name === 'color' || name === 'no-color');
  return last === undefined ? null : last === 'color';
}

function listOr(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
