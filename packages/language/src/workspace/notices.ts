/** What is said on a file that cannot be served as it should. */
import { type FileProblem, type Finding, type NoticeCode, noticeOf, type OkrFile, type Span } from '@okr-language/core';

/** What is wrong with a file as it stands on the disk, known before its text is looked at. */
export type DiskProblem = Pick<FileProblem, 'code' | 'message'>;

export const firstCharacter: Span = { start: 0, end: 0 };

export const neutralNotice: DiskProblem = {
  code: 'unreadable-file',
  message: 'This file could not be understood, so it is left out. All other files are served as before.',
};

export function fileWithProblem(uri: string, problem: DiskProblem): OkrFile {
  return {
    uri,
    lineStarts: [0],
    length: 0,
    statements: [],
    problems: [{ ...problem, span: firstCharacter }],
    suppressions: [],
  };
}

export function finding(uri: string, code: NoticeCode, what: string, span: Span): Finding {
  const { level, why } = noticeOf(code);
  return { rule: code, severity: level, uri, span, message: { what, why, todo: '' }, related: [], data: null };
}

/** A configuration that could not be read, or not as it should: no goals are missing then, but what was agreed on. */
export function configFinding(uri: string, { code, message }: DiskProblem): Finding {
  const found = finding(uri, code, message, firstCharacter);
  return { ...found, message: { ...found.message, why: noticeOf('unreadable-config').why } };
}
