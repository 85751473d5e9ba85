import type {
  Guardrail,
  Initiative,
  InitiativeStatus,
  KeyResult,
  MeasureClause,
  Name,
  Objective,
  Quoted,
  Reference,
  Span,
  Support,
  WrittenAmbition,
  WrittenDate,
  WrittenNumber,
  WrittenReading,
} from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, type NodeOfEach } from '../syntax/tree.ts';
import { added, none } from './lists.ts';
import { MeasureParts } from './measure.ts';
import { composed } from './names.ts';
import { inlineReading } from './readings.ts';
import { reference, references } from './references.ts';
import type { Source } from './source.ts';

const OWNER = cellsOf<ast.Owner>('Owner');
const BY = cellsOf<ast.By>('By');
const WEIGHT = cellsOf<ast.Weight>('Weight');
const LINK = cellsOf<ast.Link>('Link');
const SOURCE = cellsOf<ast.Source>('Source');
const SUPPORTS = cellsOf<ast.Supports>('Supports');
const SUPPORT = cellsOf<ast.Support>('Support');
const DEPENDS_ON = cellsOf<ast.DependsOn>('DependsOn');
const CARRIED_FROM = cellsOf<ast.CarriedFrom>('CarriedFrom');
const STANDALONE = cellsOf<ast.Standalone>('Standalone');
const FOR = cellsOf<ast.For>('For');
const STATUS = cellsOf<ast.Status>('Status');
const OF = cellsOf<ast.Of>('Of');

type NestedStatement = ast.Objective | ast.KeyResult | ast.Initiative | ast.Guardrail;

/** A clause that may stand only once: a bit for whether it was there, and what it is called. */
interface Single {
  readonly bit: number;
  readonly words: string;
}

let singles = 0;
function single(words: string): Single {
  return { bit: 1 << singles++, words };
}

const ONE_DRAFT = single('draft');
const ONE_OWNER = single('owner');
const ONE_AMBITION = single('committed or aspirational');
const ONE_DEADLINE = single('by');
const ONE_WEIGHT = single('weight');
const ONE_LINK = single('link');
const ONE_SOURCE = single('source');
const ONE_INDICATOR = single('leading or lagging');
const ONE_CARRIED_FROM = single('carried from');
const ONE_STANDALONE = single('standalone');
const ONE_FOR = single('for');
const ONE_STATUS = single('status');
const ONE_UNIT = single('of');

/** A line of the block of a set, objective, key result, initiative, guardrail or kpi, or a part of its first line. */
export type Clause = NodeOfEach<
  Exclude<
    | ast.SetClause
    | ast.ObjectiveClause
    | ast.KeyResultClause
    | ast.InitiativeClause
    | ast.GuardrailClause
    | ast.KpiClause
    | ast.KpiHeader,
    NestedStatement
  >
>;

/** Nobody keeps what was sorted for a statement: those that are done with serve the next ones. */
const idle: Clauses[] = [];

/**
 * What the clauses of one statement say, and the statements that stand in it. Each statement takes from it what its grammar allows, and then
 * is `done` with it.
 */
export class Clauses {
  draft: Span | null = null;
  owners: readonly Name[] = none();
  ambition: WrittenAmbition | null = null;
  tags: Name[] = none();
  deadline: WrittenDate | null = null;
  weight: WrittenNumber | null = null;
  links: Quoted[] = none();
  source: Quoted | null = null;
  indicator: KeyResult['indicator'] = null;
  supports: Support[] = none();
  dependsOn: Reference[] = none();
  carriedFrom: Reference | null = null;
  standalone: Objective['standalone'] = null;
  for: readonly Reference[] = none();
  status: Initiative['status'] = null;
  unit: Name | null = null;
  readings: WrittenReading[] = none();
  objectives: Objective[] = none();
  keyResults: KeyResult[] = none();
  initiatives: Initiative[] = none();
  guardrails: Guardrail[] = none();

  private readonly measureParts = new MeasureParts();
  /** The bits of what stood there and may stand only once. */
  private written = 0;

  /** With nothing in it. */
  static empty(): Clauses {
    return idle.pop() ?? new Clauses();
  }

  /** Takes everything out, to be used again for another statement. */
  done(): void {
    this.draft = null;
    this.owners = none();
    this.ambition = null;
    this.tags = none();
    this.deadline = null;
    this.weight = null;
    this.links = none();
    this.source = null;
    this.indicator = null;
    this.supports = none();
    this.dependsOn = none();
    this.carriedFrom = null;
    this.standalone = null;
    this.for = none();
    this.status = null;
    this.unit = null;
    this.readings = none();
    this.objectives = none();
    this.keyResults = none();
    this.initiatives = none();
    this.guardrails = none();
    this.written = 0;
    this.measureParts.clear();
    idle.push(this);
  }

  get measure(): MeasureClause | null {
    return this.measureParts.clause();
  }

