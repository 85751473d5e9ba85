/** Month names in English, full and short, to their number. `May` also is a verb: callers look at what stands around it. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A stretch of the calendar, or of the plan. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'cycle';

export const periods: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['trimester', 'quarter'],
  ['half', 'half'],
  ['semester', 'half'],
  ['year', 'year'],
  ['years', 'year'],
  ['fy', 'year'],
  ['cycle', 'cycle'],
  ['period', 'cycle'],
  ['sprint', 'cycle'],
  ['iteration', 'cycle'],
  ['term', 'cycle'],
  ['season', 'cycle'],
]);

/** Where in a period the day lies: `end of`, `mid`, `early`. */
export type Edge = 'start' | 'early' | 'mid' | 'late' | 'end';

export const edges: ReadonlyMap<string, Edge> = new Map<string, Edge>([
  ['end', 'end'],
  ['ends', 'end'],
  ['close', 'end'],
  ['closes', 'end'],
  ['finish', 'end'],
  ['late', 'late'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['early', 'early'],
  ['start', 'start'],
  ['starts', 'start'],
  ['beginning', 'start'],
  ['begins', 'start'],
]);

/** Abbreviations that are a date in themselves: the end of the day, week, month, quarter, half, year. */
export const endAbbreviations: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['eow', 'week'],
  ['eom', 'month'],
  ['eoq', 'quarter'],
  ['eoh', 'half'],
  ['eoy', 'year'],
  ['eofy', 'year'],
  ['fye', 'year'],
  ['ye', 'year'],
]);

/** Words for the period after the one at hand, and for those behind. */
export const nextWords: ReadonlySet<string> = new Set(['next', 'coming', 'following', 'upcoming']);
export const pastWords: ReadonlySet<string> = new Set(['last', 'previous', 'prior', 'preceding', 'past', 'earlier']);

/** Seasons, feasts and weekdays: a time that people mean, though not a day that can be told. */
export const seasons: ReadonlySet<string> = new Set([
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'christmas',
  'xmas',
  'pentecost',
  'easter',
  'thanksgiving',
  'ramadan',
  'diwali',
  'midsummer',
  'advent',
  'halloween',
  'hanukkah',
  'passover',
  'whitsun',
  'holidays',
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
]);
