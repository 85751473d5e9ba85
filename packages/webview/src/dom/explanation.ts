/** What stands beneath the chosen row: the figure and where it comes from, the readings, and the other ends of its links. */
import type { KeyResultRow, Link, ObjectiveRow, RowPlace } from '@okr-language/core';
import type { OutlineNode } from '../model/outline.ts';
import { cycleTitle, findingWords, type RowContext, rowText } from '../row-text.ts';
import { linkTitle, nameOf, oneLine, percent, shortDate } from '../words.ts';
import { element } from './element.ts';
import { readingsChart } from './readings-chart.ts';
import { strengthParts } from './strength.ts';

const explanationId = 'explanation';

export interface ExplanationActions {
  /** Go to the row of a goal. */
  jump(id: string): void;
  /** Show a place in the text. */
  open(place: RowPlace): void;
}

const mostLinks = 12;
const mostParts = 12;
const mostReadings = 4;

/** Null for rows that have nothing to explain. */
export function explanationOf(node: OutlineNode, context: RowContext, actions: ExplanationActions): HTMLElement | null {
  const parts = contentOf(node, context, actions);
  if (parts.length === 0) return null;
  const box = element('div', 'explanation', element('div', 'box', wholeTitle(node, context), ...parts));
  box.id = explanationId;
  return box;
}

/** In its row a title may be cut. Whoever hears the row has heard it in whole. */
function wholeTitle(node: OutlineNode, context: RowContext): HTMLElement {
  const title = element('p', 'whole-title', rowText(node, context).title);
  title.dir = 'auto';
  title.setAttribute('aria-hidden', 'true');
  return title;
}

function contentOf(node: OutlineNode, context: RowContext, actions: ExplanationActions): Element[] {
  switch (node.kind) {
    case 'unit':
      return node.set ? [...figureParts(node.set.progress, null), ...factList(toLookAt(node, context))] : [];
    case 'set':
      return [...figureParts(node.row.progress, null), ...factList(toLookAt(node, context))];
    case 'objective':
      return [
        ...figureParts(node.row.progress, node.row.keyResults.length > 0 ? node.row : null),
        ...facts(node, context),
        ...strengthParts(node.row.strength),
        ...links(node.row, context, actions),
      ];
    case 'keyResult': {
      const chart = readingsChart(node.row, context.today);
      return [
        ...figureParts(node.row.progress, null),
        ...(chart ? [chart] : []),
        ...readings(node.row, context, actions),
        ...facts(node, context),
        ...links(node.row, context, actions),
      ];
    }
    case 'guardrail':
      return node.row.explanation ? [element('p', '', oneLine(node.row.explanation))] : [];
    case 'initiative':
      return facts(node, context);
    default:
      return [];
  }
}

/** The sentence, then its parts: those that the model states, else the key results with their figures. */
function figureParts(progress: ObjectiveRow['progress'], objective: ObjectiveRow | null): Element[] {
  const sentence = element('p', 'sentence');
  sentence.dir = 'auto';
  const figure = progress.state === 'unmeasurable' ? '' : percent(progress.value);
  const text = oneLine(progress.explanation);
  const at = figure ? whereSaid(figure, text) : -1;
  const strong = element('strong', '', figure);
  if (at >= 0) sentence.append(text.slice(0, at), strong, text.slice(at + figure.length));
  else if (figure) sentence.append(strong, ' ', text);
  else sentence.append(text);
  const parts =
    progress.parts.length > 0
      ? progress.parts.map(oneLine)
      : (objective?.keyResults ?? []).map((row) => `${oneLine(row.title)} ${percent(row.progress.value)}`);
  if (parts.length === 0) return [sentence];
  const list = element('ul', 'parts', ...parts.slice(0, mostParts).map((part) => listItem(part)));
  if (parts.length > mostParts) list.append(listItem(`and ${parts.length - mostParts} more`));
  return [sentence, list];
}

/** Where the first sentence of a text says a figure; −1 where it does not. `0%` is not what `-10%` or `1.0%` says. */
function whereSaid(figure: string, text: string): number {
  const [sentence = ''] = text.split(/(?<=[.!?])\s/, 1);
  for (let at = sentence.indexOf(figure); at >= 0; at = sentence.indexOf(figure, at + 1)) {
    if (!/[\d.,+\-−]$/.test(sentence.slice(0, at))) return at;
  }
  return -1;
}

