/**
 * Which words may stand where. It is the editor's own small picture of the grammar: it must hold for half-typed text, where
 * there is no successful reading to ask. A test holds it against the grammar.
 */

/** What a pair of braces belongs to; `file` is the text outside all braces, `other` braces that nobody opened rightly. */
export type BlockKind =
  | 'file'
  | 'cycle'
  | 'unit'
  | 'okrs'
  | 'objective'
  | 'kr'
  | 'initiative'
  | 'guardrail'
  | 'kpi'
  | 'checkin'
  | 'closing'
  | 'other';

/**
 * What stands in a block: statements that may hold a block of their own, single clauses (`owner maya`), tags, the lines of
 * check-in and closing blocks, a reading inside a key result, and what fits nowhere.
 */
export type ItemKind = Exclude<BlockKind, 'file' | 'other'> | 'clause' | 'tags' | 'reading' | 'entry' | 'stray';

/** Statements by their first word. Inside a key result, KPI or guardrail `checkin` is a reading, see `isReading`. */
export const statementOf: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  ['cycle', 'cycle'],
  ['company', 'unit'],
  ['department', 'unit'],
  ['team', 'unit'],
  ['person', 'unit'],
  ['okrs', 'okrs'],
  ['objective', 'objective'],
  ['kr', 'kr'],
  ['initiative', 'initiative'],
  ['guardrail', 'guardrail'],
  ['kpi', 'kpi'],
  ['checkin', 'checkin'],
  ['closing', 'closing'],
]);

/** Statements that are begun by a name of their own and a title. */
export const isNamed: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'cycle',
  'unit',
  'objective',
  'kr',
  'initiative',
  'guardrail',
  'kpi',
]);

const measures = ['from', 'to', 'up', 'down', 'at', 'between', 'yes/no', 'baseline', 'and'] as const;
export const measureWords: ReadonlySet<string> = new Set(measures);

/** The words that an item in a block may begin with, most usual first. */
export const itemsOf: Readonly<Record<BlockKind, readonly string[]>> = {
  file: ['okrs', 'checkin', 'team', 'person', 'department', 'company', 'cycle', 'kpi', 'closing'],
  cycle: ['checkins', 'reviews'],
  unit: ['lead'],
  okrs: ['objective', 'owner', 'committed', 'aspirational', 'draft', 'guardrail', 'initiative'],
  objective: [
    'kr',
    'owner',
    'supports',
    'committed',
    'aspirational',
    'initiative',
    'guardrail',
    'by',
    'depends',
    'weight',
    'draft',
    'carried',
    'standalone',
    'link',
  ],
  kr: [
    'owner',
    'weight',
    'checkin',
    'source',
    'link',
    'leading',
    'lagging',
    'supports',
    'depends',
    'committed',
    'aspirational',
    'by',
    'initiative',
    'carried',
    ...measures,
  ],
  initiative: ['owner', 'status', 'by', 'link', 'for'],
  guardrail: ['owner', 'source', 'checkin', ...measures],
  kpi: ['owner', 'source', 'link', 'checkin', 'of', ...measures],
  checkin: [],
  closing: [],
  other: [],
};

/** The words that may follow inside an item, before its block. */
export const headerOf: Readonly<Record<ItemKind, readonly string[]>> = {
  cycle: ['from', 'to'],
  unit: ['in'],
  okrs: ['for', 'in'],
  objective: ['by'],
  kr: [...measures, 'by'],
  initiative: ['for', 'by'],
  guardrail: measures,
  kpi: ['of', ...measures],
  checkin: ['for', 'in'],
  closing: ['for', 'in', 'on'],
  clause: ['in', 'weight', ...measures],
  tags: [],
  reading: ['confidence', 'in'],
  entry: ['score', 'keep', 'modify', 'defer', 'abandon', 'learned', 'in'],
  stray: [],
};

/** Second words: `depends on` is one keyword in two words. */
export const secondWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['depends', ['on']],
  ['carried', ['from']],
  ['standalone', ['because']],
  ['at', ['least', 'most']],
  ['baseline', ['unknown']],
]);

/** Clauses that are complete with their own word. */
export const flags: ReadonlySet<string> = new Set([
  'draft',
  'committed',
  'aspirational',
  'leading',
  'lagging',
  'yes/no',
  'baseline',
  'keep',
  'modify',
  'defer',
  'abandon',
]);

/** The spelling that the formatter writes. */
export function canonicalWord(word: string): string {
  return word === 'check-in' ? 'checkin' : word === 'check-ins' ? 'checkins' : word;
}
