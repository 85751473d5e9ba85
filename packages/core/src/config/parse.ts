/**
 * Reads `okr.config.json`. It is data and nothing in it is ever run. What is wrong is reported at its place and has its
 * default, so that a slip in the configuration never stops the work on the goals.
 *
 * The text is read with `jsonc-parser`, the reader that VS Code itself uses: it keeps the place of every value and goes on
 * behind a mistake. Comments and a comma too many are let through.
 */
import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../model/span.ts';
import { rules } from '../rules/generated/registry.ts';
import type { Rule, RuleOption } from '../rules/rule.ts';
import { type Config, defaultConfig, type OptionValue, type RuleLevel, type RuleSetting } from './config.ts';
import { type ConfigKey, configKeys, rhythmDays, ruleLevels, type Threshold, thresholds } from './keys.ts';
import { nearest } from './nearest.ts';
import { mayMatch } from './patterns.ts';
import { configOf, profileNamed, profileNames } from './profiles.ts';

export interface ConfigProblem {
  /** `unreadable-config` where the text itself does not read, so that nobody knows what was to be set. */
  readonly code: 'invalid-config' | 'unreadable-config';
  /** One or two plain sentences: what is wrong and what to do. */
  readonly message: string;
  readonly span: Span;
}

type Complain = (node: Node, message: string) => void;

/** The part of a configuration that its reader fills in. */
type Draft = { -readonly [K in keyof Config]: Config[K] };

const longestText = 1_000_000;

/**
 * `base` holds what applies where the text says nothing, for example the editor's settings. A text that extends a profile
 * stands on that profile alone, so that every editor and every pipeline says the same.
 */
export function parseConfig(
  text: string,
  base: Config = defaultConfig,
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const complain: Complain = (node, message) => problems.push({ code: 'invalid-config', message, span: spanOf(node) });
  const root = readJson(text, problems);
  if (!root) return { config: base, problems };
  const members = membersOf(root, 'The configuration', complain);
  // Wherever it stands, the profile comes first and everything else builds on it.
  const extended = members.find(({ key }) => key.value === 'extends');
  const profile = extended ? profileNamed(extended.value.value) : null;
  const config: Draft = { ...(profile === null ? base : configOf(profile, rules)) };
  for (const { key, value } of members) readKey(config, key, value, complain);
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function readJson(text: string, problems: ConfigProblem[]): Node | undefined {
  const code = 'unreadable-config';
  if (text.length > longestText) {
    const message = 'This configuration is too large to be read, so the usual values apply.';
    problems.push({ code, message, span: { start: 0, end: 1 } });
    return undefined;
  }
  if (text.trim() === '') return undefined;
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  } catch {
    // Thousands of brackets inside each other exhaust the reader's stack.
    const message =
      'This configuration cannot be read, so the usual values apply. Look for brackets that were never closed.';
    problems.push({ code, message, span: { start: 0, end: 1 } });
    return undefined;
  }
  const [first] = errors; // later ones mostly follow from the first
  if (first) {
    const start = Math.min(first.offset, Math.max(0, text.length - 1));
    const end = Math.min(text.length, start + Math.max(1, first.length));
    problems.push({ code, message: jsonMessage(first.error), span: { start, end } });
  }
  return root;
}

function jsonMessage(code: ParseErrorCode): string {
  switch (printParseErrorCode(code)) {
    case 'CommaExpected':
      return 'A comma is missing before this.';
    case 'ColonExpected':
      return 'A colon is missing before this.';
    case 'CloseBraceExpected':
      return 'A `}` is missing here.';
    case 'CloseBracketExpected':
      return 'A `]` is missing here.';
    case 'PropertyNameExpected':
      return 'The name of a setting in double quotes is expected here.';
    case 'UnexpectedEndOfString':
      return 'This text in quotes is not closed. Add a double quote at its end.';
    case 'UnexpectedEndOfComment':
      return 'This comment is not closed. Add `*/` at its end.';
    case 'EndOfFileExpected':
      return 'The configuration has ended before this. Take away what follows, or a bracket too many.';
    default:
      return 'This cannot be read. A value is expected here: a text in double quotes, a number, `true`, `false`, `[ … ]` or `{ … }`.';
  }
}

function readKey(config: Draft, key: Node, value: Node, complain: Complain): void {
  const name = String(key.value);
  if (!Object.hasOwn(configKeys, name)) {
    complain(key, `There is no setting \`${name}\`${whereSettingIs(name)}`);
    return;
  }
  switch (name as ConfigKey) {
    case '$schema':
      if (value.type !== 'string') complain(value, '`$schema` is an address in double quotes.');
      return;
    case 'extends':
      if (profileNamed(value.value) === null) complain(value, notAProfile(value));
      return;
    case 'rules':
      config.rules = readRules(value, config.rules, complain);
      return;
    case 'ambition':
      if (value.value === 'committed' || value.value === 'aspirational') config.ambition = value.value;
      else complain(value, '`ambition` is either "committed" or "aspirational".');
      return;
    case 'checkins':
      config.checkinEveryDays = readRhythm(value, complain) ?? config.checkinEveryDays;
      return;
    case 'thresholds':
      readThresholds(config, value, complain);
      return;
    case 'ignore':
      config.ignore = readPatterns(value, complain) ?? config.ignore;
      return;
  }
}

