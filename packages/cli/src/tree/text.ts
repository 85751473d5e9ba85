import {
  type CascadeTree,
  type GuardrailRow,
  type HealthState,
  type InitiativeRow,
  type KeyResultRow,
  type ObjectiveRow,
  type ProgressFigure,
  percent,
  type SetRow,
  type UnitRow,
} from '@okr-language/core';
import { shownPath } from '../paths.ts';
import { noGoalsLine } from '../report/group.ts';
import type { Paint, Style } from '../terminal/paint.ts';
import { safeLine } from '../terminal/safe.ts';
import { fitTo, widthOf } from '../terminal/width.ts';
import type { ProjectTree } from './json.ts';

export interface TreeTextOptions {
  readonly cwd: string;
  readonly paint: Paint;
  readonly columns: number;
}

/** A line of the tree and what hangs below it. */
interface Branch {
  readonly label: string;
  readonly style: Style | null;
  /** What stands dimmed behind the label and gives way first. */
  readonly detail: string;
  readonly progress: ProgressFigure | null;
  /** Of a goal that is closed: nobody works on it any more, so its health is no news. */
  readonly end?: End;
  readonly below: readonly Branch[];
}

type End = 'closed' | 'abandoned' | null;

/** The cascade for people: a line a row, with a bar, the figure and the health of every goal at the right. */
export function* treeTextPieces(projects: readonly ProjectTree[], options: TreeTextOptions): Generator<string> {
  if (projects.length === 0) yield `${noGoalsLine(false)}\n`;
  for (const [index, { root, tree }] of projects.entries()) {
    if (index > 0) yield '\n';
    if (projects.length > 1) yield `${options.paint('bold', safeLine(shownPath(root, options.cwd)))}\n`;
    const all = branches(tree);
    if (all.length === 0) yield 'There are no OKRs here yet.\n';
    for (const branch of all) for (const line of draw(branch, options)) yield `${line}\n`;
  }
}

function branches({ roots, unaligned, homeless }: CascadeTree): readonly Branch[] {
  const aside: Branch[] = [];
  if (homeless.length > 0) aside.push(heading('Units that are nowhere declared', byUnit(homeless)));
  if (unaligned.length > 0) {
    const rows = unaligned.map((row) => {
      const where = [`${row.unit} in ${row.cycle}`, row.standalone ?? ''].filter(Boolean).join(': ');
      return goal(row, where, endOf(row));
    });
    aside.push(heading('Goals that support no other', rows));
  }
  return [...roots.filter(hasGoalsOrTeams).map(unitOf), ...aside];
}

/** Of a unit that is nowhere declared only its name is known. */
function byUnit(sets: readonly SetRow[]): readonly Branch[] {
  const units = new Map<string, Branch[]>();
  for (const set of sets) {
    const own = units.get(set.unit) ?? [];
    own.push(setOf(set));
    units.set(set.unit, own);
  }
  return [...units].map(([name, below]) => ({ ...leaf(name, '', null), style: 'bold', below }));
}

function heading(label: string, below: readonly Branch[]): Branch {
  return { label, style: 'bold', detail: '', progress: null, below };
}

function leaf(label: string, detail: string, progress: ProgressFigure | null): Branch {
  return { label, style: null, detail, progress, below: [] };
}

/** A goal with how it ended, where it is closed. */
function goal(row: ObjectiveRow | KeyResultRow, detail: string, end: End): Branch {
  const score = row.score === null ? '' : `score ${row.score}`;
  const next = end === 'abandoned' ? '' : (row.decision ?? '');
  const parts = [score, next, detail].filter(Boolean);
  return { ...leaf(titleOf(row), parts.join(', '), row.progress), end };
}

function endOf({ score, decision }: ObjectiveRow | KeyResultRow): End {
  if (decision === 'abandon') return 'abandoned';
  return score === null && decision === null ? null : 'closed';
}

/** A goal that has a name and no words yet is called by its name. */
function titleOf({ title, name }: ObjectiveRow | KeyResultRow): string {
  return title.trim() || (name ?? '');
}

function unitOf(unit: UnitRow): Branch {
  const detail = unit.title === unit.name ? '' : unit.name;
  return {
    ...leaf(unit.title, detail, null),
    style: 'bold',
    below: [...unit.sets.map(setOf), ...unit.units.filter(hasGoalsOrTeams).map(unitOf)],
  };
}

/** A person without goals of their own says nothing here; as owner they are named at the goals. */
function hasGoalsOrTeams(unit: UnitRow): boolean {
  return unit.level !== 'person' || unit.sets.length > 0 || unit.units.length > 0;
}

function setOf(set: SetRow): Branch {
  const remarks = [set.draft ? 'draft' : '', set.closed ? 'closed' : ''].filter(Boolean).join(', ');
  const rows = [
    ...set.objectives.map(objectiveOf),
    ...set.guardrails.map(guardrailOf),
    ...set.initiatives.map(initiativeOf),
  ];
  return { ...leaf(set.cycle, remarks, set.progress), below: rows };
}

