import { type CommandName, commands, everywhere, type OptionSpec, specs } from './options.ts';
import { wrap } from './terminal/wrap.ts';

/** What `okr --help` or `okr COMMAND --help` prints, at most 80 columns wide. */
export function helpText(about: CommandName | null): string {
  return about === null ? overview() : commandHelp(about);
}

function overview(): string {
  const width = Math.max(...commands.map((name) => name.length));
  return [
    'okr: OKRs as code. Checks, shows and formats .okr files.',
    '',
    'Usage: okr COMMAND [options]',
    '',
    ...commands.flatMap((name) => entry(name.padEnd(width), specs[name].summary)),
    '',
    ...everywhere.flatMap(optionEntry),
    '',
    'okr COMMAND --help says more about a command.',
    '',
  ].join('\n');
}

function commandHelp(name: CommandName): string {
  const { summary, usage, options, notes } = specs[name];
  return [
    summary,
    '',
    `Usage: ${usage}`,
    '',
    ...[...options, ...everywhere.filter((option) => option.name === 'help')].flatMap(optionEntry),
    ...notes.flatMap((note) => ['', ...wrap(note, 80)]),
    '',
  ].join('\n');
}

function optionEntry({ name, value, help }: OptionSpec): readonly string[] {
  return entry(`--${name}${value === null ? '' : ` ${value}`}`.padEnd(22), help);
}

function entry(label: string, text: string): readonly string[] {
  const indent = label.length + 4;
  return wrap(text, 80 - indent).map((line, index) =>
    index === 0 ? `  ${label}  ${line}` : ' '.repeat(indent) + line,
  );
}
