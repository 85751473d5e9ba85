import type { Amount, MeasureClause, MeasureForm, Span } from '@okr-language/core';
import type { Measure } from '../generated/ast.ts';
import type { ReadEach } from '../syntax/node.ts';
import type { Source } from './source.ts';

/**
 * Puts the parts of a measure together: `from 410` and `down 25%` in either order. A second start or a second goal is
 * reported and left out.
 */
export class MeasureParts {
  private readonly source: Source;
  private form: MeasureForm | null = null;
  private baseline: Amount | null = null;
  private baselineWritten = false;
  private baselineUnknown = false;
  private target: Amount | null = null;
  private low: Amount | null = null;
  private span: Span | null = null;

  constructor(source: Source) {
    this.source = source;
  }

  add(part: ReadEach<Measure>): void {
    const isBaseline = part.$type === 'From' || part.$type === 'Baseline';
    const span = this.source.spanOf(part);
    if (isBaseline ? this.baselineWritten : this.form !== null) {
      this.source.complain(
        'repeated-clause',
        `The measure already has ${isBaseline ? 'a starting value' : 'a target'}; this second one is left out. Keep one of them.`,
        span,
      );
      return;
    }
    this.span = this.span ? { start: this.span.start, end: span.end } : span;
    switch (part.$type) {
      case 'From':
        this.baselineWritten = true;
        this.baseline = this.source.amount(part.amount);
        return;
      case 'Baseline':
        this.baselineWritten = true;
        this.baselineUnknown = part.unknown !== undefined;
        this.baseline = this.source.amount(part.amount);
        return;
      case 'To':
        this.setTarget('to', this.source.amount(part.amount));
        return;
      case 'Change':
        this.setTarget(
          this.source.word(part.direction ?? part.$first) === 'down' ? 'down' : 'up',
          this.source.amount(part.amount),
        );
        return;
      case 'Limit':
        this.setTarget(
          part.bound !== undefined && this.source.word(part.bound) === 'most' ? 'at-most' : 'at-least',
          this.source.amount(part.amount),
        );
        return;
      case 'Between':
        this.low = this.source.amount(part.low);
        this.setTarget('between', this.source.amount(part.high));
        return;
      case 'YesNo':
        this.setTarget('yes-no', null);
    }
  }

  private setTarget(form: MeasureForm, target: Amount | null): void {
    this.form = form;
    this.target = target;
  }

  /** The measure, or null where no part of one was written. */
  clause(): MeasureClause | null {
    if (!this.span) return null;
    const { baseline, baselineUnknown, target, low, span } = this;
    const fromTo = this.form === null || (this.form === 'to' && this.baselineWritten && !baselineUnknown);
    return { form: fromTo ? 'from-to' : (this.form as MeasureForm), baseline, baselineUnknown, target, low, span };
  }
}
