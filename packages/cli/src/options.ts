import { profileNames } from '@okr-language/core';

/** What the commands are and what can be said to them: the one place that the reader of arguments and the help texts share. */
export const commands = ['check', 'tree', 'strength', 'fmt', 'rules', 'lsp'] as const;
export type CommandName = (typeof commands)[number];

export interface OptionSpec {
  readonly name: string;
  /** As the help shows what follows the option; null where nothing does. */
  readonly value: string | null;
  /** The only words it may be given, where there is a list. */
  readonly choices?: readonly string[];
  readonly help: string;
}

const paths = '[paths]';

const today: OptionSpec = {
  name: 'today',
  value: 'YYYY-MM-DD',
  help: 'The day to judge progress by; else the variable OKR_TODAY, else today.',
};
const color: OptionSpec = { name: 'color', value: null, help: 'Use colours, also when the output is no terminal.' };
const noColor: OptionSpec = {
  name: 'no-color',
  value: null,
  help: 'Use no colours; the variable NO_COLOR does the same.',
};

const cache: OptionSpec = {
  name: 'cache',
  value: 'DIR',
  help: 'Keep what was read in this folder, so that the next time only what changed is read; else in your folder for caches.',
};
const noCache: OptionSpec = { name: 'no-cache', value: null, help: 'Keep nothing, and use nothing that was kept.' };

const textOrJson: OptionSpec = {
  name: 'format',
  value: 'FORMAT',
  choices: ['text', 'json'],
  help: 'How to show it: text (the default) or json.',
};

export const everywhere: readonly OptionSpec[] = [
  { name: 'help', value: null, help: 'Show this help.' },
  { name: 'version', value: null, help: 'Show the version.' },
];

export interface CommandSpec {
  readonly summary: string;
  readonly usage: string;
  /** What may follow the command besides options. */
  readonly takes: 'paths' | 'name' | 'nothing';
  readonly options: readonly OptionSpec[];
  /** Further paragraphs of its help. */
  readonly notes: readonly string[];
}

const exitCodesOfReading = '2: wrong usage, or something could not be read or written';

export const specs: Readonly<Record<CommandName, CommandSpec>> = {
  check: {
    summary: 'Report what is wrong with OKR files, and what to do about it.',
    usage: `okr check ${paths} [options]`,
    takes: 'paths',
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['pretty', 'compact', 'json', 'sarif', 'github', 'junit', 'markdown'],
        help: 'How to report: pretty (for people, the default), compact (a line each), json, sarif, github (annotations), junit or markdown (for a pull request).',
      },
      {
        name: 'fail-on',
        value: 'LEVEL',
        choices: ['error', 'warning', 'info', 'never'],
        help: 'From which level on a finding makes the command fail: error (the default), warning, info or never.',
      },
      {
        name: 'profile',
        value: 'PROFILE',
        choices: profileNames,
        help: 'How strictly to judge where okr.config.json extends no profile: gentle (the default), strict, google or structure-only.',
      },
      {
        name: 'baseline',
        value: 'FILE',
        help: 'Accept the findings that this file lists, so that only new ones are reported and count.',
      },
      { name: 'update-baseline', value: null, help: 'With --baseline: accept all that is found, and write the file.' },
      { name: 'watch', value: null, help: 'Check again whenever a file changes, until Ctrl+C.' },
      { name: 'summary', value: null, help: 'Only how often each rule found something (with --format pretty).' },
      { name: 'max-warnings', value: 'NUMBER', help: 'Fail also when there are more warnings than this.' },
      today,
      cache,
      noCache,
      color,
      noColor,
    ],
    notes: [
      'Paths are folders or .okr files; without any, the folder you are in. A project is always read whole (it is the nearest folder upwards that holds okr.config.json, else the folder that is named, for a file the files beside it); the paths only choose what is reported.',
      `Exit codes: 0: clean; 1: a finding at or above --fail-on, or more warnings than --max-warnings; ${exitCodesOfReading} (the report is still printed).`,
    ],
  },
  tree: {
    summary: 'Show the cascade of objectives and key results, with progress and health.',
    usage: `okr tree ${paths} [options]`,
    takes: 'paths',
    options: [textOrJson, today, cache, noCache, color, noColor],
    notes: [`Exit codes: 0: done; ${exitCodesOfReading}.`],
  },
  strength: {
    summary: 'Judge how well objectives and sets are made, dimension by dimension.',
    usage: `okr strength ${paths} [options]`,
    takes: 'paths',
    options: [textOrJson, today, cache, noCache, color, noColor],
    notes: [
      'Focus, clarity, measurability, ambition, ownership, alignment and cadence, each from 0 to 100, and what is most worth doing. How far a goal has come does not count.',
      `Exit codes: 0: done; ${exitCodesOfReading}.`,
    ],
  },
  fmt: {
    summary: 'Write OKR files in the common style.',
    usage: `okr fmt ${paths} [options]`,
    takes: 'paths',
    options: [
      { name: 'check', value: null, help: 'Change nothing; only name the files that would change.' },
      today,
      color,
      noColor,
    ],
    notes: [`Exit codes: 0: done; 1: with --check, some file would change; ${exitCodesOfReading}.`],
  },
  rules: {
    summary: 'List the rules, or explain one: why it is there, with examples.',
    usage: 'okr rules [name] [options]',
    takes: 'name',
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json'],
        help: 'How to show them: text (the default) or json.',
      },
      {
        name: 'profile',
        value: 'PROFILE',
        choices: profileNames,
        help: 'Show the levels of this profile: gentle (the default), strict, google or structure-only.',
      },
      color,
      noColor,
    ],
    notes: ['Exit codes: 0: done; 2: wrong usage, or there is no rule of that name.'],
  },
  lsp: {
    summary: 'Serve an editor: the language server, spoken to over standard input and output.',
    usage: 'okr lsp --stdio [options]',
    takes: 'nothing',
    options: [
      { name: 'stdio', value: null, help: 'Speak over standard input and output (the only way there is).' },
      today,
    ],
    notes: [`Exit codes: 0: the editor said goodbye; 1: it went away without a word; ${exitCodesOfReading}.`],
  },
};
