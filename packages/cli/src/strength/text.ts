import { type Advice, adviceFor, type Strength, verdictInWords, wordFrom } from '@okr-language/core';
import { shownPath } from '../paths.ts';
import { noGoalsLine } from '../report/group.ts';
import type { Paint, Style } from '../terminal/paint.ts';
import { safeLine } from '../terminal/safe.ts';
import { fitTo, widthOf } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import type { SetStrength } from './rows.ts';

export interface ProjectRows {
  /** Path of the project's folder. */
  readonly root: string;
  readonly sets: readonly SetStrength[];
}

export interface StrengthTextOptions {
  readonly cwd: string;
  readonly paint: Paint;
  readonly columns: number;
}

const mostAdvice = 3;
const widest = 120;

/** For people: a heading for each set, for each objective its seven dimensions and what is most worth doing. */
export function* strengthTextPieces(projects: readonly ProjectRows[], options: StrengthTextOptions): Generator<string> {
  let between = '';
  for (const paragraph of paragraphs(projects, options)) {
    yield `${between}${paragraph.join('\n')}\n`;
    between = '\n';
  }
}

function* paragraphs(projects: readonly ProjectRows[], options: StrengthTextOptions): Generator<readonly string[]> {
  if (projects.length === 0) yield [noGoalsLine(false)];
  for (const { root, sets } of projects) {
    if (projects.length > 1) yield [options.paint('bold', safeLine(shownPath(root, options.cwd)))];
    if (sets.length === 0) yield ['There are no OKRs here yet.'];
    for (const set of sets) yield setLines(set, options);
  }
}

function setLines(set: SetStrength, options: StrengthTextOptions): readonly string[] {
  const remarks = [set.draft ? 'draft' : '', set.closed ? 'closed' : ''].filter(Boolean).join(', ');
  const title = `${set.unitTitle} in ${set.cycle}${remarks === '' ? '' : ` (${remarks})`}`;
  return [
    titleLine(title, set.strength, 0, options),
    ...(set.strength.value === null ? ['  There are no objectives yet.'] : cells(set.strength, 2, options)),
    ...advice(set.strength, 2, options),
    ...set.objectives.flatMap(({ title: own, strength }) => [
      '',
      titleLine(own || 'not named yet', strength, 2, options),
      ...cells(strength, 4, options),
      ...advice(strength, 4, options),
    ]),
  ];
}

/** The title, and flush right the figure and its word. Never without the cells below it. */
function titleLine(title: string, strength: Strength, indent: number, options: StrengthTextOptions): string {
  const { paint } = options;
  const figure = verdictInWords(strength) ?? '';
  const room = Math.max(8, Math.min(options.columns, widest) - indent - figure.length - 1);
  const text = fitTo(safeLine(title), room);
  const gap = figure === '' ? '' : ' '.repeat(Math.max(1, room - widthOf(text) + 1));
  const painted = figure === '' ? '' : paint(styleOf[strength.word ?? 'sound'], figure);
  return `${' '.repeat(indent)}${indent === 0 ? paint('bold', text) : text}${gap}${painted}`;
}

const styleOf: Readonly<Record<NonNullable<Strength['word']>, Style>> = {
  strong: 'green',
  sound: 'yellow',
  'needs work': 'red',
};

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** `focus █ 100`, as many in a line as there is room for; then each dimension that is not judged, with the reason. */
function cells({ dimensions }: Strength, indent: number, { columns, paint }: StrengthTextOptions): readonly string[] {
  const room = Math.max(20, Math.min(columns, widest) - indent);
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { dimension, value } of dimensions) {
    if (value === null) continue;
    const figure = `${barOf(value)} ${value}`;
    const own = dimension.length + 1 + figure.length;
    if (width > 0 && width + 2 + own > room) {
      lines.push(line);
      line = '';
      width = 0;
    }
    const styled = `${paint('dim', dimension)} ${paint(cellStyle(value), figure)}`;
    line = width === 0 ? styled : `${line}  ${styled}`;
    width += own + (width === 0 ? 0 : 2);
  }
  const notes = dimensions.flatMap(({ dimension, value, startText }) =>
    value === null ? wrap(safeLine(`${dimension} not judged: ${startText}`), room) : [],
  );
  return [...lines, line, ...notes.map((note) => paint('dim', note))].map((text) => ' '.repeat(indent) + text);
}

function barOf(value: number): string {
  return bars[Math.min(bars.length - 1, Math.floor((value * bars.length) / 100))] as string;
}

function cellStyle(value: number): Style {
  if (value >= wordFrom.strong.whole) return 'green';
  return value >= wordFrom.sound.each ? 'yellow' : 'red';
}

function advice(strength: Strength, indent: number, { columns }: StrengthTextOptions): readonly string[] {
  return adviceFor(strength, mostAdvice).flatMap((one, index) => {
    const number = `${index + 1}. `;
    const room = Math.max(20, Math.min(columns, widest) - indent - number.length);
    return wrap(safeLine(adviceText(one)), room).map(
      (line, at) => ' '.repeat(indent) + (at === 0 ? number : ' '.repeat(number.length)) + line,
    );
  });
}

function adviceText({ dimension, points, line, more }: Advice): string {
  const others = more === 0 ? '' : ` and ${more} more`;
  const rule = line.rule === null ? '' : ` (${line.rule})`;
  const todo = line.todo === '' ? '' : ` ${line.todo}`;
  return `−${points} ${dimension}: “${line.about}”${others}: ${line.text}${todo}${rule}`;
}
