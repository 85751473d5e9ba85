/** How figures, people and times read: for the eye in a narrow column, and in full for a screen reader. */
import { counted, type HealthState, type InitiativeStatus, type Link, type PersonLabel } from '@okr-language/core';

export { counted, inFigures, percent } from '@okr-language/core';

export const healthWords: Readonly<Record<HealthState, string>> = {
  onTrack: 'On track',
  atRisk: 'At risk',
  offTrack: 'Off track',
  noNews: 'No news',
  done: 'Done',
};

/** In the order in which people ask for them. */
export const healthOrder: readonly HealthState[] = ['onTrack', 'atRisk', 'offTrack', 'noNews', 'done'];

export const statusWords: Readonly<Record<InitiativeStatus, string>> = {
  todo: 'to do',
  doing: 'in progress',
  done: 'done',
  dropped: 'dropped',
};

const longestShown = 400;

/** Text as a row can show it: one line, no control characters, never endless. */
export function oneLine(text: string): string {
  const cut = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  // signs that turn the direction of the writing round would show something else than what is read
  const shown = cut.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return shown.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]+/g, ' ').trim();
}

/** As `oneLine`, for text that is spoken: without the marks that only turn the direction of letters. */
export function spoken(text: string): string {
  return oneLine(text).replace(/[\u200e\u200f]/g, '');
}

/** Two letters that stand for a person: of the first and the last word. */
export function initials(person: PersonLabel): string {
  const words = spoken(person.title || person.name)
    .split(' ')
    .filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((text) => [...text][0] ?? '')
    .join('')
    .toUpperCase();
}

export function nameOf(person: PersonLabel): string {
  return oneLine(person.title || person.name);
}

/** How long since the last reading: `today`, `3d`, `12w`. */
export function shortAge(days: number): string {
  if (days <= 0) return 'today';
  return days < 100 ? `${days}d` : `${Math.floor(days / 7)}w`;
}

export function spokenAge(days: number): string {
  return days <= 0 ? 'last reading today' : `last reading ${counted(days, 'day')} ago`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-08-31` as `31 Aug`, with the year where it is not this one; anything else as it stands. */
export function shortDate(iso: string, today: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = match && months[Number(match[2]) - 1];
  if (!match || !month) return oneLine(iso);
  const dayAndMonth = `${Number(match[3])} ${month}`;
  return iso.slice(0, 4) === today.slice(0, 4) ? dayAndMonth : `${dayAndMonth} ${match[1]}`;
}

export function linkTitle(link: Link): string {
  return oneLine(link.title) || untitled;
}

export const untitled = 'Untitled';
