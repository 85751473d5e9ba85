import {
  type Fix,
  type Notice,
  notices,
  type Position,
  pagesAddress,
  positionAt,
  type RuleLevel,
  type RuleMeta,
  ruleAddress,
  rules,
  type Severity,
  textOf,
} from '@okr-language/core';
import { each, jsonInPieces } from '../pieces.ts';
import { safeText } from '../terminal/safe.ts';
import { version } from '../version.ts';
import { isComplete, type RelatedPlace, type Report, type ReportedFinding } from './report.ts';

/**
 * SARIF 2.1.0 (docs.oasis-open.org/sarif), as code scanning services take it. Addresses are relative to the one of these folders that a file lies in:
 * services take them to be relative to the root of the repository, and many do not read `originalUriBaseIds`, which says where that lies.
 */
export function* sarifPieces(report: Report, folders: readonly string[]): Generator<string> {
  const indexOf = new Map(descriptions.map((description, index) => [description.id, index]));
  const bases = new Map(
    folders.map((folder, index) => [folder, folders.length === 1 ? 'SRCROOT' : `SRCROOT${index + 1}`]),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'okr',
            semanticVersion: version,
            informationUri: pagesAddress,
            rules: descriptions.map(descriptor),
          },
        },
        invocations: [invocation(report)],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: Object.fromEntries([...bases].map(([folder, id]) => [id, { uri: encodePath(folder) }])),
        results: each(report.findings, (reported) => result(reported, report, indexOf, bases)),
      },
    ],
  };
  yield* jsonInPieces(log, { lists: ['runs', 'results'] });
}

/** Without it a service takes a run that could not check what was named for one that found nothing there. */
function invocation(report: Report) {
  const notifications = report.troubles.map((text) => ({ level: 'error', message: { text: plainMessage(text) } }));
  return {
    executionSuccessful: isComplete(report),
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

type Bases = ReadonlyMap<string, string>;

function result(reported: ReportedFinding, report: Report, indexOf: ReadonlyMap<string, number>, bases: Bases) {
  const fixes = report.safeFixes(reported);
  const { finding } = reported;
  const ruleIndex = indexOf.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levelFor(finding.severity),
    message: { text: plainMessage(textOf(finding.message)) },
    locations: [{ physicalLocation: physicalLocation(finding.uri, reported, bases) }],
    ...(reported.related.length > 0 && {
      relatedLocations: reported.related.map((other, id) => ({
        id,
        message: { text: plainMessage(other.label) },
        physicalLocation: physicalLocation(other.uri, other, bases),
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => sarifFix(fix, report, bases)) }),
    ...(finding.severity === 'hint' && { properties: { severity: 'hint' } }),
  };
}

/** Titles are quoted in messages, and `[text](address)` in a message is a link (SARIF 2.1.0, 3.11.6) unless its bracket is escaped. */
function plainMessage(text: string): string {
  const shown = safeText(text);
  return shown.includes('](') ? shown.replaceAll('[', '\\[') : shown;
}

/** One change for each file, with what is written in place of each region. */
function sarifFix({ title, edits }: Fix, { texts }: Report, bases: Bases) {
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  return {
    description: { text: plainMessage(title) },
    artifactChanges: uris.map((uri) => ({
      artifactLocation: artifactLocation(uri, bases),
      replacements: edits
        .filter((edit) => edit.uri === uri)
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ span, text }) => {
          const lines = texts.lineStarts(uri);
          const deleted = { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
          return { deletedRegion: region(deleted), ...(text !== '' && { insertedContent: { text } }) };
        }),
    })),
  };
}

function physicalLocation(uri: string, at: RelatedPlace | ReportedFinding, bases: Bases) {
  return { artifactLocation: artifactLocation(uri, bases), region: region(at) };
}

function artifactLocation(uri: string, bases: Bases) {
  const folder = [...bases.keys()].filter((base) => uri.startsWith(base)).sort((a, b) => b.length - a.length)[0];
  return folder === undefined
    ? { uri: encodePath(uri) }
    : { uri: encodePath(uri.slice(folder.length)), uriBaseId: bases.get(folder) };
}

function region({ start, end }: { readonly start: Position; readonly end: Position }) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Every segment percent-encoded as RFC 3986 asks, which is stricter than what `file:` addresses are written with. */
function encodePath(uri: string): string {
  const scheme = uri.startsWith('file://') ? 'file://' : '';
  const segments = uri.slice(scheme.length).split('/');
  return scheme + segments.map((segment) => encodeURIComponent(decodeURIComponent(segment))).join('/');
}

function levelFor(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

interface Description {
  readonly id: string;
  readonly title: string;
  readonly level: RuleLevel;
  readonly summary: string;
  readonly why: string;
  readonly advice: string;
  readonly tags: readonly string[];
}

/** Every rule, and every notice that is given without one. */
const descriptions: readonly Description[] = [
  ...rules.map(({ meta }) => ofRule(meta)),
  ...notices.filter((notice) => notice.code !== 'more-findings').map(ofNotice), // only editors say that there is more
];

function ofRule(meta: RuleMeta): Description {
  const { name: id, title, level, summary, why, advice, category } = meta;
  return { id, title, level, summary, why, advice, tags: [category] };
}

function ofNotice(notice: Notice): Description {
  const { code: id, title, level, summary, why, advice } = notice;
  return { id, title, level, summary, why, advice, tags: ['file'] };
}

function descriptor(description: Description) {
  const { id, title, level, summary, why, advice, tags } = description;
  const address = ruleAddress(id);
  return {
    id,
    name: title,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    helpUri: address,
    help: {
      text: `${why}\n\n${advice}\n\n${address}`,
      markdown: `${why}\n\n${advice}\n\n[More about ${id}](${address})`,
    },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: levelFor(level) },
    properties: { tags },
  };
}
