import type { Amount, MeasureClause, MeasureForm } from '@okr-language/core';
import type * as ast from '../generated/ast.ts';
import { cellsOf, NONE, type NodeOf, type NodeOfEach } from '../syntax/tree.ts';
import type { Source } from './source.ts';

const FROM = cellsOf<ast.From>('From');
const TO = cellsOf<ast.To>('To');
const CHANGE = cellsOf<ast.Change>('Change');
const LIMIT = cellsOf<ast.Limit>('Limit');
const BETWEEN = cellsOf<ast.Between>('Between');
const BASELINE = cellsOf<ast.Baseline>('Baseline');

/**
 * Puts the parts of a measure together: `from 410` and `down 25%` in either order. A second start or a second goal is
 * reported and left out.
 */
export class MeasureParts {
  private form: MeasureForm | null = null;
  private baseline: Amount | null = null;
  private baselineWritten = false;
  private baselineUnknown = false;
  private target: Amount | null = null;
  private low: Amount | null = null;
  /** From the first to the last part; -1 before the first. */
  private start = -1;
  private end = -1;

  /** Takes all parts out, to be used again for another statement. */
  clear(): void {
    if (this.start < 0) return;
    this.form = null;
    this.baseline = null;
    this.baselineWritten = false;
    this.baselineUnknown = false;
    this.target = null;
    this.low = null;
    this.start = -1;
  }

  add(source: Source, part: NodeOfEach<ast.Measure>): void {
    const { tree } = source;
    const type = tree.typeOf(part);
    const isBaseline = type === 'From' || type === 'Baseline';
    if (isBaseline ? this.baselineWritten : this.form !== null) {
      source.complain(
        'repeated-clause',
        `The measure already has ${isBaseline ? 'a starting value' : 'a target'}; this second one is left out. Keep one of them.`,
        source.spanOf(part),
      );
      return;
    }
    if (this.start < 0) this.start = source.startOf(part);
    this.end = source.endOf(part);
    switch (type) {
      case 'From':
        this.baselineWritten = true;
        this.baseline = source.amount(tree.at(part as NodeOf<ast.From>, FROM.amount));
        return;
      case 'Baseline': {
        const baseline = part as NodeOf<ast.Baseline>;
        this.baselineWritten = true;
        this.baselineUnknown = tree.at(baseline, BASELINE.unknown) !== NONE;
        this.baseline = source.amount(tree.at(baseline, BASELINE.amount));
        return;
      }
      case 'To':
        this.setTarget('to', source.amount(tree.at(part as NodeOf<ast.To>, TO.amount)));
        return;
      case 'Change': {
        const change = part as NodeOf<ast.Change>;
        const direction = tree.at(change, CHANGE.direction);
        const isDown = source.word(direction === NONE ? tree.first(part) : direction) === 'down';
        this.setTarget(isDown ? 'down' : 'up', source.amount(tree.at(change, CHANGE.amount)));
        return;
      }
      case 'Limit': {
        const limit = part as NodeOf<ast.Limit>;
        const bound = tree.at(limit, LIMIT.bound);
        const isMost = bound !== NONE && source.word(bound) === 'most';
        this.setTarget(isMost ? 'at-most' : 'at-least', source.amount(tree.at(limit, LIMIT.amount)));
        return;
      }
      case 'Between': {
        const between = part as NodeOf<ast.Between>;
        this.low = source.amount(tree.at(between, BETWEEN.low));
        this.setTarget('between', source.amount(tree.at(between, BETWEEN.high)));
        return;
      }
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
    if (this.start < 0) return null;
    const { baseline, baselineUnknown, target, low, start, end } = this;
    const fromTo = this.form === null || (this.form === 'to' && this.baselineWritten && !baselineUnknown);
    const form = fromTo ? 'from-to' : (this.form as MeasureForm);
    return { form, baseline, baselineUnknown, target, low, span: { start, end } };
  }
}
