/**
 * Codes that are reported without a rule: what is wrong with a file itself, with the configuration, or with us. They have
 * pages like rules but cannot be turned off or suppressed.
 */
import type { Severity } from '../config/config.ts';
import type { FileProblemCode } from '../model/file.ts';

export type NoticeCode =
  | FileProblemCode
  | 'invalid-config'
  | 'unreadable-config'
  | 'unused-suppression'
  | 'check-incomplete'
  | 'more-findings';

export interface Notice {
  readonly code: NoticeCode;
  /** A short title in words: "Text that does not read as a statement". */
  readonly title: string;
  readonly level: Severity;
  /** One sentence: what is reported. */
  readonly summary: string;
  /** One sentence: why it matters; part of every message. */
  readonly why: string;
  /** A paragraph: what to do. */
  readonly advice: string;
  /** Text that shows it, where a few lines can; it need not be valid. */
  readonly weak: string | null;
  /** The same, mended. */
  readonly strong: string | null;
}

export const notices: readonly Notice[] = [
  {
    code: 'syntax-error',
    title: 'Text that cannot be read here',
    level: 'error',
    summary: 'Something is missing or stands where it cannot stand: a brace, a quote, a word, half a line.',
    why: 'Until it is mended, part of this may be missing from the cascade.',
    advice:
      'Look at the marked place and the words just before it. The usual causes are a missing `}` or `"`, a name where a ' +
      'quoted title belongs, or a line that is not finished yet. All other lines of the file are read as before.',
    weak: 'objective trust "Earn back customer trust {\n    kr csat "Help desk rating" from 3.9 of 5 to\n}',
    strong: 'objective trust "Earn back customer trust" {\n    kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5\n}',
  },
  {
    code: 'repeated-clause',
    title: 'Said twice',
    level: 'error',
    summary: 'Something that can be said only once in a place, such as a deadline, is said a second time.',
    why: 'Two answers to one question leave every reader to guess which one counts.',
    advice:
      'Keep the one that is right and delete the other. Until then the first one counts. `supports`, `depends on`, ' +
      '`initiative`, `guardrail`, `kr` and tags may repeat.',
    weak: 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 { by 2026-08-31  by 2026-09-15 }',
    strong: 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 by 2026-09-15',
  },
  {
    code: 'invalid-amount',
    title: 'Not an amount',
    level: 'error',
    summary: 'A figure is written in a way that cannot be read as an amount.',
    why: 'Progress can only be computed from figures that have one meaning.',
    advice:
      'Write amounts the English way: a point for decimals, a comma or `_` between thousands, `k`, `m` or `bn` as factors, and the ' +
      'unit after the figure or a currency before it: `72`, `8%`, `$1.2m`, `4.2 of 5`, `36 hours`.',
    weak: 'kr "Orders a month" from 1.400,00 to 2.000,00',
    strong: 'kr "Orders a month" from 1,400 to 2,000',
  },
  {
    code: 'invalid-date',
    title: 'Not a day of the calendar',
    level: 'error',
    summary: 'A date has the shape of one but names a day that does not exist, or cannot be read as a date.',
    why: 'A deadline that is no day never comes.',
    advice: 'Write the day as year-month-day, for example `2026-09-30`, and check that the month has so many days.',
    weak: 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 by 2026-09-31',
    strong: 'kr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5 by 2026-09-30',
  },
  {
    code: 'nesting-too-deep',
    title: 'Too many braces inside each other',
    level: 'error',
    summary: 'Braces are opened inside each other far deeper than any statement needs.',
    why: 'Such a text is almost always damaged, and reading it would hold up all other files.',
    advice:
      'Look for braces that were never closed, or for a file that was merged or pasted wrongly. Three levels are enough.',
    weak: null,
    strong: null,
  },
  {
    code: 'file-too-large',
    title: 'File too large to read',
    level: 'error',
    summary: 'The file is so large that it is left out or read only in part.',
    why: 'One huge file would make the editor wait for everyone.',
    advice: 'Split it: one file for each unit, or for each cycle, reads well and merges well.',
    weak: null,
    strong: null,
  },
  {
    code: 'unreadable-file',
    title: 'File that cannot be opened',
    level: 'error',
    summary: 'The file is there but cannot be opened: a link that leads nowhere, a folder, or missing permission.',
    why: 'Goals that stand there are missing from the cascade.',
    advice: 'Check the link or the permission, or rename what is not an OKR file so that it does not end in `.okr`.',
    weak: null,
    strong: null,
  },
  {
    code: 'not-text',
    title: 'File that is not plain text',
    level: 'error',
    summary: 'The file holds something else than text in UTF-8, for example an image or a document of another program.',
    why: 'Goals in it are missing from the cascade, or read otherwise than they were written.',
    advice: 'Save the file as plain text in UTF-8. Most editors offer this under "Save with encoding".',
    weak: null,
    strong: null,
  },
  {
    code: 'hidden-direction',
    title: 'Hidden signs that turn the writing round',
    level: 'warning',
    summary: 'A line holds signs that nobody sees and that turn the direction of the writing round.',
    why: 'People see something else than what is read and counted, "from 10 to 90" instead of "from 90 to 10".',
    advice:
      'Take the signs away; the menu of the finding does. They come along with text from web pages and documents, and can be meant to ' +
      'deceive whoever reviews a change. Text in Arabic, Hebrew and the like needs none of them; where a line is written in one of these, ' +
      'signs that are closed again are let through.',
    weak: null,
    strong: null,
  },
  {
    code: 'merge-conflict',
    title: 'Merge that is not finished',
    level: 'error',
    summary: 'Two versions of the same lines stand in the file, between lines that git has written.',
    why: 'Nobody has decided yet which of the two is meant.',
    advice:
      'Keep what is right of both, and take the lines away that begin with `<<<<<<<`, `=======` and `>>>>>>>`; the menu of the finding keeps one ' +
      'version or both. Until then the first version is read, in comments as well, and the file is not formatted. Check-ins of two people mostly ' +
      'belong both: keep both, and see that each block has its `}`.',
    weak: '<<<<<<< HEAD\nkr csat "Help desk rating" from 3.9 of 5 to 4.4 of 5\n=======\nkr csat "Help desk rating" from 3.9 of 5 to 4.2 of 5\n>>>>>>> calmer-targets',
    strong: 'kr csat "Help desk rating" from 3.9 of 5 to 4.2 of 5',
  },
  {
    code: 'invalid-config',
    title: 'Configuration that cannot be used as it is',
    level: 'warning',
    summary: 'Something in `okr.config.json` is misspelt, unknown or of the wrong kind.',
    why: 'The part that is wrong has no effect, and its usual value applies instead.',
    advice:
      'The message names the place and what is expected. An editor that knows the schema of the file offers the names of all ' +
      'settings while you type.',
    weak: null,
    strong: null,
  },
  {
    code: 'unreadable-config',
    title: 'Configuration that cannot be read',
    level: 'error',
    summary: 'The text of `okr.config.json` is no JSON: a comma, a quotation mark or a brace is missing or too many.',
    why: 'Levels and exceptions that were agreed on may not be in force, and the check would pass without them.',
    advice:
      'Look at the marked place and just before it. Comments and a comma behind the last setting are let through. Until it is mended, what could ' +
      'be read applies, and the usual values for all else.',
    weak: '{ "extends": "strict" "ignore": ["archive/**"] }',
    strong: '{ "extends": "strict", "ignore": ["archive/**"] }',
  },
  {
    code: 'unused-suppression',
    title: 'Exception that is not needed',
    level: 'hint',
    summary:
      'A comment `okr-ignore` leaves out a rule that finds nothing there, or that does not exist. One that names no rule at all is a warning.',
    why: 'Exceptions that are left behind hide the next mistake in this line.',
    advice: 'Delete the comment, or correct the name of the rule.',
    weak: '// okr-ignore kr-activity: agreed with the board\nkr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
    strong: 'kr "Help desk rating" from 3.9 of 5 to 4.4 of 5',
  },
  {
    code: 'check-incomplete',
    title: 'A check that could not be completed',
    level: 'information',
    summary: 'One of the checks met something that it was not prepared for.',
    why: 'Its findings are missing from this report.',
    advice:
      'This is our mistake. Please report it, if possible with the file; turning the rule off hides the notice until then.',
    weak: null,
    strong: null,
  },
  {
    code: 'more-findings',
    title: 'More findings than are shown',
    level: 'information',
    summary: 'A file has more findings than an editor shows at once.',
    why: 'A list of hundreds helps nobody.',
    advice:
      'Mend some of those that are shown, and the next ones appear. `okr check` lists all of them. A rule that does not suit your ' +
      'team can be turned off in `okr.config.json`.',
    weak: null,
    strong: null,
  },
];

/** Whether something that stands in the file may be missing wherever it is shown. */
const hides: Readonly<Record<FileProblemCode, boolean>> = {
  'syntax-error': true,
  'nesting-too-deep': true,
  'file-too-large': true,
  'unreadable-file': true,
  'not-text': true,
  'merge-conflict': true,
  'repeated-clause': false,
  'invalid-amount': false,
  'invalid-date': false,
  'hidden-direction': false,
};

/** Whether a finding says that part of its file, or all of it, could not be understood. */
export function mayHide(code: string): boolean {
  return Object.hasOwn(hides, code) && hides[code as FileProblemCode];
}

const byCode = new Map(notices.map((notice) => [notice.code, notice]));

export function noticeOf(code: NoticeCode): Notice {
  return byCode.get(code) as Notice;
}
