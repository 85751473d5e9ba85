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
import type { Read, ReadEach } from '../syntax/node.ts';
import { added, none } from './lists.ts';
import { MeasureParts } from './measure.ts';
import { inlineReading } from './readings.ts';
import { reference, references } from './references.ts';
import type { Source } from './source.ts';

type NestedStatement = ast.Objective | ast.KeyResult | ast.Initiative | ast.Guardrail;

/** A line of the block of a set, objective, key result, initiative, guardrail or kpi, or a part of its first line. */
export type Clause = ReadEach<
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
    switch (clause.$type) {
      case 'Draft':
        if (this.once(clause, 'draft')) this.draft = text.spanOf(clause);
        return;
      case 'Owner':
        if (clause.names && this.once(clause, 'owner')) this.owners = text.names(clause.names);
        return;
      case 'Ambition':
        if (this.once(clause, 'committed or aspirational')) {
          this.ambition = { value: text.word(clause.$first) as WrittenAmbition['value'], span: text.spanOf(clause) };
        }
        return;
      case 'Tag':
        this.tags = added(this.tags, { text: text.word(clause.$first).slice(1), span: text.spanOf(clause) });
        return;
      case 'By':
        if (this.once(clause, 'by')) this.deadline = text.date(clause.date);
        return;
      case 'Weight':
        if (this.once(clause, 'weight')) this.weight = text.number(clause.value);
        return;
      case 'Link':
        if (this.once(clause, 'link')) this.addLink(text.quoted(clause.address));
        return;
      case 'Source':
        if (this.once(clause, 'source')) this.source = text.quoted(clause.text);
        return;
      case 'Indicator':
        if (this.once(clause, 'leading or lagging')) {
          this.indicator = { value: text.word(clause.$first) as 'leading' | 'lagging', span: text.spanOf(clause) };
        }
        return;
      case 'Supports':
        this.addSupports(clause);
        return;
      case 'DependsOn':
        for (const one of references(text, clause.references)) this.dependsOn = added(this.dependsOn, one);
        return;
      case 'CarriedFrom':
        if (this.once(clause, 'carried from')) this.carriedFrom = reference(text, clause.reference);
        return;
      case 'Standalone':
        if (this.once(clause, 'standalone'))
          this.standalone = { span: text.spanOf(clause), because: text.quoted(clause.because) };
        return;
      case 'For':
        if (this.once(clause, 'for')) this.for = references(text, clause.references);
        return;
      case 'Status':
        if (clause.value !== undefined && this.once(clause, 'status')) {
          this.status = { value: text.word(clause.value) as InitiativeStatus, span: text.tokenSpan(clause.value) };
        }
        return;
      case 'Of':
        if (this.once(clause, 'of')) this.unit = text.name(clause.unit);
        return;
      case 'InlineReading':
        this.readings = added(this.readings, inlineReading(text, clause));
        return;
      default:
        this.measureParts ??= new MeasureParts(text);
        this.measureParts.add(clause);
    }
  }

  private addLink(address: Quoted | null): void {
    if (address) this.links = added(this.links, address);
  }

  /**
   * `supports acme.loyalty weight 2`. A weight on a line of its own is the statement's, as its reader would have it,
   * although line breaks carry no meaning elsewhere; but for one with a comma behind it, which goes on with the list.
   */
  private addSupports(clause: Read<ast.Supports>): void {
    const supports = clause.supports ?? [];
    for (const support of supports) {
      const to = reference(this.text, support.reference);
      if (!to) continue;
      const isLast = support === supports[supports.length - 1];
      const ownLine = isLast && support.weight !== undefined && this.text.isFirstOfLine(support.weight - 1);
      const weight = this.text.number(support.weight);
      if (ownLine && this.once({ $first: (support.weight as number) - 1, $last: support.weight as number }, 'weight'))
        this.weight = weight;
      this.supports = added(this.supports, {
        reference: to,
        weight: ownLine ? null : weight,
        span: ownLine ? to.span : this.text.spanOf(support),
      });
    }
  }

  /** True the first time; a second time is reported and the first one kept. */
  private once(clause: { readonly $first: number; readonly $last: number }, what: string): boolean {
    if (!this.written.includes(what)) {
      this.written = added(this.written, what);
      return true;
    }
    this.text.repeated(clause, what);
    return false;
  }
}