/** A setting that stands at the outside is often one from further inside: its place is told, else what is near, else all there are. */
function whereSettingIs(name: string): string {
  const near = nearest(name, [...Object.keys(configKeys), ...thresholds.map((one) => one.name)]);
  const threshold = thresholds.find((one) => one.name === name) ?? thresholds.find((one) => one.name === near);
  if (threshold) return ` here. Did you mean \`"thresholds": { "${threshold.name}": ${threshold.example} }\`?`;
  if (near !== null) return `. Did you mean \`${near}\`?`;
  if (rules.some(({ meta }) => meta.name === name)) return ` here. It is a rule: \`"rules": { "${name}": … }\`.`;
  const [rule, ...others] = rules.filter(({ meta }) => meta.options.some((option) => option.name === name));
  if (rule) {
    const more = others.length > 0 ? `, as of ${others.length} more` : '';
    return ` here. It is an option of the rule \`${rule.meta.name}\`${more}: \`"rules": { "${rule.meta.name}": { "${name}": … } }\`.`;
  }
  return `. The settings are ${listOf(Object.keys(configKeys).filter((key) => key !== '$schema'))}.`;
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function notAProfile({ value }: Node): string {
  const meant = typeof value === 'string' ? didYouMean(value, profileNames) : '';
  return `\`extends\` names one of the profiles ${profileNames.map((name) => `"${name}"`).join(', ')}.${meant}`;
}

function readRhythm(value: Node, complain: Complain): number | null {
  if (typeof value.value === 'number' && value.value >= 1 && value.value <= 366) return value.value;
  const days = typeof value.value === 'string' ? rhythmDays(value.value) : null;
  if (days === null) {
    complain(
      value,
      '`checkins` is a rhythm such as "weekly", "monthly" or "every 2 weeks", or a number of days from 1 to 366.',
    );
  }
  return days;
}

function readThresholds(config: Draft, value: Node, complain: Complain): void {
  for (const { key, value: figure } of membersOf(value, '`thresholds`', complain)) {
    const name = String(key.value);
    const threshold = thresholds.find((one) => one.name === name);
    if (!threshold) {
      const names = thresholds.map((one) => one.name);
      complain(
        key,
        `There is no threshold \`${name}\`.${didYouMean(name, names) || ` The thresholds are ${listOf(names)}.`}`,
      );
    } else if (!fits(threshold, figure.value)) {
      const expected =
        threshold.type === 'share' ? 'a share from 0 to 1, such as 0.1' : 'a whole number of days from 0 to 366';
      complain(figure, `\`${name}\` is ${expected}.`);
    } else {
      config[threshold.name] = figure.value as number;
    }
  }
}

function fits(threshold: Threshold, value: unknown): boolean {
  if (typeof value !== 'number' || value < 0) return false;
  return threshold.type === 'share' ? value <= 1 : Number.isInteger(value) && value <= 366;
}

function readRules(
  value: Node,
  base: ReadonlyMap<string, RuleSetting>,
  complain: Complain,
): ReadonlyMap<string, RuleSetting> {
  const settings = new Map(base);
  for (const { key, value: setting } of membersOf(value, '`rules`', complain)) {
    const name = String(key.value);
    const rule = rules.find(({ meta }) => meta.name === name);
    if (!rule) {
      const names = rules.map(({ meta }) => meta.name);
      complain(key, `There is no rule \`${name}\`.${didYouMean(name, names)}`);
      continue;
    }
    const own = readSetting(rule, setting, complain);
    const before = settings.get(name);
    settings.set(name, { level: own.level ?? before?.level ?? null, options: { ...before?.options, ...own.options } });
  }
  return settings;
}

/** `"warning"`, `["warning", { … }]` or `{ "level": "warning", … }`. */
function readSetting(rule: Rule, value: Node, complain: Complain): RuleSetting {
  if (value.type === 'string') return { level: readLevel(value, complain), options: {} };
  if (value.type === 'array' && value.children?.[0]) {
    const [level, options, more] = value.children;
    if (more) complain(more, 'Only a level and the options of the rule are expected here.');
    return { level: readLevel(level, complain), options: options ? readOptions(rule, options, complain).options : {} };
  }
  if (value.type === 'object') return readOptions(rule, value, complain);
  complain(value, `A rule has a level: ${levelList}. Its options may follow: ["warning", { … }].`);
  return { level: null, options: {} };
}

const levelList = ruleLevels.map((level) => `"${level}"`).join(', ');

function readLevel(value: Node, complain: Complain): RuleLevel | null {
  const level = ruleLevels.find((one) => one === value.value);
  if (level) return level;
  const word = typeof value.value === 'string' ? value.value : '';
  // Other checkers write "warn", "info" or "err".
  const whole = word.length > 1 ? ruleLevels.find((one) => one.startsWith(word)) : undefined;
  const meant = whole ? ` Did you mean \`${whole}\`?` : word === '' ? '' : didYouMean(word, ruleLevels);
  complain(value, `The level of a rule is one of ${levelList}.${meant}`);
  return null;
}

function readOptions(rule: Rule, value: Node, complain: Complain): RuleSetting {
  const options: Record<string, OptionValue> = {};
  let level: RuleLevel | null = null;
  for (const { key, value: given } of membersOf(value, 'The options of a rule', complain)) {
    const name = String(key.value);
    const option = rule.meta.options.find((one) => one.name === name);
    if (name === 'level') level = readLevel(given, complain);
    else if (option) {
      const own = readOption(option, given, complain);
      if (own !== null) options[name] = own;
    } else {
      const names = ['level', ...rule.meta.options.map((one) => one.name)];
      complain(key, `The rule \`${rule.meta.name}\` has no option \`${name}\`.${didYouMean(name, names)}`);
    }
  }
  return { level, options };
}

function readOption(option: RuleOption, node: Node, complain: Complain): OptionValue | null {
  const { name, type } = option;
  if (type === 'strings') return readTexts(node, `\`${name}\` is a list of texts in double quotes.`, complain);
  const value: unknown = node.value;
  if (type === 'integer' || type === 'number') {
    const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = option;
    const isNumber = typeof value === 'number' && (type === 'number' || Number.isInteger(value));
    if (isNumber && value >= minimum && value <= maximum) return value;
    const from = option.minimum === undefined ? '' : ` from ${option.minimum}`;
    const to = option.maximum === undefined ? '' : ` to ${option.maximum}`;
    complain(node, `\`${name}\` is a ${type === 'integer' ? 'whole ' : ''}number${from}${to}.`);
    return null;
  }
  if (typeof value === type) return value as OptionValue;
  complain(
    node,
    type === 'boolean' ? `\`${name}\` is either true or false.` : `\`${name}\` is a text in double quotes.`,
  );
  return null;
}

function readTexts(node: Node, expected: string, complain: Complain): readonly string[] | null {
  const children = node.type === 'array' ? (node.children ?? []) : null;
  if (!children) {
    complain(node, expected);
    return null;
  }
  const wrong = children.find((child) => typeof child.value !== 'string');
  if (wrong) complain(wrong, expected);
  return children.flatMap((child) => (typeof child.value === 'string' ? [child.value] : []));
}

/** Every file is held against every pattern, so that there are limits to both their number and their length. */
const mostPatterns = 500;
const longestPattern = 300;

function readPatterns(node: Node, complain: Complain): readonly string[] | null {
  const patterns = readTexts(node, '`ignore` is a list of patterns such as ["archive/**"].', complain);
  const beyond = node.children?.[mostPatterns];
  if (beyond) complain(beyond, `Only the first ${mostPatterns} patterns count. Name folders instead of single files.`);
  const tooLong = node.children?.find(({ value }) => String(value).length > longestPattern);
  if (tooLong)
    complain(tooLong, `A pattern of more than ${longestPattern} characters is left out. Write a shorter one.`);
  for (const child of node.children ?? []) {
    const pattern = String(child.value);
    if (pattern.includes('\\'))
      complain(child, 'Folders in a pattern stand behind `/`, also on Windows: "archive/**".');
    if (pattern.startsWith('!')) complain(child, 'A pattern can only leave out more; nothing takes files in again.');
    if (typeof child.value === 'string' && !mayMatch(pattern)) complain(child, leavesOutNothing);
  }
  return patterns === null
    ? null
    : patterns.slice(0, mostPatterns).filter((pattern) => pattern.length <= longestPattern);
}

const leavesOutNothing =
  'This leaves out nothing. Name what lies in the folder of this file or below, such as "archive/**", without `.`, `..` or `//`.';

/** Of members of one name the last, as all readers of JSON have it. */
function membersOf(node: Node, what: string, complain: Complain): readonly { key: Node; value: Node }[] {
  if (node.type !== 'object') {
    complain(node, `${what} must stand in braces: { … }.`);
    return [];
  }
  const members = new Map<string, { key: Node; value: Node }>();
  for (const member of node.children ?? []) {
    const [key, value] = member.children ?? [];
    if (!key || !value) continue; // half-typed members are already reported as such
    const name = String(key.value);
    if (members.has(name))
      complain(key, `\`${name}\` stands here twice, and only the last one counts. Delete the other.`);
    members.set(name, { key, value });
  }
  return [...members.values()];
}

function didYouMean(word: string, names: Iterable<string>): string {
  const meant = nearest(word, names);
  return meant === null ? '' : ` Did you mean \`${meant}\`?`;
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}