function objectiveOf(objective: ObjectiveRow): Branch {
  const owners = objective.owners.map((owner) => owner.title).join(', ');
  // An initiative for a key result is shown there.
  const shownBelow = new Set(objective.keyResults.flatMap((row) => row.initiatives.map((initiative) => initiative.id)));
  const rows = [
    ...objective.keyResults.map((row) => keyResultOf(row, endOf(row) ?? endOf(objective))),
    ...objective.guardrails.map(guardrailOf),
    ...objective.initiatives.filter((initiative) => !shownBelow.has(initiative.id)).map(initiativeOf),
  ];
  return { ...goal(objective, owners, endOf(objective)), below: rows };
}

/** A key result ends with its objective. */
function keyResultOf(row: KeyResultRow, end: End): Branch {
  // A sentence already says its measure.
  const measure = row.measure?.source === 'clause' ? row.measure.text : '';
  return { ...goal(row, measure, end), below: row.initiatives.map(initiativeOf) };
}

function guardrailOf(row: GuardrailRow): Branch {
  const state = row.holds === null ? '' : row.holds ? 'holds' : 'broken';
  return leaf(`Guardrail: ${row.title}`, [row.measure?.text ?? '', state].filter(Boolean).join(', '), null);
}

function initiativeOf(row: InitiativeRow): Branch {
  return leaf(`Initiative: ${row.title}`, row.status ?? '', null);
}

const barCells = 10;
const figureWidth = ' ▮▮▮▮▮▮▮▮▮▮ 100% ● off track'.length;

/** Without recursion: an organisation may be deeper than the stack. */
function* draw(root: Branch, options: TreeTextOptions): Generator<string> {
  const deepestIndent = Math.floor(options.columns / 9) * 3; // what lies deeper stands there too
  const open = [{ branch: root, own: '', below: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { branch, own, below } = next;
    yield drawLine(branch, own, options);
    for (let index = branch.below.length - 1; index >= 0; index--) {
      const isLast = index === branch.below.length - 1;
      const child = branch.below[index] as Branch;
      const indent = below.slice(0, deepestIndent);
      open.push({ branch: child, own: indent + (isLast ? '└─ ' : '├─ '), below: indent + (isLast ? '   ' : '│  ') });
    }
  }
}

/** The label, then the detail as far as there is room, then the figures flush right where there are any. */
function drawLine(branch: Branch, guides: string, { columns, paint }: TreeTextOptions): string {
  const behind = branch.progress === null ? 0 : figureWidth;
  const room = Math.max(8, Math.min(columns, 140) - guides.length - behind - 1);
  const label = fitTo(safeLine(branch.label) || 'not named yet', room);
  const left = room - widthOf(label) - 2;
  // A letter or two say nothing; that something is missing does.
  const detail = left >= 1 && branch.detail !== '' ? fitTo(safeLine(branch.detail), left < 4 ? 1 : left) : '';
  const text = detail === '' ? label : `${label}  ${detail}`;
  const styled = branch.style === null ? label : paint(branch.style, label);
  const painted = detail === '' ? styled : `${styled}  ${paint('dim', detail)}`;
  if (branch.progress === null) return paint('dim', guides) + painted;
  return `${paint('dim', guides)}${painted}${' '.repeat(Math.max(0, room - widthOf(text)))} ${figures(branch.progress, branch.end ?? null, paint)}`;
}

function figures(progress: ProgressFigure, end: End, paint: Paint): string {
  const { sign, words, style } = end === null ? healthMarks[progress.health] : endMarks[end];
  const filled = Math.max(0, Math.min(barCells, Math.floor(progress.value * barCells + 1e-9)));
  const bar = '▮'.repeat(filled) + '▯'.repeat(barCells - filled);
  return `${paint(style, bar)} ${percent(progress.value).padStart(4)} ${paint(style, `${sign} ${words}`)}`;
}

interface Mark {
  readonly sign: string;
  readonly words: string;
  readonly style: Style;
}

const endMarks: Readonly<Record<NonNullable<End>, Mark>> = {
  closed: { sign: '–', words: 'closed', style: 'dim' },
  abandoned: { sign: '×', words: 'abandoned', style: 'dim' },
};

const healthMarks: Readonly<Record<HealthState, Mark>> = {
  onTrack: { sign: '●', words: 'on track', style: 'green' },
  atRisk: { sign: '▲', words: 'at risk', style: 'yellow' },
  offTrack: { sign: '■', words: 'off track', style: 'red' },
  noNews: { sign: '○', words: 'no news', style: 'dim' },
  done: { sign: '✓', words: 'done', style: 'green' },
};
