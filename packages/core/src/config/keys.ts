/** The keys of `okr.config.json`: what may stand there. Reader, JSON schema and documentation follow this list. */
import type { Config } from './config.ts';

export const configKeys = {
  $schema: 'Where the description of this file lies, for editors that offer completions from it.',
  extends:
    'The profile that everything else here builds on: `gentle` (the usual one), `strict`, `google` or `structure-only`.',
  rules: 'The level of each rule, and its options. What stands here wins over the profile.',
  ambition: 'How goals are meant that do not say whether they are committed or aspirational.',
  checkins:
    'How often goals are checked in where their cycle does not say: `daily`, `weekly`, `monthly`, `quarterly`, `every 2 weeks`, or a number of days.',
  thresholds: 'From when on a goal counts as on track, at risk or well reached.',
  ignore: 'Files and folders that are left out, as patterns relative to this file: `archive/**`.',
} as const;

export type ConfigKey = keyof typeof configKeys;

/** What may stand behind each key, for the documentation. */
export const configExamples: Readonly<Record<ConfigKey, unknown>> = {
  $schema: './okr.config.schema.json',
  extends: 'strict',
  rules: { 'too-few-krs': 'off', 'too-many-krs': ['warning', { maximum: 6 }] },
  ambition: 'aspirational',
  checkins: 'every 2 weeks',
  thresholds: { onTrackWithin: 0.15, atRiskWithin: 0.3 },
  ignore: ['archive/**', 'drafts/*.okr'],
};

export interface Threshold {
  readonly name: keyof Pick<
    Config,
    'onTrackWithin' | 'atRiskWithin' | 'lowConfidence' | 'aspirationalSuccess' | 'graceDays' | 'firstWeekDays'
  >;
  readonly type: 'share' | 'days';
  readonly description: string;
  readonly example: number;
}

export const thresholds: readonly Threshold[] = [
  {
    name: 'onTrackWithin',
    type: 'share',
    description: 'How far progress may lie behind the time that has passed and still be on track: 0.1 is ten points.',
    example: 0.15,
  },
  {
    name: 'atRiskWithin',
    type: 'share',
    description: 'How far progress may lie behind and still be at risk; beyond, it is off track.',
    example: 0.3,
  },
  {
    name: 'lowConfidence',
    type: 'share',
    description: 'A stated confidence below this makes a key result at risk at best.',
    example: 0.5,
  },
  {
    name: 'aspirationalSuccess',
    type: 'share',
    description: 'The score from which an aspirational goal counts as well reached.',
    example: 0.8,
  },
  {
    name: 'graceDays',
    type: 'days',
    description: 'Days that a check-in may be late before a goal has no news.',
    example: 5,
  },
  {
    name: 'firstWeekDays',
    type: 'days',
    description: 'Days at the start of a goal in which no check-in is expected yet.',
    example: 14,
  },
];

export const ruleLevels = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** The longest gap in days that keeps a rhythm. */
const rhythms: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  biweekly: 14,
  fortnightly: 14,
  monthly: 31,
  quarterly: 92,
};

const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31 };

/** `weekly`, `every 2 weeks` as days; null where it is no rhythm. */
export function rhythmDays(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(rhythms, word)) return rhythms[word] as number;
  const match = /^every (?:(\d{1,3}) )?(day|week|month)s?$/.exec(word);
  if (!match) return null;
  const days = Number(match[1] ?? 1) * (daysIn[match[2] as string] as number);
  return days > 0 ? days : null;
}
