/**
 * Completion. What may come is told from the words before the cursor alone, so it works in files that are half typed; names
 * and values come from the cascade, which keeps what could be read.
 */
import {
  type Cascade,
  type Finding,
  formatIsoDay,
  type GoalNode,
  type ObjectiveNode,
  parseIsoDay,
  type Span,
  type SupporterCounts,
  type UnitNode,
} from '@okr-language/core';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from 'vscode-languageserver-types';
import {
  type Candidates,
  goalCandidates,
  kpiCandidates,
  nearestUnits,
  unitCandidates,
} from '../../lookup/candidates.ts';
import { composed } from '../../lower/names.ts';
import { type FeatureContext, offsetAt, toRange } from '../context.ts';
import { goalCard } from '../hover/cards.ts';
import { flags, headerOf, type ItemKind, isNamed, itemsOf, measureWords } from '../outline/blocks.ts';
import type { Item } from '../outline/outline.ts';
import type { PathScope } from '../paths.ts';
import { ignoreProposals, ignoreTypingAt } from './comments.ts';
import { hasMeasure, measureTails, once, referenceTails, required, titleTemplates } from './follow.ts';
import { type GoalRole, goalProposals } from './goals.ts';
import { calendarNames, cycleProposals, isPerson, tagProposals, unitProposals } from './names.ts';
import { type Proposal, Proposals } from './proposal.ts';
import { type Scope, scopeOf, type Typing, typingAt } from './typing.ts';
import {
  confidenceProposals,
  cycleEdgeProposals,
  dayProposals,
  dueProposals,
  entryProposals,
  goalInSet,
  readingProposals,
  scoreProposals,
  unitWordProposals,
  valueProposals,
  wordProposals,
} from './values.ts';
import { keywordProposals, type TemplateFacts } from './words.ts';

export interface CompletionOptions {
  /** Whether the editor knows tab stops. */
  readonly snippets?: boolean;
  /** The editor's command that asks for proposals again, to go on after `supports ` at once; VS Code has one. */
  readonly suggestCommand?: string;
  /** Findings of the file: their rules come first in `okr-ignore`. */
  readonly findings?: readonly Finding[];
}

/** Characters after which an editor should ask without being told to. */
export const completionTriggers: readonly string[] = [' ', '.', '#'];

/** At most 200 proposals that fit what was typed; `isIncomplete` where there are more. */
export function completions(
  context: FeatureContext,
  position: Position,
  options: CompletionOptions = {},
): CompletionList {
  const { text, file } = context;
  const offset = offsetAt(text, file.lineStarts, position);
  const typing = typingAt(text, offset);
  const listed = {
    snippets: options.snippets ?? true,
    suggestCommand: options.suggestCommand ?? '',
    rangeOf: (span: Span) => toRange(file.lineStarts, span),
  };
  if (!typing) return { isIncomplete: false, items: [] };
  if (typing.kind === 'comment') {
    const ignore = ignoreTypingAt(typing.text);
    if (!ignore) return { isIncomplete: false, items: [] };
    const proposals = new Proposals(ignore.typed);
    proposals.addAll(ignoreProposals(ignore.what, options.findings ?? []));
    const [, word = '', rest = ''] = /^([\w-]*)([^\r\n]*)/.exec(text.slice(offset)) ?? [];
    const span = { start: typing.start + ignore.from, end: offset + word.length };
    const replaced = { span, isWordAlone: rest.trim() !== '' };
    return proposals.list({ ...listed, replacedBy: () => replaced });
  }
  const proposals = new Proposals(typing.typed);
  const completion = new Completion(context, typing);
  for (const some of completion.proposals()) proposals.addAll(some);
  const { behind, isApart } = typing;
  const list = proposals.list({ ...listed, isApart, replacedBy: (proposal) => behind.replacedBy(proposal) });
  return completion.mayBeMore ? { ...list, isIncomplete: true } : list;
}

