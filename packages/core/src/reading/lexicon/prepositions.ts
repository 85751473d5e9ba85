const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that may stand between a preposition and its figure and change nothing: `from a baseline of about 40`. */
export const fillers = words(`
  the a an about around approximately approx roughly nearly almost circa ca just only well some our its their average mean
  median of baseline starting point level current currently existing present today's now last year's value total at as is
  previous original initial estimated an ~ ≈ = : + -
`);

/** Comparisons that a figure must at least reach, and those that it must stay under. */
export const lowerBounds = words('least minimum min over above exceed exceeds exceeding beyond > ≥ minimally');
export const upperBounds = words('most maximum max under below within < ≤ beneath inside');

/** What a change is measured against: `compared with last year`, `vs Q2`. */
export const comparisons = words(
  'compared comparing relative versus vs vs. against than over since on above below from',
);

/** The word for a starting value that stands before the figure: `(currently 9 min)`, `baseline: 40`. */
export const startWords = words("currently current now today today's baseline was previously presently existing");

/** Behind the figure: `(38% today)`, `(12 at present)`. */
export const startWordsBehind = words('today currently now present baseline');

/** Rhythms, as a number of times a period: `from monthly to twice a week`. */
export const rhythms: ReadonlyMap<string, string> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['annual', 'year'],
]);
