import type { Amount } from '../../amounts/amount.ts';
import { sameDimension, toBase } from '../../amounts/compare.ts';
import type { KeyResultNode } from '../../cascade/cascade.ts';
import { placeInTitle } from '../../cascade/titles.ts';
import type { FindingMessage, Fix } from '../../findings/finding.ts';
import type { MeasureClause } from '../../model/file.ts';
import type { Span } from '../../model/span.ts';
import { isUnfinished } from '../broken.ts';
import { replace } from '../edits.ts';
import { inObjective } from '../examples.ts';
import { defineRule } from '../rule.ts';
import { isPlain, partOfTitle } from '../titles.ts';
import { wordingOfKeyResult } from '../wording.ts';

export const krDirectionMismatch = defineRule({
  meta: {
    name: 'kr-direction-mismatch',
    title: 'Verb and figures point in opposite directions',
    category: 'key-result',
    level: 'warning',
    since: '0.1.0',
    stage: 'stable',
    scope: 'file',
    fix: 'unsafe',
    english: true,
    options: [],
    summary:
      'The sentence says that a figure is to rise, and the values fall, or the other way round; or that it is to fall, and nothing says from where.',
    why: 'Progress is computed from the values. If they are the wrong way round, every step forward is shown as a step back.',
    sources: ["OpenOKR's method document, rule KR-7"],
    advice: 'Decide which of the two is meant. Most often the two values were swapped.',
    limits:
      'The rule reads the verb at the beginning of the English sentence, or the one behind "by". It says nothing about ranks and times, which improve by falling, and nothing where a second verb of ' +
      'moving stands in the sentence.',
    examples: {
      invalid: [
        {
          title: 'The fields are swapped',
          files: inObjective('kr "Reduce complaints" from 120 to 300'),
          fixed: inObjective('kr "Reduce complaints" from 300 to 120'),
        },
        {
          title: 'In one sentence',
          files: inObjective('kr "Increase repeat purchases from 45% to 31%"'),
          fixed: inObjective('kr "Increase repeat purchases from 31% to 45%"'),
        },
        {
          title: 'Down, and nothing says from where',
          files: inObjective('kr "Reduce complaints" to 5'),
          fixed: inObjective('kr "Reduce complaints" at most 5'),
        },
        { title: 'Up or down?', files: inObjective('kr "Reduce complaints" up 20% from 120') },
      ],
      valid: [
        { title: 'Both fall', files: inObjective('kr "Reduce complaints" from 300 to 120') },
        { title: 'A better rank is a lower one', files: inObjective('kr "Raise our rank among shops" from 12 to 5') },
        {
          title: 'The second verb decides',
          files: inObjective('kr "Raise trust by cutting complaints from 300 to 120"'),
        },
      ],
    },
  },

  visit({ cascade, report }) {
    return {
      wordedKeyResult(keyResult) {
        const { node } = keyResult;
        const way = wayOf(keyResult);
        if (!way) return;
        const direction = wordingOfKeyResult(node)?.direction;
        if (!direction || direction.way === way || isUnfinished(cascade, keyResult)) return;
        const openMeasure = isFromZero(keyResult) ? node.measure : null;
        report({
          uri: keyResult.uri,
          span: openMeasure?.span ?? partOfTitle(keyResult, direction.span),
          draft: keyResult.draft,
          data: { goal: keyResult.id },
          message: openMeasure
            ? fromZero(openMeasure)
            : {
                what: `The sentence says ${direction.way}, and the values go ${way}.`,
                why: 'Progress is computed from the values, and would be shown the wrong way round.',
                todo: 'Swap the values or change the verb.',
              },
        });
      },
    };
  },

  fix({ uri, data }, { cascade, text: textOf }): readonly Fix[] {
    const keyResult = cascade.goals.get(String(data?.['goal']));
    const text = textOf(uri);
    if (keyResult?.kind === 'keyResult' && keyResult.node.measure && isFromZero(keyResult)) {
      const { span, target } = keyResult.node.measure;
      const limit = replace(uri, span, `at most ${target?.text ?? ''}`);
      return [{ title: 'Write it as a limit', kind: 'unsafe', preferred: false, edits: [limit] }];
    }
    const pair = keyResult?.kind === 'keyResult' ? pairOf(keyResult) : null;
    if (!pair || text === null) return [];
    const [from, to] = pair;
    const edits = [
      replace(uri, from, text.slice(to.start, to.end)),
      replace(uri, to, text.slice(from.start, from.end)),
    ];
    return [{ title: 'Swap the two values', kind: 'unsafe', preferred: false, edits }];
  },
});

/** Where the values lead: from the fields, and from the sentence where there are none. */
function wayOf({ node, measure }: KeyResultNode): 'up' | 'down' | null {
  const clause = node.measure;
  if (clause) {
    if (clause.form === 'up' || clause.form === 'down') return clause.form;
    if (isFromZero({ measure, node })) return 'up';
    return between(clause.baseline, clause.target);
  }
  const said = node.reading?.measure;
  return said?.form === 'from-to' && said.baseline?.kind === 'amount'
    ? between(said.baseline.amount, said.target)
    : null;
}

/** `to 5` without a start: the way is from nothing to five. */
function isFromZero({ measure, node }: Pick<KeyResultNode, 'measure' | 'node'>): boolean {
  const clause = node.measure;
  return clause?.form === 'to' && measure?.baseline === null && (clause.target?.value ?? 0) > 0;
}

function fromZero({ target }: MeasureClause): FindingMessage {
  const figure = target?.text ?? '';
  return {
    what: `The sentence says down, and \`to ${figure}\` counts up from nothing.`,
    why: 'Whatever is still above the target is shown as reached.',
    todo: `Say where it starts, as in \`from … to ${figure}\`, or write a limit: \`at most ${figure}\`.`,
  };
}

function between(from: Amount | null, to: Amount | null): 'up' | 'down' | null {
  if (!from || !to || !sameDimension(from.unit, to.unit)) return null;
  const start = toBase(from, to.unit);
  const end = toBase(to, from.unit);
  return start === end ? null : start < end ? 'up' : 'down';
}

/** The places of the two values in the file, first the baseline; null where they cannot be swapped as they are written. */
function pairOf({ node }: KeyResultNode): readonly [Span, Span] | null {
  const { measure, reading, title } = node;
  if (measure) {
    const { form, baseline, target } = measure;
    return form === 'from-to' && baseline && target ? [baseline.span, target.span] : null;
  }
  const said = reading?.measure;
  if (!title || !isPlain(title) || said?.baseline?.kind !== 'amount' || !said.target) return null;
  // `from 45 to 31%`: the unit belongs to both and would be swapped with one of them
  if (
    said.baseline.amount.unit.name !== said.target.unit.name ||
    /\D$/.test(said.baseline.amount.text) !== /\D$/.test(said.target.text)
  )
    return null;
  return [placeInTitle(title, said.baseline.amount.span), placeInTitle(title, said.target.span)];
}