/** A goal, and how many support it where it does not tell itself. */
export interface CountedGoal {
  readonly goal: GoalNode;
  readonly supporters?: SupporterCounts;
}

/** Adds what is too large to send with every proposal: the card of the goal that it names. `find` looks a goal up by its id. */
export async function resolveCompletion(
  find: (id: string) => Promise<CountedGoal | null>,
  item: CompletionItem,
): Promise<CompletionItem> {
  const data: unknown = item.data;
  const id = typeof data === 'object' && data !== null && 'goal' in data ? data.goal : null;
  const found = typeof id === 'string' ? await find(id) : null;
  if (!found) return item;
  return { ...item, documentation: { kind: 'markdown', value: goalCard(found.goal, found.supporters) } };
}

type Some = Iterable<Proposal>;

class Completion {
  readonly #context: FeatureContext;
  readonly #typing: Typing;
  readonly #scope: Scope | null;
  readonly #facts: TemplateFacts;
  /** Not everything was looked at that might fit. */
  mayBeMore = false;

  constructor(context: FeatureContext, typing: Typing) {
    this.#context = context;
    this.#typing = typing;
    this.#scope = scopeOf(typing.place);
    const { today } = context.cascade;
    this.#facts = {
      unit: this.#scope?.unit ?? '',
      cycle: this.#scope?.cycle || calendarNames(today).quarter,
      today: formatIsoDay(today),
      isReading: typing.block.kind !== 'file',
      isCycle: typing.place.item?.kind === 'cycle',
    };
  }

  /** Groups of proposals in the order in which they should be asked for. */
  *proposals(): Generator<Some> {
    const { place, typed, startsLine } = this.#typing;
    const { item, second, wanting, clause } = place;
    const periods = item && this.#periods(item);
    if (typed.startsWith('#') && !mayHoldTags.has(this.#typing.block.kind)) return;
    if (typed.startsWith('#')) yield tagProposals(this.#context.cascade, this.#context.directory?.tags);
    else if (second.length > 0) yield keywordTail(clause, second);
    else if (periods) yield periods;
    else if (item && wanting) {
      yield* this.#operands(item);
      if (startsLine) yield this.#items(9);
    } else yield* this.#continuations(item);
  }

  /** Where a period must follow, `per month` and `every 2 weeks`, these and nothing else; null elsewhere. */
  #periods({ word }: Item): Some | null {
    const { operands } = this.#typing.place;
    if (operands.length > 0 && operands.at(-1) === 'per')
      return wordProposals(['month', 'week', 'day', 'quarter', 'year'], 0);
    if ((word !== 'checkins' && word !== 'reviews') || operands[0] !== 'every' || operands.length > 2) return null;
    return wordProposals(operands.length === 1 ? ['2', '3', '4', '6'] : ['weeks', 'months', 'days'], 0);
  }

  /** What must follow the clause word before the cursor. */
  *#operands(item: Item): Generator<Some> {
    const { cascade } = this.#context;
    const clause = this.#typing.place.clause || item.word;
    const cycle = cascade.cycles.get(this.#scope?.cycle ?? '') ?? null;
    switch (clause) {
      case 'owner':
      case 'lead':
        return yield this.#units(isPerson);
      case 'of':
        return yield this.#units((unit) => !isPerson(unit));
      case 'for':
        if (item.kind === 'initiative' || item.kind === 'clause') return yield this.#goals('for');
        return yield this.#units((unit) => !isPerson(unit));
      case 'in':
        if (item.kind === 'unit')
          return yield withoutName(
            this.#units((unit) => !isPerson(unit)),
            this.#nameOf(item),
          );
        return yield this.#cycles(item);
      case 'supports':
      case 'depends on':
      case 'carried from':
        return yield this.#goals(clause);
      case 'by':
        return yield dueProposals(cycle, cascade.today);
      case 'on':
      case 'checkin':
        return yield dayProposals(cycle, cascade.today);
      case 'from':
      case 'to':
        if (item.kind === 'cycle') return yield cycleEdgeProposals(cascade.today, clause);
        return;
      case 'status':
        return yield keywordProposals(['todo', 'doing', 'done', 'dropped'], 0, this.#facts);
      case 'checkins':
      case 'reviews':
        return yield keywordProposals(['weekly', 'every', 'monthly', 'biweekly', 'quarterly', 'daily'], 0, this.#facts);
      case 'confidence':
        return yield confidenceProposals();
      case 'score':
        return yield scoreProposals(this.#goalOf(item));
      case 'weight':
        return yield wordProposals(['1', '2', '3'], 0);
      default:
        return;
    }
  }

  /** Behind a path only cycles in which it leads somewhere; all where it leads nowhere. */
  #cycles(item: Item): Some {
    const { cascade, directory } = this.#context;
    if (item.kind !== 'clause') return cycleProposals(cascade, null, directory?.usedCycles());
    const cycles = this.#cyclesOf(item);
    const all = cycleProposals(cascade, this.#scope?.cycle ?? null, [...(directory?.usedCycles() ?? []), ...cycles]);
    return cycles.size === 0 ? all : [...all].filter(({ label }) => cycles.has(label));
  }

  /** The cycles in which the path before `in` names a goal. */
  #cyclesOf({ lexemes }: Item): ReadonlySet<string> {
    const { text } = this.#context;
    const words = lexemes.map(({ start, end }) => composed(text.slice(start, end)));
    const path = words[words.lastIndexOf('in') - 1] ?? '';
    const names = path.split('.');
    const { unit = '' } = this.#scope ?? {};
    const goals = this.#goalsFor(path).objectives.filter(({ name, set, keyResults }) => {
      const leads = ([first, keyResult, ...rest]: readonly string[]) =>
        name === first &&
        rest.length === 0 &&
        (keyResult === undefined || keyResults.some((one) => one.name === keyResult));
      return (set.unitName === unit && leads(names)) || (set.unitName === names[0] && leads(names.slice(1)));
    });
    return new Set(goals.map(({ set }) => set.cycleName));
  }

  #nameOf(item: Item): string {
    const lexeme = item.lexemes[item.name];
    return lexeme ? composed(this.#context.text.slice(lexeme.start, lexeme.end)) : '';
  }

  #units(first: (unit: UnitNode) => boolean): Some {
    const { cascade, directory } = this.#context;
    if (!directory) return unitProposals(cascade, first);
    const unit = this.#scope?.unit ?? '';
    const found = this.#taken(unitCandidates(directory, cascade, unit, this.#typing.typed));
    return unitProposals(found, first, this.mayBeMore ? nearestUnits(cascade, unit) : []);
  }

  #kpis(): Cascade {
    const { cascade, directory } = this.#context;
    return directory ? this.#taken(kpiCandidates(directory, this.#typing.typed)) : cascade;
  }

  #goals(role: GoalRole): Some {
    if (!this.#scope) return [];
    const { typed } = this.#typing;
    const cascade = this.#goalsFor(typed);
    const scope: PathScope = { ...this.#scope, objective: this.#ownObjective(cascade, this.#scope) };
    return goalProposals(cascade, scope, role, typed);
  }

  #goalsFor(typed: string): Cascade {
    const { cascade: near, directory, file } = this.#context;
    const { unit = '', cycle = '' } = this.#scope ?? {};
    return directory ? this.#taken(goalCandidates(directory, { file, near, unit, cycle }, typed)) : near;
  }

  #taken({ cascade, isAll }: Candidates): Cascade {
    this.mayBeMore ||= !isAll;
    return cascade;
  }

  #ownObjective(cascade: Cascade, { unit, cycle, objective }: Scope): ObjectiveNode | null {
    if (!objective) return null;
    const start = objective.lexemes[0]?.start;
    const set = cascade.sets.get(`${unit}/${cycle}`);
    return set?.objectives.find(({ uri, node }) => uri === this.#context.uri && node.span.start === start) ?? null;
  }

  #goalOf(item: Item) {
    const first = item.lexemes[0];
    if (!this.#scope || !first) return null;
    const path = composed(this.#context.text.slice(first.start, first.end));
    return goalInSet(this.#context.cascade, this.#scope.unit, this.#scope.cycle, path);
  }

  /** What may follow where nothing is missing. */
  *#continuations(item: Item | null): Generator<Some> {
    const { startsLine, place, block } = this.#typing;
    const isLine = block.kind === 'checkin' || block.kind === 'closing';
    if (item && !item.block && !(isLine && startsLine)) yield* this.#withinItem(item);
    if (isLine && (startsLine || !item)) yield this.#lines();
    const isNaming = item && isNamed.has(item.kind as ItemKind) && item.title < 0 && place.clause === '';
    // The value of a reading must come before anything else.
    if (item?.kind === 'reading' && place.clause === 'checkin' && place.operands.length === 1) return;
    // Outside all blocks, and while something is named, the next statement begins on a line of its own.
    if (!item || startsLine || (!isNaming && block.kind !== 'file')) yield this.#items(startsLine || !item ? 1 : 5);
  }

  *#withinItem(item: Item): Generator<Some> {
    const { place } = this.#typing;
    const kind = item.kind as ItemKind;
    if (isNamed.has(kind) && item.title < 0 && place.clause === '') yield this.#naming(item);
    if (item.kind === 'reading' && item.measure < 0 && place.clause !== 'checkin') yield this.#values(item);
    else if (item.kind === 'reading' && place.clause === 'checkin' && place.operands.length === 1)
      yield valueProposals(this.#ownKeyResult());
    else {
      if (this.#followsNumber()) yield unitWordProposals(this.#unitBefore(item));
      yield keywordProposals(this.#openWords(item, kind), 2, this.#facts);
    }
  }

  /** The key result whose block the cursor is in. */
  #ownKeyResult() {
    const start = this.#typing.block.owner?.lexemes[0]?.start;
    const { uri, cascade } = this.#context;
    return cascade.keyResults.find((one) => one.uri === uri && one.node.span.start === start) ?? null;
  }

  #values(item: Item): Some {
    const goal = this.#goalOf(item);
    return valueProposals(goal?.kind === 'keyResult' ? goal : null);
  }

  /** Words of the item's header that are not used yet. */
  #openWords(item: Item, kind: ItemKind): readonly string[] {
    const { clause } = this.#typing.place;
    if (kind === 'clause') return this.#tailsOf(item);
    if (item.title < 0 && isNamed.has(kind) && item.name < 0) return [];
    const due = required.get(kind)?.find((word) => !item.clauses.has(word));
    if (due) return [due];
    const unused = (headerOf[kind] as readonly string[]).filter((word) => mayFollow(word, item));
    if (item.measure < 0 || !hasMeasure.has(kind)) return unused.filter((word) => word !== 'and');
    const more = clause === 'between' ? ['and'] : measureTails(item);
    return unused.filter((word) => !measureWords.has(word) || more.includes(word));
  }

  /** A path goes on with its cycle and its weight on its own line; of a measure the other end may stand on the next. */
  #tailsOf(item: Item): readonly string[] {
    const tails = referenceTails.get(item.word);
    if (!tails) return measureWords.has(item.word) ? measureTails(item) : [];
    return this.#typing.startsLine || this.#typing.place.clause === 'weight' ? [] : tails;
  }

  #followsNumber(): boolean {
    const { clause, operands, item } = this.#typing.place;
    if (this.#typing.startsLine || item?.kind === 'cycle' || operands.at(-2) === 'of') return false;
    const isAmount = measureWords.has(clause) && !flags.has(clause.split(' ')[0] as string);
    return (
      (isAmount || /^at (least|most)$/.test(clause) || clause === '') && /^\P{L}*\d[\d.,_]*$/u.test(this.#typing.before)
    );
  }

  /** The unit that the first value of the measure was written with: `days` in `from 6 days to 3`. */
  #unitBefore(item: Item): string {
    const words = item.lexemes.map((lexeme) => this.#context.text.slice(lexeme.start, lexeme.end));
    const to = words.lastIndexOf('to');
    const from = words.lastIndexOf('from', to);
    return to > from && from >= 0 ? words.slice(from + 2, to).join(' ') : '';
  }

  /** The rest of a statement whose name or title is missing. */
  *#naming(item: Item): Generator<Proposal> {
    if (item.kind === 'guardrail' && item.name < 0) {
      for (const kpi of this.#kpis().kpis) {
        if (kpi.name !== null)
          yield { label: kpi.name, kind: CompletionItemKind.Value, rank: 0, detail: kpi.title, alias: kpi.title };
      }
    }
    const tail = titleTemplates.get(item.word);
    const isNameless = item.name < 0 && (item.kind === 'unit' || item.kind === 'cycle' || item.kind === 'kpi');
    if (tail && !isNameless)
      yield {
        label: '"…"',
        kind: CompletionItemKind.Snippet,
        rank: 1,
        detail: 'the title, in quotes',
        insert: '""',
        template: tail,
      };
  }

  /** Readings of a check-in and entries of a closing. */
  #lines(): Some {
    const { cascade } = this.#context;
    const set = cascade.sets.get(`${this.#scope?.unit}/${this.#scope?.cycle}`) ?? null;
    if (this.#typing.block.kind === 'closing') return entryProposals(set);
    const date = this.#typing.block.owner?.clauses.get('checkin') ?? '';
    return readingProposals(set, this.#kpis().kpis, parseIsoDay(date));
  }

  /** Words that begin something new in the block around the cursor. What may stand once and is there already is left out. */
  #items(rank: number): Some {
    const { block } = this.#typing;
    const there = new Set(block.items.map((item) => item.word));
    const owner = block.owner && block.owner.measure >= 0 ? block.owner : null;
    const words = itemsOf[block.kind].filter(
      (word) =>
        word !== 'and' &&
        !(once.has(word) && there.has(word)) &&
        !(owner && measureWords.has(word) && !measureTails(owner).includes(word)),
    );
    const inBlock =
      block.kind === 'file' ? words : words.filter((word) => !(word === 'lagging' && there.has('leading')));
    return keywordProposals(inBlock, rank, this.#facts);
  }
}