function listItem(text: string): HTMLElement {
  const item = element('li', '', text);
  item.dir = 'auto';
  return item;
}

function readings(row: KeyResultRow, context: RowContext, actions: ExplanationActions): Element[] {
  const latest = row.readings.slice(-mostReadings).reverse();
  if (latest.length === 0) return [];
  const items = latest.map((reading) => {
    const date = element('button', 'link', shortDate(reading.date, context.today));
    date.type = 'button';
    date.addEventListener('click', () => actions.open(reading.place));
    const value = element('span', 'value', oneLine(reading.text));
    const item = element('li', '', date, value);
    const confidence = reading.confidence === null ? '' : `${percent(reading.confidence)} confident`;
    const rest = [confidence, oneLine(reading.note ?? '')].filter(Boolean).join(' · ');
    if (rest) {
      const note = element('span', 'note', rest);
      note.dir = 'auto';
      item.append(note);
    }
    return item;
  });
  return [element('ul', 'readings', ...items)];
}

type Fact = readonly [name: string, value: string];

/** Owner, date, ambition and the like, as pairs. */
function facts(node: OutlineNode & { kind: 'objective' | 'keyResult' | 'initiative' }, context: RowContext): Element[] {
  const pairs: Fact[] = [];
  const { row } = node;
  const owners = row.owners.map((owner) => nameOf(owner) + inBrackets(owner.inherited));
  pairs.push([owners.length > 1 ? 'Owners' : 'Owner', owners.join(', ') || 'nobody yet']);
  if (row.deadline) {
    const { date, text, from } = row.deadline;
    pairs.push(['Due', shortDate(date ?? text, context.today) + inBrackets(from)]);
  }
  if (row.kind === 'initiative') {
    const { detail } = rowText(node, context);
    if (detail) pairs.push(['Status', detail]);
  } else {
    pairs.push(['Kind', row.ambition + inBrackets(row.ambitionFrom)]);
    if (row.kind === 'keyResult' && row.measure?.text) pairs.push(['Measure', oneLine(row.measure.text)]);
    if (row.score !== null) pairs.push(['Score', String(row.score)]);
    if (row.decision) pairs.push(['Next', oneLine(row.decision)]);
    if (row.kind === 'objective' && row.standalone !== null)
      pairs.push(['Stands alone', oneLine(row.standalone) || 'yes']);
    if (row.tags.length > 0) pairs.push(['Tags', row.tags.map((tag) => `#${oneLine(tag)}`).join(' ')]);
    pairs.push(...toLookAt(node, context));
  }
  return factList(pairs);
}

/** Where something was inherited from, behind it. */
function inBrackets(source: string | null | undefined): string {
  return source ? ` (${oneLine(source)})` : '';
}

function toLookAt(node: OutlineNode, context: RowContext): Fact[] {
  const { findings } = rowText(node, context);
  return findings ? [['To look at', findingWords(findings)]] : [];
}

function factList(pairs: readonly Fact[]): Element[] {
  if (pairs.length === 0) return [];
  const list = element('dl', 'facts');
  for (const [name, value] of pairs) {
    const definition = element('dd', '', value);
    definition.dir = 'auto';
    list.append(element('div', '', element('dt', '', name), definition));
  }
  return [list];
}

function links(row: ObjectiveRow | KeyResultRow, context: RowContext, actions: ExplanationActions): Element[] {
  return [
    ...linkGroup('Supports', row.supports, context, actions),
    ...linkGroup('Supported by', row.supportedBy, context, actions),
    ...linkGroup('Depends on', row.dependsOn, context, actions),
  ];
}

function linkGroup(title: string, all: readonly Link[], context: RowContext, actions: ExplanationActions): Element[] {
  if (all.length === 0) return [];
  const list = element('ul', '');
  for (const link of all.slice(0, mostLinks)) {
    const name = element('button', 'link', linkTitle(link));
    name.type = 'button';
    name.dir = 'auto';
    name.addEventListener('click', () => actions.jump(link.id));
    const unit = oneLine(context.unitTitles.get(link.unit) ?? link.unit);
    const weight = link.weight === 1 ? '' : ` · weight ${link.weight}`;
    const where = element('span', 'note', `${unit} · ${cycleTitle(link.cycle, context)}${weight}`);
    list.append(element('li', '', name, where));
  }
  if (all.length > mostLinks) list.append(element('li', 'note', `and ${all.length - mostLinks} more`));
  return [element('div', 'link-group', element('h2', '', title), list)];
}
