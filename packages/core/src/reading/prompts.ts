/**
 * Texts that fixes and templates leave to be filled in. They stand in one place, so that what was left as it is can be found: editors without tab
 * stops lead nobody to it.
 */
export const prompts = {
  aim: 'What is to be achieved, so that …',
  companyAim: 'What the whole company wants to reach',
  measured: 'What is measured',
  changes: [
    'First change that customers will notice',
    'Second change that customers will notice',
    'Third change that customers will notice',
  ],
  besides: 'What must improve along with it',
  changeAfter: 'What changes once this is done',
  outcome: 'Who will do what differently',
  early: 'What shows early that it works',
  purpose: 'What it is all for',
  work: 'What is done',
  limit: 'What must not get worse',
  limitMeanwhile: 'What must not get worse meanwhile',
  watched: 'What is watched',
  evidence: 'Where the figure is read',
  news: 'What changed',
  obstacle: 'What stands in the way, and what comes next',
  missed: 'What kept us from the rest',
  lesson: 'What we would do otherwise',
  taught: 'What the cycle has taught',
  unit: 'Full name',
  company: 'Name of the company',
} as const;

const all: ReadonlySet<string> = new Set(Object.values(prompts).flat());

/** Whether a text is still the one that a fix or template wrote. */
export function isPrompt(text: string): boolean {
  return text.length <= longest && all.has(text);
}

const longest = Math.max(...[...all].map(({ length }) => length));

/** Whether a text that is no title of a goal only holds the place of another one. */
export function isToBeFilledIn(text: string): boolean {
  return isPrompt(text) || (text.length < 20 && /^\s*(?:…|\.{3}|-+|\?+|tb[dca]|todo|n\/a)\s*$/i.test(text));
}
