/** What each keyword means, in one sentence, with one example. Completion, hover and their tests read it from here. */

export interface KeywordHelp {
  readonly means: string;
  readonly example: string;
}

const help: Readonly<Record<string, KeywordHelp>> = {
  cycle: {
    means:
      'A span of time in which goals are pursued: a fiscal year, a season, a sprint. Calendar years, halves, quarters and months exist without being declared.',
    example: 'cycle FY26 "Fiscal year 2026" from 2026-01-01 to 2026-12-31',
  },
  company: { means: 'The company at the top of the organisation.', example: 'company acme "Acme Retail"' },
  department: { means: 'A department; `in` says what it belongs to.', example: 'department sales "Sales" in acme' },
  team: { means: 'A team; `in` says what it belongs to.', example: 'team support "Customer Support" in acme' },
  person: {
    means: 'A person, who can own goals; `in` says where they work.',
    example: 'person maya "Maya Ortiz" in support',
  },
  okrs: {
    means: 'The goals of one company, team or person for one cycle. They may be spread over several files.',
    example: 'okrs for support in 2026-Q3 { … }',
  },
  objective: {
    means: 'What is to be achieved and why, in words that people remember. The figures belong in its key results.',
    example: 'objective trust "Earn back customer trust so that buyers return" { … }',
  },
  kr: {
    means: 'A key result: how one can tell that the objective is reached. It states a measure, and by when.',
    example: 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 by 2026-08-31',
  },
  initiative: {
    means: 'Work that is done to move a key result. It is never a result by itself.',
    example: 'initiative "Replace the phone menu" for csat { owner liam }',
  },
  guardrail: {
    means: 'What must not get worse while the goals are pursued.',
    example: 'guardrail "Refund rate" at most 4%',
  },
  kpi: {
    means: 'A figure that is watched all the time. It is declared once, and guardrails may name it.',
    example: 'kpi churn "Monthly churn" of acme at most 2%',
  },
  checkin: {
    means: 'Readings of one day: the value of each key result, how confident one is, and a note.',
    example: 'checkin 2026-08-14 for support in 2026-Q3 { trust.csat 4.1 of 5 confidence 70% "New menu live" }',
  },
  closing: {
    means: 'How a cycle ended: the score of each goal, what was learned and what happens next.',
    example: 'closing for growth in 2026-Q4 on 2027-01-08 { reach score 0.7 modify }',
  },
  owner: {
    means:
      'The person who answers for it. Where none is given, the owner of what is around it counts, at last the lead of the unit.',
    example: 'owner maya',
  },
  lead: { means: 'The person who owns what nobody else in this unit owns.', example: 'lead maya' },
  draft: { means: 'Not yet agreed: findings are one step milder.', example: 'draft' },
  committed: { means: 'It is due in full: only a score of 1.0 counts as success.', example: 'committed' },
  aspirational: { means: 'It is a stretch: a score of 0.7 counts as success.', example: 'aspirational' },
  supports: {
    means: 'The objective or key result, mostly of a unit further up, that this one helps to reach.',
    example: 'supports acme.loyalty.repeat',
  },
  'depends on': {
    means: 'The objective or key result of another unit that must move first.',
    example: 'depends on support.trust.csat in 2026-Q3',
  },
  'carried from': {
    means: 'The goal of an earlier cycle that this one continues.',
    example: 'carried from growth.spread in 2026-Q3',
  },
  'standalone because': {
    means: 'Says why this objective supports nothing further up.',
    example: 'standalone because "pilot for one quarter"',
  },
  because: { means: 'The reason, in quotes.', example: 'standalone because "pilot for one quarter"' },
  weight: { means: 'How much it counts among its neighbours; 1 where nothing is said.', example: 'weight 2' },
  by: {
    means: 'The day on which it is due; where nothing is said, the last day of the cycle.',
    example: 'by 2026-08-31',
  },
  link: { means: 'The address of a page about it, in quotes.', example: 'link "https://tracker.example/ABC-123"' },
  source: { means: 'Where the figure can be looked up, in quotes.', example: 'source "https://bi.example/42"' },
  leading: { means: 'The figure moves early and tells what is coming.', example: 'leading' },
  lagging: { means: 'The figure moves late and tells what has come of it.', example: 'lagging' },
  status: { means: 'How far the work is: `todo`, `doing`, `done` or `dropped`.', example: 'status doing' },
  from: { means: 'Where the figure stands at the start.', example: 'from 31% to 45%' },
  to: { means: 'Where the figure is to be at the end.', example: 'from 6 days to 36 hours' },
  up: { means: 'By how much the figure is to rise.', example: 'up 20% from 1400 per month' },
  down: { means: 'By how much the figure is to fall.', example: 'down 25% from 410' },
  'at least': { means: 'The figure is to reach this or more, and stay there.', example: 'at least 99.9%' },
  'at most': { means: 'The figure is to be this or less, and stay there.', example: 'at most 4%' },
  between: { means: 'The figure is to stay within two values.', example: 'between 1% and 3%' },
  and: { means: 'The upper of the two values.', example: 'between 1% and 3%' },
  'yes/no': { means: 'It is either done or not.', example: 'kr audit "Consumer-rights audit passed" yes/no' },
  'baseline unknown': {
    means: 'Nobody knows yet where the figure stands; finding out is the first step.',
    example: 'baseline unknown to 12%',
  },
  baseline: { means: 'Where the figure stands at the start, or `unknown`.', example: 'baseline unknown to 12%' },
  confidence: {
    means: 'How likely it is, on that day, that the target will be reached.',
    example: 'trust.csat 4.1 of 5 confidence 70%',
  },
  score: { means: 'How much of the goal was reached, from 0 to 1.', example: 'reach score 0.7 modify' },
  learned: {
    means: 'What the cycle has taught, in quotes.',
    example: 'learned "The tour works where we cook in front of people"',
  },
  keep: { means: 'The goal goes on as it is.', example: 'reach score 0.7 keep' },
  modify: { means: 'The goal goes on in another form.', example: 'reach score 0.7 modify' },
  defer: { means: 'The goal is put off to a later cycle.', example: 'reach.recall score 0.2 defer' },
  abandon: { means: 'The goal is given up.', example: 'reach.recall score 0.2 abandon' },
  checkins: { means: 'How often the figures of this cycle are read.', example: 'checkins every 2 weeks' },
  reviews: { means: 'How often the goals of this cycle are reviewed.', example: 'reviews monthly' },
  for: {
    means: 'Whose goals these are; after an initiative, which key results it is to move.',
    example: 'okrs for support in 2026-Q3',
  },
  in: {
    means: 'The cycle; after a company, team or person, what it belongs to.',
    example: 'okrs for support in 2026-Q3',
  },
  of: {
    means: 'The unit whose figure it is; within an amount, the top of the scale.',
    example: 'kpi churn "Monthly churn" of acme',
  },
  on: { means: 'The day of the closing.', example: 'closing for growth in 2026-Q4 on 2027-01-08' },
  todo: { means: 'The work has not begun.', example: 'status todo' },
  doing: { means: 'The work is under way.', example: 'status doing' },
  done: { means: 'The work is finished.', example: 'status done' },
  dropped: { means: 'The work was given up.', example: 'status dropped' },
  daily: { means: 'Every day.', example: 'checkins daily' },
  weekly: { means: 'Every week.', example: 'checkins weekly' },
  biweekly: { means: 'Every two weeks.', example: 'checkins biweekly' },
  monthly: { means: 'Every month.', example: 'checkins monthly' },
  quarterly: { means: 'Every quarter.', example: 'reviews quarterly' },
  every: { means: 'After so many days, weeks or months.', example: 'checkins every 2 weeks' },
  yes: { means: 'It is done.', example: 'trust.audit yes' },
  no: { means: 'It is not done.', example: 'trust.audit no' },
};

const byWord: ReadonlyMap<string, KeywordHelp> = new Map(Object.entries(help));

/** In a cycle these say when it begins and ends. */
const ofCycle: ReadonlyMap<string, KeywordHelp> = new Map([
  ['from', { means: 'The first day of the cycle, which belongs to it.', example: 'from 2026-01-01 to 2026-12-31' }],
  ['to', { means: 'The last day of the cycle, which belongs to it.', example: 'from 2026-01-01 to 2026-12-31' }],
]);

/** Help for a keyword, by its usual spelling; two words (`depends on`) are one keyword. */
export function keywordHelp(word: string, isInCycle = false): KeywordHelp | null {
  return (isInCycle ? ofCycle.get(word) : null) ?? byWord.get(word) ?? null;
}

const firstOfTwo: ReadonlyMap<string, readonly string[]> = new Map([
  ['depends', ['depends on']],
  ['carried', ['carried from']],
  ['standalone', ['standalone because']],
  ['at', ['at least', 'at most']],
]);

/** The whole keywords that a first word begins: `at least` and `at most` for `at`. */
export function wholeKeywords(first: string): readonly string[] {
  return firstOfTwo.get(first) ?? [first];
}
