/** Work by its name, as against people, orders and things, a share of which is a true measure. */
const work =
  '(?:plans?|roadmap|projects?|programmes?|programs?|migrations?|roll-?outs?|implementation|redesign|relaunch|rewrite|restructuring|reorgani[sz]ation|integration|' +
  'development|construction|refurbishment|renovation|clean-?up|preparations?|moderni[sz]ation|digitali[sz]ation|transition|introduction|upgrade|handbook|strategy|' +
  'schedule|agenda|activities|tasks|milestones|deliverables|action items|initiatives|backlog|scope|work)';
const done =
  '(?:complete|completed|completion|done|finished|implemented|implementation|executed|groomed|refined|carried out|rolled out|roll-?out|launched|delivered|ready|progress)';
const percent = '\\d{1,3}(?:\\.\\d+)?\\s?(?:%|percent\\b|per cent\\b)';
const end = '(?=\\s*(?:$|[.!,(]|by\\b|in\\b|each\\b|every\\b|until\\b|before\\b))';

const sentences: readonly RegExp[] = [
  // `80% of the implementation plan executed`
  new RegExp(`${percent} (?:of )?(?:[\\w'-]+ ){0,4}${work} (?:is |are |have been )?${done}${end}`, 'i'),
  // `Complete 90% of the roadmap`
  new RegExp(
    `^(?:complete|finish|execute|implement|deliver|carry out|roll out) ${percent} of (?:[\\w'-]+ ){0,6}${work}${end}`,
    'i',
  ),
  // `Complete 60% of planned inspections`
  new RegExp(
    `^(?:complete|finish|execute|implement|carry out) ${percent} of (?:the |our |all )?(?:planned|scheduled|agreed) [\\w-]+${end}`,
    'i',
  ),
  // `Warehouse move 100% complete`
  new RegExp(`\\b(?:is |are )?${percent} (?:complete|completed|done|finished|implemented|ready)${end}`, 'i'),
];
const begins =
  /^(?:(?:degree|percentage|share) of completion|percent complete|progress|completion|implementation|roll-?out|migration|launch)\b/i;
const ends = new RegExp(`\\b${done}$`, 'i');
const isWork = new RegExp(`\\b${work}(?: (?:progress|completion))?$`, 'i');
/** Words of a true share: people who do something, a rate of something; and of how well or soon it was done. */
const share =
  /\b(?:who|that|which|with|without|rate|share of (?!completion)|percentage of (?!completion)|per|on time|on the day|first|within|by new)\b/i;
const longestRead = 200;

/** What the fields of a key result say in percent; null where the sentence itself says it. */
export interface PercentFields {
  readonly baseline: number | null;
  readonly target: number;
}

/**
 * Whether an English title counts how much of some work is done: `Complete 90% of the roadmap`, and with percentages as fields also
 * `Migration completed`, `Progress of the new menu`, `Website relaunch`.
 */
export function countsPercentDone(title: string, fields: PercentFields | null): boolean {
  if (title.length > longestRead || (fields !== null && fields.target < 80) || share.test(title)) return false;
  if (fields === null) return sentences.some((sentence) => sentence.test(title));
  const words = title.trim().replace(/[.!]$/, '');
  if (begins.test(words) || isWork.test(words)) return true;
  // `Orders completed` from 88% to 96% is a rate; work is done from the beginning to the end
  return ends.test(words) && fields.target === 100 && (fields.baseline === null || fields.baseline <= 30);
}