const mayHoldTags: ReadonlySet<string> = new Set(['okrs', 'objective', 'kr', 'initiative']);

const decisions: readonly string[] = ['keep', 'modify', 'defer', 'abandon'];

/** Whether a word of the header may still come: none comes twice, a cycle only right behind its path, and of the decisions only one. */
function mayFollow(word: string, { kind, clauses, measure, title }: Item): boolean {
  if (clauses.has(word)) return false;
  if (word === 'in' && (kind === 'reading' || kind === 'entry')) return measure < 0 && title < 0 && clauses.size === 0;
  return !(kind === 'entry' && decisions.includes(word) && decisions.some((other) => clauses.has(other)));
}

function* withoutName(proposals: Some, name: string): Generator<Proposal> {
  for (const proposal of proposals) if (proposal.label !== name) yield proposal;
}

/** The second word of a keyword: `on` after `depends`. */
function keywordTail(clause: string, second: readonly string[]): Proposal[] {
  return wordProposals(second, 0).map((proposal) => ({
    ...proposal,
    kind: CompletionItemKind.Keyword,
    detail: `${clause} ${proposal.label}`,
    insert: proposal.label === 'because' ? 'because ""' : `${proposal.label} `,
    ...(proposal.label === 'because' ? { template: 'because "$1"' } : {}),
  }));
}
