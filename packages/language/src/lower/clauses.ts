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
import { MeasureParts } from './measure.ts';
import { inlineReading } from './readings.ts';
import { references } from './references.ts';
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
  owners: readonly Name[] = [];
  ambition: WrittenAmbition | null = null;
  tags: Name[] = [];
  deadline: WrittenDate | null = null;
  weight: WrittenNumber | null = null;
  links: Quoted[] = [];
  source: Quoted | null = null;
  indicator: KeyResult['indicator'] = null;
  supports: Support[] = [];
  dependsOn: Reference[] = [];
  carriedFrom: Reference | null = null;
  standalone: Objective['standalone'] = null;
  for: Reference[] = [];
  status: Initiative['status'] = null;
  unit: Name | null = null;
  readings: WrittenReading[] = [];

  private readonly text: Source;
  private measureParts: MeasureParts | null = null;
  private readonly written = new Set<string>();

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
        this.tags.push({ text: text.word(clause.$first).slice(1), span: text.spanOf(clause) });
        return;
      case 'By':
        if (this.once(clause, 'by')) this.deadline = text.date(clause.date);
        return;
      case 'Weight':
        if (this.once(clause, 'weight')) this.weight = text.number(clause.value);
        return;
      case 'Link':
        if (this.once(clause, 'link')) this.links.push(...optional(text.quoted(clause.address)));
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
        this.dependsOn.push(...references(text, clause.references));
        return;
      case 'CarriedFrom':
        if (this.once(clause, 'carried from')) this.carriedFrom = references(text, [clause.reference])[0] ?? null;
        return;
      case 'Standalone':
        if (this.once(clause, 'standalone'))
          this.standalone = { span: text.spanOf(clause), because: text.quoted(clause.because) };
        return;
      case 'For':
        if (this.once(clause, 'for')) this.for.push(...references(text, clause.references));
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
        this.readings.push(inlineReading(text, clause));
        return;
      default:
        this.measureParts ??= new MeasureParts(text);
        this.measureParts.add(clause);
    }
  }

  /**
   * `supports acme.loyalty weight 2`. A weight on a line of its own is the statement's, as its reader would have it,
   * although line breaks carry no meaning elsewhere; but for one with a comma behind it, which goes on with the list.
   */
  private addSupports(clause: Read<ast.Supports>): void {
    const supports = clause.supports ?? [];
    for (const support of supports) {
      const [reference] = references(this.text, [support.reference]);
      if (!reference) continue;
      const isLast = support === supports[supports.length - 1];
      const ownLine = isLast && support.weight !== undefined && this.text.isFirstOfLine(support.weight - 1);
      const weight = this.text.number(support.weight);
      if (ownLine && this.once({ $first: (support.weight as number) - 1, $last: support.weight as number }, 'weight'))
        this.weight = weight;
      this.supports.push({
        reference,
        weight: ownLine ? null : weight,
        span: ownLine ? reference.span : this.text.spanOf(support),
      });
    }
  }

  /** True the first time; a second time is reported and the first one kept. */
  private once(clause: { readonly $first: number; readonly $last: number }, what: string): boolean {
    if (!this.written.has(what)) {
      this.written.add(what);
      return true;
    }
    this.text.repeated(clause, what);
    return false;
  }
}

function optional<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
