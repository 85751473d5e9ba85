import type {
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

/** What the clauses of one statement say. Each statement takes from it what its grammar allows. */
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

  private readonly text: Source;
  private measureParts: MeasureParts | null = null;
  /** What stood there and may stand only once. */
  private written: string[] = none();

  constructor(text: Source) {
    this.text = text;
  }

  get measure(): MeasureClause | null {
    return this.measureParts?.clause() ?? null;
  }

  add(clause: Clause): void {
    const { text } = this;
    const { tree } = text;
    switch (tree.typeOf(clause)) {
      case 'Draft':
        if (this.once(clause, 'draft')) this.draft = text.spanOf(clause);
        return;
      case 'Owner': {
        const first = tree.at(clause as NodeOf<ast.Owner>, OWNER.names);
        if (first !== NONE && this.once(clause, 'owner')) this.owners = text.names(first);
        return;
      }
      case 'Ambition':
        if (this.once(clause, 'committed or aspirational')) {
          this.ambition = { value: this.wordOf(clause) as WrittenAmbition['value'], span: text.spanOf(clause) };
        }
        return;
      case 'Tag':
        this.tags = added(this.tags, { text: this.wordOf(clause).slice(1), span: text.spanOf(clause) });
        return;
      case 'By':
        if (this.once(clause, 'by')) this.deadline = text.date(tree.at(clause as NodeOf<ast.By>, BY.date));
        return;
      case 'Weight':
        if (this.once(clause, 'weight')) this.weight = text.number(tree.at(clause as NodeOf<ast.Weight>, WEIGHT.value));
        return;
      case 'Link':
        if (this.once(clause, 'link')) this.addLink(text.quoted(tree.at(clause as NodeOf<ast.Link>, LINK.address)));
        return;
      case 'Source':
        if (this.once(clause, 'source')) this.source = text.quoted(tree.at(clause as NodeOf<ast.Source>, SOURCE.text));
        return;
      case 'Indicator':
        if (this.once(clause, 'leading or lagging')) {
          this.indicator = { value: this.wordOf(clause) as 'leading' | 'lagging', span: text.spanOf(clause) };
        }
        return;
      case 'Supports':
        this.addSupports(tree.at(clause as NodeOf<ast.Supports>, SUPPORTS.supports));
        return;
      case 'DependsOn':
        for (const one of references(text, tree.at(clause as NodeOf<ast.DependsOn>, DEPENDS_ON.references)))
          this.dependsOn = added(this.dependsOn, one);
        return;
      case 'CarriedFrom':
        if (this.once(clause, 'carried from'))
          this.carriedFrom = reference(text, tree.at(clause as NodeOf<ast.CarriedFrom>, CARRIED_FROM.reference));
        return;
      case 'Standalone':
        if (this.once(clause, 'standalone')) {
          const because = text.quoted(tree.at(clause as NodeOf<ast.Standalone>, STANDALONE.because));
          this.standalone = { span: text.spanOf(clause), because };
        }
        return;
      case 'For':
        if (this.once(clause, 'for')) this.for = references(text, tree.at(clause as NodeOf<ast.For>, FOR.references));
        return;
      case 'Status': {
        const value = tree.at(clause as NodeOf<ast.Status>, STATUS.value);
        if (value !== NONE && this.once(clause, 'status'))
          this.status = { value: text.word(value) as InitiativeStatus, span: text.tokenSpan(value) };
        return;
      }
      case 'Of':
        if (this.once(clause, 'of')) this.unit = text.name(tree.at(clause as NodeOf<ast.Of>, OF.unit));
        return;
      case 'InlineReading':
        this.readings = added(this.readings, inlineReading(text, clause as NodeOf<ast.InlineReading>));
        return;
      default:
        this.measureParts ??= new MeasureParts(text);
        this.measureParts.add(clause as NodeOfEach<ast.Measure>);
    }
  }

  /** The word that a clause begins with. */
  private wordOf(clause: Clause): string {
    return this.text.word(this.text.tree.first(clause));
  }

  private addLink(address: Quoted | null): void {
    if (address) this.links = added(this.links, address);
  }

  /**
   * `supports acme.loyalty weight 2`. A weight on a line of its own is the statement's, as its reader would have it,
   * although line breaks carry no meaning elsewhere; but for one with a comma behind it, which goes on with the list.
   */
  private addSupports(first: NodeOf<ast.Support>): void {
    const { text } = this;
    const { tree } = text;
    for (let support = first; support !== NONE; support = tree.next(support)) {
      const to = reference(text, tree.at(support, SUPPORT.reference));
      if (!to) continue;
      const isLast = tree.next(support) === NONE;
      const written = tree.at(support, SUPPORT.weight);
      const ownLine = isLast && written !== NONE && text.isFirstOfLine(written - 1);
      const weight = text.number(written);
      if (ownLine) this.addWeight(weight, text.tokenSpan(written - 1, written));
      this.supports = added(this.supports, {
        reference: to,
        weight: ownLine ? null : weight,
        span: ownLine ? to.span : text.spanAround(support, to.span),
      });
    }
  }

  private addWeight(weight: WrittenNumber | null, span: Span): void {
    if (this.isFirst('weight')) this.weight = weight;
    else this.text.repeated(span, 'weight');
  }

  /** True the first time; a second time is reported and the first one kept. */
  private once(clause: Clause, what: string): boolean {
    if (this.isFirst(what)) return true;
    this.text.repeated(this.text.spanOf(clause), what);
    return false;
  }

  private isFirst(what: string): boolean {
    if (this.written.includes(what)) return false;
    this.written = added(this.written, what);
    return true;
  }
}