  add(text: Source, clause: Clause): void {
    const { tree } = text;
    switch (tree.typeOf(clause)) {
      case 'Draft':
        if (this.once(text, clause, ONE_DRAFT)) this.draft = text.spanOf(clause);
        return;
      case 'Owner': {
        const first = tree.at(clause as NodeOf<ast.Owner>, OWNER.names);
        if (first !== NONE && this.once(text, clause, ONE_OWNER)) this.owners = text.names(first);
        return;
      }
      case 'Ambition':
        if (this.once(text, clause, ONE_AMBITION)) {
          this.ambition = { value: wordOf(text, clause) as WrittenAmbition['value'], span: text.spanOf(clause) };
        }
        return;
      case 'Tag':
        this.tags = added(this.tags, { text: composed(wordOf(text, clause).slice(1)), span: text.spanOf(clause) });
        return;
      case 'By':
        if (this.once(text, clause, ONE_DEADLINE))
          this.deadline = text.date(tree.at(clause as NodeOf<ast.By>, BY.date));
        return;
      case 'Weight':
        if (this.once(text, clause, ONE_WEIGHT))
          this.weight = text.number(tree.at(clause as NodeOf<ast.Weight>, WEIGHT.value));
        return;
      case 'Link':
        if (this.once(text, clause, ONE_LINK))
          this.addLink(text.quoted(tree.at(clause as NodeOf<ast.Link>, LINK.address)));
        return;
      case 'Source':
        if (this.once(text, clause, ONE_SOURCE))
          this.source = text.quoted(tree.at(clause as NodeOf<ast.Source>, SOURCE.text));
        return;
      case 'Indicator':
        if (this.once(text, clause, ONE_INDICATOR)) {
          this.indicator = { value: wordOf(text, clause) as 'leading' | 'lagging', span: text.spanOf(clause) };
        }
        return;
      case 'Supports':
        this.addSupports(text, tree.at(clause as NodeOf<ast.Supports>, SUPPORTS.supports));
        return;
      case 'DependsOn':
        for (const one of references(text, tree.at(clause as NodeOf<ast.DependsOn>, DEPENDS_ON.references)))
          this.dependsOn = added(this.dependsOn, one);
        return;
      case 'CarriedFrom':
        if (this.once(text, clause, ONE_CARRIED_FROM))
          this.carriedFrom = reference(text, tree.at(clause as NodeOf<ast.CarriedFrom>, CARRIED_FROM.reference));
        return;
      case 'Standalone':
        if (this.once(text, clause, ONE_STANDALONE)) {
          const because = text.quoted(tree.at(clause as NodeOf<ast.Standalone>, STANDALONE.because));
          this.standalone = { span: text.spanOf(clause), because };
        }
        return;
      case 'For':
        if (this.once(text, clause, ONE_FOR))
          this.for = references(text, tree.at(clause as NodeOf<ast.For>, FOR.references));
        return;
      case 'Status': {
        const value = tree.at(clause as NodeOf<ast.Status>, STATUS.value);
        if (value !== NONE && this.once(text, clause, ONE_STATUS))
          this.status = { value: text.word(value) as InitiativeStatus, span: text.tokenSpan(value) };
        return;
      }
      case 'Of':
        if (this.once(text, clause, ONE_UNIT)) this.unit = text.name(tree.at(clause as NodeOf<ast.Of>, OF.unit));
        return;
      case 'InlineReading':
        this.readings = added(this.readings, inlineReading(text, clause as NodeOf<ast.InlineReading>));
        return;
      default:
        this.measureParts.add(text, clause as NodeOfEach<ast.Measure>);
    }
  }

  private addLink(address: Quoted | null): void {
    if (address) this.links = added(this.links, address);
  }

  /**
   * `supports acme.loyalty weight 2`. A weight on a line of its own is the statement's, as its reader would have it,
   * although line breaks carry no meaning elsewhere; but for one with a comma behind it, which goes on with the list.
   */
  private addSupports(text: Source, first: NodeOf<ast.Support>): void {
    const { tree } = text;
    for (let support = first; support !== NONE; support = tree.next(support)) {
      const to = reference(text, tree.at(support, SUPPORT.reference));
      if (!to) continue;
      const isLast = tree.next(support) === NONE;
      const written = tree.at(support, SUPPORT.weight);
      const ownLine = isLast && written !== NONE && text.isFirstOfLine(written - 1);
      const weight = text.number(written);
      if (ownLine) this.addWeight(text, weight, text.tokenSpan(written - 1, written));
      this.supports = added(this.supports, {
        reference: to,
        weight: ownLine ? null : weight,
        span: ownLine ? to.span : text.spanAround(support, to.span),
      });
    }
  }

  private addWeight(text: Source, weight: WrittenNumber | null, span: Span): void {
    if (this.isFirst(ONE_WEIGHT)) this.weight = weight;
    else text.repeated(span, ONE_WEIGHT.words);
  }

  /** True the first time; a second time is reported and the first one kept. */
  private once(text: Source, clause: Clause, what: Single): boolean {
    if (this.isFirst(what)) return true;
    text.repeated(text.spanOf(clause), what.words);
    return false;
  }

  private isFirst({ bit }: Single): boolean {
    if ((this.written & bit) !== 0) return false;
    this.written |= bit;
    return true;
  }
}

/** The word that a clause begins with. */
function wordOf(text: Source, clause: Clause): string {
  return text.word(text.tree.first(clause));
}
